import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { TraceMap, originalPositionFor } from '@jridgewell/trace-mapping';
import { Project } from './support/command';
import { commonJsTsconfig } from './support/projects';

const main = `import { ApiObject, Chart, Include, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { App, ConfigMap, WebDeployment, setDefaults } from 'cdk8s-plimsoll';
import * as shared from './shared';
import { common, sizes } from './shared';
import { Counted, Loud, Team } from './team';

const app = new App();
const chart = new Chart(app, 'web', { namespace: 'shop', disableResourceNameHashes: true });

const image = 'ghcr.io/example/web:1.0.0';
const ports = { http: 8080 };
const patched = new WebDeployment(chart, 'patched', { image, ports, replicas: 3 });
patched.deployment.addJsonPatch(JsonPatch.replace('/spec/replicas', 9));
patched.deployment.metadata.addLabel('late', 'label');

const library = new kplus.Deployment(chart, 'library', { replicas: 4, containers: [{ image, portNumber: 80 }] });
library.addContainer({ name: 'side', image: 'ghcr.io/example/side:1.0.0' });
library.exposeViaService({ name: 'exposed', ports: [{ port: 8000, targetPort: 80 }] });

new Team(chart, 'team', { size: 6 });
new Counted(chart, 'counted', { text: 'a' });
new Loud(chart, 'loud', { text: 'a' });

function shadowing(common: { readonly replicas: number }) {
  return new WebDeployment(chart, 'shadowed', { image, ports, ...common });
}
shadowing({ replicas: 5 });
new WebDeployment(chart, 'imported', { image, ports, ...common, labels: { size: shared.sizes.large } });
let later = 1;
later = 7;
new WebDeployment(chart, 'assigned', { image, ports, replicas: later });
new WebDeployment(chart, 'overridden', { image, ports, replicas: 1, ...pick() });
function pick() {
  return { replicas: 8 };
}

class Mine extends ConfigMap {
  constructor(id: string) {
    super(chart, id, { data: { mine: sizes.large } });
  }
}
new Mine('subclass');
new Include(chart, 'include', { url: 'extra.yaml' });
const plain = new ApiObject(chart, 'plain', { apiVersion: 'v1', kind: 'ConfigMap', data: { k: 'v', l: 'w' } });
plain.addJsonPatch(JsonPatch.add('/data/more', 'x'));

for (const name of ['dev', 'prod']) {
  const cluster = new Chart(app, name);
  setDefaults(cluster, { labels: { cluster: name } });
  new WebDeployment(cluster, 'twice', { image, ports, replicas: name === 'dev' ? 1 : 2 });
}
app.synth();
`;

const shared = `export const sizes = { large: 'L' };
export const common = {
  replicas: 2,
};
`;

const team = `import { Construct } from 'constructs';
import { ConfigMap, WebDeployment } from 'cdk8s-plimsoll';

export class Team extends Construct {
  constructor(scope: Construct, id: string, props: { readonly size: number }) {
    super(scope, id);
    new WebDeployment(this, 'inner', { image: 'ghcr.io/example/team:1.0.0', ports: { http: 8080 }, replicas: props.size });
  }
}

let made = 0;
/** Is other each time. */
export class Counted extends ConfigMap {
  constructor(scope: Construct, id: string, props: { readonly text: string }) {
    made += 1;
    super(scope, id, { data: { text: props.text, number: String(made) } });
  }
}

/** Prints, and ends the process for what it does not like. */
export class Loud extends ConfigMap {
  constructor(scope: Construct, id: string, props: { readonly text: string }) {
    console.log('made');
    if (props.text !== 'a') process.exit(7);
    super(scope, id, { data: { text: props.text } });
  }
}
`;

const extra = `apiVersion: v1
kind: ConfigMap
metadata:
  name: included
# a comment
data:
  a: "1"
`;

interface Line {
  readonly object: string;
  readonly field: string;
  readonly construct: string;
  readonly cause: string;
  readonly by?: string;
  readonly source: string;
}

