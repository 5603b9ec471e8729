import * as nodeModule from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Problem } from '../../problems/problem';
import { load } from '../load';
import { isEsModule } from '../loader/run-typescript';
import type { TypeScriptSettings } from '../loader/typescript-settings';
import { problem } from '../problem';
import type { NodeProgram } from '../project/app-command';
import { describeFailure } from './describe-failure';
import type { Run, Synthesized } from './synthesized';
import { findCdk8s, takeOverCdk8s, takeOverPlimsoll } from './take-over';

type Runner = typeof import('../loader/run-typescript');

/** After this many milliseconds somebody who waits is told what for. */
const patience = 3000;

/** Thrown where the app calls `process.exit()`, to stop it there: a process that ends cannot report or write. */
class AppExit extends Error {
  override readonly name = 'AppExit';
}

type Ending =
  | { readonly kind: 'finished' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * Runs a Node program in this process, as `node FILE` would. It returns when the program is at its end: evaluated, and
 * nothing left to wait for. What the program prints goes to the standard error.
 *
 * @param entry the program's file, an absolute path
 * @param outdir what the program finds in `CDK8S_OUTDIR`
 * @param typeScript how to read TypeScript; undefined for plain JavaScript
 * @param note takes a line for whoever waits and wonders why
 */
export async function runInProcess(
  program: NodeProgram,
  entry: string,
  outdir: string,
  typeScript: TypeScriptSettings | undefined,
  note: (message: string) => void,
): Promise<Run> {
  const synthesized: Synthesized[] = [];
  const receive = (it: Synthesized): number => synthesized.push(it);
  process.argv = [process.execPath, entry, ...program.args];
  process.env.CDK8S_OUTDIR = outdir;
  const { stdout, stderr } = process;
  stdout.write = stderr.write.bind(stderr);

  const waiting = setTimeout(() => {
    const open = whatIsOpen();
    if (open.length > 0) note(describeWait(synthesized.length > 0, open));
  }, patience);
  // It is due only while the program itself keeps this process alive.
  waiting.unref();
  const ending = await untilTheEnd(async () => {
    const cdk8s = findCdk8s(entry);
    if (cdk8s) takeOverCdk8s(cdk8s, receive);
    takeOverPlimsoll(receive);
    await start(entry, typeScript);
  });
  clearTimeout(waiting);
  if (ending.kind !== 'finished') mute();
  return { synthesized, problems: describeEnding(ending) };
}

async function start(entry: string, typeScript: TypeScriptSettings | undefined): Promise<void> {
  if (typeScript) {
    const { TypeScriptRunner } = load('./loader/run-typescript') as Runner;
    const runner = new TypeScriptRunner(typeScript);
    runner.install();
    await runner.runMain(entry);
  } else if (isEsModule(entry)) {
    await import(pathToFileURL(entry).href);
  } else {
    (nodeModule.Module as unknown as { _load(file: string, parent: null, isMain: boolean): unknown })._load(
      entry,
      null,
      true,
    );
  }
}

/** Runs a program and waits for the first of all the ways in which it can end. */
function untilTheEnd(run: () => Promise<void>): Promise<Ending> {
  // The handlers stay: whatever is left of the program must not end this process in its own way.
  return new Promise<Ending>((settle) => {
    let isEvaluated = false;
    const leave = (): void => {
      const code = Number(process.exitCode ?? 0);
      process.exitCode = undefined;
      if (isEvaluated && code !== 0) settle({ kind: 'exit', code });
      else settle({ kind: isEvaluated ? 'finished' : 'pending' });
    };
    const fail = (error: unknown): void => {
      if (!(error instanceof AppExit)) settle({ kind: 'failed', error });
    };
    process.once('beforeExit', leave);
    process.on('uncaughtException', fail);
    process.exit = (code) => {
      settle({ kind: 'exit', code: Number(code ?? process.exitCode ?? 0) });
      process.exitCode = undefined;
      mute();
      throw new AppExit('the app called process.exit()');
    };
    run().then(() => (isEvaluated = true), fail);
  });
}

/**
 * What keeps this process alive, but for processes: the compiler that checks types is one, and our own affair. So are ports
 * of messages, which Node's loader and our own threads have; and what is due at
 * once keeps nobody waiting, however busy the machine is.
 */
function whatIsOpen(): readonly string[] {
  const ours = /^(?:(?:Process|Pipe|TTY)Wrap|Immediate|MessagePort)$/;
  const open = process.getActiveResourcesInfo().filter((it) => !ours.test(it));
  return [...new Set(open)].sort();
}

function describeWait(hasSynthesized: boolean, open: readonly string[]): string {
  const state = hasSynthesized ? 'has synthesized and is still running' : 'is still running';
  return `The app ${state}; open are: ${open.join(', ')}.`;
}

/** A program that was cut off may still have timers, or catch what cut it off: nobody is to hear of that. */
function mute(): void {
  for (const stream of [process.stdout, process.stderr]) stream.write = () => true;
}

function describeEnding(ending: Ending): readonly Problem[] {
  switch (ending.kind) {
    case 'finished':
      return [];
    case 'pending':
      return [
        problem('PLM4015', { message: 'The app waits for a promise, and nothing is left that could settle it.' }),
      ];
    case 'exit':
      if (ending.code === 0) return [];
      return [problem('PLM4011', { message: `The app ended with exit code ${ending.code}.` })];
    case 'failed':
      return describeFailure(ending.error);
  }
}
