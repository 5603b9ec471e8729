import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { mergeJudged } from '../../src/cli/run/merge-judged';
import { describeWithEngine } from '../support/with-engine';
import { Project } from './support/command';

let project: Project;
afterEach(() => project?.remove());

const schemaFile = join(__dirname, '../../docs/schemas/synth.schema.json');
const isReport = new Ajv2020({ allowUnionTypes: true, strictRequired: false }).compile(
  JSON.parse(readFileSync(schemaFile, 'utf8')) as object,
);

/** What `synth --json` says, which is as the schema has it. */
function synth(...args: readonly string[]): Record<string, unknown> {
  const report = JSON.parse(project.run(['synth', '--json', ...args]).stdout) as Record<string, unknown>;
  isReport(report);
  expect(isReport.errors ?? []).toEqual([]);
  return report;
}

const app = (names: readonly string[]): string => `const { ApiObject, Chart } = require('cdk8s');
const { allow, App, WebDeployment } = require('cdk8s-plimsoll');
const app = new App({ kubernetes: '1.30' });
const chart = new Chart(app, 'web');
for (const name of ${JSON.stringify(names)}) new ApiObject(chart, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
new ApiObject(chart, 'thing', { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'thing' } });
const web = new WebDeployment(chart, 'web', { image: 'example.com/web', ports: { http: 80 } });
allow(web, 'PLM7403', 'the vendor publishes no other tag');
app.synth();
`;

describeWithEngine('synth --json', () => {
  test('says what was judged, what was not, what goes and what is allowed', () => {
    project = new Project({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': app(['one', 'two']) });
    expect(synth()).toMatchObject({ ok: true, written: ['web.k8s.yaml'], deleted: [] });
    project.write({ 'main.js': app(['one']) });
    expect(synth()).toMatchObject({
      ok: true,
      kubernetes: '1.30',
      judged: 3,
      notJudged: [{ apiVersion: 'example.com/v1', kind: 'Thing', count: 1 }],
      deleted: [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'two' }],
      allowed: [{ code: 'PLM7403', because: 'the vendor publishes no other tag', object: { kind: 'Deployment' } }],
    });
  });

  test('says the same of an app that runs in another process, and of one in another language', () => {
    const other = (manifest: string): string => `app: sh -c 'node main.js && cp ${manifest} $CDK8S_OUTDIR/'\n`;
    const yaml = (name: string): string => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: ${name}\n`;
    const files = { 'a.yaml': yaml('a'), 'b.yaml': yaml('b') };
    project = new Project({ 'cdk8s.yaml': other('a.yaml'), 'main.js': app(['one', 'two']), ...files });
    expect(synth()).toMatchObject({ ok: true, judged: 5, written: ['a.yaml', 'web.k8s.yaml'] });
    project.write({ 'cdk8s.yaml': other('b.yaml'), 'main.js': app(['one']) });
    expect(synth()).toMatchObject({
      ok: true,
      judged: 4,
      notJudged: [{ kind: 'Thing', count: 1 }],
      removed: ['a.yaml'],
    });
  });

  test('names in words what goes', () => {
    project = new Project({ 'cdk8s.yaml': 'app: node main.js\n', 'main.js': app(['one', 'two']) });
    project.run(['synth']);
    project.write({ 'main.js': app(['one']) });
    expect(project.run(['synth']).stdout).toBe(
      'wrote   dist/web.k8s.yaml\ndeleted ConfigMap two\ndist: 1 written, 0 unchanged\n',
    );
  });

  test('has no verdicts where nothing was synthesized', () => {
    project = new Project({ 'cdk8s.yaml': 'app: node mian.js\n' });
    expect(synth()).not.toHaveProperty('judged');
  });
});

test('what one of two apps in a folder does not make, the other may', () => {
  const object = (name: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', name });
  const part = (outdir: string, ...names: readonly string[]) => ({
    outdir,
    judged: {
      kubernetes: '1.27' as const,
      judged: 1,
      notJudged: [{ apiVersion: 'a/v1', kind: 'A', count: 1 }],
      deleted: names.map(object),
    },
  });
  expect(mergeJudged([part('/a', 'gone', 'x'), part('/a', 'gone', 'y'), part('/b', 'z')])).toEqual({
    kubernetes: '1.27',
    judged: 3,
    notJudged: [{ apiVersion: 'a/v1', kind: 'A', count: 3 }],
    deleted: [object('gone'), object('z')],
  });
  expect(mergeJudged([])).toBeUndefined();
});