let project: Project;
/** Every line of the output, explained by one run. */
let lines: readonly Line[];
beforeAll(() => {
  project = new Project({
    'cdk8s.yaml': 'app: node main.ts\n',
    'main.ts': main,
    'shared.ts': shared,
    'team.ts': team,
    'extra.yaml': extra,
    'tsconfig.json': commonJsTsconfig,
  });
  symlinkSync(join(__dirname, '../../node_modules/cdk8s-plus-27'), project.path('node_modules/cdk8s-plus-27'));
  // What the app prints is printed, once and not where the answer goes.
  expect(project.run(['synth', '--no-judge', '--no-typecheck'])).toMatchObject({ code: 0, stderr: 'made\n' });
  expect(project.run(['explain', '--source-map', 'maps/all.json'])).toMatchObject({ code: 0, stderr: 'made\n' });
  const { files } = JSON.parse(project.read('maps/all.json')) as {
    readonly files: Record<string, Record<number, Line>>;
  };
  lines = Object.values(files).flatMap((of) => Object.values(of));
});
afterAll(() => project.remove());

const explain = (object: string, field: string): Line => {
  const found = lines.find((line) => line.object === object && line.field === field);
  if (!found) throw new Error(`there is no ${field} in ${object}`);
  return found;
};
/** Where in the sources a text stands. */
const at = (file: string, text: string): string => {
  const source = { 'main.ts': main, 'shared.ts': shared, 'team.ts': team }[file]!;
  const before = source.slice(0, source.indexOf(text)).split('\n');
  if (!source.includes(text)) throw new Error(`there is no ${text}`);
  return `${file}:${before.length}:${before.at(-1)!.length + 1}`;
};

describe('what is done after a construct was made', () => {
  test('is the call, and not the prop that it replaced', () => {
    expect(explain('Deployment/patched', 'spec.replicas')).toMatchObject({
      cause: 'call',
      by: 'addJsonPatch',
      source: at('main.ts', "JsonPatch.replace('/spec/replicas'"),
    });
  });

  test('is the very word of the call, on the metadata too', () => {
    expect(explain('Deployment/patched', 'metadata.labels.late')).toMatchObject({
      cause: 'call',
      by: 'addLabel',
      source: at('main.ts', "'label'"),
    });
  });

  test('leaves a map that the props began to the props', () => {
    expect(explain('ConfigMap/web-plain', 'data')).toMatchObject({ cause: 'prop', by: 'data' });
    expect(explain('ConfigMap/web-plain', 'data.more')).toMatchObject({ cause: 'call', by: 'addJsonPatch' });
  });

  test('makes objects too', () => {
    expect(explain('Service/exposed', 'spec.ports[0].port')).toMatchObject({
      construct: 'web/library',
      cause: 'call',
      by: 'exposeViaService',
      source: at('main.ts', 'port: 8000'),
    });
  });
});

describe('a construct of another library', () => {
  test('is named as the code has it, with its own props', () => {
    expect(explain('Deployment/web-library', 'spec.replicas')).toMatchObject({
      construct: 'web/library',
      cause: 'prop',
      by: 'replicas',
      source: at('main.ts', 'replicas: 4'),
    });
  });

  test('is known where a later call takes no other value of a prop', () => {
    const path = 'spec.template.spec.containers[0].ports[0].containerPort';
    expect(explain('Deployment/web-library', path)).toMatchObject({ cause: 'prop', by: 'containers[0].portNumber' });
  });

  test('has empty lists that nobody asked for', () => {
    expect(explain('Service/exposed', 'spec.externalIPs')).toMatchObject({ cause: 'construct' });
  });
});

test('a construct in another is named with the one around it', () => {
  const { stdout } = project.run(['explain', 'Deployment/inner', 'spec.replicas']);
  expect(stdout).toContain(`made by WebDeployment web/team/inner at ${at('team.ts', 'new WebDeployment(')}\n`);
  expect(stdout).toContain(`\n  in Team web/team at ${at('main.ts', 'new Team(')}\n`);
});

