import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { describeWithEngine } from '../support/with-engine';
import { Project } from './support/command';

let project: Project;
afterEach(() => project.remove());

/** Stands for kubectl: notes what it is asked, and refuses objects with what their annotation says. */
const fakeKubectl = `#!/usr/bin/env node
const { appendFileSync, readFileSync } = require('node:fs');
const { parseAllDocuments } = require(process.env.YAML);
const input = readFileSync(0, 'utf8');
appendFileSync(process.env.CALLS, JSON.stringify({ args: process.argv.slice(2), input }) + '\\n');
if (process.env.FAULT) { process.stderr.write(process.env.FAULT + '\\n'); process.exit(1); }
const objects = parseAllDocuments(input).map((it) => it.toJS()).filter(Boolean);
const refusal = (it) => it.metadata.annotations?.refuse;
const refused = objects.filter(refusal);
for (const it of refused) process.stderr.write('Warning: old\\n' + refusal(it) + '\\n');
process.exit(refused.length === 0 ? 0 : 1);
`;

function projectWithKubectl(files: Readonly<Record<string, string>>): void {
  project = new Project({ ...files, 'bin/kubectl': fakeKubectl });
  chmodSync(project.path('bin/kubectl'), 0o755);
}

interface Call {
  readonly args: readonly string[];
  readonly input: string;
}

