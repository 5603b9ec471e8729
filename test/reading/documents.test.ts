import fc from 'fast-check';
import { parseAllDocuments, stringify } from 'yaml';
import { identityOf } from '../../src/manifest/manifest';
import type { KubernetesObject } from '../../src/manifest/manifest';
import { decodeText } from '../../src/reading/decode-text';
import { readHead } from '../../src/reading/document-head';
import { LineIndex } from '../../src/reading/line-index';
import { locateField } from '../../src/reading/locate-field';
import { splitDocuments } from '../../src/reading/split-documents';

describe('the documents of a file', () => {
  test.each([
    ['one', 'a: 1\n', ['a: 1\n']],
    ['two', 'a: 1\n---\nb: 2\n', ['a: 1\n', 'b: 2\n']],
    ['with Windows line ends', 'a: 1\r\n---\r\nb: 2\r\n', ['a: 1\r\n', 'b: 2\r\n']],
    ['empty ones', '---\n# comment\n---\n\n---\na: 1', ['a: 1']],
    ['with directives and an end', '%YAML 1.2\n---\na: 1\n...\n# end\n', ['a: 1\n']],
    ['on the line of the marker', '--- {a: 1}\n--- # c\nb: 1', [' {a: 1}\n', 'b: 1']],
    ['with what only looks like a marker', 'x: |\n  ---\n---x: 1\n', ['x: |\n  ---\n---x: 1\n']],
    ['none', '\n  # only a comment\n', []],
  ])('%s', (_title, file, expected) => {
    const documents = splitDocuments(file);
    expect(documents.map(({ text }) => text)).toEqual(expected);
    for (const { offset, text } of documents) expect(file.slice(offset, offset + text.length)).toBe(text);
  });

  test('are those that a parser finds', () => {
    const line = fc.constantFrom(
      '---',
      '--- # x',
      '...',
      'a: 1',
      '- b',
      '  c: |',
      '    ---',
      '# d',
      '',
      '"e"',
      '%YAML 1.2',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const file = `${lines.join('\n')}\n`;
        const parsed = parseAllDocuments(file, { logLevel: 'silent' });
        const theirs = Array.isArray(parsed) ? parsed : [];
        if (theirs.some((document) => document.errors.length > 0)) return;
        const full = theirs.filter((document) => document.contents !== null && document.toJS() !== null);
        expect(splitDocuments(file)).toHaveLength(full.length);
      }),
      { seed: 2027, numRuns: 2000 },
    );
  });
});

describe('the head of a document', () => {
  test.each([
    [
      'apiVersion: v1\nkind: Pod # c\nmetadata:\n  labels:\n    name: other\n  name: "web"\n  namespace: shop\n',
      'web',
      'shop',
    ],
    ['kind: Pod\nmetadata:\n    name: web\nspec:\n- name: other\napiVersion: v1\n', 'web', undefined],
    ["apiVersion: 'v1'\r\nkind: Pod\r\nmetadata:\r\n  name: 'web'\r\n", 'web', undefined],
  ])('is read from %j', (text, name, namespace) => {
    expect(readHead(text)).toEqual({ apiVersion: 'v1', kind: 'Pod', name, ...(namespace && { namespace }) });
  });

  test.each([
    'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n',
    'apiVersion: v1\nkind: Pod\nkind: Job\nmetadata:\n  name: web\n',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: 1\n',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: yes\n',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  <<: *common\n',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: >\n    web\n',
    '{"apiVersion": "v1"}',
    'apiVersion: v1\n',
    '- a\n',
    '',
  ])('is left to the parser for %j', (text) => {
    expect(readHead(text)).toBeUndefined();
  });

  test('is what a parser finds, whatever else is in the document', () => {
    const key = fc.constantFrom('name', 'namespace', 'kind', 'apiVersion', 'metadata', 'labels', 'a');
    const text = fc.oneof(
      fc.constantFrom('web', 'v1', 'Pod', 'no', '1', 'a: b', '# x', "it's", 'two\nlines', ''),
      fc.string(),
    );
    const { value } = fc.letrec<{ readonly value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        text,
        fc.integer(),
        fc.dictionary(key, tie('value'), { maxKeys: 4 }),
        fc.array(tie('value'), { maxLength: 3 }),
      ),
    }));
    const metadata = fc.record({ name: text, namespace: text, labels: value }, { requiredKeys: [] });
    const object = fc.record({ apiVersion: text, kind: text, metadata, spec: value }, { requiredKeys: ['apiVersion'] });
    let read = 0;
    fc.assert(
      fc.property(object, (data) => {
        const written = stringify(data);
        const head = readHead(written);
        if (!head) return;
        read += 1;
        expect(head).toEqual(identityOf(data as KubernetesObject));
      }),
      { seed: 2027, numRuns: 2000 },
    );
    expect(read).toBeGreaterThan(100);
  });
});

describe('the place of a field', () => {
  const text = `apiVersion: v1
kind: Pod
metadata:
  annotations:
    example.com/a: b
spec:
  containers:
    - name: web
      ports: [{containerPort: 1}, {containerPort: 2}]
    - {name: other}
`;
  const place = (field: string, atKey = false): string => {
    const { column, line } = new LineIndex(text).positionOf(locateField(text, field, atKey));
    return `${line}:${column}`;
  };

  test.each([
    ['spec.containers[0].name', '8:13'],
    ['spec.containers[0].ports[1].containerPort', '9:51'],
    ['spec.containers[1].name', '10:14'],
    ['spec.containers[1]', '10:7'],
    ['spec.containers', '7:3'],
    ['metadata.annotations[example.com/a]', '5:20'],
    ['spec.containers[0].image', '8:7'],
    ['spec.nothing.there', '6:1'],
    ['', '1:1'],
  ])('%s is at %s', (field, expected) => {
    expect(place(field)).toBe(expected);
  });

  test('is its key where that is what is wrong', () => {
    expect(place('spec.containers[0].name', true)).toBe('8:7');
  });
});

describe('the text of a file', () => {
  test.each([
    [Buffer.from('\ufeffa: ä'), { text: 'a: ä' }],
    [Buffer.from('a: ä', 'latin1'), { fault: 'it is not in UTF-8: see line 1' }],
    [Buffer.from('\ufeffa', 'utf16le'), { fault: 'it is in UTF-16' }],
    [Buffer.from('a\0b'), { fault: 'it is binary: byte 1 is NUL' }],
  ])('of %j is %j', (bytes, expected) => {
    expect(decodeText(bytes)).toEqual(expected);
  });
});
