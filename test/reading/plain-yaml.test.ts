import * as fc from 'fast-check';
import { parse } from 'yaml';
import { readPlainYaml } from '../../src/reading/plain-yaml';
import { printYaml } from '../../src/yaml/print';

const asParsed = (text: string): unknown => parse(text, { merge: true, uniqueKeys: false });

const document = `# a comment
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
  labels: {}
  annotations:
    example.com/empty: ""
    "true": 'it''s'
data:
  app.conf: |
    one

      two
  end: |-
    last
  list:
  - a
  - - b
    - c
  -   d: 1.5
      e: -3
      f: ~
  -
    g: []
`;

describe('a document in the form in which manifests are printed', () => {
  test('is read without a parser, and says the same', () => {
    const text = document.replace('  -\n    g: []\n', '');
    expect(readPlainYaml(text)).toEqual(asParsed(text));
    expect(readPlainYaml(text)).toMatchObject({ data: { 'app.conf': 'one\n\n  two\n', end: 'last' } });
  });

  test('is read as the parser reads it, whatever is printed', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'a\nb\n',
        '  a\nb',
        'a: b',
        '- a',
        '0123',
        '1e3',
        '0x1f',
        '~',
        'yes',
        '1.2.3',
        'a #b',
        '-',
        '\ta',
        '500m',
      ),
    );
    const key = fc.oneof(fc.constantFrom('name', 'app.kubernetes.io/name', 'null', '<<', '__proto__', '1'), text);
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(true, false, null),
        fc.array(tie('value')),
        fc.dictionary(key, tie('value')),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('kind', 'metadata', 'spec'), value, { minKeys: 1 }), (data) => {
        const printed = printYaml(data);
        const read = readPlainYaml(printed);
        if (read !== undefined) expect(read).toEqual(asParsed(printed));
      }),
      { numRuns: 1_000 },
    );
  });

  test('is left to the parser in any other form', () => {
    const lines = fc.constantFrom(
      ...['a: 1', '  b: x', '- c', '  - d', 'a:', 'b: |', '   text', '', '# c', 'c: "x"', "d: 'y'", '  ', '- a: 1'],
      ...['  c: |-', '    deep', 'e: []', 'f: {a: b}', '- - x', 'b: |+', '&a x: *a', '--- #', '? x', '! y', 'a: b: c'],
    );
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 8 }), (parts) => {
        const text = parts.join('\n');
        const read = readPlainYaml(text);
        if (read !== undefined) expect(read).toEqual(asParsed(text));
      }),
      { numRuns: 5_000 },
    );
    expect(readPlainYaml(document)).toBeUndefined();
    expect(readPlainYaml('a:\t1\n')).toBeUndefined();
    expect(readPlainYaml('a: 1\na: 2\n')).toBeUndefined();
    expect(readPlainYaml(`${'- '.repeat(5_000)}a`)).toBeUndefined();
  });
});
