import * as fc from 'fast-check';
import { compareObjects } from '../../src/changes/compare-objects';
import type { ComparedObject } from '../../src/changes/compared-object';
import { stoppedBy } from '../../src/changes/gates';
import { identityOf } from '../../src/manifest/manifest';
import type { KubernetesObject } from '../../src/manifest/manifest';
import { changesJson } from '../../src/report/changes-json';
import { changesMarkdown } from '../../src/report/changes-markdown';
import type { ChangesReport } from '../../src/report/changes-report';
import { changesText } from '../../src/report/changes-text';
import { plainStyles, terminalStyles } from '../../src/report/styles';
import { compared, deployment, object } from '../changes/objects';

function reportOf(
  before: readonly ComparedObject[],
  after: readonly ComparedObject[],
  more: Partial<ChangesReport> = {},
  ignore: readonly string[] = [],
): ChangesReport {
  const comparison = compareObjects(before, after, { ignore });
  return {
    comparison,
    before: 'dist',
    after: 'the app',
    skipped: [],
    problems: [],
    isJudged: true,
    gates: [],
    ...more,
  };
}

/** Objects that know which construct made them. */
const made = (objects: readonly KubernetesObject[]): readonly ComparedObject[] =>
  compared(objects).map((it, index) => ({
    ...it,
    origin: {
      construct: `app/${it.identity.name}`,
      locate: () => ({ file: '/project/src/main.ts', line: 10 + index, column: 3 }),
    },
  }));

const text = (report: ChangesReport): string => changesText(report, { styles: plainStyles, folder: '/project' });

const claim = object('v1', 'PersistentVolumeClaim', 'data', { spec: {} });
const secret = (value: string) => object('v1', 'Secret', 'login', { stringData: { password: value } });
const named = (name: string, version: string) => ({
  ...deployment({ name, image: `shop/${name}:${version}` }),
  metadata: { name, namespace: 'shop' },
});

describe('changes as text', () => {
  test('begin with a summary, then the riskiest, and say where each is made', () => {
    const report = reportOf(
      compared([claim, deployment(), secret('hunter2')]),
      made([
        deployment({ image: 'web:2', args: ['--fast'] }),
        secret('hunter3'),
        object('v1', 'ConfigMap', 'new', { data: { a: '1' } }),
      ]),
    );
    expect(text(report)).toMatchInlineSnapshot(`
     "dist -> the app: 1 deleted, 2 changed, 1 created, 0 unchanged
       data at risk  1 object
       restart       1 object, 3 Pods
       in place      2 objects

     PersistentVolumeClaim data in namespace shop deleted
       data at risk: The claim is deleted; unless its volume is retained, so is the data.
       all.yaml

     Deployment web in namespace shop changed
       restart: 3 Pods restart, with at most 1 more and 0 fewer at a time.
         - spec.template.spec.containers[name=web].image: web:1
         + spec.template.spec.containers[name=web].image: web:2
         + spec.template.spec.containers[name=web].args: ["--fast"]
       src/main.ts:10:3 (app/web, all.yaml)

     Secret login in namespace shop changed
       in place: It is updated where it is.
           stringData.password: (changed; the value is not shown)
       src/main.ts:11:3 (app/login, all.yaml)

     ConfigMap new in namespace shop created
       in place: It is created.
         + data:
         +   a: "1"
       src/main.ts:12:3 (app/new, all.yaml)
     "
    `);
  });

  test('tell what is done to many objects alike once, and name them', () => {
    const names = ['api', 'jobs', 'web'];
    const report = reportOf(compared(names.map((it) => named(it, '1.0'))), made(names.map((it) => named(it, '1.1'))));
    expect(text(report)).toMatchInlineSnapshot(`
     "dist -> the app: 3 changed, 0 unchanged
       restart  3 objects, 9 Pods

     3 objects changed alike
       Deployment (shop): api, jobs, web
       restart: 3 objects: 3 Pods restart, with at most 1 more and 0 fewer at a time.
         - spec.template.spec.containers[*].image: …:1.0
         + spec.template.spec.containers[*].image: …:1.1
       src/main.ts:10:3 (app/api, all.yaml)
       src/main.ts:11:3 (app/jobs, all.yaml)
       src/main.ts:12:3 (app/web, all.yaml)
     "
    `);
  });

  test('count and name whatever is left out', () => {
    const labelled = (chart: string) => object('v1', 'ConfigMap', 'a', { metadata: { labels: { chart } } });
    const report = reportOf(
      compared([labelled('1')]),
      compared([labelled('2')]),
      { skipped: [{ file: 'values.yaml', what: 'no Kubernetes object' }], isJudged: false },
      ['metadata.labels.chart', 'spec.none'],
    );
    expect(text(report)).toMatchInlineSnapshot(`
     "dist -> the app: 1 changed, 0 unchanged
       no effect  1 object
       ignored (metadata.labels.chart): 1 change in ConfigMap (shop): a
       ignored (spec.none): nothing
       not compared: values.yaml (no Kubernetes object)
       not judged: defaults, and which updates the API server would refuse

     ConfigMap a in namespace shop changed
       no effect: Only ignored fields differ.
       all.yaml
     "
    `);
  });

  test('sum up a definition of custom resources', () => {
    const definition = (count: number) => {
      const properties = Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`field${index}`, { type: 'string' }]),
      );
      const versions = [{ name: 'v1', schema: { openAPIV3Schema: { properties } } }];
      return object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'things.example.com', {
        spec: { versions },
      });
    };
    expect(text(reportOf(compared([definition(3)]), compared([definition(500)])))).toMatchInlineSnapshot(`
     "dist -> the app: 1 changed, 0 unchanged
       in place  1 object

     CustomResourceDefinition things.example.com in namespace shop changed
       in place: It is updated where it is.
           spec.versions[name=v1].schema: 497 fields
       all.yaml
     "
    `);
  });

  test('show only the lines of a file that differ', () => {
    const file = (line: string) =>
      object('v1', 'ConfigMap', 'a', { data: { 'app.conf': `one\ntwo\n${line}\nfour\n` } });
    expect(text(reportOf(compared([file('three')]), compared([file('3')])))).toContain(
      '      data[app.conf]:\n        (2 lines as before)\n    -   three\n    +   3\n',
    );
  });

  test('are coloured for a terminal, whatever stands in the objects', () => {
    const evil = (value: string) => object('v1', 'ConfigMap', 'a', { data: { a: `\u001b[2J${value}` } });
    const shown = changesText(reportOf(compared([evil('1')]), compared([evil('2')])), {
      styles: terminalStyles,
      folder: '/',
    });
    expect(shown).toContain('\u001b[32m+ data.a: ');
    expect(shown).not.toContain('\u001b[2J');
  });

  test('end with what --fail-on has found', () => {
    const report = reportOf(compared([claim]), []);
    const gates = [{ gate: 'data' as const, changes: stoppedBy('data', report.comparison.changes) }];
    expect(
      text({ ...report, gates })
        .trimEnd()
        .split('\n')
        .at(-1),
    ).toBe('--fail-on data PersistentVolumeClaim (shop): data');
  });

  test('never hold the values of a Secret, of whatever becomes of it', () => {
    const both = [secret('old-value'), secret('new-value')];
    const pairs: (readonly [KubernetesObject[], KubernetesObject[]])[] = [
      [[both[0]], [both[1]]],
      [[], [both[1]]],
      [[both[0]], []],
      [[both[0]], [{ ...both[0], metadata: { name: 'other' } }]],
    ];
    for (const [before, after] of pairs) {
      const report = reportOf(compared(before), compared(after));
      const all = text(report) + changesMarkdown(report, '/') + changesJson(report, '/');
      expect(all).toContain('Secret');
      expect(all).not.toMatch(/old-value|new-value/);
    }
  });
});

