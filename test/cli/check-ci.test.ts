import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describeWithEngine } from '../support/with-engine';
import { commandFile, Project } from './support/command';

const text = readFileSync(join(__dirname, '../../docs/ci.md'), 'utf8');

/** The block of docs/ci.md that names a file in a comment. */
function block(file: string): string {
  const found = [...text.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].find(([, body]) => body.includes(`# ${file}\n`));
  return found?.[1] ?? '';
}

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}
interface Pipeline {
  readonly manifests: {
    readonly script: readonly string[];
    readonly artifacts: { readonly when: string; readonly reports: Readonly<Record<string, string>> };
  };
}

const workflow = parse(block('.github/workflows/manifests.yml')) as Workflow;
const pipeline = parse(block('.gitlab-ci.yml')) as Pipeline;
const hook = block('.githooks/pre-commit');

const app = (value: string): string => `const { ApiObject, App, Chart } = require('cdk8s');
const app = new App();
const chart = new Chart(app, 'web');
new ApiObject(chart, 'x', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' }, data: { a: '${value}' } });
app.synth();
`;

let project: Project;
afterEach(() => project?.remove());

/** A repository whose first commit has an app and what it makes. */
function repository(): void {
  project = new Project({
    'cdk8s.yaml': 'app: node main.js\n',
    'main.js': app('1'),
    '.gitignore': 'node_modules\nbin\n.cache\n',
    'bin/npx': `#!/bin/sh\n[ "$1" = --no ] && shift\nshift\nexec '${process.execPath}' '${commandFile()}' "$@"\n`,
  });
  chmodSync(project.path('bin/npx'), 0o755);
  expect(project.run(['synth', '-q']).code).toBe(0);
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'a');
  git('config', 'user.email', 'a@example.com');
  git('add', '-A');
  git('commit', '-qm', 'one');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
}

function environment(): Record<string, string> {
  return { ...project.environment(), PATH: `${project.path('bin')}:${process.env.PATH}`, BASE: 'main' };
}

function git(...args: readonly string[]): void {
  execFileSync('git', args, { cwd: project.folder, env: environment(), stdio: 'pipe' });
}

/** Runs lines as a runner does, which ends at the first that fails. */
function sh(lines: string): { readonly code: number | null; readonly stdout: string; readonly stderr: string } {
  const options = { cwd: project.folder, env: environment(), encoding: 'utf8' as const, timeout: 60_000 };
  const { status, stderr, stdout } = spawnSync('sh', ['-e', '-c', lines], options);
  return { code: status, stdout, stderr };
}

describeWithEngine('docs/ci.md', () => {
  test('has a workflow for GitHub that gives no right which it does not need', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const runs = workflow.jobs.check.steps.flatMap(({ run }) => run ?? []);
    // What comes from a pull request reaches a shell by its environment only.
    for (const run of runs) expect(run).not.toContain('${{');
    const upload = workflow.jobs.check.steps.find(({ uses }) => uses?.startsWith('github/codeql-action/upload-sarif'));
    expect(runs.join('\n')).toContain(`sarif=${String(upload?.with?.sarif_file)}`);
  });

  test('whose commands do what they say', () => {
    repository();
    const runs = workflow.jobs.check.steps.flatMap(({ run }) => (run?.includes('plimsoll ') ? [run] : []));
    expect(runs).toHaveLength(2);
    for (const run of runs) expect(sh(run)).toMatchObject({ code: 0, stderr: '' });
    expect(project.read('plimsoll-check.md')).toContain('### plimsoll check: no problems');

    project.write({ 'main.js': app('2') });
    const [check, diff] = runs.map(sh);
    expect(check).toMatchObject({ code: 1, stdout: 'dist: 0 of 1 file as the app makes it: 1 error\n' });
    expect(project.read('plimsoll.sarif')).toContain('"ruleId": "PLM3021"');
    expect(diff.code).toBe(0);
    expect(project.read('plimsoll-diff.md')).toContain('ConfigMap x');
  });

  test('has a job for GitLab whose command writes the reports that it hands over', () => {
    repository();
    project.write({ 'main.js': app('2') });
    const [command] = pipeline.manifests.script.filter((line) => line.includes('plimsoll check'));
    expect(sh(command).code).toBe(1);
    const { codequality, junit } = pipeline.manifests.artifacts.reports;
    expect(JSON.parse(project.read(codequality))).toEqual([
      expect.objectContaining({ check_name: 'PLM3021', location: { path: 'dist/web.k8s.yaml', lines: { begin: 6 } } }),
    ]);
    expect(project.read(junit)).toContain('<failure type="PLM3021"');
    expect(pipeline.manifests.artifacts.when).toBe('always');
  });

  test('has a hook that stops a commit with stale manifests, and no other', () => {
    repository();
    project.write({ '.githooks/pre-commit': hook });
    for (const [, line] of text.matchAll(/^\$ (.*)$/gm)) expect(sh(line).code).toBe(0);
    const commit = (): ReturnType<typeof sh> => sh("git add -A . ':!dist'; git commit -qm two");

    project.write({ 'main.js': app('2') });
    const stale = commit();
    expect([stale.code, stale.stdout]).toEqual([1, '']);
    expect(stale.stderr).toContain('error PLM3021 `web.k8s.yaml` in `dist` is not what the app makes now');

    project.run(['synth', '-q']);
    expect(commit()).toEqual({ code: 1, stdout: '', stderr: 'dist/ has changes that are not staged: git add dist\n' });

    git('add', 'dist');
    expect(commit()).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
