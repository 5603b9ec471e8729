import { join } from 'node:path';
import { Project } from './support/command';
import { commonJsTsconfig } from './support/projects';

const main = `import { Chart } from 'cdk8s';
import { App, ConfiguredApp, NginxWithBackendPod, WebDeployment } from 'cdk8s-plimsoll';

const app = new App({ labels: { team: 'shop' } });
const chart = new Chart(app, 'web', { namespace: 'shop' });
const shared = { replicas: 2 };
new WebDeployment(chart, 'front', {
  image: 'ghcr.io/example/front:1.0.0',
  ports: { http: { containerPort: 8080, servicePort: 80 } },
  ...shared,
});
new ConfiguredApp(chart, 'shop', {
  image: 'ghcr.io/example/shop:1.0.0',
  settings: { data: { LOG_LEVEL: 'info' } },
});
new NginxWithBackendPod(chart, 'echo', {
  routes: [{ prefix: '/', proxyTo: 'echo' }, { exact: '/old', redirect: { to: '/', status: 301 } }],
  backend: { image: 'ghcr.io/example/echo:1.0.0', ports: { echo: 8080 } },
});
app.synth();
`;

let project: Project;
beforeAll(() => {
  project = new Project({ 'cdk8s.yaml': 'app: node main.ts\n', 'main.ts': main, 'tsconfig.json': commonJsTsconfig });
  expect(project.run(['synth', '--no-judge', '--no-typecheck']).code).toBe(0);
});
afterAll(() => project.remove());

/** The line of the output on which a text stands. */
const lineOf = (text: string, after = ''): string => {
  const yaml = project.read('dist/web.k8s.yaml');
  const at = yaml.indexOf(text, yaml.indexOf(after));
  if (at < 0) throw new Error(`there is no ${text}`);
  return `dist/web.k8s.yaml:${yaml.slice(0, at).split('\n').length}`;
};
const explain = (...args: readonly string[]) => project.run(['explain', ...args]);
const cause = (...args: readonly string[]): { readonly kind: string; readonly source?: { readonly line: number } } =>
  JSON.parse(explain(...args, '--json').stdout).cause;

describe('explain FILE:LINE', () => {
  test('names the prop, the lines around it, the construct and what Kubernetes says', () => {
    expect(explain(lineOf('replicas: 2'))).toMatchInlineSnapshot(`
     {
       "code": 0,
       "stderr": "",
       "stdout": "Deployment front in shop: spec.replicas
       set by the prop replicas at main.ts:6:18
         5 | const chart = new Chart(app, 'web', { namespace: 'shop' });
         6 | const shared = { replicas: 2 };
           |                  ^
         7 | new WebDeployment(chart, 'front', {
       made by WebDeployment web/front at main.ts:7:1

       DeploymentSpec.replicas
       Number of desired pods. This is a pointer to distinguish between explicit zero and not specified.
       Defaults to 1.
     ",
     }
    `);
  });

  test('follows a spread to where it was declared', () => {
    expect(cause(lineOf('replicas: 2'))).toMatchObject({
      kind: 'prop',
      prop: 'replicas',
      source: { file: 'main.ts', line: 6 },
    });
  });

  test('leads from settings and their hash to the setting', () => {
    expect(cause(lineOf('LOG_LEVEL: info'))).toMatchObject({ prop: 'settings.data.LOG_LEVEL', source: { line: 14 } });
    expect(cause(lineOf('checksum/config'))).toMatchObject({ prop: 'settings.data.LOG_LEVEL', source: { line: 14 } });
  });

  test('leads from a line of generated configuration to the route', () => {
    expect(cause(lineOf('return 301'))).toMatchObject({ kind: 'prop', source: { line: 17 } });
    expect(cause(lineOf('location = /old'))).toMatchObject({ prop: 'routes[1].exact', source: { line: 17 } });
  });

  test('tells names, the scope and what is always so', () => {
    expect(cause(lineOf('name: front'))).toMatchObject({ kind: 'id', source: { line: 7 } });
    expect(cause(lineOf('namespace: shop'))).toEqual({ kind: 'scope', name: 'namespace' });
    expect(cause(lineOf('team: shop'))).toEqual({ kind: 'scope', name: 'labels' });
    expect(cause(lineOf('runAsNonRoot'))).toEqual({ kind: 'scope', name: 'profile' });
    expect(cause(lineOf('kind: Deployment'))).toEqual({ kind: 'construct' });
  });

  test('says when the file is not what the app makes now', () => {
    const before = project.read('dist/web.k8s.yaml');
    project.write({ 'dist/web.k8s.yaml': before.replace('replicas: 2', 'replicas: 5') });
    const { code, stderr, stdout } = explain(lineOf('replicas: 5'));
    project.write({ 'dist/web.k8s.yaml': before });
    expect(stderr).toBe('The file says something else there than the app does now: run `plimsoll synth`.\n');
    expect(stdout).toContain('set by the prop replicas');
    expect(code).toBe(0);
  });
});

