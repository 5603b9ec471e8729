/**
 * What it costs to run one small TypeScript app: by each transformer that could be used, and by the two commands.
 * Run by hand: `npm run compile && npx tsx bench/loader/loader.ts [ROUNDS] [FOLDER]`. Transformers that are not installed
 * here are taken from FOLDER/node_modules if it is given, and left out otherwise.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const rounds = Number(process.argv[2] ?? 11);
const homes = [__dirname, ...(process.argv[3] ? [resolve(process.argv[3], 'x')] : [])];
const root = resolve(__dirname, '../..');
/** An app of two objects with the classes of cdk8s: next to nothing but the cost of running it. */
const app = join(__dirname, 'app');
/** One WebDeployment. */
const webDeployment = join(__dirname, 'web-deployment');
const output = join(tmpdir(), 'plimsoll-bench-loader');
const node = process.execPath;
const hook = join(__dirname, 'hook.cjs');

interface Way {
  readonly name: string;
  readonly command: readonly string[];
  readonly needs?: string;
}

const ways: readonly Way[] = [
  { name: 'node -e 0', command: [node, '-e', '0'] },
  { name: 'the app, compiled before', command: [node, hook, 'compiled', join(app, 'main.ts')], needs: 'oxc-transform' },
  ...['oxc-transform', '@swc/core', 'esbuild', 'sucrase', 'amaro', 'typescript'].map((needs) => ({
    name: needs,
    command: [node, hook, needs, join(app, 'main.ts')],
    needs,
  })),
  { name: 'jiti', command: [node, hook, 'jiti', join(app, 'main.ts')], needs: 'jiti' },
  { name: 'tsx, `--require tsx/cjs`', command: [node, '--require', 'tsx/cjs', join(app, 'main.ts')], needs: 'tsx' },
  { name: 'tsx, `--import tsx`', command: [node, '--import', 'tsx', join(app, 'main.ts')], needs: 'tsx' },
  { name: 'tsx, the command', command: [join(root, 'node_modules/.bin/tsx'), join(app, 'main.ts')], needs: 'tsx' },
  { name: 'plimsoll --version', command: [node, join(root, 'lib/cli/main.js'), '--version'] },
  { name: 'plimsoll synth --no-typecheck', command: synth('--no-typecheck') },
  { name: 'plimsoll synth', command: synth() },
  { name: 'npx cdk8s synth (ts-node)', command: ['npx', 'cdk8s', 'synth', '--check-upgrade=false', '-o', output] },
];

function synth(...flags: readonly string[]): readonly string[] {
  return [node, join(root, 'lib/cli/main.js'), 'synth', '--output', output, '--quiet', ...flags];
}

/** The folder from which a package can be loaded. */
function homeOf(name: string): string | undefined {
  return homes.find((home) => {
    try {
      return Boolean(createRequire(join(home, 'x.js')).resolve(name));
    } catch {
      return false;
    }
  });
}

/** CPU and wall time of a command and all it starts, in milliseconds. */
function measure(command: readonly string[], home: string): { readonly cpu: number; readonly wall: number } {
  const { status, stderr } = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S %R"; time "$@"', 'bash', ...command], {
    cwd: webDeployment,
    encoding: 'utf8',
    env: { ...process.env, CDK8S_OUTDIR: output, BENCH_HOME: home },
  });
  const [user, system, real] = stderr.trim().split('\n').slice(-1)[0].split(' ').map(Number);
  if (status !== 0) throw new Error(`${command.join(' ')} failed:\n${stderr}`);
  return { cpu: (user + system) * 1000, wall: real * 1000 };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)];
}

console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0].model}, median of ${rounds} runs\n`);
console.log('| way | CPU, ms | wall, ms |\n|---|---|---|');
for (const { command, name, needs } of ways) {
  const home = needs === undefined ? __dirname : homeOf(needs);
  if (home === undefined) continue;
  measure(command, home);
  const runs = Array.from({ length: rounds }, () => measure(command, home));
  console.log(
    `| ${name} | ${median(runs.map((run) => run.cpu)).toFixed(0)} | ${median(runs.map((run) => run.wall)).toFixed(0)} |`,
  );
}
if (existsSync(output)) rmSync(output, { recursive: true });
