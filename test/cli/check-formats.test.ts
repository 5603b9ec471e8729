import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { repositoryPage } from '../../src/cli/check/list-problems';
import { readFormats } from '../../src/cli/check/formats';
import { describeWithEngine } from '../support/with-engine';
import { Project } from './support/command';

let project: Project;
afterEach(() => project?.remove());

const schemaFile = join(__dirname, '../../docs/schemas/check.schema.json');
const isReport = new Ajv2020({ allowUnionTypes: true, strictRequired: false }).compile(
  JSON.parse(readFileSync(schemaFile, 'utf8')) as object,
);

function expectReport(text: string): void {
  isReport(JSON.parse(text));
  expect(isReport.errors ?? []).toEqual([]);
}

const app = (data: string): string => `const { ApiObject, App, Chart } = require('cdk8s');
const app = new App();
const chart = new Chart(app, 'web');
new ApiObject(chart, 'one', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'one' } });
new ApiObject(chart, 'two', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'two' }, data: ${data} });
app.synth();
`;
const service = (port: number): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n    - port: ${port}\n`;

describe('--format', () => {
  test('names one format, or more with files', () => {
    expect(readFormats('json')).toEqual([{ format: 'json' }]);
    expect(readFormats('text,sarif=a/b.sarif,junit=x=y.xml')).toEqual([
      { format: 'text' },
      { format: 'sarif', file: 'a/b.sarif' },
      { format: 'junit', file: 'x=y.xml' },
    ]);
    expect(readFormats('sarif=a')).toEqual([{ format: 'text' }, { format: 'sarif', file: 'a' }]);
    expect(readFormats('text=a')).toBe('--format text goes to the standard output only.');
  });
});

test.each([
  ['git+https://github.com/owner/name.git', 'https://github.com/owner/name'],
  ['git@github.com:owner/name.git', undefined],
  [undefined, undefined],
])('the page of the repository %s is %s', (url, page) => {
  expect(repositoryPage(url)).toBe(page);
});

describeWithEngine('plimsoll check reports', () => {
  test('in all formats at once, and in text to whoever reads along', () => {
    project = new Project({ 'k8s/web.yaml': service(0) });
    const files = ['sarif', 'json', 'github', 'gitlab', 'junit', 'markdown'];
    const list = files.map((format) => `${format}=reports/${format}`).join(',');
    const { code, stderr, stdout } = project.run(['check', 'k8s', '--format', `text,${list}`]);
    expect([code, stdout]).toEqual([1, '1 object in 1 file judged for Kubernetes 1.27: 1 error\n']);
    expect(stderr).toContain('error PLM5001 spec.ports[0].port');
    expect(project.list('reports')).toEqual([...files].sort());
    for (const format of files) expect(project.read(`reports/${format}`)).toContain('k8s/web.yaml');
    expectReport(project.read('reports/json'));
  });

  test.each(['sarif', 'json', 'github', 'gitlab', 'junit', 'markdown'])(
    'in %s to the standard output alone',
    (format) => {
      project = new Project({ 'web.yaml': service(0) });
      const { code, stderr, stdout } = project.run(['check', 'web.yaml', '--format', format]);
      expect([code, stderr]).toEqual([1, '']);
      expect(stdout).toContain('PLM5001');
    },
  );

  test('with both places: the code, and the manifest', () => {
    project = new Project({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': app('{}') });
    project.run(['synth']);
    project.write({ 'main.js': app("{ 'a b': '1' }") });
    const { stdout } = project.run(['check', '--json']);
    expectReport(stdout);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      output: { folder: 'dist', compared: false },
      problems: [
        {
          code: 'PLM5001',
          construct: 'web/two',
          file: 'main.js',
          line: 5,
          manifest: { file: 'dist/web.k8s.yaml', line: 10 },
        },
      ],
    });
    const sarif = JSON.parse(project.run(['check', '--format', 'sarif']).stdout) as {
      readonly runs: readonly [{ readonly results: readonly unknown[] }];
    };
    expect(sarif.runs[0].results).toEqual([
      expect.objectContaining({
        locations: [
          expect.objectContaining({
            physicalLocation: expect.objectContaining({
              artifactLocation: { uri: 'main.js', uriBaseId: '%SRCROOT%' },
            }) as object,
          }),
        ],
        relatedLocations: [
          expect.objectContaining({
            physicalLocation: expect.objectContaining({
              artifactLocation: { uri: 'dist/web.k8s.yaml', uriBaseId: '%SRCROOT%' },
            }) as object,
          }),
        ],
      }),
    ]);
  });

  test('with fingerprints that stay when lines move', () => {
    project = new Project({ 'web.yaml': service(0) });
    const print = (): string => {
      const { problems } = JSON.parse(project.run(['check', 'web.yaml', '--json']).stdout) as {
        readonly problems: readonly { readonly fingerprint: string }[];
      };
      return problems.map(({ fingerprint }) => fingerprint).join();
    };
    const before = print();
    project.write({ 'web.yaml': `# one\n# two\n${service(-1)}` });
    expect(print()).toBe(before);
    project.write({ 'web.yaml': service(0).replace('name: web', 'name: other') });
    expect(print()).not.toBe(before);
  });

  test('with paths from the root of the repository, where the project is in a folder of it', () => {
    project = new Project({ 'apps/web/k8s.yaml': service(0) });
    execFileSync('git', ['init', '-q'], { cwd: project.folder });
    const run = (format: string): string => {
      const options = { cwd: project.path('apps/web'), env: project.environment(), encoding: 'utf8' as const };
      return project.spawn(['check', 'k8s.yaml', '--format', format], options).stdout;
    };
    expect(run('github')).toContain('file=apps/web/k8s.yaml,line=7,col=13');
    expect(run('json')).toContain('"file": "k8s.yaml"');
  });

  test('whatever the app allows, with its reason', () => {
    project = new Project({
      'cdk8s.yaml': 'app: node main.js\n',
      'main.js': app('{}').replace(
        'app.synth',
        "require('cdk8s-plimsoll').allow(chart, 'PLM7405', 'because');\napp.synth",
      ),
    });
    const { stdout } = project.run(['check', '--json']);
    expectReport(stdout);
    expect(stdout).toContain('PLM2003');
  });

  test('and says what it cannot write', () => {
    project = new Project({ 'web.yaml': service(80), file: '' });
    const { code, stderr } = project.run(['check', 'web.yaml', '--format', 'sarif=file/x']);
    expect([code, stderr]).toEqual([1, '`file/x` cannot be written: EEXIST.\n']);
  });

  test('as JSON by the published schema, in every state of the output folder', () => {
    project = new Project({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': app('{}') });
    expectReport(project.run(['check', '--json']).stdout);
    project.run(['synth']);
    expectReport(project.run(['check', '--json']).stdout);
    project.write({ 'dist/web.k8s.yaml': 'x', 'dist/other.yaml': '' });
    expectReport(project.run(['check', '--json']).stdout);
    expectReport(project.run(['check', '--json', 'dist', 'main.js', '--against', 'none']).stdout);
    expectReport(project.run(['check', '--json', 'nowhere']).stdout);
  });
});
