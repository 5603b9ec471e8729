// Times `plimsoll check` of an app whose output is as it should be, with verdicts remembered, each run in a process of its own:
//   npm run compile && node bench/check/run.mjs [RUNS] [PACKAGE]
// Prints wall and CPU time of the whole process by the number of objects, and how they grow. PACKAGE is the folder that has lib/.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const runs = Number(process.argv[2] ?? 3);
const repository = fileURLToPath(new URL('../..', import.meta.url));
const home = realpathSync(process.argv[3] ?? repository);
const command = join(home, 'lib/cli/main.js');
const sizes = [70, 700, 7_000, 21_000];
/** Objects of a chart, and so of a file. */
const ofChart = 70;

/** Applications of seven objects, ten of them in a chart; nothing is to be said of any. */
const main = `const { ApiObject, Chart } = require('cdk8s');
const { App } = require('cdk8s-plimsoll');
const app = new App();
for (let chart = 0; chart < Number(process.env.OBJECTS) / ${ofChart}; chart++) {
  const scope = new Chart(app, 'chart-' + chart);
  for (let index = 0; index < ${ofChart} / 7; index++) addApplication(scope, 'web-' + index, 'bench-' + chart);
}
app.synth();

function addApplication(scope, name, namespace) {
  const labels = { 'app.kubernetes.io/name': name };
  const add = (apiVersion, kind, fields) =>
    new ApiObject(scope, name + '-' + kind, { apiVersion, kind, metadata: { name, namespace, labels }, ...fields });
  add('v1', 'ServiceAccount', { automountServiceAccountToken: false });
  add('v1', 'ConfigMap', { data: { LOG_LEVEL: 'info', 'app.conf': 'listen 8080\\nroot /srv\\n' } });
  const container = {
    name: 'web',
    image: 'registry.example.com/shop/web:1.4.2',
    ports: [{ name: 'http', containerPort: 8080 }],
    envFrom: [{ configMapRef: { name } }],
    readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
  };
  const template = { metadata: { labels }, spec: { serviceAccountName: name, containers: [container] } };
  add('apps/v1', 'Deployment', { spec: { selector: { matchLabels: labels }, template } });
  add('v1', 'Service', { spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 'http' }] } });
  const service = { name, port: { name: 'http' } };
  const http = { paths: [{ path: '/', pathType: 'Prefix', backend: { service } }] };
  add('networking.k8s.io/v1', 'Ingress', { spec: { rules: [{ host: name + '.' + namespace + '.example.com', http }] } });
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name };
  add('autoscaling/v2', 'HorizontalPodAutoscaler', { spec: { minReplicas: 2, maxReplicas: 6, scaleTargetRef } });
  add('policy/v1', 'PodDisruptionBudget', { spec: { maxUnavailable: 1, selector: { matchLabels: labels } } });
}
`;

function median(values) {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)];
}

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-bench-check-'));
try {
  mkdirSync(join(folder, 'node_modules'));
  for (const name of ['cdk8s', 'constructs']) {
    symlinkSync(resolve(repository, 'node_modules', name), join(folder, 'node_modules', name));
  }
  symlinkSync(home, join(folder, 'node_modules/cdk8s-plimsoll'));
  writeFileSync(join(folder, 'package.json'), '{}');
  writeFileSync(join(folder, 'cdk8s.yaml'), 'app: node main.cjs\n');
  writeFileSync(join(folder, 'main.cjs'), main);
  console.log('| objects | wall, ms | CPU, ms | growth exponent of CPU |\n|---|---|---|---|');
  let before;
  for (const objects of sizes) {
    rmSync(join(folder, 'dist'), { recursive: true, force: true });
    const run = (...args) => {
      const env = {
        ...process.env,
        OBJECTS: String(objects),
        CPU: join(folder, 'cpu'),
        XDG_CACHE_HOME: join(folder, 'cache'),
        NODE_OPTIONS: `--require ${fileURLToPath(new URL('note-cpu.cjs', import.meta.url))}`,
      };
      const start = process.hrtime.bigint();
      const options = { cwd: folder, env, encoding: 'utf8', maxBuffer: 1e9 };
      const { status, stderr, stdout } = spawnSync(process.execPath, [command, ...args], options);
      const wall = Number(process.hrtime.bigint() - start) / 1e6;
      if (status !== 0 || stderr !== '') throw new Error(`${args[0]} ended with ${status}: ${stderr.slice(0, 2000)}`);
      const cpu = Number(readFileSync(join(folder, 'cpu'), 'utf8'));
      return { wall, cpu, stdout };
    };
    run('synth', '-q');
    run('check');
    if (!existsSync(join(folder, 'dist/.plimsoll'))) throw new Error('nothing was written');
    const results = Array.from({ length: runs }, () => run('check'));
    const [wall, cpu] = [median(results.map((it) => it.wall)), median(results.map((it) => it.cpu))];
    const growth = before ? (Math.log(cpu / before.cpu) / Math.log(objects / before.objects)).toFixed(2) : '';
    console.log(`| ${objects} | ${wall.toFixed(0)} | ${cpu.toFixed(0)} | ${growth} |`);
    before = { objects, cpu };
  }
} finally {
  rmSync(folder, { recursive: true });
}