describe('changes as Markdown', () => {
  test('fold the fields, and put the risks first', () => {
    const report = reportOf(compared([claim, deployment()]), made([deployment({ image: 'web:2' })]));
    expect(changesMarkdown(report, '/project')).toMatchInlineSnapshot(`
     "### Changes: dist -&#62; the app

     1 deleted, 1 changed, 0 unchanged.

     | effect | |
     |---|---|
     | **data at risk** | 1 object |
     | restart | 1 object, 3 Pods |

     - **data at risk**: \`PersistentVolumeClaim data in namespace shop deleted\`: The claim is deleted; unless its volume is retained, so is the data.


     <details>
     <summary><code>PersistentVolumeClaim data in namespace shop deleted</code>: data at risk</summary>

     - data at risk: The claim is deleted; unless its volume is retained, so is the data.

     all.yaml

     </details>


     <details>
     <summary><code>Deployment web in namespace shop changed</code>: restart</summary>

     - restart: 3 Pods restart, with at most 1 more and 0 fewer at a time.

     \`\`\`diff
     - spec.template.spec.containers[name=web].image: web:1
     + spec.template.spec.containers[name=web].image: web:2
     \`\`\`

     \`src/main.ts:10:3\` (app/web, all.yaml)

     </details>

     "
    `);
  });

  test('cannot be broken by names and values', () => {
    const evil = object('v1', 'ConfigMap', '</details>@everyone`|', { data: { a: '```\n</details>' } });
    const markdown = changesMarkdown(reportOf([], compared([evil])), '/');
    expect(markdown).toContain(
      '<code>ConfigMap &#60;/details&#62;&#64;everyone\\`\\| in namespace shop created</code>',
    );
    expect(markdown).toContain('````diff\n+ data:\n+   a: |-\n+     ```\n+     </details>\n````');
  });

  test('stay below the largest comment whatever happens, and count what is not shown', () => {
    const word = fc.oneof(fc.constantFrom('a', 'é', '`', '<', '字', '\u{1f600}'), fc.string({ maxLength: 5 }));
    const large = fc
      .tuple(word, fc.integer({ min: 1, max: 20_000 }))
      .map(([it, count]) => it.repeat(Math.ceil(count / Math.max(1, it.length))));
    const one = fc.record({
      name: large,
      value: large,
      kind: fc.constantFrom('ConfigMap', 'Service', 'PersistentVolumeClaim', 'Deployment'),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (parts, times) => {
        const objects = Array.from({ length: times }, (_, round) =>
          parts.map(({ kind, name, value }, index) =>
            object('v1', kind, `${round}-${index}-${name}`, { data: { [name]: value }, spec: { a: value } }),
          ),
        ).flat();
        const half = Math.floor(objects.length / 2);
        const changed = objects.slice(half).map((it) => ({ ...it, data: {} }));
        const skipped = parts.map(({ name }) => ({ file: name, what: 'no Kubernetes object' }));
        const report = reportOf(compared(objects), compared(changed), { skipped, before: parts[0]?.name ?? '' });
        const markdown = changesMarkdown(report, '/');
        expect(Buffer.byteLength(markdown)).toBeLessThan(65_536);
        const folded = markdown.match(/^<\/details>$/gm)?.length ?? 0;
        expect(folded).toBe(markdown.match(/^<details>$/gm)?.length ?? 0);
      }),
      { numRuns: 25 },
    );
  });

  test('point to what does not fit', () => {
    const objects = Array.from({ length: 500 }, (_, index) =>
      object('v1', 'ConfigMap', `config-${index}`, { data: { a: `${index}`.repeat(100) } }),
    );
    const markdown = changesMarkdown(reportOf([], compared(objects)), '/');
    const shown = markdown.match(/^<summary>/gm)?.length ?? 0;
    expect(markdown).toContain(`**${500 - shown} more objects are not shown here**`);
  });
});

