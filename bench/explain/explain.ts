/**
 * Times `plimsoll explain` as a whole process: one field of an application of so many objects.
 * Run by hand after `npm run compile`: `npx tsx bench/explain/explain.ts`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const sizes = [70, 700, 7_000, 21_000];
const rounds = 3;

/** An application of seven objects, as often as it takes. */
const main = (applications: number): string => `
const { Chart } = require('cdk8s');
const { App, ConfiguredApp } = require('cdk8s-plimsoll');
const app = new App();
const chart = new Chart(app, 'all', { namespace: 'bench' });
for (let index = 0; index < ${applications}; index += 1) {
  new ConfiguredApp(chart, 'web-' + index, {
    image: 'registry.example.com/web:1.0.0',
    ports: { http: 8080 },
    settings: { data: { LEVEL: 'info' } },
    autoscaling: { maxReplicas: 3 },
    ingress: { host: 'web-' + index + '.example.com' },
    podDisruptionBudget: { maxUnavailable: 1 },
    networkPolicy: { allowFrom: [] },
  });
}
app.synth();
`;

function project(applications: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-bench-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/cdk8s-plimsoll'));
  for (const name of ['cdk8s', 'cdk8s-plus-27', 'constructs']) {
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  writeFileSync(join(folder, 'package.json'), '{}');
  writeFileSync(join(folder, 'cdk8s.yaml'), 'app: node main.js\n');
  writeFileSync(join(folder, 'main.js'), main(applications));
  return folder;
}

/** Seconds of processor time of the command, as the shell measures it. */
function run(folder: string): number {
  const command = `TIMEFORMAT='%U %S'; time node "$1" explain Ingress/web-0 'spec.rules[0].host' >/dev/null`;
  const { stderr, status } = spawnSync('bash', ['-c', command, 'bench', join(root, 'lib/cli/main.js')], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stderr
    .trim()
    .split(/\s+/)
    .slice(-2)
    .reduce((sum, seconds) => sum + Number(seconds), 0);
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

let before: { readonly size: number; readonly seconds: number } | undefined;
for (const size of sizes) {
  const folder = project(size / 7);
  const seconds = median(Array.from({ length: rounds }, () => run(folder)));
  rmSync(folder, { recursive: true });
  const exponent = before && Math.log(seconds / before.seconds) / Math.log(size / before.size);
  process.stdout.write(
    `${size} objects: ${seconds.toFixed(2)} s${exponent === undefined ? '' : `, exponent ${exponent.toFixed(2)}`}\n`,
  );
  before = { size, seconds };
}
