import fc from 'fast-check';
import { kubernetesMinors } from '../../src/engine';
import type { Review } from '../../src/engine';
import { engineOf, kindOf, samples } from './objects';

const config = (data: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: app\n${data}`;

describe.each(kubernetesMinors)('bad input to the engine of %s', (minor) => {
  const create = (text: string): Review => engineOf(minor).review({ operation: 'create', text });
  const refused = (text: string): string => {
    const review = create(text);
    expect(review).toMatchObject({ allowed: false });
    expect(review.failure).toBeUndefined();
    return review.reason ?? review.errors[0]!.detail;
  };

  test.each([
    ['nothing', '', 'the document is empty'],
    ['blanks', ' \n\t\n', 'the document is empty'],
    ['a comment', '# nothing\n', "Object 'Kind' is missing"],
    ['a NUL byte', config('data:\n  a: "\0"\n'), 'the document contains a NUL byte'],
    ['binary', '\u0001\u0002\ufffd', 'no Kubernetes object'],
    ['a number', '42', 'no Kubernetes object'],
    ['a list', '[]', 'no Kubernetes object'],
    ['no kind', '{"apiVersion":"v1"}', "Object 'Kind' is missing"],
    ['broken JSON', '{"apiVersion": "v1", "kind": ', 'no Kubernetes object'],
    ['broken YAML', 'apiVersion: v1\n kind: [', 'no Kubernetes object'],
    ['two documents', `${config('')}---\n${config('')}`, 'more than one YAML document'],
    ['a number that is a text', config('data:\n  a: 1\n'), 'cannot unmarshal number'],
    ['1e400', config('immutable: true\nmetadata: {name: a, generation: 1e400}\n'), ''],
    [
      'a number beyond 2^64',
      '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"app","generation":99999999999999999999}}',
      'cannot unmarshal number',
    ],
    [
      'a fraction',
      '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"app","generation":1.5}}',
      'cannot unmarshal number',
    ],
    [
      'nesting in JSON',
      `{"apiVersion":"v1","kind":"ConfigMap","x":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
      'nested 10001 levels deep',
    ],
    ['nesting in YAML', `x: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'nested 10000 levels deep'],
    ['nesting by dashes', `x: \n${'- '.repeat(20_000)}a`, 'indented by 40000 columns'],
    [
      'an alias bomb',
      `a: &a [x,x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
        .split('')
        .map((c, i) => `${c}: &${c} [${`*${'abcdefghi'[i]},`.repeat(9)}*${'abcdefghi'[i]}]\n`)
        .join('')}`,
      'excessive aliasing',
    ],
    ['an alias of itself', 'a: &a [*a]', ''],
    ['an unknown tag', config('data: !!python/object {}\nx: 1\n'), ''],
  ])('%s', (_, text, detail) => {
    expect(refused(text)).toContain(detail);
  });

  test('what is nested as deep as is read is read', () => {
    const deep = [
      `${'['.repeat(999)}${']'.repeat(999)}`,
      `\n${'- '.repeat(495)}a`,
      `${'{a: '.repeat(998)}b${'}'.repeat(998)}`,
    ];
    const texts = [
      ...deep.map((value) => config(`x: ${value}\n`)),
      `{"apiVersion":"v1","kind":"ConfigMap","x":${deep[0]!.slice(1, -1)}}`,
    ];
    for (const text of texts) expect(create(text)).toMatchObject({ judged: true, errors: [{ field: 'x' }] });
    const indented = Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');
    expect(create(`${config('')}x:\n${indented.replaceAll(/^/gmu, ' ')}\n`)).toMatchObject({
      judged: true,
      errors: [{ field: 'x' }],
    });
  });

  test('duplicate keys, in JSON and in YAML', () => {
    expect(create('{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"app","name":"b"}}').errors).toMatchObject([
      { type: 'DuplicateField', field: 'metadata.name' },
    ]);
    expect(create(config('data:\n  a: b\n  a: c\n')).errors).toMatchObject([{ type: 'DuplicateField' }]);
  });

  test('keys that mean something to JavaScript mean nothing here', () => {
    const review = engineOf(minor).review({
      operation: 'create',
      text: '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"app"},"data":{"__proto__":"x","constructor":"y"}}',
      defaulted: true,
    });
    expect(review.allowed).toBe(true);
    expect(JSON.stringify(review.defaulted)).toContain('"__proto__":"x"');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(refused('{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"app"},"__proto__":{"x":1}}')).toContain(
      'unknown field',
    );
  });

  test('a text of ten megabytes, and one that is just too large for the server', () => {
    expect(refused(config(`data:\n  a: ${'x'.repeat(10 * 1024 * 1024)}\n`))).toContain('at most 8388608 are read');
    expect(
      refused(
        JSON.stringify({
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'app' },
          data: { a: 'x'.repeat(4 * 1024 * 1024) },
        }),
      ),
    ).toBe('Request entity too large: limit is 3145728');
    expect(refused(config(`data:\n  a: ${'x'.repeat(2 * 1024 * 1024)}\n`))).toMatch(
      /^(?:must have at most 1048576 bytes|may not be more than 1048576 bytes)$/u,
    );
  });

  test('an object with more entries than can be judged in reasonable time is neither valid nor refused, and the next one is judged', () => {
    const containers = Array.from({ length: 170_000 }, () => '{"name":""}').join(',');
    const text = `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"app"},"spec":{"containers":[${containers}]}}`;
    expect(create(text)).toEqual({
      judged: false,
      allowed: false,
      reason: 'the object is too large to be judged',
      failure: 'too large to be judged: its lists and maps have 340006 entries, and at most 20000 are looked at',
      errors: [],
      warnings: [],
      dropped: [],
      advice: [],
    });
    expect(create(`{"apiVersion":"v1","kind":"List","items":[${text}]}`)).toMatchObject({
      judged: false,
      allowed: false,
      failure: expect.stringMatching(/^items\[0\]: too large to be judged/u) as string,
    });
    expect(create(config(''))).toMatchObject({ judged: true, allowed: true });
  });

  test('more labels and annotations than can be judged in reasonable time', () => {
    const annotated = (count: number): string => {
      const annotations = Array.from({ length: count }, (_, index) => `"a${index}":""`).join(',');
      return `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"app","annotations":{${annotations}}}}`;
    };
    const tooLarge = {
      judged: false,
      allowed: false,
      failure: 'too large to be judged: it has 1001 labels and annotations, and at most 1000 are looked at',
    };
    expect(create(annotated(1000))).toMatchObject({ judged: true, allowed: true });
    expect(create(annotated(1001))).toMatchObject(tooLarge);
    expect(
      engineOf(minor).review({ operation: 'update', text: annotated(0), oldObject: annotated(1001) }),
    ).toMatchObject(tooLarge);
  });

  test('YAML that strict decoding refuses is bounded as other documents are', () => {
    const twice = (count: number): string => config(`data: {${'a: b, '.repeat(count)}a: b}\n`);
    const list = (count: number): string => config(`x: 1\nx: [${'a, '.repeat(count)}a]\n`);
    expect(create(twice(10)).errors).toMatchObject([{ type: 'DuplicateField' }]);
    expect(create(list(20_000))).toMatchObject({
      judged: false,
      allowed: false,
      failure: 'too large to be judged: its lists and maps have 20006 entries, and at most 20000 are looked at',
    });
    for (const text of [twice(300_000), list(300_000)]) {
      expect(create(text)).toMatchObject({
        judged: false,
        allowed: false,
        failure: expect.stringMatching(
          /^too large to be judged: its YAML has 30\d{4} line breaks, commas, brackets and dashes, and at most 100000 are read$/u,
        ) as string,
      });
    }
  });

  test('an old object of more entries than can be judged', () => {
    const data = Array.from({ length: 20_000 }, (_, index) => `"a${index}":""`).join(',');
    const oldObject = `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"app"},"data":{${data}}}`;
    expect(engineOf(minor).review({ operation: 'update', text: config(''), oldObject })).toMatchObject({
      judged: false,
      allowed: false,
      failure: 'too large to be judged: its lists and maps have 20005 entries, and at most 20000 are looked at',
    });
  });

  test('of more than a thousand errors the first thousand are told, and how many more there are', () => {
    const ports = Array.from({ length: 1500 }, (_, index) => `{"containerPort":${70_000 + index}}`).join(',');
    const text = `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"app"},"spec":{"containers":[{"name":"a","image":"b","ports":[${ports}]}]}}`;
    const { allowed, errors, judged } = create(text);
    expect({ judged, allowed, told: errors.length }).toEqual({ judged: true, allowed: false, told: 1001 });
    expect(errors[0]).toMatchObject({ type: 'TooManyErrors', field: '', detail: '500 more errors are not told' });
  });

  test('what is no object is not judged', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    for (const object of [cycle, { a: 1n }, undefined as unknown as object, (() => {}) as unknown as object]) {
      expect(engineOf(minor).review({ operation: 'create', object })).toMatchObject({ judged: false, allowed: false });
    }
    expect(engineOf(minor).review({ operation: 'delete' as 'create', text: config('') })).toMatchObject({
      judged: false,
    });
    expect(engineOf(minor).review({ operation: 'update', text: config(''), oldObject: '{' })).toMatchObject({
      judged: false,
    });
  });

  test('a byte order mark, CRLF and Windows paths are no reason to refuse', () => {
    expect(create(`\ufeff${config('data:\n  a: "C:\\\\x"\n').replaceAll('\n', '\r\n')}`).allowed).toBe(true);
    expect(create(`---\n${config('')}---\n# the end\n`).allowed).toBe(true);
    expect(create(`{apiVersion: v1, kind: ConfigMap, metadata: {name: app}}`).allowed).toBe(true);
  });

  test('texts that were damaged at random never break the engine', () => {
    const documents = samples().filter((text) => engineOf(minor).describe().judged.includes(kindOf(text)));
    fc.assert(
      fc.property(
        fc.constantFrom(...documents),
        fc.nat(),
        fc.nat(40),
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 12 }),
          fc.constantFrom('null', '{}', '[]', '-1', '1e400', '""', '*a', '!!binary ', '\n---\n', ': '),
        ),
        (text, at, length, insert) => {
          const start = at % text.length;
          const review = create(text.slice(0, start) + insert + text.slice(start + length));
          expect(review.failure).toBeUndefined();
          expect(review.allowed && !review.judged).toBe(false);
          expect(review.judged && !review.allowed).toBe(review.errors.length > 0);
        },
      ),
      { numRuns: 300, seed: 20261121 },
    );
  });
});
