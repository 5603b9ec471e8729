import { execFileSync } from 'node:child_process';
import { describeWithEngine } from '../support/with-engine';
import { Project } from './support/command';

let project: Project;
afterEach(() => project.remove());

const service = (port: number | string): string => `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ports:
    - port: ${port}
`;

function git(...args: readonly string[]): void {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'init.defaultBranch=main'];
  execFileSync('git', [...identity, ...args], { cwd: project.folder, stdio: 'pipe' });
}

describeWithEngine('plimsoll check', () => {
  test('says that all is well, and what is no Kubernetes object', () => {
    project = new Project({ 'k8s/web.yaml': service(80), 'k8s/values.yaml': 'a: 1\n', 'k8s/notes.txt': 'x' });
    expect(project.run(['check', 'k8s'])).toEqual({
      stdout:
        'skipped k8s/values.yaml: no Kubernetes object\n' +
        '1 object in 2 files judged for Kubernetes 1.27: no problems\n',
      stderr: '',
      code: 0,
    });
  });

  test('shows what is wrong like a compiler', () => {
    project = new Project({ 'web.yaml': service(0) });
    expect(project.run(['check', 'web.yaml'])).toEqual({
      stdout: '1 object in 1 file judged for Kubernetes 1.27: 1 error\n',
      stderr: `Service web
  error PLM5001 spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive
    web.yaml:7:13
    6 |   ports:
    7 |     - port: 0
      |             ^
    fix: Choose a port from 1 to 65535.

\`plimsoll explain PLM5001\` says what a code means.
`,
      code: 1,
    });
  });

  test('tells other programs everything with --json', () => {
    project = new Project({
      'web.yaml': `${service(0)}---\napiVersion: example.com/v1\nkind: Thing\nmetadata:\n  name: x\n`,
    });
    const { code, stderr, stdout } = project.run(['check', '*.yaml', '--json']);
    expect([code, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toEqual({
      command: 'check',
      ok: false,
      kubernetes: '1.27',
      judged: 1,
      notJudged: [{ apiVersion: 'example.com/v1', kind: 'Thing', count: 1 }],
      skipped: [],
      deleted: [],
      problems: [
        {
          code: 'PLM5001',
          severity: 'error',
          title: 'the API server would refuse the object',
          message: 'Invalid value: 0: must be between 1 and 65535, inclusive',
          object: { apiVersion: 'v1', kind: 'Service', name: 'web' },
          field: 'spec.ports[0].port',
          file: 'web.yaml',
          line: 7,
          column: 13,
          fix: 'Choose a port from 1 to 65535.',
          fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
        },
        expect.objectContaining({ code: 'PLM5007', severity: 'warning' }),
      ],
      allowed: [],
    });
  });

  test('reads the standard input', () => {
    project = new Project({});
    const options = { cwd: project.folder, env: project.environment(), input: service(0), encoding: 'utf8' as const };
    const { stderr, status } = project.spawn(['check', '-'], options);
    expect(status).toBe(1);
    expect(stderr).toContain('<stdin>:7:13\n    6 |   ports:\n');
  });

  test('says what it cannot check', () => {
    project = new Project({ 'k8s/empty/x.txt': '' });
    expect(project.run(['check', 'k8s', 'nowhere'])).toMatchObject({ code: 1 });
    expect(project.run(['check', 'k8s']).stderr).toContain('error PLM6005 There is no Kubernetes object in k8s.');
    expect(project.run(['check', 'k8s', '--kubernetes', '1.11'])).toMatchObject({ code: 2 });
  });

  test('leaves the templates of a Helm chart to Helm', () => {
    project = new Project({
      'chart/Chart.yaml': 'apiVersion: v2\nname: x\nversion: 1.0.0\n',
      'chart/templates/web.yaml': service('"{{ .Values.port }}"'),
      'chart/kustomization.yml': 'resources: [web.yaml]\n',
      'web.yaml': service(80),
    });
    expect(project.run(['check', 'chart', 'web.yaml']).stdout).toBe(`skipped chart/Chart.yaml: Helm chart
skipped chart/kustomization.yml: kustomization
skipped chart/templates/web.yaml: Helm template
1 object in 1 file judged for Kubernetes 1.27: no problems
`);
  });

  describe('--against', () => {
    const before = `${service(80).replace('spec:', 'spec:\n  clusterIP: None')}`;
    const after = before.replace('None', '10.0.0.1');

    test('a Git revision finds what may not change, and what goes', () => {
      const gone = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: gone\n  namespace: shop\n';
      project = new Project({ 'k8s/web.yaml': before, 'k8s/gone.yaml': gone });
      git('init', '-q');
      git('add', 'k8s');
      git('commit', '-qm', 'one');
      project.write({ 'k8s/web.yaml': after, 'k8s/gone.yaml': '' });
      const { code, stderr, stdout } = project.run(['check', 'k8s', '--against', 'HEAD']);
      expect(stderr).toContain('error PLM5002 spec.clusterIP: ');
      expect(stderr).toContain('spec.clusterIP: "None" -> "10.0.0.1"');
      expect(stdout).toContain('deleted ConfigMap gone in namespace shop\n');
      expect(code).toBe(1);
      expect(project.run(['check', 'k8s', '--against', 'none'])).toMatchObject({ code: 0 });
    });

    test('a folder does too', () => {
      project = new Project({ 'old/web.yaml': before, 'new/web.yaml': after });
      expect(project.run(['check', 'new', '--against', 'old']).stderr).toContain('PLM5002');
    });

    test.each(['--upload-pack=x', 'nothing-like-that', '-x'])('%s is not taken for anything', (revision) => {
      project = new Project({ 'web.yaml': before });
      const { code, stderr } = project.run(['check', 'web.yaml', `--against=${revision}`]);
      expect(code).toBe(1);
      expect(stderr).toContain(
        `error PLM6006 \`--against ${revision}\` is neither a path nor a revision that Git knows`,
      );
    });
  });

  test('keeps verdicts where it is told to, or not at all', () => {
    project = new Project({ 'web.yaml': service(80) });
    project.run(['check', 'web.yaml', '--no-cache'], { XDG_CACHE_HOME: project.path('cache') });
    expect(project.list('cache')).toEqual([]);
    project.run(['check', 'web.yaml'], { XDG_CACHE_HOME: project.path('cache') });
    expect(project.list('cache')).toHaveLength(1);
    project.run(['check', 'web.yaml', '--cache-dir', 'own']);
    expect(project.list('own')).toHaveLength(1);
  });
});

describeWithEngine('plimsoll synth', () => {
  const app = (data: string, props = ''): string => `const { ApiObject, Chart } = require('cdk8s');
const { App } = require('cdk8s-plimsoll');
const app = new App(${props});
const chart = new Chart(app, 'web');
new ApiObject(chart, 'x', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' }, immutable: true, data: ${data} });
app.synth();
`;
  const synth = (data: string, props?: string, args: readonly string[] = []): ReturnType<Project['run']> => {
    project.write({ 'main.js': app(data, props) });
    return project.run(['synth', ...args]);
  };

  test('does not write what the API server would refuse, and says where it was made', () => {
    project = new Project({ 'cdk8s.yaml': 'app: node main.js\n' });
    const { code, stderr } = synth("{ 'a b': '1' }");
    expect(stderr).toContain('error PLM5001 data[a b]: Invalid value: "a b"');
    expect(stderr).toContain('main.js:5:1');
    expect(code).toBe(1);
    expect(project.list('dist')).toEqual([]);
    expect(synth("{ 'a b': '1' }", '', ['--no-judge'])).toMatchObject({ code: 0 });
  });

  test('does not write an update that the API server would refuse', () => {
    project = new Project({ 'cdk8s.yaml': 'app: node main.js\n' });
    expect(synth("{ a: '1' }")).toMatchObject({ code: 0, stderr: '' });
    expect(synth("{ a: '2' }").stderr).toContain('error PLM5002 data: Forbidden: field is immutable');
    expect(project.read('dist/web.k8s.yaml')).toContain('a: "1"');
    expect(synth("{ a: '2' }", '', ['--against', 'none'])).toMatchObject({ code: 0 });
    expect(synth("{ a: '2' }")).toMatchObject({ code: 0, stderr: '' });
  });

  test('compares with a Git revision where that is asked for', () => {
    project = new Project({ 'cdk8s.yaml': 'app: node main.js\n' });
    synth("{ a: '1' }");
    git('init', '-q');
    git('add', 'dist');
    git('commit', '-qm', 'one');
    synth("{ a: '2' }", '', ['--against', 'none']);
    expect(synth("{ a: '2' }", '', ['--against', 'HEAD']).stderr).toContain('error PLM5002 data');
    expect(synth("{ a: '2' }", '', ['--against', 'no-such-revision']).stderr).toContain('error PLM6006');
  });

  test('judges as the App says, and as the command says before that', () => {
    project = new Project({ 'cdk8s.yaml': 'app: node main.js\n' });
    expect(synth("{ 'a b': '1' }", '{ judge: false }')).toMatchObject({ code: 0 });
    expect(synth('{}', "{ kubernetes: '1.99' }").stderr).toContain('1.99');
  });

  test('judges an app that is not run in this process', () => {
    project = new Project({ 'cdk8s.yaml': 'app: node main.js && true\n' });
    expect(synth("{ a: '1' }")).toMatchObject({ code: 0 });
    expect(synth("{ a: '2' }").stderr).toContain('error PLM5002 data');
    expect(synth("{ a: '2' }", '', ['--no-judge'])).toMatchObject({ code: 0 });
  });

  test('judges what an app in another language writes', () => {
    project = new Project({
      'cdk8s.yaml': 'app: sh app.sh\n',
      'app.sh': 'cp web.yaml "$CDK8S_OUTDIR/web.k8s.yaml"\n',
      'web.yaml': service(80).replace('spec:', 'spec:\n  clusterIP: None'),
    });
    expect(project.run(['synth'])).toMatchObject({ code: 0 });
    project.write({ 'web.yaml': service(80).replace('spec:', 'spec:\n  clusterIP: 10.0.0.1') });
    expect(project.run(['synth']).stderr).toContain('error PLM5002 spec.clusterIP');
    project.write({ 'web.yaml': service(0) });
    expect(project.run(['synth']).stderr).toContain('error PLM5001 spec.ports[0].port');
    expect(project.run(['synth', '--no-judge'])).toMatchObject({ code: 0 });
  });
});