test('explain KIND/NAME FIELD answers the same', () => {
  expect(cause('deployment/front', 'spec.replicas')).toMatchObject({ prop: 'replicas' });
});

test('explain CODE says what a problem means', () => {
  expect(explain('plm2001').stdout).toContain('an object is defined twice');
  expect(JSON.parse(explain('PLM2001', '--json').stdout)).toMatchObject({ code: 'PLM2001', severity: 'error' });
});

test('--source-map knows every line that says something', () => {
  const { stdout } = explain('--source-map', 'map/source-map.json');
  const map = JSON.parse(project.read('map/source-map.json'));
  expect(stdout).toBe(
    `${map.total} lines of 1 files, ${map.exact} of them to the prop or default: map/source-map.json\n`,
  );
  expect(map.exact).toBe(map.total);
  expect(map.files['web.k8s.yaml'][lineOf('replicas: 2').split(':')[1]!]).toEqual({
    object: 'Deployment/front',
    field: 'spec.replicas',
    construct: 'web/front',
    cause: 'prop',
    by: 'replicas',
    source: 'main.ts:6:18',
  });
});

test('nine lines in ten of the example application are known to the prop or default', () => {
  const root = join(__dirname, '../..');
  const file = project.path('example-map.json');
  const { status } = project.spawn(['explain', '--source-map', file], {
    cwd: root,
    encoding: 'utf8',
    env: project.environment(),
  });
  const map = JSON.parse(project.read('example-map.json'));
  expect({ status, files: Object.keys(map.files).length }).toEqual({ status: 0, files: 7 });
  expect(map.exact / map.total).toBeGreaterThanOrEqual(0.9);
  // Most are more than the rule of a construct: a prop, an id, a profile, a word of the chart.
  const lines = Object.values<object>(map.files).flatMap(
    (of) => Object.values(of) as { readonly cause: string; readonly source: string }[],
  );
  expect(lines.filter(({ cause }) => cause === 'construct').length / map.total).toBeLessThan(0.3);
  // The library runs from its sources here; what it makes is nevertheless the example's.
  expect(lines.filter(({ source }) => !source.startsWith('src/examples/'))).toEqual([]);
});

describe('explain refuses', () => {
  test.each([
    ['nothing', [], 2],
    ['two things', ['a/b', 'c', 'd'], 2],
    ['a file without a line', ['main.ts'], 2],
    ['a file that is not there', ['dist/other.yaml:1'], 2],
    ['a line beyond the end', ['dist/web.k8s.yaml:9999'], 1],
    ['a file that is no manifest', ['main.ts:1'], 1],
    ['an object that the app does not make', ['deployment/frnot'], 1],
    ['a field that the object does not have', ['deployment/front', 'spec.replica'], 1],
    ['a code that there is not', ['PLM9999'], 1],
  ])('%s', (_what, args, exitCode) => {
    const { code, stderr, stdout } = explain(...args);
    expect({ code, stdout }).toEqual({ code: exitCode, stdout: '' });
    expect(stderr).toMatchSnapshot();
  });

  test('an app that does not run, with what is wrong with it', () => {
    const { code, stderr } = explain('deployment/front', '--app', 'node missing.js');
    expect({ code, says: /PLM4016/.test(stderr) }).toEqual({ code: 1, says: true });
  });
});
