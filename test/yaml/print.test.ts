import { Yaml } from 'cdk8s';
import { printYaml, printYamlDocuments } from '../../src/yaml/print';

describe('printing documents', () => {
  it('prints what cdk8s prints, keys in the order of the data', () => {
    const documents = [
      { kind: 'Service', apiVersion: 'v1', spec: { ports: [{ port: 80 }], selector: {}, externalIPs: [] } },
      { kind: 'ConfigMap', data: { 'nginx.conf': 'a {\n  b;\n}\n', on: 'yes', empty: '', port: '8080' } },
    ];
    expect(printYamlDocuments(documents)).toBe(`kind: Service
apiVersion: v1
spec:
  ports:
    - port: 80
  selector: {}
  externalIPs: []
---
kind: ConfigMap
data:
  nginx.conf: |
    a {
      b;
    }
  "on": "yes"
  empty: ""
  port: "8080"
`);
    expect(printYamlDocuments(documents)).toBe(Yaml.stringify(...documents));
  });

  it('prints an undefined document as cdk8s does, as an empty line', () => {
    expect(printYamlDocuments([{ a: 1 }, undefined, null, []])).toBe('a: 1\n---\n\n---\nnull\n---\n[]\n');
    expect(Yaml.stringify({ a: 1 }, undefined, null, [])).toBe('a: 1\n---\n\n---\nnull\n---\n[]\n');
    expect(printYamlDocuments([])).toBe(Yaml.stringify());
  });

  it('prints fields that are null or undefined as null', () => {
    expect(printYaml({ a: null, b: undefined, c: [undefined, , null] })).toBe(
      'a: null\nb: null\nc:\n  - null\n  - null\n  - null\n',
    );
  });

  it('prints each kind of number', () => {
    const numbers = [0, -0, 1.5, 1e21, 5e-324, NaN, Infinity, -Infinity, 2 ** 53, 12345678901234567890n];
    expect(printYaml(numbers)).toBe(
      '- 0\n- -0\n- 1.5\n- 1e+21\n- 5e-324\n- .nan\n- .inf\n- -.inf\n- 9007199254740992\n- 12345678901234567890\n',
    );
    expect(printYaml(numbers)).toBe(Yaml.stringify(numbers));
  });

  it('tells 0 and -0 apart, in whichever order they come', () => {
    expect(printYaml([{ a: 0 }, { a: -0 }, { a: 0 }])).toBe('- a: 0\n- a: -0\n- a: 0\n');
    expect(printYaml({ a: -0, b: { a: 0 } })).toBe('a: -0\nb:\n  a: 0\n');
  });

  it.each([
    ['no line break at the end', 'a\nb', '|-\n  a\n  b'],
    ['one', 'a\nb\n', '|\n  a\n  b'],
    ['more', 'a\nb\n\n', '|+\n  a\n  b\n'],
    ['a blank at the start', ' a\nb', '|2-\n   a\n  b'],
    ['an empty line at the start', '\na', '|-\n  \n  a'],
    ['blanks in the last line', 'a\n ', '"a\\n "'],
  ])('prints a text of several lines as a block, with %s', (_name, text, printed) => {
    expect(printYaml({ key: text })).toBe(`key: ${printed}\n`);
    expect(Yaml.stringify({ key: text })).toBe(`key: ${printed}\n`);
  });

  it('prints keys of more than 1,024 characters in the long form', () => {
    const data = { ['k'.repeat(1025)]: { a: [1], b: 'x\ny' } };
    expect(printYaml(data)).toBe(`? ${'k'.repeat(1025)}\n: a:\n    - 1\n  b: |-\n    x\n    y\n`);
    expect(printYaml(data)).toBe(Yaml.stringify(data));
  });

  it('prints what JSON would print of dates, boxed values, and objects with a form of their own', () => {
    class Port {
      public readonly port = 80;
    }
    const data = {
      day: new Date('2024-05-01T00:00:00Z'),
      moment: new Date('2024-05-01T10:20:30.450Z'),
      boxed: Object('yes') as unknown,
      own: { toJSON: () => ({ a: 1 }) },
      instance: new Port(),
      bare: Object.assign(Object.create(null), { a: 1 }) as unknown,
    };
    expect(printYaml(data)).toBe(
      'day: 2024-05-01\nmoment: 2024-05-01T10:20:30.450Z\nboxed: "yes"\nown:\n  a: 1\ninstance:\n  port: 80\nbare:\n  a: 1\n',
    );
    expect(printYaml(data)).toBe(Yaml.stringify(data));
  });

  it('prints the same bytes each time', () => {
    const data = { a: [{ b: 'yes' }, 'c: d'], 'e\nf': 1.5 };
    const first = printYaml(data);
    for (let round = 0; round < 100; round++) expect(printYaml(data)).toBe(first);
  });

  it('keeps the fields of a map whose name is __proto__', () => {
    const data = JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}') as unknown;
    expect(printYaml(data)).toBe('__proto__:\n  a: 1\nconstructor: 2\n');
  });
});

describe('data that no manifest can hold', () => {
  it.each([
    ['a function', { spec: { run: () => 1 } }, 'field /spec/run is a function'],
    ['a symbol', { a: [Symbol('x')] }, 'field /a/0 is a symbol'],
    ['a Map', { a: { 'b/c': new Map() } }, 'field /a/b~1c is a Map'],
    ['a Set', [new Set()], 'field /0 is a Set'],
    ['bytes', { data: Buffer.from('x') }, 'field /data is a Buffer'],
    ['a date that is none', { a: new Date(NaN) }, 'field /a is an invalid date'],
    ['nothing but a function', () => 1, 'the document is a function'],
  ])('is refused with its place: %s', (_name, document, message) => {
    expect(() => printYaml(document)).toThrow(TypeError);
    expect(() => printYaml(document)).toThrow(`${message}, which has no form in a manifest; a manifest holds text,`);
  });

  it('is refused beyond 2,000 levels, and printed up to there', () => {
    const nested = (levels: number): unknown => {
      let document: unknown = 'x';
      for (let level = 0; level < levels; level++) document = level % 2 === 0 ? { a: document } : [document];
      return document;
    };
    expect(printYaml(nested(2000))).toContain('x\n');
    expect(() => printYaml(nested(2500))).toThrow('is nested deeper than 2000 levels of lists and maps');
    expect(printYaml(nested(500))).toBe(Yaml.stringify(nested(500)));
  });
});
