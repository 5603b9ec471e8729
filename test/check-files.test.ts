import { checkFiles } from '../src/check-files';
import type { CheckSettings, FileCheck } from '../src/check-files';
import { describeWithEngine } from './support/with-engine';

const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\n';

function check(text: string, settings: CheckSettings = {}): FileCheck {
  return checkFiles([{ path: 'x.yaml', text }], settings);
}

/** Problems as `code line:column field`. */
function found(text: string, settings: CheckSettings = {}): readonly string[] {
  return check(text, settings).problems.map(({ code, field = '', source }) => {
    return `${code} ${source ? `${source.line}:${source.column}` : '-'} ${field}`.trimEnd();
  });
}

describeWithEngine('files with Kubernetes objects', () => {
  test('are judged document by document, with the place of each field', () => {
    expect(
      found(`# first
apiVersion: v1
kind: ConfigMap
metadata: { name: X }
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ports:
    - port: 0
      tragetPort: 80
`),
    ).toEqual(['PLM5001 4:19 metadata.name', 'PLM5001 13:7 spec.ports[0].tragetPort']);
  });

  test.each([
    ['with Windows line ends', `${configMap}data:\n  a: b\n  c: 1\n`.replaceAll('\n', '\r\n'), ['PLM5001 7:6 data.c']],
    ['with anchors', `${configMap}data:\n  a: &a 1\n  b: *a\n`, ['PLM5001 6:9 data.a']],
    ['with a key that is there twice', `${configMap}data:\n  a: b\n  a: c\n`, ['PLM5001 7:3']],
    ['as JSON', '{"apiVersion":"v1","kind":"ConfigMap",\n "metadata":{"name":"X"}}', ['PLM5001 2:21 metadata.name']],
    ['with a number beyond what JavaScript can hold', `${configMap}immutable: 1e400\n`, ['PLM5001 5:12 immutable']],
  ])('are read %s', (_title, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('are taken out of a List, as they were written', () => {
    const text = `apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: ConfigMap
    metadata: { name: a, name: a }
  - { apiVersion: v1, kind: ConfigMap, metadata: { name: B } }
`;
    expect(found(text)).toEqual(['PLM5001 6:26', 'PLM5001 7:58 metadata.name']);
    expect(check(text).judged).toBe(2);
    expect(found('apiVersion: v1\nkind: List\nitems:\n  - 1\n')).toEqual(['PLM5001 4:5']);
  });

  test('are judged at the Pod Security level of their namespace', () => {
    const pod = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: x\nspec:\n  containers:\n    - name: a\n      image: b:1\n`;
    const namespace = `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: default\n  labels:\n    pod-security.kubernetes.io/enforce: restricted\n`;
    expect(found(pod)).toEqual([]);
    expect(found(pod, { podSecurity: 'restricted' })).toEqual(['PLM5001 1:1']);
    expect(found(`${pod}---\n${namespace}`)).toEqual(['PLM5001 1:1']);
    expect(found(`${pod}---\n${namespace}`, { namespace: 'other' })).toEqual([]);
  });

  test('are compared with what they replace', () => {
    const before = `${configMap}immutable: true\ndata:\n  a: "1"\n`;
    const after = before.replace('"1"', '"2"');
    const against = [{ path: 'old.yaml', text: `${before}---\n${configMap.replace('name: x', 'name: gone')}` }];
    const { deleted, problems } = check(after, { against });
    expect(problems.map(({ code, field }) => [code, field])).toEqual([['PLM5002', 'data']]);
    expect(deleted).toEqual([{ apiVersion: 'v1', kind: 'ConfigMap', name: 'gone' }]);
    expect(check(before, { against: [{ path: 'old.yaml', text: before }] })).toMatchObject({
      deleted: [],
      problems: [],
    });
  });
});

describeWithEngine('what is no Kubernetes object', () => {
  test.each([
    ['a values file', 'replicas: 2\n', 'no Kubernetes object'],
    ['a text', 'just text\n', 'no Kubernetes object'],
    ['a list', '- a\n', 'no Kubernetes object'],
    ['nothing', '\n# a comment\n', 'empty'],
    ['null', 'null\n', 'empty'],
    ['a Helm template', 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\n', 'Helm template'],
    ['another one', '{{- if .Values.web }}\napiVersion: v1\nkind: Service\n{{- end }}\n', 'Helm template'],
    ['a kustomization', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n', 'kustomization'],
    ['a map with a hidden kind', '{"__proto__":{"apiVersion":"v1","kind":"Pod"}}', 'no Kubernetes object'],
  ])('is told apart: %s', (_title, text, what) => {
    expect(check(text)).toMatchObject({ judged: 0, problems: [], skipped: [{ file: 'x.yaml', what }] });
  });

  test('is not what only mentions a template in its data', () => {
    expect(check(`${configMap}data:\n  a: |\n    {{ .Values.a }}\n  b: "{{ b }}"\n`)).toMatchObject({
      judged: 1,
      skipped: [],
    });
  });

  test('is not an object that YAML reads in spite of its braces', () => {
    const rule = `${configMap}data:\n  summary: Instance {{ $labels.instance }} is down, {{ $value }} times\n`;
    expect(check(rule)).toMatchObject({ judged: 1, skipped: [], problems: [] });
    expect(found(rule.replace('name: x', 'name: NOT_VALID'))).toEqual(['PLM5001 4:9 metadata.name']);
    const helm = check(`${configMap}data:\n  image: nginx:{{ .Values.tag }}\n`);
    expect(helm).toMatchObject({ judged: 0, skipped: [{ what: 'Helm template' }] });
    expect(check(`{{"\\${'"\\'.repeat(100_000)}`)).toMatchObject({ judged: 0, skipped: [{ what: 'Helm template' }] });
  });

  test('may well be what other objects lack', () => {
    const pod = `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: a, image: "b:1"}]\n`;
    const service = (app: string) =>
      `apiVersion: v1\nkind: Service\nmetadata: {name: ${app}}\nspec: {selector: {app: ${app}}, ports: [{port: 80}]}\n`;
    const template = 'apiVersion: v1\nkind: Pod\nmetadata: {{{ name }}, labels: {app: hidden}}\n';
    const codes = (text: string) => check(text).problems.map(({ code, object }) => [code, object?.name]);
    expect(codes([pod, service('hidden'), service('other')].join('---\n'))).toEqual([
      ['PLM7101', 'hidden'],
      ['PLM7101', 'other'],
    ]);
    const files = [pod, service('hidden'), service('other')].map((text, index) => ({ path: `${index}.yaml`, text }));
    const { problems } = checkFiles([...files, { path: 'template.yaml', text: template }]);
    expect(problems.map(({ code, object }) => [code, object?.name])).toEqual([['PLM7101', 'other']]);
  });

  test.each(['kind: Pod\n', 'apiVersion: v1\n'])('is not an object of which half is missing: %j', (text) => {
    expect(found(text)).toEqual(['PLM5001 1:1']);
  });
});

describeWithEngine('what is not quite an object', () => {
  const object = (name: string): string => `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"${name}"}}`;

  test('is told what is wrong, where fields are in the wrong case', () => {
    expect(found('apiversion: v1\nKind: ConfigMap\nmetadata: {name: a}\n')).toEqual([
      'PLM5001 2:1 Kind',
      'PLM5001 1:1 apiversion',
    ]);
  });

  test('is refused where it is a plain list of objects, which no tool reads', () => {
    expect(found(`[${object('a')}]`)).toEqual(['PLM5001 1:1']);
    expect(found(`- ${object('a')}\n`)).toEqual(['PLM5001 1:1']);
    expect(check('- op: remove\n  path: /spec\n').skipped).toHaveLength(1);
  });

  test('is each of them where JSON objects follow each other', () => {
    expect(found(`${object('a')}\n${object('NOT_VALID')}${object('}{')}`)).toEqual([
      'PLM5001 2:58 metadata.name',
      'PLM5001 2:128 metadata.name',
    ]);
    expect(found(`${object('a')} x`)).toEqual(['PLM6003 1:64']);
  });

  test('is refused where a List says twice what is in it', () => {
    const twice = `{"apiVersion":"v1","kind":"List","items":[${object('a')}],"items":[${object('NOT_VALID')}]}`;
    expect(found(twice)).not.toEqual([]);
    expect(found(`apiVersion: v1\nkind: List\nitems: []\nitems: [${object('NOT_VALID')}]\n`)).not.toEqual([]);
  });

  test('is nothing where a List is empty, whichever way', () => {
    expect(check('apiVersion: v1\nkind: List\nitems:\n')).toMatchObject({ judged: 0, skipped: [{ what: 'empty' }] });
  });

  test('is found where all of a List stands in one line', () => {
    const items = Array.from({ length: 3000 }, (_, index) => object(index === 2999 ? 'NOT_VALID' : `a${index}`));
    const text = `{"apiVersion":"v1","kind":"List","items":[${items.join(',')}]}`;
    expect(found(text)).toEqual([`PLM5001 1:${text.indexOf('"NOT_VALID"') + 1} metadata.name`]);
  });
});

const aliases = ['a: &a [x, x, x, x, x, x, x, x, x]'];
for (const [index, name] of [...'bcdefghi'].entries()) {
  aliases.push(`${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(', ')}]`);
}

/** None of it may crash, hang or be called valid. */
const hostile: Readonly<Record<string, readonly [string, RegExp]>> = {
  'a text of 10 MB': [`${configMap}data:\n  a: ${'x'.repeat(10e6)}\n`, /^PLM6004 1:1$/],
  'lists 10,000 deep': [`${configMap}data: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`, /^PLM5001/],
  'lists 10,000 deep without a head': [`a: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`, /^PLM6004/],
  'maps 10,000 deep in JSON': [`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, /^PLM6004/],
  'maps 3,000 deep by indentation': [
    Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    /^PLM6004/,
  ],
  'dashes 10,000 deep': [`${'- '.repeat(10_000)}a\n`, /^PLM6004/],
  'aliases that multiply': [`${aliases.join('\n')}\n${configMap}`, /^PLM5001/],
  'aliases that multiply, without a head': [`${aliases.join('\n')}\n`, /^PLM6004/],
  'aliases that multiply in a List': [`${aliases.join('\n')}\napiVersion: v1\nkind: List\nitems: [*i]\n`, /^PLM5001/],
  'an anchor that holds itself': ['&a\napiVersion: v1\nkind: List\nitems: [*a]\n', /^PLM5001/],
  'metadata that hold themselves': [
    'apiVersion: v1\nkind: ConfigMap\nmetadata: &m\n  name: x\n  labels: *m\n',
    /^PLM5001/,
  ],
  'a NUL in a key': [`${configMap}data:\n  "a\\0b": c\n`, /^PLM5001 6:\d+ data/],
  'control characters': [`${configMap}data:\n  \u001b[31mred: c\n`, /^PLM5001/],
  'keys of the prototype': [
    `${configMap}__proto__:\n  kind: Pod\nconstructor: 1\n`,
    /^PLM5001 [57]:1 (__proto__|constructor)$/,
  ],
  'a number that is too large': [`${configMap}immutable: 1e400\n`, /^PLM5001 5:12 immutable$/],
  'a document that ends in the middle': [`${configMap}data: {a: [`, /^PLM5001/],
  'a document that ends in the middle of nowhere': ['data: {a: [', /^PLM6003/],
  'tabs for indentation': ['apiVersion: v1\nkind: ConfigMap\nmetadata:\n\tname: x\n', /^PLM(?:5001|6003)/],
  'a tag for code': ['!!js/function "x"\n---\nkind: !!python/object:os.system x\n', /^PLM5001/],
  'keys within keys': ['? '.repeat(500), /^PLM6003/],
  'maps as keys': [`a: ${'{ '.repeat(300)}a${'}: b'.repeat(300)}}`, /^PLM6003/],
  'lists as keys': [`${'['.repeat(300)}a${']: b'.repeat(300)}`, /^PLM6003/],
  'lists as keys of an object': [`${configMap}${'- ? '.repeat(300)}\n`, /^PLM5001/],
  '10,000 aliases': [
    Array.from({ length: 10_000 }, (_, index) => `a${index}: &a${index} x\nb${index}: *a${index}\n`).join(''),
    /^PLM6004/,
  ],
  '100,000 keys and one bracket too few': [
    `${configMap}data:\n${Array.from({ length: 100_000 }, (_, index) => `  k${index}: v\n`).join('')}  z: [\n`,
    /^PLM5008/,
  ],
  'a million commas': [`${configMap}data: [${','.repeat(1_000_000)}]\n`, /^PLM500[18]/],
  'a million commas without a head': [`a: [${','.repeat(1_000_000)}]\n`, /^PLM6004/],
  'quotes that open and never close': [`{"a${'"\\'.repeat(300_000)}`, /^PLM600[34]/],
  '60,000 objects': [`${configMap}---\n`.repeat(60_000), /^PLM6004/],
};

describeWithEngine('a hostile document', () => {
  test.each(Object.entries(hostile))(
    'with %s is refused, and the next one is judged',
    (_title, [text, expected]) => {
      const problems = found(text);
      expect(problems.length).toBeGreaterThan(0);
      for (const problem of problems) expect(problem).toMatch(expected);
      expect(check(configMap)).toMatchObject({ judged: 1, problems: [] });
    },
    60_000,
  );

  test('with 100,000 documents that say nothing has an answer', () => {
    expect(check('a: 1\n---\n'.repeat(100_000))).toMatchObject({ judged: 0, problems: [] });
  });
});
