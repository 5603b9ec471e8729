// What judging costs. By hand: `npm run compile && node bench/engine/run.mjs [ROUNDS] [FOLDER]`. FOLDER holds kubectl-validate and kubeconform; without
// it they are left out:
//   GOBIN=FOLDER go install sigs.k8s.io/kubectl-validate@v0.0.4
//   GOBIN=FOLDER go install github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0
// kubeconform reads schemas made here from the OpenAPI documents of kubectl-validate, which `go install` leaves in Go's module cache.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { configMap, deployment, service } from './objects.mjs';

const rounds = Number(process.argv[2] ?? 3);
const others = process.argv[3] && resolve(process.argv[3]);
const library = resolve(process.env.BENCH_LIB ?? join(import.meta.dirname, '../../lib'));
const folder = mkdtempSync(join(tmpdir(), 'plimsoll-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const write = (name, documents) => writeFileSync(join(folder, name), documents.join('---\n'));
const some = (count, make) => Array.from({ length: count }, (_, index) => make(index));
write('1.yaml', [deployment(0)]);
write('1000.yaml', some(1000, deployment));
write('3000.yaml', some(3000, deployment));
mkdirSync(join(folder, 'files'));
for (let index = 0; index < 1000; index++)
  write(`files/${index}.yaml`, [deployment(index), service(index), configMap(index)]);

const cache = join(folder, 'cache');
const check = (path, ...more) => [process.execPath, join(library, 'cli/main.js'), 'check', path, '--quiet', ...more];
const ways = [
  { name: '`node -e 0`', command: [process.execPath, '-e', '0'] },
  ...['1.27', '1.36'].flatMap((minor) => [
    { name: `1 object, cold, ${minor}`, command: check('1.yaml', '--kubernetes', minor), cold: true },
    { name: `1 object, unchanged, ${minor}`, command: check('1.yaml', '--kubernetes', minor) },
  ]),
  { name: '3,000 objects in 1,000 files, cold', command: check('files'), cold: true },
  { name: '3,000 objects in 1,000 files, unchanged', command: check('files') },
  { name: '3,000 Deployments in one file, cold', command: check('3000.yaml'), cold: true },
  { name: '3,000 Deployments in one file, unchanged', command: check('3000.yaml') },
  { name: '1,000 Deployments in one file, cold', command: check('1000.yaml'), cold: true },
  { name: '1,000 Deployments in one file, unchanged', command: check('1000.yaml') },
  ...(others ? [kubectlValidate(), kubeconform()] : []),
];

const measured = ways.map(() => []);
const load = [loadavg()[0]];
// Round by round, so that what else this machine does falls on all of them.
for (let round = 0; round < rounds; round++) ways.forEach((way, index) => measured[index].push(measure(way)));
load.push(loadavg()[0]);

console.log(
  `Node ${process.version}, ${cpus().length} x ${cpus()[0].model}, median of ${rounds}; load ${load.map((one) => one.toFixed(1)).join(' to ')}\n`,
);
console.log('| what | CPU, s | wall, s | memory, MB |\n|---|---|---|---|');
ways.forEach(({ name }, index) => {
  const of = (key) => median(measured[index].map((one) => one[key]));
  console.log(`| ${name} | ${of('cpu').toFixed(2)} | ${of('wall').toFixed(2)} | ${of('memory').toFixed(0)} |`);
});
console.log(
  "\n| a Deployment, warm, one thread | as YAML, CPU, ms | as JSON, CPU, ms | as JSON, the server's answer alone, CPU, ms |\n|---|---|---|---|",
);
for (const minor of ['1.27', '1.36']) {
  const { stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'warm.mjs'), library, minor], {
    encoding: 'utf8',
  });
  console.log(`| ${minor} | ${stdout.trim().split(' ').join(' | ')} |`);
}

function kubectlValidate() {
  return {
    name: '1,000 Deployments, kubectl-validate',
    command: [join(others, 'kubectl-validate'), '--version', '1.27', '1000.yaml'],
  };
}

function kubeconform() {
  const modules = spawnSync('go', ['env', 'GOMODCACHE'], { encoding: 'utf8' }).stdout.trim();
  const path = join(modules, 'sigs.k8s.io/kubectl-validate@v0.0.4/pkg/openapiclient/builtins/1.27/apis/apps/v1.json');
  if (!existsSync(path)) throw new Error(`${path} is missing`);
  const { components } = JSON.parse(readFileSync(path, 'utf8'));
  const schema = { $ref: '#/components/schemas/io.k8s.api.apps.v1.Deployment', components };
  writeFileSync(join(folder, 'deployment.json'), JSON.stringify(schema));
  const location = join(folder, '{{.ResourceKind}}.json');
  return {
    name: '1,000 Deployments, kubeconform',
    command: [join(others, 'kubeconform'), '-schema-location', location, '1000.yaml'],
  };
}

/** One process: its time, and the memory it had at most. */
function measure({ cold, command }) {
  if (cold) rmSync(cache, { recursive: true, force: true });
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%U %S %e %M', ...command], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: cache },
  });
  if (status !== 0) throw new Error(`${command.join(' ')} failed:\n${stderr}`);
  const [user, system, wall, memory] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { cpu: user + system, wall, memory: memory / 1024 };
}

function median(numbers) {
  return [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)];
}
