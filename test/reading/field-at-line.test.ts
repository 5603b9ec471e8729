import { fieldAtLine, lineOfBlock } from '../../src/reading/field-at-line';

const text = `kind: ConfigMap
metadata:
  name: web   # a comment

  labels: { a: b,
    c: d }
data:
  nginx.conf: |
    first

    third
  "quoted": 'text
    goes on'
list:
  - name: a
    ports: [1, 2]
  - - deep
`;

test.each([
  [1, 'kind'],
  [2, 'metadata'],
  [3, 'metadata.name'],
  [4, 'metadata.name'],
  [5, 'metadata.labels.a'],
  [6, 'metadata.labels.c'],
  [7, 'data'],
  [8, 'data.nginx.conf'],
  [11, 'data.nginx.conf'],
  [13, 'data.quoted'],
  [15, 'list.0.name'],
  [16, 'list.0.ports.1'],
  [17, 'list.1.0'],
])('line %i is %s', (line, field) => {
  expect(fieldAtLine(text, line)?.join('.')).toBe(field);
});

test('a document that cannot be read has no fields', () => {
  expect(fieldAtLine('a: [', 1)).toBeUndefined();
});

test('a line of a block is counted from its first', () => {
  expect([8, 9, 10, 11, 12, 13].map((line) => lineOfBlock(text, line))).toEqual([
    undefined,
    0,
    1,
    2,
    undefined,
    undefined,
  ]);
});
