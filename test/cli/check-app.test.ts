import { rmSync } from 'node:fs';
import { describeWithEngine } from '../support/with-engine';
import { Project } from './support/command';

let project: Project;
afterEach(() => project.remove());

const app = (charts: string): string => `const { ApiObject, App, Chart } = require('cdk8s');
const app = new App();
const map = (chart, name, data) =>
  new ApiObject(chart, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });
${charts}
app.synth();
`;
const two = (value: string): string =>
  app(`map(new Chart(app, 'web'), 'web', { a: '${value}' });\nmap(new Chart(app, 'worker'), 'worker', {});`);

/** A project whose output is what its app makes. */
function written(source = two('1')): void {
  project = new Project({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': source });
  expect(project.run(['synth', '-q'])).toMatchObject({ stdout: '', code: 0 });
}

const check = (...args: readonly string[]): ReturnType<Project['run']> => project.run(['check', ...args]);
const codes = (...args: readonly string[]): readonly string[] => {
  const { problems } = JSON.parse(check('--json', ...args).stdout) as {
    readonly problems: readonly { readonly code: string; readonly severity: string; readonly file?: string }[];
  };
  return problems.map(({ code, file, severity }) => `${severity} ${code} ${file ?? ''}`.trim());
};

describeWithEngine('plimsoll check of an app', () => {
  test('passes where the output folder is what the app makes', () => {
    written();
    expect(check()).toEqual({ stdout: 'dist: 2 files as the app makes them: no problems\n', stderr: '', code: 0 });
    expect(JSON.parse(check('--json').stdout)).toEqual({
      command: 'check',
      ok: true,
      output: {
        folder: 'dist',
        compared: true,
        current: ['web.k8s.yaml', 'worker.k8s.yaml'],
        missing: [],
        stale: [],
        edited: [],
        unwanted: [],
        foreign: [],
      },
      kubernetes: '1.27',
      judged: 2,
      notJudged: [],
      deleted: [],
      problems: [],
      allowed: [],
    });
  });

  test('fails where it is stale, shows where, and writes nothing', () => {
    written();
    project.write({ 'main.js': two('2') });
    const before = project.read('dist/web.k8s.yaml');
    expect(check()).toEqual({
      stdout: 'dist: 1 of 2 files as the app makes them: 1 error\n',
      stderr: `error PLM3021 \`web.k8s.yaml\` in \`dist\` is not what the app makes now: ConfigMap web differs.
  dist/web.k8s.yaml:6:7
  5 | data:
  6 |   a: "1"
    |       ^
  fix: Run \`plimsoll synth\`, and commit what it writes.

\`plimsoll explain PLM3021\` says what a code means.
`,
      code: 1,
    });
    expect(project.read('dist/web.k8s.yaml')).toBe(before);
  });

  test('fails where it was never written, and writes nothing', () => {
    project = new Project({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': two('1') });
    expect(codes()).toEqual(['error PLM3020 dist/web.k8s.yaml', 'error PLM3020 dist/worker.k8s.yaml']);
    expect(check('-q').code).toBe(1);
    expect(project.list('dist')).toEqual([]);
  });

  test('tells what was deleted, edited, made by others, and what is not made any more', () => {
    written();
    project.write({
      'main.js': app("map(new Chart(app, 'web'), 'web', { a: '1' });\nmap(new Chart(app, 'new'), 'new', {});"),
      'dist/web.k8s.yaml': project.read('dist/web.k8s.yaml').replace('"1"', '"3"'),
      'dist/new.k8s.yaml': 'a: 1\n',
      'dist/sub/other.yaml': 'a: 1\n',
      'dist/kustomization.yaml': 'resources: []\n',
      'dist/README.md': '',
    });
    const { output } = JSON.parse(check('--json').stdout) as { readonly output: unknown };
    expect(output).toEqual({
      folder: 'dist',
      compared: true,
      current: [],
      missing: [],
      stale: ['new.k8s.yaml', 'web.k8s.yaml'],
      edited: ['new.k8s.yaml', 'web.k8s.yaml'],
      unwanted: ['worker.k8s.yaml'],
      foreign: ['sub/other.yaml'],
    });
    expect(codes()).toEqual([
      'error PLM3003 dist/new.k8s.yaml',
      'error PLM3004 dist/web.k8s.yaml',
      'error PLM3022 dist/worker.k8s.yaml',
      'warning PLM3024 dist/sub/other.yaml',
    ]);
    expect(check().stderr).toContain(
      'neither what the app makes now nor what was written last: it was changed by hand or by a merge (ConfigMap web differs).',
    );
  });

  test('takes files of others for a warning', () => {
    written();
    project.write({ 'dist/other.yaml': 'a: 1\n' });
    const { code, stdout } = check();
    expect([code, stdout]).toEqual([0, 'dist: 2 files as the app makes them: 1 warning\n']);
  });

  test('takes a file that is gone, or the record, for missing', () => {
    written();
    rmSync(project.path('dist/web.k8s.yaml'));
    expect(check().stderr).toContain('is missing: the app makes it, and it was written, and somebody deleted it.');
    project.run(['synth']);
    rmSync(project.path('dist/.plimsoll'));
    expect(codes()).toEqual(['error PLM3020 dist/.plimsoll']);
  });

  test('does not mind the line ends of Windows, and names a real change in such files', () => {
    written();
    const windows = (path: string): Readonly<Record<string, string>> => ({
      [path]: project.read(path).replaceAll('\n', '\r\n'),
    });
    project.write({
      ...windows('dist/web.k8s.yaml'),
      ...windows('dist/worker.k8s.yaml'),
      ...windows('dist/.plimsoll'),
    });
    expect(check()).toMatchObject({ code: 0, stderr: '' });
    project.write({ 'main.js': two('2') });
    expect(codes()).toEqual(['error PLM3021 dist/web.k8s.yaml']);
    expect(check().stderr).toContain('dist/web.k8s.yaml:6:7');
  });

  test('says where a merge was not resolved', () => {
    written();
    const text = project.read('dist/web.k8s.yaml');
    const conflict = '<<<<<<< HEAD\n  a: "1"\n=======\n  a: "2"\n>>>>>>> feature\n';
    project.write({ 'dist/web.k8s.yaml': text.replace('  a: "1"\n', conflict) });
    const { code, stderr } = check();
    expect(code).toBe(1);
    expect(stderr).toContain('error PLM3023 `web.k8s.yaml` in `dist` has marks of a merge that is not resolved.');
    expect(stderr).toContain('dist/web.k8s.yaml:6:1\n');
    expect(stderr).not.toContain('PLM3004');

    project.run(['synth', '--force']);
    project.write({ 'dist/.plimsoll': `<<<<<<< HEAD\n${project.read('dist/.plimsoll')}=======\n>>>>>>> feature\n` });
    expect(codes()).toEqual(['error PLM3005 dist/.plimsoll']);
    expect(check().stderr).toContain('Line 1 is a conflict marker of a Git merge.');
  });

  test('does not compare what an app makes that is refused, and says so', () => {
    written();
    project.write({ 'main.js': app("map(new Chart(app, 'web'), 'web', { 'a b': '1' });") });
    const { code, stderr, stdout } = check();
    expect([code, stdout]).toEqual([1, 'dist was not compared: 1 error\n']);
    expect(stderr).toContain('error PLM5001 data[a b]');
    expect(check('--no-judge').stderr).toContain('PLM3021');
  });

  test('judges updates as synth does', () => {
    const fixed = (value: string): string => two(value).replace('data });', 'immutable: true, data });');
    written(fixed('1'));
    project.write({ 'main.js': fixed('2') });
    expect(codes()[0]).toMatch(/^error PLM5002/);
    expect(codes('--against', 'none')).toEqual(['error PLM3021 dist/web.k8s.yaml']);
  });

  test('does not show the lines of a Secret', () => {
    const secret = (value: string): string =>
      two('1')
        .replaceAll('ConfigMap', 'Secret')
        .replace(/a: '1'/, `a: '${value}'`);
    written(secret('b25l'));
    project.write({ 'main.js': secret('dHdv') });
    const { stderr, stdout } = check();
    expect(stderr).toContain('PLM3021');
    expect(stderr + stdout).not.toContain('b25l');
  });

  test('looks at the folder that it is told to', () => {
    written();
    expect(codes('--output', 'other')).toEqual([
      'error PLM3020 other/web.k8s.yaml',
      'error PLM3020 other/worker.k8s.yaml',
    ]);
    project.write({ 'dist/web.k8s.yaml': '', 'staging.js': two('3') });
    expect(project.run(['synth', '--app', 'node staging.js', '--output', 'staging']).code).toBe(0);
    expect(check('--app', 'node staging.js', '--output', 'staging')).toMatchObject({ code: 0, stderr: '' });
    project.write({ file: '' });
    expect(codes('--output', 'file')).toEqual(['error PLM3008']);
  });

  test('without an app says what is lacking', () => {
    project = new Project({});
    const { code, stderr } = check();
    expect(code).toBe(1);
    expect(stderr).toContain('error PLM4001 Nothing says what to run');
  });

  test.each([
    [['k8s', '--app', 'x'], '--app and --output are for the app'],
    [['k8s', '--no-judge'], '--no-judge leaves nothing'],
    [['--namespace', 'x'], '--namespace is for files'],
    [['--context', 'x'], '--context names the cluster for --server'],
    [['--format', 'xml'], '--format takes text, json, sarif'],
    [['--format', 'json,sarif'], 'Only one format can be printed, not json and sarif'],
    [['--format', 'sarif='], '--format sarif= lacks the name of a file.'],
    [['--format', 'json', '--json'], 'cannot be used with'],
  ])('%j makes no sense', (args, message) => {
    project = new Project({});
    const { code, stderr, stdout } = check(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});