test('changes as JSON hold everything, by object', () => {
  const before = compared([deployment()], 'old.yaml');
  const report = reportOf(before, made([deployment({ image: 'web:2' })]));
  expect(JSON.parse(changesJson(report, '/project'))).toEqual({
    command: 'diff',
    ok: true,
    before: { name: 'dist', objects: 1 },
    after: { name: 'the app', objects: 1 },
    judged: true,
    summary: {
      created: 0,
      changed: 1,
      deleted: 0,
      renamed: 0,
      moved: 0,
      unchanged: 0,
      defaults: 0,
      effects: [{ kind: 'restart', objects: 1, pods: 3 }],
      capacity: [],
    },
    changes: [
      {
        kind: 'changed',
        object: identityOf(deployment()),
        file: 'all.yaml',
        formerFile: 'old.yaml',
        construct: 'app/web',
        source: { file: 'src/main.ts', line: 10, column: 3 },
        effects: [
          {
            kind: 'restart',
            pods: 3,
            surge: 1,
            unavailable: 0,
            field: 'spec.template.spec.containers[name=web].image',
            reason: '3 Pods restart, with at most 1 more and 0 fewer at a time.',
          },
        ],
        fields: [
          { path: 'spec.template.spec.containers[name=web].image', kind: 'changed', before: 'web:1', after: 'web:2' },
        ],
        defaults: [],
        ignored: 0,
      },
    ],
    reworded: [],
    ignored: [],
    skipped: [],
    problems: [],
    failOn: [],
  });
});

test('whatever is in the objects, there is a report', () => {
  const kinds = [
    'Deployment',
    'StatefulSet',
    'CronJob',
    'Role',
    'RoleBinding',
    'Service',
    'NetworkPolicy',
    'Secret',
    'Namespace',
  ];
  const more = [
    'PersistentVolumeClaim',
    'PersistentVolume',
    'CustomResourceDefinition',
    'HorizontalPodAutoscaler',
    'ConfigMap',
  ];
  const versions = ['v1', 'apps/v1', 'batch/v1', 'rbac.authorization.k8s.io/v1', 'networking.k8s.io/v1'];
  const keys = [
    'spec',
    'template',
    'containers',
    'volumes',
    'rules',
    'subjects',
    'data',
    'name',
    'resources',
    'requests',
    'cpu',
  ];
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom(null, true, 0, -1, 3, '', '1Gi', '25%', '1e999', 'web'),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie('value')),
    ),
  }));
  const one = fc.record({
    apiVersion: fc.constantFrom(...versions),
    kind: fc.constantFrom(...kinds, ...more),
    metadata: fc.oneof(fc.constant({ name: 'a' }), fc.constant({ name: 'b', labels: [], annotations: 'c' }), value),
    spec: value,
    data: value,
    rules: value,
    subjects: value,
    roleRef: value,
  });
  const some = fc.array(one, { maxLength: 6 });
  fc.assert(
    fc.property(some, some, (before, after) => {
      const report = reportOf(compared(before), compared(after));
      expect(text(report) + changesMarkdown(report, '/') + changesJson(report, '/')).not.toBe('');
      expect(report.comparison.changes.every(({ effects }) => effects.length > 0)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