describe('nothing is named that is not so', () => {
  test('where a construct is other each time', () => {
    expect(explain('ConfigMap/counted', 'data.number')).toMatchObject({ cause: 'unknown' });
    expect(explain('ConfigMap/counted', 'data.text')).toMatchObject({ cause: 'prop', by: 'text' });
    expect(project.run(['explain', 'ConfigMap/counted', 'data.number']).stdout).toContain(
      'not what Counted says when it is made again: changed afterwards, or other each time',
    );
  });

  test('where a construct prints, and ends the process', () => {
    expect(explain('ConfigMap/loud', 'data.text')).toMatchObject({ cause: 'prop', by: 'text' });
  });

  test.each([
    ['a parameter that is called as something else is', 'shadowed', 'main.ts', '...common });'],
    ['a constant of another file', 'imported', 'shared.ts', 'replicas: 2'],
    ['a variable that is given another value', 'assigned', 'main.ts', 'replicas: later'],
    ['a prop that a spread overrides', 'overridden', 'main.ts', '{ image, ports, replicas: 1'],
  ])('%s', (_what, name, file, text) => {
    expect(explain(`Deployment/${name}`, 'spec.replicas')).toMatchObject({ cause: 'prop', source: at(file, text) });
  });

  test('a field of a map of another file', () => {
    expect(explain('Deployment/imported', 'metadata.labels.size')).toMatchObject({ source: at('shared.ts', "'L'") });
  });
});

test('a subclass that no module exports is known by what it gives to the class above', () => {
  expect(explain('ConfigMap/subclass', 'data.mine')).toMatchObject({
    construct: 'web/subclass',
    cause: 'prop',
    by: 'data.mine',
    source: at('shared.ts', "'L'"),
  });
});

test('an included object leads to its file, and to the chart', () => {
  expect(explain('ConfigMap/included', 'data.a')).toMatchObject({
    construct: 'web/include',
    cause: 'prop',
    by: 'url',
    source: at('main.ts', "url: 'extra.yaml'"),
  });
  expect(explain('ConfigMap/included', 'metadata.namespace')).toMatchObject({ cause: 'scope', by: 'namespace' });
});

describe('objects of one name', () => {
  test('are told apart by the file', () => {
    const line = project.read('dist/prod.k8s.yaml').split('\n').indexOf('  replicas: 2') + 1;
    expect(project.run(['explain', `dist/prod.k8s.yaml:${line}`]).stdout).toContain('made by WebDeployment prod/twice');
    expect(lines.filter(({ construct }) => construct === 'prod/twice')).not.toHaveLength(0);
  });

  test('are not guessed by kind and name', () => {
    expect(project.run(['explain', 'Deployment/twice', 'spec.replicas'])).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'made\nThe app makes 2 objects Deployment/twice: dev/twice/deployment, prod/twice/deployment. ' +
        'Name a line of one, as FILE:LINE.\n',
    });
  });

  test('may be named with their namespace', () => {
    expect(project.run(['explain', 'Deployment/shop/imported', 'spec.replicas']).stdout).toContain('web/imported');
    expect(project.run(['explain', 'Deployment/other/imported']).stderr).toContain('no Deployment/other/imported');
  });
});

test('lines that end as on Windows are the same lines', () => {
  const unix = project.read('dist/dev.k8s.yaml');
  project.write({ 'dist/dev.k8s.yaml': unix.replaceAll('\n', '\r\n') });
  const line = unix.split('\n').indexOf('  replicas: 1') + 1;
  const { stderr, stdout } = project.run(['explain', `dist/dev.k8s.yaml:${line}`]);
  project.write({ 'dist/dev.k8s.yaml': unix });
  expect({ stderr, says: stdout.includes('set by the prop replicas') }).toEqual({ stderr: 'made\n', says: true });
});

test.each([
  ['a comment', 'extra.yaml:5', 'Line 5 of extra.yaml is a comment.\n'],
  ['a blank line', 'main.ts:7', 'Line 7 of main.ts says nothing.\n'],
])('%s makes nothing', (_what, place, stderr) => {
  expect(project.run(['explain', place])).toMatchObject({ code: 1, stderr: `made\n${stderr}` });
});

test('the source map is one that other tools read', () => {
  const { files, maps } = JSON.parse(project.read('maps/all.json'));
  const yaml = project.read('dist/web.k8s.yaml').split('\n');
  const trace = new TraceMap(maps['web.k8s.yaml']);
  expect(originalPositionFor(trace, { line: yaml.indexOf('  replicas: 2') + 1, column: 2 })).toEqual({
    source: '../shared.ts',
    line: 3,
    column: 2,
    name: 'replicas',
  });
  // Every line says the same in both.
  for (const [number, { source }] of Object.entries<Line>(files['web.k8s.yaml'])) {
    const found = originalPositionFor(trace, { line: Number(number), column: yaml[Number(number) - 1]!.search(/\S/) });
    expect(`${found.source}:${found.line}:${found.column! + 1}`).toBe(`../${source}`);
  }
});
