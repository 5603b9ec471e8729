import { describeWithEngine } from '../support/with-engine';
import { Project } from './support/command';

let project: Project;
afterEach(() => project.remove());

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  trafficDistribution: PreferClose
  ports:
    - port: 80
`;

describeWithEngine('--kubernetes', () => {
  test('finds fields that are too new, and says for which minor it looked', () => {
    project = new Project({ 'web.yaml': service });
    expect(project.run(['check', 'web.yaml', '--kubernetes', '1.29'])).toEqual({
      stdout: '1 object in 1 file judged for Kubernetes 1.29: 1 error\n',
      stderr: `Service web
  error PLM5201 spec.trafficDistribution: Kubernetes 1.29 does not know this field: it is there since Kubernetes 1.31, with the feature gate ServiceTrafficDistribution.
    web.yaml:6:3
    5 | spec:
    6 |   trafficDistribution: PreferClose
      |   ^
    7 |   ports:
    fix: Remove the field, or set \`kubernetes: '1.31'\` (\`--kubernetes 1.31\`) if that is what the cluster runs.

\`plimsoll explain PLM5201\` says what a code means.
`,
      code: 1,
    });
    expect(project.run(['check', 'web.yaml', '--kubernetes', '1.31'])).toMatchObject({ code: 0, stderr: '' });
  });

  test('is told to other programs as it was asked for', () => {
    project = new Project({ 'web.yaml': service });
    const { stdout } = project.run(['check', 'web.yaml', '--kubernetes', '1.30', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      kubernetes: '1.30',
      judged: 1,
      problems: [{ code: 'PLM5201', line: 6, column: 3 }],
    });
  });

  test('counts before the App, whose target counts before the default', () => {
    const app = `const { ApiObject, Chart } = require('cdk8s');
const { App } = require('cdk8s-plimsoll');
const app = new App({ kubernetes: '1.30' });
new ApiObject(new Chart(app, 'web'), 'service', {
  apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' },
  spec: { trafficDistribution: 'PreferClose', ports: [{ port: 80 }] },
});
app.synth();
`;
    project = new Project({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': app });
    expect(project.run(['synth']).stderr).toContain(
      'error PLM5201 spec.trafficDistribution: Kubernetes 1.30 does not take',
    );
    expect(project.run(['synth', '--kubernetes', '1.33'])).toMatchObject({ code: 0, stderr: '' });
  });

  test('keeps verdicts for every target together, since they are those of the engine', () => {
    project = new Project({ 'web.yaml': service });
    const run = (kubernetes: string): string =>
      project.run(['check', 'web.yaml', '--cache-dir', 'cache', '--kubernetes', kubernetes]).stdout;
    expect(run('1.31')).toContain('judged for Kubernetes 1.31: no problems');
    const verdicts = (): readonly string[] => project.list('cache').map((file) => project.read(`cache/${file}`));
    const before = verdicts();
    expect(run('1.34')).toContain('judged for Kubernetes 1.34: no problems');
    expect(verdicts()).toEqual(before);
    expect(before).toHaveLength(1);
  });

  test('takes the minors that there are', () => {
    project = new Project({ 'web.yaml': service });
    const { code, stderr } = project.run(['check', 'web.yaml', '--kubernetes', '1.37']);
    expect(code).toBe(2);
    expect(stderr).toContain('1.27, 1.28, 1.29, 1.30, 1.31, 1.32, 1.33, 1.34, 1.35, 1.36');
    expect(project.run(['completion', 'bash']).stdout).toContain('1.27 1.28 1.29');
  });
});

test('the target of the command reaches constructs when they are made', () => {
  const main = `
const { Chart } = require('cdk8s');
const { App, WebDeployment } = require('cdk8s-plimsoll');
const app = new App();
new WebDeployment(new Chart(app, 'web', { namespace: 'web' }), 'web', {
  image: 'ghcr.io/example/web:1.0.0',
  initContainers: { proxy: { image: 'ghcr.io/example/proxy:1.0.0', restartPolicy: 'Always' } },
});
app.synth();
`;
  const own = new Project({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': main });
  try {
    expect(own.run(['synth']).stderr).toMatch(/restartPolicy[^]*1\.29/);
    expect(own.run(['synth', '--kubernetes', '1.29'])).toMatchObject({ code: 0, stderr: '' });
  } finally {
    own.remove();
  }
});
