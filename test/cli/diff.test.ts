import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';
import { describeWithEngine } from '../support/with-engine';
import { Project } from './support/command';
import type { Transcript } from './support/command';

let project: Project;
afterEach(() => project.remove());

const app = (image: string, selector = 'web'): string => `const { ApiObject, App, Chart } = require('cdk8s');
const app = new App();
const chart = new Chart(app, 'web');
new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: { image: '${image}' } });
new ApiObject(chart, 'deployment', {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    replicas: 3,
    selector: { matchLabels: { app: '${selector}' } },
    template: {
      metadata: { labels: { app: '${selector}' } },
      spec: { containers: [{ name: 'web', image: '${image}', resources: { limits: { cpu: '1' } } }] },
    },
  },
});
app.synth();
`;
const projectOf = (main: string): Project => new Project({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': main });

function git(folder: string, ...args: readonly string[]): void {
  const identity = [
    '-c',
    'user.name=a',
    '-c',
    'user.email=a@example.com',
    '-c',
    'init.defaultBranch=main',
    '-c',
    'commit.gpgsign=false',
  ];
  execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'pipe' });
}

const config = (value: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  value: ${value}\n`;
const claim = 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: data\n';
const diff = (...args: readonly string[]): Transcript => project.run(['diff', ...args]);

describeWithEngine('plimsoll diff', () => {
  test('says what the next synth would change', () => {
    project = projectOf(app('web:1'));
    project.run(['synth']);
    expect(diff()).toEqual({ stdout: 'dist -> the app: 2 unchanged\n', stderr: '', code: 0 });
    project.write({ 'main.js': app('web:2').replace("cpu: '1'", "cpu: '1000m'") });
    expect(diff()).toMatchInlineSnapshot(`
     {
       "code": 0,
       "stderr": "",
       "stdout": "dist -> the app: 2 changed, 0 unchanged
       restart   1 object, 3 Pods
       in place  1 object

     Deployment web changed
       restart: 3 Pods restart, with at most 1 more and 0 fewer at a time.
         - spec.template.spec.containers[name=web].image: web:1
         + spec.template.spec.containers[name=web].image: web:2
       main.js:5:1 (web/deployment, web.k8s.yaml)

     ConfigMap settings changed
       in place: It is updated where it is.
         - data.image: web:1
         + data.image: web:2
       main.js:4:1 (web/config, web.k8s.yaml)
     ",
     }
    `);
    expect(project.read('dist/web.k8s.yaml')).toContain('image: web:1');
  });

  test('says which line of the code makes each object', () => {
    project = projectOf(app('web:1'));
    project.run(['synth']);
    project.write({ 'main.js': app('web:2') });
    expect(diff().stdout.match(/^ {2}main\.js:.*$/gm)).toEqual([
      '  main.js:5:1 (web/deployment, web.k8s.yaml)',
      '  main.js:4:1 (web/config, web.k8s.yaml)',
    ]);
  });

  test('says which updates the API server refuses, and stops where it is told to', () => {
    project = projectOf(app('web:1'));
    project.run(['synth']);
    project.write({ 'main.js': app('web:1', 'shop') });
    expect(diff('--fail-on', 'data,immutable', '--fail-on', 'restart')).toMatchInlineSnapshot(`
     {
       "code": 1,
       "stderr": "",
       "stdout": "dist -> the app: 1 changed, 1 unchanged
       refused  1 object

     Deployment web changed
       refused: The API server refuses the update: spec.selector: field is immutable.
         - spec.selector.matchLabels.app: web
         + spec.selector.matchLabels.app: shop
         - spec.template.metadata.labels.app: web
         + spec.template.metadata.labels.app: shop
       main.js:5:1 (web/deployment, web.k8s.yaml)

     --fail-on immutable Deployment: web
     ",
     }
    `);
  });

  test('takes defaults of the API server for what they are', () => {
    project = projectOf(app('web:1'));
    project.run(['synth']);
    project.write({
      'main.js': app('web:1').replace('replicas: 3', "replicas: 3, strategy: { type: 'RollingUpdate' }"),
    });
    expect(diff().stdout).toMatchInlineSnapshot(`
     "dist -> the app: 1 changed, 1 unchanged
       no effect  1 object
       not shown: defaults of the API server that are written out, 1 field

     Deployment web changed
       no effect: It says the same in other words.
       main.js:5:1 (web/deployment, web.k8s.yaml)
     "
    `);
    expect(diff('--no-judge').stdout).toContain('+ spec.strategy: {"type":"RollingUpdate"}');
  });

  test('compares with a revision, also in a folder of a repository', () => {
    project = new Project({ 'deploy/cdk8s.yaml': 'app: node main.js\n', 'deploy/main.js': app('web:1') });
    const run = (...args: readonly string[]): string =>
      project.spawn(args, { cwd: project.path('deploy'), encoding: 'utf8', env: project.environment() }).stdout;
    run('synth');
    git(project.folder, 'init', '-q');
    git(project.folder, 'add', 'deploy');
    git(project.folder, 'commit', '-q', '-m', 'one');
    project.write({ 'deploy/main.js': app('web:2') });
    run('synth');
    expect(run('diff')).toBe('dist -> the app: 2 unchanged\n');
    expect(run('diff', '--against', 'main').split('\n')[0]).toBe('main:dist -> the app: 2 changed, 0 unchanged');
  });

  test('leaves alone what others have put into the output folder', () => {
    project = projectOf(app('web:1'));
    project.run(['synth']);
    project.write({ 'dist/theirs.yaml': claim });
    expect(diff().stdout).toBe(
      'dist -> the app: 2 unchanged\n  not compared: dist/theirs.yaml (not made by Plimsoll, stays as it is)\n',
    );
  });

  test('compares two folders of whoever made them, without an app', () => {
    project = new Project({
      'old/a.yaml': config('one').replaceAll('\n', '\r\n'),
      'old/claim.yaml': claim,
      'old/values.yaml': 'a: 1\n',
      'new/b.yaml': config('one'),
    });
    expect(diff('old', 'new')).toMatchInlineSnapshot(`
     {
       "code": 0,
       "stderr": "",
       "stdout": "old -> new: 1 deleted, 1 moved, 0 unchanged
       data at risk  1 object
       no effect     1 object
       not compared: old/values.yaml (no Kubernetes object)

     PersistentVolumeClaim data deleted
       data at risk: The claim is deleted; unless its volume is retained, so is the data.
       claim.yaml

     ConfigMap a moved
       no effect: Only its file is another one: a.yaml -> b.yaml.
       b.yaml
     ",
     }
    `);
  });

  test('tells other programs everything, with --json too', () => {
    project = new Project({ 'a.yaml': config('one'), 'b.yaml': config('two') });
    const { code, stderr, stdout } = diff('a.yaml', 'b.yaml', '--json');
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'diff',
      ok: true,
      summary: { changed: 1 },
      changes: [{ kind: 'changed', object: { kind: 'ConfigMap', name: 'a' }, effects: [{ kind: 'in-place' }] }],
    });
    expect(diff('a.yaml', 'b.yaml', '--format', 'json').stdout).toBe(stdout);
  });

  test('prints Markdown for a comment', () => {
    project = new Project({ 'a.yaml': config('one'), 'b.yaml': config('two') });
    expect(diff('a.yaml', 'b.yaml', '--format', 'markdown').stdout).toContain(
      '```diff\n- data.value: one\n+ data.value: two\n```',
    );
  });

  test('says which updates of other tools are refused, and leaves custom resources to others', () => {
    const sized = (size: string) =>
      `${claim}spec:\n  accessModes: [ReadWriteOnce]\n  resources: {requests: {storage: ${size}}}\n`;
    const custom = (value: number) =>
      `---\napiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a}\nspec: {a: ${value}}\n`;
    project = new Project({ 'a.yaml': sized('2Gi') + custom(1), 'b.yaml': sized('1Gi') + custom(2) });
    expect(diff('a.yaml', 'b.yaml').stdout).toMatchInlineSnapshot(`
     "a.yaml -> b.yaml: 2 changed, 0 unchanged
       data at risk  1 object
       refused       1 object
       in place      1 object

     PersistentVolumeClaim data changed
       data at risk: The claim asks for less than it has (2Gi -> 1Gi): a volume cannot shrink.
       refused: The API server refuses the update: spec.resources.requests.storage: Forbidden: field can not be less than previous value.
         - spec.resources.requests.storage: 2Gi
         + spec.resources.requests.storage: 1Gi
       b.yaml

     Thing a changed
       in place: What its controller makes of that is not known here.
         - spec.a: 1
         + spec.a: 2
       b.yaml
     "
    `);
  });

  test('ignores what it is told to, and says so', () => {
    project = new Project({ 'a.yaml': config('one'), 'b.yaml': config('two') });
    expect(diff('a.yaml', 'b.yaml', '--ignore', 'data.v*').stdout).toContain(
      '  ignored (data.v*): 1 change in ConfigMap: a\n',
    );
  });

  test('is quiet when it is asked to be, unless a gate stops it', () => {
    project = new Project({ 'a.yaml': claim, 'b.yaml': config('two') });
    expect(diff('a.yaml', 'b.yaml', '--quiet')).toEqual({ stdout: '', stderr: '', code: 0 });
    const { code, stdout } = diff('a.yaml', 'b.yaml', '--quiet', '--fail-on', 'data');
    expect([code, stdout]).toEqual([1, expect.stringContaining('data at risk: The claim is deleted')]);
  });

  test('does not compare what an app with errors makes', () => {
    project = projectOf(app('web:1').replace("name: 'web', image", "name: 'WEB', image"));
    const { code, stderr, stdout } = diff();
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/PLM5001 spec\.template\.spec\.containers\[0\]\.name[^]*1 error; nothing was compared\n$/);
  });

  test('says what is new where there is no output folder yet', () => {
    project = projectOf(app('web:1'));
    expect(diff().stdout.split('\n')[0]).toBe('dist (not there) -> the app: 2 created, 0 unchanged');
  });
});

describe('plimsoll diff refuses', () => {
  const repository = (files: Readonly<Record<string, string>>): void => {
    project = new Project({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': app('web:1'), ...files });
    git(project.folder, 'init', '-q');
    git(project.folder, 'add', 'main.js');
    git(project.folder, 'commit', '-q', '-m', 'one');
  };

  test('a revision that does not exist', () => {
    repository({});
    expect(diff('--no-judge', '--against', 'nope')).toMatchInlineSnapshot(`
     {
       "code": 1,
       "stderr": "error PLM6006 \`--against nope\` is neither a folder nor a revision that Git knows: Needed a single revision.
       fix: Name a folder, or a branch, tag or commit that \`git log\` shows.

     1 error; nothing was compared
     ",
       "stdout": "",
     }
    `);
  });

  test('a revision that a shallow clone lacks', () => {
    repository({});
    git(project.folder, 'commit', '-q', '--allow-empty', '-m', 'two');
    const origin = project.path('origin');
    mkdirSync(origin);
    renameSync(project.path('.git'), `${origin}/.git`);
    git(project.folder, 'clone', '-q', '--depth', '1', '--no-checkout', `file://${origin}`, 'clone');
    renameSync(project.path('clone/.git'), project.path('.git'));
    expect(diff('--no-judge', '--against', 'HEAD~1').stderr).toContain(
      '(this is a shallow clone).\n  fix: Fetch the history first: `git fetch --unshallow`',
    );
  });

  test('a folder that is in no repository', () => {
    project = projectOf(app('web:1'));
    expect(diff('--no-judge', '--against', 'main').stderr).toContain('not a git repository');
  });

  test('marks of a merge that is not resolved', () => {
    const conflict = `${config('one')}<<<<<<< HEAD\n  b: "1"\n=======\n  b: "2"\n>>>>>>> branch\n`;
    project = new Project({ 'a.yaml': conflict, 'b.yaml': config('one') });
    expect(diff('a.yaml', 'b.yaml')).toMatchInlineSnapshot(`
     {
       "code": 1,
       "stderr": "error PLM6003 \`a.yaml\` has marks of a merge that is not resolved.
       a.yaml:7:1
       6 |   value: one
       7 | <<<<<<< HEAD
         | ^
       8 |   b: "1"
       fix: Resolve the conflict, or write the file anew with \`plimsoll synth --force\`.

     1 error; nothing was compared
     ",
       "stdout": "",
     }
    `);
  });

  test('what is no YAML, no text, or not there', () => {
    project = new Project({ 'a/a.yaml': 'a: [1\n', 'a/b.yaml': 'a\u0000b', 'b/a.yaml': config('one') });
    const { code, stderr, stdout } = diff('a', 'b');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/PLM6003[^]*a\/a\.yaml:\d[^]*PLM6002 `a\/b\.yaml` is not read: it is binary/);
    expect(diff('a', 'c').stderr).toContain('PLM6001 `c` is neither a file nor a folder.');
  });

  test.each([
    [['a'], 'plimsoll diff compares what the app makes, or two files or folders: name none or two of them.\n'],
    [
      ['a', 'b', 'c'],
      'plimsoll diff compares what the app makes, or two files or folders: name none or two of them.\n',
    ],
    [['a', 'b', '--against', 'main'], '--against cannot be given with two files or folders.\n'],
    [
      ['a', 'b', '--fail-on', 'nothing'],
      '--fail-on takes restart, downtime, immutable, data or permission, not `nothing`.\n',
    ],
  ])('arguments that make no sense: %j', (args, stderr) => {
    project = new Project({});
    expect(diff(...args)).toEqual({ stdout: '', stderr, code: 2 });
  });
});
