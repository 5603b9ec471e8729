import { spawnSync } from 'node:child_process';
import { Project } from './support/command';
import { cdk8sApp, commonJsApp, commonJsTsconfig, expectedYaml, plimsollApp } from './support/projects';

let project: Project;
afterEach(() => project.remove());

const duplicate = (app: string): string => app.replace("kind: 'ServiceAccount'", "kind: 'ConfigMap'");
const script = (command: string): string => JSON.stringify({ name: 'project', scripts: { app: command } });

describe('an app that is not a plain Node program', () => {
  test('runs in a shell if it takes one', () => {
    project = new Project({ 'cdk8s.yaml': 'app: NAME=web && node main.js | cat\n', 'main.js': commonJsApp });
    expect(project.run(['synth'])).toEqual({
      stdout: 'wrote   dist/web.k8s.yaml\ndist: 1 written, 0 unchanged\n',
      stderr: '',
      code: 0,
    });
    expect(project.read('dist/web.k8s.yaml')).toBe(expectedYaml);
  });

  test.each([
    ['CommonJS', 'node main.js', { 'main.js': duplicate(commonJsApp) }],
    ['an ES module', 'node main.mjs', { 'main.mjs': duplicate(cdk8sApp) }],
    ['our own App', 'node main.mjs', { 'main.mjs': duplicate(plimsollApp) }],
  ])('is checked like any other when it starts Node somewhere: %s', (_, command, files) => {
    project = new Project({ ...(files as unknown as Record<string, string>), 'package.json': script(command) });
    const { code, stderr } = project.run(['synth', '--app', 'npm run --silent app']);
    expect(stderr).toMatch(/ConfigMap web \(web\/service\)\n {2}error PLM2001 [^]*main\.m?js:\d+:1\n/);
    expect({ code, files: project.list('dist') }).toEqual({ code: 1, files: [] });
  });

  test('shows where a Node program failed', () => {
    project = new Project({
      'main.js': "require('cdk8s');\nthrow new Error('no');\n",
      'package.json': script('node main.js'),
    });
    expect(project.run(['synth', '--app', 'npm run --silent app']).stderr).toContain(
      "error PLM4010 no\n  main.js:2:7\n  1 | require('cdk8s');\n  2 | throw new Error('no');\n    |       ^\n",
    );
  });

  test('has its types checked when it names a TypeScript file', () => {
    project = new Project({ 'main.ts': "const a: number = 'x';\n", 'tsconfig.json': commonJsTsconfig });
    expect(project.run(['synth', '--app', 'echo main.ts']).stderr).toContain('error PLM4020 ');
  });

  test('passes the environment on, and NODE_OPTIONS with it', () => {
    const app = `if (process.env.GREETING !== 'hello' || process.title !== 'mine') throw new Error('lost');\n${commonJsApp}`;
    project = new Project({ 'main.js': app });
    const environment = { GREETING: 'hello', NODE_OPTIONS: '--title=mine' };
    expect(project.run(['synth', '--app', 'true && node main.js'], environment)).toMatchObject({ stderr: '', code: 0 });
  });

  const hasPython = spawnSync('python3', ['--version']).status === 0;
  if (!hasPython && process.env.CI) throw new Error('python3 is required for the tests');
  (hasPython ? test : test.skip)('may be written in another language', () => {
    const app = [
      'import os, pathlib',
      "print('noise')",
      "folder = pathlib.Path(os.environ['CDK8S_OUTDIR'], 'sub')",
      'folder.mkdir(parents=True)',
      "(folder / 'a.yaml').write_text('a: 1\\n')",
      '',
    ];
    project = new Project({ 'cdk8s.yaml': 'app: python3 main.py\nlanguage: python\n', 'main.py': app.join('\n') });
    expect(project.run(['synth'])).toEqual({
      stdout: 'wrote   dist/sub/a.yaml\ndist: 1 written, 0 unchanged\n',
      stderr: 'noise\n',
      code: 0,
    });
    expect(project.read('dist/sub/a.yaml')).toBe('a: 1\n');
  });
});
