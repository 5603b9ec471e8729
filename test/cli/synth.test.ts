import { parseAllDocuments } from 'yaml';
import { Project } from './support/command';
import { cdk8sApp, commonJsApp, commonJsTsconfig, expectedYaml, plimsollApp } from './support/projects';

let project: Project;
const start = (files: Readonly<Record<string, string>>): Project => (project = new Project(files));
afterEach(() => project.remove());

describe('plimsoll synth', () => {
  test('writes what a TypeScript app makes, and says so', () => {
    start({ 'cdk8s.yaml': 'app: npx ts-node main.ts\n', 'main.ts': plimsollApp, 'tsconfig.json': commonJsTsconfig });
    expect(project.run(['synth'])).toEqual({
      stdout: 'wrote   dist/web.k8s.yaml\ndist: 1 written, 0 unchanged\n',
      stderr: '',
      code: 0,
    });
    expect(project.read('dist/web.k8s.yaml')).toBe(expectedYaml);
  });

  test('leaves unchanged files alone and removes those that are not made any more', () => {
    start({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': commonJsApp });
    project.run(['synth']);
    expect(project.run(['synth']).stdout).toBe('dist: 0 written, 1 unchanged\n');
    project.write({ 'main.js': commonJsApp.replace("'web')", "'shop')") });
    expect(project.run(['synth']).stdout).toBe(
      'wrote   dist/shop.k8s.yaml\nremoved dist/web.k8s.yaml\ndist: 1 written, 0 unchanged, 1 removed\n',
    );
    expect(project.list('dist')).toEqual(['shop.k8s.yaml']);
  });

  test.each([
    ['a CommonJS app with the App of cdk8s', 'npx tsx main.ts', { 'main.ts': cdk8sApp }],
    ['a CommonJS app with our App', 'npx tsx main.ts', { 'main.ts': plimsollApp }],
    ['an ES module app', 'npx tsx main.ts', { 'main.ts': cdk8sApp, 'package.json': '{ "type": "module" }' }],
    [
      'an ES module app with our App',
      'tsx main.ts',
      { 'main.ts': plimsollApp, 'package.json': '{ "type": "module" }' },
    ],
    ['an .mts file', 'node --import tsx main.mts', { 'main.mts': cdk8sApp }],
    ['a .cts file', 'node main.cts', { 'main.cts': cdk8sApp }],
    ['CommonJS in JavaScript', 'node main.js', { 'main.js': commonJsApp }],
    ['an ES module in JavaScript', 'node main.mjs', { 'main.mjs': cdk8sApp }],
    ['a file without its extension', 'node lib/main', { 'lib/main.js': commonJsApp }],
    ['a file with blanks in its name', 'node "my app.js"', { 'my app.js': commonJsApp }],
  ])('runs %s', (_, app, files) => {
    start({ ...(files as unknown as Record<string, string>) });
    expect(project.run(['synth', '--app', app, '--no-typecheck'])).toMatchObject({ stderr: '', code: 0 });
    expect(project.read('dist/web.k8s.yaml')).toBe(expectedYaml);
  });

  test('writes to the folder that is asked for, and to none that the app may have been told before', () => {
    start({ 'cdk8s.yaml': 'app: node main.js\noutput: deploy/prod\n', 'main.js': commonJsApp });
    project.run(['synth'], { CDK8S_OUTDIR: 'elsewhere' });
    project.run(['synth', '--output', 'other']);
    expect(project.list('deploy')).toEqual(['prod/web.k8s.yaml']);
    expect(project.list('other')).toEqual(['web.k8s.yaml']);
    expect(project.list('elsewhere')).toEqual([]);
  });

  test('gives each App a folder of its own inside the output folder, if it has one', () => {
    const second = commonJsApp.replace('new App()', "new App({ outdir: 'dist/prod' })");
    start({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': `{${commonJsApp}}\n{${second}}` });
    expect(project.run(['synth']).code).toBe(0);
    expect(project.list('dist')).toEqual(['prod/web.k8s.yaml', 'web.k8s.yaml']);
  });

  test('takes what the app writes to its outdir by itself', () => {
    const extra = `${commonJsApp}\nrequire('fs').writeFileSync(app.outdir + '/extra.yaml', 'extra: true\\n');`;
    start({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': extra });
    expect(project.run(['synth']).code).toBe(0);
    expect(project.list('dist')).toEqual(['extra.yaml', 'web.k8s.yaml']);
  });

  test('prints one YAML stream with --stdout, and nothing of what the app prints', () => {
    const noisy = `console.log('noise');\n${commonJsApp}`.replace(
      'app.synth()',
      "new ApiObject(new Chart(app, 'b'), 'x', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'x' } });\napp.synth()",
    );
    start({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': noisy });
    const { code, stderr, stdout } = project.run(['synth', '--stdout']);
    const documents = parseAllDocuments(stdout) as { readonly errors: readonly unknown[]; toJS(): { kind: string } }[];
    expect(documents.flatMap((document) => document.errors)).toEqual([]);
    expect(documents.map((document) => document.toJS().kind)).toEqual(['ConfigMap', 'ServiceAccount', 'Secret']);
    expect({ code, stderr, files: project.list('dist') }).toEqual({ code: 0, stderr: 'noise\n', files: [] });
  });

  test('tells other programs everything with --json', () => {
    start({ 'cdk8s.yaml': 'app: node main.js\noutputt: x\n', 'main.js': `console.log('noise');\n${commonJsApp}` });
    const { code, stderr, stdout } = project.run(['synth', '--json']);
    expect(JSON.parse(stdout)).toEqual({
      command: 'synth',
      ok: true,
      output: 'dist',
      written: ['web.k8s.yaml'],
      unchanged: [],
      removed: [],
      kubernetes: '1.27',
      judged: 2,
      notJudged: [],
      deleted: [],
      allowed: [],
      problems: [
        {
          code: 'PLM4004',
          severity: 'warning',
          title: 'a key in cdk8s.yaml is unknown',
          message: '`outputt` is no key that cdk8s.yaml has.',
          source: { file: 'cdk8s.yaml', line: 2, column: 1 },
          fix: '`output` is close; write that if it is meant.',
        },
      ],
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'noise\n' });
  });

  test('says nothing with --quiet when all is well', () => {
    start({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': commonJsApp });
    expect(project.run(['synth', '-q'])).toEqual({ stdout: '', stderr: '', code: 0 });
  });

  test('uses colours only where they are wanted', () => {
    start({ 'cdk8s.yaml': 'app: node main.js\nunknown: x\n', 'main.js': commonJsApp });
    const isColored = (args: readonly string[], environment: Record<string, string>): boolean =>
      project.run(['synth', ...args], environment).stderr.includes('\u001b[');
    expect(isColored([], {})).toBe(false);
    expect(isColored([], { FORCE_COLOR: '1' })).toBe(true);
    expect(isColored([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(isColored(['--color', 'always'], { NO_COLOR: '1' })).toBe(true);
    expect(isColored(['--color', 'never'], { FORCE_COLOR: '1' })).toBe(false);
  });

  test('overwrites a file that was changed by hand only with --force', () => {
    start({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': commonJsApp });
    project.run(['synth']);
    project.write({ 'dist/web.k8s.yaml': 'changed: by hand\n' });
    const refused = project.run(['synth']);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('PLM3004');
    expect(project.read('dist/web.k8s.yaml')).toBe('changed: by hand\n');
    expect(project.run(['synth', '--force']).code).toBe(0);
    expect(project.read('dist/web.k8s.yaml')).toBe(expectedYaml);
  });

  test('says what it waits for when the app does not end', () => {
    const app = `${commonJsApp}\nsetTimeout(() => {}, 3500);\n`;
    start({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': app });
    expect(project.run(['synth'])).toMatchObject({
      stderr: 'The app has synthesized and is still running; open are: Timeout.\n',
      code: 0,
    });
  });

  test('does not wait for what the app leaves behind once it has called process.exit(0)', () => {
    const app = `${commonJsApp}\nsetInterval(() => {}, 1000);\ntry { process.exit(0); } catch { console.log('caught'); }`;
    start({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': app });
    expect(project.run(['synth'])).toMatchObject({ stderr: '', code: 0 });
  });
});
