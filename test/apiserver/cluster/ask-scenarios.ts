import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentFor, run } from './kubectl';
import type { Scenario } from './scenarios';

/** One call of kubectl, and what it said. */
export interface Call {
  readonly input: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** What came of a scenario. */
export interface Outcome {
  /** The exit code of plimsoll. */
  readonly code: number;
  /** What it says of the cluster, and where both agree that an object is refused: code, object, field and text. */
  readonly said: readonly string[];
  /** How many objects were asked about, and what came of it; nothing where the cluster cannot be asked. */
  readonly server?: object;
}

interface Report {
  readonly problems: readonly {
    readonly code: string;
    readonly message: string;
    readonly field?: string;
    readonly object?: { readonly kind: string; readonly name: string };
  }[];
  readonly server?: object;
}

const root = join(__dirname, '..', '..', '..');

/** Stands before the real kubectl and notes what it is told and what it says. */
const recorder = (real: string): string => `#!/usr/bin/env node
const { spawnSync } = require('node:child_process');
const { appendFileSync, readFileSync } = require('node:fs');
const input = readFileSync(0, 'utf8');
const { status, stdout, stderr } = spawnSync(${JSON.stringify(real)}, process.argv.slice(2), { input, encoding: 'utf8' });
appendFileSync(process.env.CALLS, JSON.stringify({ input, stdout, stderr, code: status }) + '\\n');
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = status;
`;

/** Runs `plimsoll check --server` on files with the real kubectl. */
export async function askScenario(
  { args = [], context = 'admin', objects }: Scenario,
  minor: string,
  kubeconfig: string,
): Promise<{ readonly outcome: Outcome; readonly calls: readonly Call[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-server-'));
  try {
    const calls = join(folder, 'calls');
    mkdirSync(join(folder, 'bin'));
    const real = execFileSync('sh', ['-c', 'command -v kubectl'], { encoding: 'utf8' }).trim();
    writeFileSync(join(folder, 'bin', 'kubectl'), recorder(real));
    chmodSync(join(folder, 'bin', 'kubectl'), 0o755);
    writeFileSync(join(folder, 'objects.yaml'), textOf(objects));
    const known = environmentFor(kubeconfig);
    const environment = { ...known, PATH: `${join(folder, 'bin')}:${known.PATH}`, CALLS: calls };
    const target = args.includes('--kubernetes') ? [] : ['--kubernetes', minor];
    const { code, stdout, stderr } = await plimsoll(
      ['check', 'objects.yaml', '--server', '--context', context, '--json', ...target, ...args],
      environment,
      folder,
    );
    if (stdout === '') throw new Error(stderr);
    const made = existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [];
    return { outcome: outcomeOf(stdout, code), calls: made.map((line) => steady(JSON.parse(line) as Call)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the command from its sources. */
export function plimsoll(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  folder: string,
): ReturnType<typeof run> {
  const loader = join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs');
  const main = join(root, 'src', 'cli', 'main.ts');
  return run(process.execPath, ['--import', loader, main, ...args], environment, '', folder);
}

/** The file that is checked. */
export function textOf(objects: readonly object[]): string {
  return objects.map((object) => `---\n${JSON.stringify(object, undefined, 2)}\n`).join('');
}

/** What is said of the cluster in a report as JSON. */
export function outcomeOf(json: string, code: number): Outcome {
  const { problems, server } = JSON.parse(json) as Report;
  const said = problems
    .filter((it) => it.code.startsWith('PLM5') && it.code !== 'PLM5007')
    .map(({ code: which, field = '', message, object }) =>
      [which, object && `${object.kind}/${object.name}`, field, which.startsWith('PLM53') ? message : '']
        .filter((part) => part !== '' && part !== undefined)
        .join(' '),
    );
  return { code, said: said.map(steadyText), ...(server && { server }) };
}

function steady({ input, stdout, stderr, code }: Call): Call {
  return { input, stdout, stderr: steadyText(stderr), code };
}

/** Ports are other ones in each run, and so is where names are looked up. */
function steadyText(text: string): string {
  return text.replace(/127\.0\.0\.1:\d{4,}/g, '127.0.0.1:6443');
}
