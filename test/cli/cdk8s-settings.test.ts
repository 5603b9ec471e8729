import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Project } from './support/command';
import { commonJsApp } from './support/projects';

let project: Project;
afterEach(() => project.remove());

describe('a Helm chart', () => {
  const settings = 'app: node main.js\nsynthConfig:\n  format: helm\n  chartVersion: 1.2.3\n';

  test('is laid out as cdk8s-cli does it, byte for byte', () => {
    project = new Project({ 'cdk8s.yaml': settings, 'main.js': commonJsApp });
    expect(project.run(['synth', '--output', 'ours'])).toMatchObject({ stderr: '', code: 0 });
    const cdk8s = join(__dirname, '../../node_modules/cdk8s-cli/bin/cdk8s');
    const { status } = spawnSync(process.execPath, [cdk8s, 'synth', '--check-upgrade=false', '--output', 'theirs'], {
      cwd: project.folder,
      env: project.environment(),
    });
    expect(status).toBe(0);
    expect(project.list('ours')).toEqual(['Chart.yaml', 'README.md', 'templates/web.k8s.yaml']);
    expect(project.list('theirs')).toEqual(project.list('ours'));
    for (const file of project.list('ours')) expect(project.read(`ours/${file}`)).toBe(project.read(`theirs/${file}`));
  });

  test('holds the custom resource definitions that are files, and takes no others', () => {
    const imports = 'imports:\n  - k8s\n  - mine:=crds/mine.yaml\n';
    project = new Project({ 'cdk8s.yaml': settings + imports, 'main.js': commonJsApp, 'crds/mine.yaml': 'kind: X\n' });
    expect(project.run(['synth'])).toMatchObject({ stderr: '', code: 0 });
    expect(project.read('dist/crds/mine.yaml')).toBe('kind: X\n');
    project.write({ 'cdk8s.yaml': `${settings}imports:\n  - https://example.com/crd.yaml\n` });
    expect(project.run(['synth']).stderr).toContain('`imports` names `https://example.com/crd.yaml`');
  });

  test.each([
    ['synthConfig:\n  format: helm\n', [], '`helm`, which takes a `synthConfig.chartVersion` too'],
    ['synthConfig:\n  chartVersion: 1.2.3\n', [], 'is for `synthConfig.format: helm` only'],
    [settings, ['--stdout'], 'cannot be printed with `--stdout`'],
  ])('is refused where its settings contradict each other: %j', (text, args, message) => {
    project = new Project({
      'cdk8s.yaml': `app: node main.js\n${text}`.replace(/^app.*\n(?=app)/, ''),
      'main.js': commonJsApp,
    });
    const { code, stderr } = project.run(['synth', ...args]);
    expect(stderr).toContain(message);
    expect({ code, files: project.list('dist') }).toEqual({ code: 1, files: [] });
  });
});

describe('validation plugins', () => {
  const plugin = `
exports.NoServices = class {
  constructor(properties) { this.properties = properties; }
  async validate(context) {
    for (const manifest of context.manifests) {
      for (const object of context.parseManifest(manifest)) {
        if (object.kind !== this.properties.kind) continue;
        context.report.addViolation({
          ruleName: 'no-' + object.kind, recommendation: 'Do without.', fix: 'Remove it.',
          violatingResources: [{ resourceName: object.metadata.name, locations: ['kind'], manifestPath: manifest }],
        });
      }
    }
    context.report.submit(this.properties.status ?? 'failure');
  }
};
exports.Silent = class { validate() {} };
exports.Throwing = class { validate() { throw new Error('broken'); } };
`;
  const settings = (name: string, className: string, properties = '{ kind: ServiceAccount }'): string =>
    `app: node main.js\nvalidations:\n  - package: ${name}\n    version: 1.0.0\n    class: ${className}\n    properties: ${properties}\n`;
  const start = (text: string, files: Readonly<Record<string, string>> = {}): void => {
    project = new Project({ 'cdk8s.yaml': text, 'main.js': commonJsApp, 'plugin/index.js': plugin, ...files });
  };

  test('stop the write when they report a failure', () => {
    start(settings('./plugin', 'NoServices'));
    const { code, stderr } = project.run(['synth']);
    expect(stderr).toBe(`web/service
  error PLM4030 ./plugin@1.0.0: \`web\` breaks the rule \`no-ServiceAccount\` (kind).
    web.k8s.yaml
    fix: Do without. Remove it.

1 error; nothing was written to dist
`);
    expect({ code, files: project.list('dist') }).toEqual({ code: 1, files: [] });
    expect(project.run(['synth', '--no-validate']).code).toBe(0);
  });

  test('only warn when they report success all the same', () => {
    start(settings('./plugin', 'NoServices', '{ kind: ServiceAccount, status: success }'));
    const { code, stderr } = project.run(['synth']);
    expect(stderr).toContain('warning PLM4030');
    expect(code).toBe(0);
  });

  test('are found where cdk8s-cli installs them, and may be listed in a file', () => {
    const text = 'app: node main.js\npluginsDirectory: plugins\nvalidations: validations.yaml\n';
    const list = settings('a-plugin', 'NoServices').split('validations:\n')[1];
    start(text, {
      'validations.yaml': list,
      'plugins/a-plugin/1.0.0/node_modules/a-plugin/index.js': plugin,
    });
    expect(project.run(['synth']).stderr).toContain('breaks the rule `no-ServiceAccount`');
  });

  test.each([
    [
      'a-plugin',
      'NoServices',
      /The validation plugin a-plugin@1\.0\.0 is not installed\.\n {2}fix: Run `npm install --no-save --prefix .*a-plugin\/1\.0\.0 a-plugin@1\.0\.0`\./,
    ],
    ['./plugin', 'Missing', /exports no class `Missing`\./],
    ['./plugin', 'Silent', /has not submitted its report\./],
    ['./plugin', 'Throwing', /failed: broken\./],
  ])('stop the write when they cannot be used: %s %s', (name, className, message) => {
    start(settings(name, className));
    expect(project.run(['synth'])).toMatchObject({ code: 1, stderr: expect.stringMatching(message) as unknown });
  });
});
