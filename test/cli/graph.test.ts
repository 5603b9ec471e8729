import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tagsOf } from '../graph/well-formed';
import { shop } from '../graph/graph-objects';
import { describeWithEngine } from '../support/with-engine';
import { Project } from './support/command';
import type { Transcript } from './support/command';

const root = join(__dirname, '../..');

let project: Project;
afterEach(() => project.remove());

const app = (image: string): string => `const { ApiObject, App, Chart } = require('cdk8s');
const app = new App();
const chart = new Chart(app, 'web', { namespace: 'shop' });
new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: { a: '1' } });
new ApiObject(chart, 'deployment', {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'web', image: '${image}', envFrom: [{ configMapRef: { name: 'settings' } }] }] },
    },
  },
});
app.synth();
`;
const projectOf = (main: string): Project => new Project({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': main });
const graph = (...args: readonly string[]): Transcript => project.run(['graph', '--no-judge', ...args]);

interface Parsed {
  readonly ok: boolean;
  readonly nodes: readonly {
    readonly id: string;
    readonly source?: { readonly file: string; readonly line: number };
    readonly change?: { readonly kind: string };
    readonly problems: readonly { readonly code: string }[];
  }[];
  readonly problems: readonly { readonly code: string }[];
}

describe('plimsoll graph', () => {
  test('draws what the app makes as Mermaid, and writes nothing', () => {
    project = projectOf(app('web:1.0.0'));
    expect(graph()).toMatchInlineSnapshot(`
     {
       "code": 0,
       "stderr": "",
       "stdout": "flowchart LR
       subgraph Group_namespace_shop_chart_web["namespace shop · chart web"]
         ConfigMap_shop_settings["ConfigMap<br/>settings"]:::configuration
         Deployment_shop_web["Deployment<br/>web"]:::workload
       end
       Deployment_shop_web -->|"reads env from"| ConfigMap_shop_settings
       classDef workload fill:#e8effc,stroke:#2f62c4,color:#16233d
       classDef configuration fill:#fbf1dc,stroke:#96690c,color:#33260a
     ",
     }
    `);
    expect(project.list('dist')).toEqual([]);
  });

  test('knows by the name of the file how to draw', () => {
    project = projectOf(app('web:1.0.0'));
    const files = ['a.svg', 'pictures/b.html', 'c.dot', 'd.json', 'e.mmd'];
    expect(files.map((file) => graph('-o', file).stdout)).toEqual(
      files.map((file) => `${file}: 2 objects, 1 reference\n`),
    );
    expect(files.map((file) => project.read(file).slice(0, 9))).toEqual([
      '<svg xmln',
      '<!doctype',
      'digraph o',
      '{\n  "comm',
      'flowchart',
    ]);
    expect(tagsOf(project.read('a.svg'))).toContain('path');
  });

  test('names the line of code that made each object', () => {
    project = projectOf(app('web:1.0.0'));
    const { nodes } = JSON.parse(graph('--json').stdout) as Parsed;
    expect(nodes.map(({ id, source }) => `${id} ${source?.file}:${source?.line}`)).toEqual([
      'ConfigMap_shop_settings main.js:4',
      'Deployment_shop_web main.js:5',
    ]);
  });

  test('says the same bytes twice', () => {
    project = projectOf(app('web:1.0.0'));
    expect(graph('--format', 'html').stdout).toBe(graph('--format', 'html').stdout);
  });

  test('marks what changes against a Git revision, and against a folder', () => {
    project = projectOf(app('web:1.0.0'));
    project.run(['synth', '--no-judge']);
    const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'init.defaultBranch=main'];
    for (const args of [['init'], ['add', 'dist'], ['commit', '-m', 'a']]) {
      execFileSync('git', [...identity, '-c', 'commit.gpgsign=false', ...args], { cwd: project.folder, stdio: 'pipe' });
    }
    project.write({ 'main.js': app('web:2.0.0') });
    for (const against of ['main', 'dist']) {
      const { nodes } = JSON.parse(graph('--json', '--against', against).stdout) as Parsed;
      expect(nodes.map(({ change }) => change?.kind)).toEqual([undefined, 'changed']);
    }
    const { code, stderr } = graph('--against', 'nowhere');
    expect({ code, stderr }).toMatchInlineSnapshot(`
     {
       "code": 1,
       "stderr": "error PLM6006 \`--against nowhere\` is neither a folder nor a revision that Git knows: Needed a single revision.
       fix: Name a folder, or a branch, tag or commit that \`git log\` shows.

     nothing was drawn
     ",
     }
    `);
  });

  test('draws one chart, namespace or construct', () => {
    project = new Project({
      'a.yaml': `${shop}---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: other, namespace: mail }\n`,
    });
    expect(graph('a.yaml', '--only', 'mail', '-o', 'a.mmd').stdout).toBe(
      'a.mmd: 1 object, 0 references; 5 of 6 objects left out with --only\n',
    );
    expect(project.read('a.mmd')).not.toContain('web');
    expect(graph('a.yaml', '--only', 'male')).toEqual({
      stdout: '',
      stderr: '--only: no object is in the namespace, chart or construct `male`. There is mail.\n',
      code: 2,
    });
  });

  test('draws any YAML, with what is wrong with it and where it stands', () => {
    project = new Project({ 'k8s/a.yaml': shop.replace('selector: { app: web }', 'selector: { app: wep }') });
    const { nodes } = JSON.parse(graph('k8s', '--json').stdout) as Parsed;
    expect(
      nodes
        .slice(0, 2)
        .map(({ id, problems, source }) => [id, source?.file, source?.line, problems.map(({ code }) => code)]),
    ).toEqual([
      ['Deployment_shop_web', 'k8s/a.yaml', 1, []],
      ['Service_shop_web', 'k8s/a.yaml', 17, ['PLM7101']],
    ]);
  });

  test('reads the standard input', () => {
    project = new Project({});
    const { stdout } = project.spawn(['graph', '--no-judge', '-', '--format', 'dot'], {
      cwd: project.folder,
      encoding: 'utf8',
      env: project.environment(),
      input: shop,
    });
    expect(stdout).toContain('Service_shop_web -> Deployment_shop_web [label="selects"];');
  });

  test.each([
    ['no app', {}, []],
    ['an app that throws', { 'cdk8s.yaml': 'app: node main.js\n', 'main.js': 'throw new Error("no luck");\n' }, []],
    ['a folder that is not there', {}, ['k8s']],
    ['a folder without objects', { 'k8s/a.yaml': 'name: none\n' }, ['k8s']],
    ['a file that cannot be written', { 'a.yaml': shop, 'b/c': '' }, ['a.yaml', '-o', 'b']],
  ])('refuses %s', (_, files, args) => {
    project = new Project(files);
    const { code, stderr, stdout } = graph(...args);
    expect(stdout).toBe('');
    expect(code).toBe(1);
    expect(stderr.replace(/\n\s+at .*/g, '')).toMatchSnapshot();
  });
});

describeWithEngine('plimsoll graph', () => {
  test('shows what the API server would refuse', () => {
    project = new Project({ 'a.yaml': shop.replace('port: 80', 'port: 800000') });
    const { nodes } = JSON.parse(project.run(['graph', 'a.yaml', '--json']).stdout) as Parsed;
    expect(nodes.find(({ id }) => id === 'Service_shop_web')?.problems).toHaveLength(1);
  });
});

test('the picture of the example application is what the command draws: `plimsoll graph --no-judge --only shop -o docs/example.svg`', () => {
  project = new Project({});
  const { status, stdout } = project.spawn(['graph', '--no-judge', '--only', 'shop', '--format', 'svg'], {
    cwd: root,
    encoding: 'utf8',
    env: project.environment(),
  });
  expect(status).toBe(0);
  expect(stdout).toBe(readFileSync(join(root, 'docs/example.svg'), 'utf8'));
});
