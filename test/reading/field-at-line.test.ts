import { fieldsByLine } from '../../src/reading/field-at-line';

const text = `kind: ConfigMap
metadata:
  name: web   # a comment

  # another
  labels: { a: b,
    c: d }
data:
  nginx.conf: |
    first: |
      # no comment

    third
  "quoted": 'text
    goes on'
  folded: >
    one
    two
list:
  - name: a
    ports: [1, 2]
  - - deep
`;
const fields = fieldsByLine(text)!;

test.each([
  [1, 'kind'],
  [2, 'metadata'],
  [3, 'metadata.name'],
  [6, 'metadata.labels.a'],
  [7, 'metadata.labels.c'],
  [8, 'data'],
  [9, 'data.nginx.conf'],
  [12, 'data.nginx.conf'],
  [13, 'data.nginx.conf'],
  [15, 'data.quoted'],
  [18, 'data.folded'],
  [20, 'list.0.name'],
  [21, 'list.0.ports.1'],
  [22, 'list.1.0'],
])('line %i is %s', (line, field) => {
  expect(fields[line - 1]?.path.join('.')).toBe(field);
});

test('blank lines and comments are no field, but for those in a text', () => {
  expect([4, 5, 23].map((line) => fields[line - 1])).toEqual([undefined, undefined, undefined]);
});

test('a line of a block is counted from its first, whatever the lines look like', () => {
  expect([9, 10, 11, 12, 13, 14, 17].map((line) => fields[line - 1]?.textLine)).toEqual([
    undefined,
    0,
    1,
    2,
    3,
    undefined,
    undefined,
  ]);
});

test('lines that end as on Windows are the same', () => {
  expect(fieldsByLine(text.replaceAll('\n', '\r\n'))).toEqual(fields);
});

test('a document that cannot be read has no fields', () => {
  expect(fieldsByLine('a: [')).toBeUndefined();
});