function check(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ReturnType<Project['run']> {
  return project.run(['check', '--server', ...args], {
    PATH: `${project.path('bin')}:${process.env.PATH}`,
    CALLS: project.path('calls'),
    YAML: require.resolve('yaml'),
    ...environment,
  });
}

function calls(): readonly Call[] {
  if (!existsSync(project.path('calls'))) return [];
  const lines = readFileSync(project.path('calls'), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Call);
}

const config = (name: string, refuse?: string, more = 'data: {}'): string =>
  `---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n` +
  `${refuse === undefined ? '' : `  annotations:\n    refuse: ${JSON.stringify(refuse)}\n`}${more}\n`;

const codes = (stdout: string): readonly string[] =>
  (JSON.parse(stdout) as { readonly problems: readonly { readonly code: string }[] }).problems.map(({ code }) => code);

describeWithEngine('plimsoll check --server', () => {
  test('asks about all objects at once, changes nothing, and agrees', () => {
    projectWithKubectl({ 'k8s/a.yaml': config('a') + config('b') });
    const { code, stderr, stdout } = check(['k8s', '--context', 'staging']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      'The cluster staging was asked about 2 objects: 2 allowed, 0 refused; 0 differ from what is said here\n' +
        '2 objects in 1 file judged for Kubernetes 1.27: no problems\n',
    );
    const [{ args, input }, ...others] = calls();
    expect(others).toEqual([]);
    expect(args).toEqual([
      'apply',
      '--dry-run=server',
      '--request-timeout=30s',
      '-o=name',
      '--context=staging',
      '-f=-',
    ]);
    expect(input).toContain('name: a\n');
    expect(input).toContain('name: b\n');
  });

  test('says what the cluster refuses that is allowed here, at the field', () => {
    const said = 'The ConfigMap "b" is invalid: metadata.name: Invalid value: "b": denied by policy';
    projectWithKubectl({ 'a.yaml': config('a') + config('b', said) });
    const { code, stderr, stdout } = check(['a.yaml']);
    expect(code).toBe(1);
    expect(stderr).toContain(
      `ConfigMap b
  error PLM5301 metadata.name: The cluster says: ${said}
    a.yaml:11:9
`,
    );
    expect(stdout).toContain('was asked about 2 objects: 1 allowed, 1 refused; 1 differs from what is said here');
    expect(calls()).toHaveLength(3);
  });

  test('says what the cluster takes that is refused here, and nothing where both refuse', () => {
    projectWithKubectl({
      'a.yaml': config('a', undefined, 'data: { "a b": "" }') + config('b', 'no', 'data: { "a b": "" }'),
    });
    const { problems, server } = JSON.parse(check(['a.yaml', '--json']).stdout) as {
      readonly server: unknown;
      readonly problems: readonly { readonly code: string; readonly object: { readonly name: string } }[];
    };
    expect(problems.map(({ code, object }) => `${code} ${object.name}`)).toEqual([
      'PLM5001 a',
      'PLM5001 b',
      'PLM5302 a',
    ]);
    expect(server).toEqual({ context: null, asked: 2, allowed: 1, refused: 1, unknown: 0 });
  });

  test('does not take what is not there yet for a refusal', () => {
    const missing = 'Error from server (NotFound): error when creating "STDIN": namespaces "shop" not found';
    projectWithKubectl({ 'a.yaml': config('a', missing) });
    const { code, stdout } = check(['a.yaml', '--json']);
    expect([code, codes(stdout)]).toEqual([0, ['PLM5303']]);
  });

  test('keeps the values of a Secret to itself', () => {
    const said = 'The Secret "a" is invalid: data[x]: Invalid value: "hunter2": denied';
    projectWithKubectl({ 'a.yaml': config('a', said, 'data:\n  y: eA==\n  x: eA==').replace('ConfigMap', 'Secret') });
    const { stderr, stdout } = check(['a.yaml']);
    expect(stderr).toContain('data[x]: Invalid value (not shown: it may be secret)');
    expect(stderr + stdout).not.toContain('hunter2');
  });

  test('tells kubectl the namespace of those that name none, and only of those', () => {
    projectWithKubectl({ 'a.yaml': config('a') + config('b').replace('name: b', 'name: b\n  namespace: shop') });
    expect(check(['a.yaml', '-n', 'other']).code).toBe(0);
    // The two are asked at the same time.
    const told = calls().map(({ args }) => args.includes('--namespace=other'));
    expect(told.sort()).toEqual([false, true]);
  });

  test('asks what an app makes', () => {
    const app = `const { ApiObject, App, Chart } = require('cdk8s');
const app = new App();
new ApiObject(new Chart(app, 'web'), 'x', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' }, data: {} });
app.synth();
`;
    projectWithKubectl({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': app });
    project.run(['synth']);
    expect(check([])).toMatchObject({ code: 0, stderr: '' });
    expect(calls()).toHaveLength(1);
  });

  test('finds the few that are refused among many', () => {
    const names = Array.from({ length: 120 }, (_, index) => `x${index}`);
    projectWithKubectl({
      'a.yaml': names.map((name) => config(name, ['x7', 'x70'].includes(name) ? `no ${name}` : undefined)).join(''),
    });
    const { problems, server } = JSON.parse(check(['a.yaml', '--json']).stdout) as {
      readonly server: unknown;
      readonly problems: readonly { readonly message: string }[];
    };
    expect(server).toEqual({ context: null, asked: 120, allowed: 118, refused: 2, unknown: 0 });
    expect(problems.map(({ message }) => message)).toEqual(['The cluster says: no x7', 'The cluster says: no x70']);
    expect(calls().length).toBeLessThan(30);
  });

  test.each([
    'Unable to connect to the server: dial tcp 10.0.0.1:443: i/o timeout',
    'The connection to the server localhost:8080 was refused - did you specify the right host or port?',
    'error: context "staging" does not exist',
    'error: You must be logged in to the server (Unauthorized)',
  ])('says once that it cannot be asked: %s', (fault) => {
    projectWithKubectl({ 'a.yaml': config('a') + config('b') });
    const { code, stderr } = check(['a.yaml'], { FAULT: fault });
    expect(code).toBe(1);
    expect(stderr).toContain(`error PLM5304 The cluster of the current context cannot be asked: ${fault}\n`);
    expect(calls()).toHaveLength(1);
  });

  test('says that kubectl is not installed', () => {
    projectWithKubectl({ 'a.yaml': config('a') });
    const { code, stderr } = check(['a.yaml'], { PATH: project.path('nothing') });
    expect(code).toBe(1);
    expect(stderr).toContain('cannot be asked: kubectl is not installed, or not in the PATH');
  });

  test('uses the real kubectl as it is installed', () => {
    project = new Project({ 'a.yaml': config('a') });
    const environment = { KUBECONFIG: project.path('none') };
    const { code, stderr } = project.run(['check', '--server', '--context', 'nowhere', 'a.yaml'], environment);
    expect(code).toBe(1);
    expect(stderr).toContain('error PLM5304 The cluster nowhere cannot be asked: ');
  });
});
