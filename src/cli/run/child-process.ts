import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../problems/problem';
import { load } from '../load';
import { problem } from '../problem';
import type { OtherCommand } from '../project/app-command';
import type { Staging } from './staging';
import type { Run, Synthesized } from './synthesized';

/** A run in another process can be interrupted, and then knows by which signal. */
export interface ChildRun extends Run {
  readonly interruptedBy?: NodeJS.Signals;
}

/** What a process that runs our preloaded code leaves behind. */
export type ChildResult =
  | { readonly kind: 'synthesized'; readonly synthesized: Synthesized }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] };

interface ChildEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly fault?: NodeJS.ErrnoException;
  readonly interruptedBy?: NodeJS.Signals;
}

/**
 * Runs any command, as cdk8s-cli would: with `CDK8S_OUTDIR` set, in a shell if it takes one. What it prints goes to the
 * standard error. Programs of Node that it starts, however deep, hand over what they synthesize.
 *
 * @param command the text of `app:`
 */
export async function runCommand(
  command: string,
  { words }: OtherCommand,
  folder: string,
  environment: NodeJS.ProcessEnv,
  staging: Staging,
): Promise<ChildRun> {
  const { spawn } = load('node:child_process') as typeof import('node:child_process');
  const preload = load.resolve('./run/preload');
  const env = {
    ...environment,
    CDK8S_OUTDIR: staging.outdir,
    PLIMSOLL_RESULTS: staging.results,
    NODE_OPTIONS: [environment.NODE_OPTIONS, `--require ${JSON.stringify(preload)}`].filter(Boolean).join(' '),
  };
  // On Windows `npx` and the like are scripts, which only a shell starts.
  const needsShell = words === undefined || process.platform === 'win32';
  const options = { cwd: folder, env, stdio: ['inherit', 2, 2] as ['inherit', number, number] };
  const end = await untilClosed(() =>
    needsShell ? spawn(command, { ...options, shell: true }) : spawn(words[0], words.slice(1), options),
  );
  const results = readResults(staging.results);
  const failures = results.flatMap((result) => (result.kind === 'failed' ? result.problems : []));
  return {
    synthesized: results.flatMap((result) => (result.kind === 'synthesized' ? [result.synthesized] : [])),
    problems: describeEnd(command, end, failures),
    ...(end.interruptedBy && { interruptedBy: end.interruptedBy }),
  };
}

/** Passes an interruption on and waits: the child may have something to tidy. The second one is not asked about. */
function untilClosed(start: () => ChildProcess): Promise<ChildEnd> {
  let interruptedBy: NodeJS.Signals | undefined;
  const interrupt = (signal: NodeJS.Signals): void => {
    child.kill(interruptedBy ? 'SIGKILL' : signal);
    interruptedBy ??= signal;
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  // Not before: an interruption that comes between the two would leave the child behind.
  const child = start();
  return new Promise<ChildEnd>((settle) => {
    child.on('error', (fault) => settle({ code: null, signal: null, fault }));
    child.on('close', (code, signal) => settle({ code, signal, ...(interruptedBy && { interruptedBy }) }));
  }).finally(() => process.off('SIGINT', interrupt).off('SIGTERM', interrupt));
}

function describeEnd(command: string, end: ChildEnd, failures: readonly Problem[]): readonly Problem[] {
  const { code, fault, interruptedBy, signal } = end;
  if (fault) {
    const reason = fault.code === 'ENOENT' ? 'there is no such program' : `the system answered ${fault.code}`;
    return [problem('PLM4016', { message: `\`${command}\` could not be started: ${reason}.` })];
  }
  if (code === 0 || interruptedBy) return [];
  if (failures.length > 0) return failures;
  if (code === 127 || code === 126) {
    return [problem('PLM4016', { message: `\`${command}\` could not be started (exit code ${code}).` })];
  }
  const how = signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
  return [problem('PLM4011', { message: `\`${command}\` ${how}.` })];
}

/** In the order in which they were made: the names begin with a time. */
function readResults(folder: string): readonly ChildResult[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as ChildResult);
}
