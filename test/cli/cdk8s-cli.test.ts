import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithEngine } from '../support/with-engine';
import { Project } from './support/command';

const cdk8s = join(__dirname, '../../node_modules/cdk8s-cli/bin/cdk8s');

let project: Project;
afterEach(() => project.remove());

const main = `const { ApiObject, Chart } = require('cdk8s');
const { App } = require(process.env.PACKAGE ?? 'cdk8s-plimsoll');
const app = new App();
const chart = new Chart(app, 'web');
const labels = { app: process.env.LABEL ?? 'web' };
new ApiObject(chart, 'web', {
  apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' },
  spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'nginx:1.27' }] } } },
});
app.synth();
`;

const plugin = `app: node main.js
validations:
  - package: ./plugin.js
    version: 0.1.0
    class: PlimsollValidation
`;

const files = {
  'cdk8s.yaml': 'app: node main.js\n',
  'main.js': main,
  'plugin.js': "module.exports = require('cdk8s-plimsoll');\n",
  '.gitignore': 'node_modules\n',
};

/** Runs `cdk8s synth`, with more in the environment. */
function synth(environment: Readonly<Record<string, string>> = {}): {
  readonly code: number | null;
  readonly text: string;
} {
  const { status, stderr, stdout } = spawnSync(process.execPath, [cdk8s, 'synth', '--check-upgrade=false'], {
    cwd: project.folder,
    encoding: 'utf8',
    env: { ...project.environment(), ...environment },
  });
  return { code: status, text: stdout + stderr };
}

function git(...args: readonly string[]): void {
  const identity = ['-c', 'user.name=x', '-c', 'user.email=x@example.com'];
  execFileSync('git', [...identity, ...args], { cwd: project.folder, stdio: 'pipe', env: project.environment() });
}

/** Puts the project and what it makes under Git. */
function commit(): void {
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
}

describeWithEngine('cdk8s synth, which empties the output folder first', () => {
  test('refuses an update that the server would refuse, by what was committed', () => {
    project = new Project(files);
    synth();
    commit();
    expect(synth()).toMatchObject({ code: 0 });
    const { code, text } = synth({ LABEL: 'shop' });
    expect([code, text]).toEqual([1, expect.stringContaining('PLM5002 [web/web] spec.selector')]);
    expect(text).toContain('spec.selector.matchLabels.app: "web" -> "shop"');
    expect(project.list('dist')).toEqual([]);
  });

  test('judges no update where nothing was committed, and says so once where there is no repository', () => {
    project = new Project(files);
    const { code, text } = synth();
    expect(code).toBe(0);
    expect(text.match(/\[PLM5010\] .*/g)).toEqual([
      '[PLM5010] PlimsollWarning: Updates were not judged: dist is empty, and what was committed of it cannot be read: there is no Git repository around it.',
    ]);
    git('init', '-q');
    expect(synth()).toMatchObject({ code: 0, text: expect.not.stringContaining('PLM5010') as unknown });
    expect(synth({ LABEL: 'shop' })).toMatchObject({ code: 0 });
  });

  test('goes on without Git, and says so', () => {
    project = new Project(files);
    synth();
    commit();
    project.link(process.execPath, 'bin/node');
    const { code, text } = synth({ LABEL: 'shop', PATH: project.path('bin') });
    expect([code, text]).toEqual([0, expect.stringContaining('cannot be read: Git is not installed.')]);
  });

  test('fails by the plugin where the App is that of cdk8s', () => {
    project = new Project({ ...files, 'cdk8s.yaml': plugin });
    expect(synth({ PACKAGE: 'cdk8s' })).toMatchObject({ code: 0 });
    commit();
    expect(synth({ PACKAGE: 'cdk8s' })).toMatchObject({ code: 0 });
    const { code, text } = synth({ PACKAGE: 'cdk8s', LABEL: 'shop' });
    expect([code, text]).toEqual([2, expect.stringContaining('spec.selector.matchLabels.app: "web" -> "shop"')]);
    project.write({ 'cdk8s.yaml': `${plugin}    properties: { against: none }\n` });
    expect(synth({ PACKAGE: 'cdk8s', LABEL: 'shop' })).toMatchObject({ code: 0 });
    project.write({ 'cdk8s.yaml': `${plugin}    properties: { against: mian }\n` });
    expect(synth({ PACKAGE: 'cdk8s' })).toMatchObject({ code: 2, text: expect.stringContaining('PLM6006') as unknown });
  });
});

describeWithEngine('plimsoll synth', () => {
  test('compares with what was committed too, where the output folder is gone', () => {
    project = new Project(files);
    project.run(['synth']);
    commit();
    rmSync(project.path('dist'), { recursive: true });
    const { code, stderr } = project.run(['synth'], { LABEL: 'shop' });
    expect([code, stderr]).toEqual([1, expect.stringContaining('error PLM5002 spec.selector')]);
    expect(project.run(['synth', '--against', 'none'], { LABEL: 'shop' })).toMatchObject({ code: 0, stderr: '' });
  });
});
