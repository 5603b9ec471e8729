import * as fc from 'fast-check';

/** Characters that mean something somewhere in YAML, or that some reader refuses, folds or drops. */
const characters = [
  ...'   \n\n\n\t\rabZ0179-?:,[]{}#&*!|>\'"%@`=~<_+./\\$();^',
  ...'\u0000\u0007\u0008\u000b\u000c\u001b\u001f\u007f\u0080\u0085\u009f\u00a0\u200b\u2028\u2029\u3000\ue000',
  ...'\ufeff\ufffd\ufffe\uffffé日😀\u{10ffff}',
];

/** Words and pieces that are more than their characters. */
const words = [
  ...'yes Yes YES no No on On ON off y Y n N true True FALSE tRue null Null ~ .inf -.Inf +.INF .nan .NaN .Nan NaN'.split(
    ' ',
  ),
  ...'<< = --- ... !!str &a1 *a1 - ? : a: # a# | |- [a] {a: "${A}" \\n Infinity __proto__ constructor'.split(' '),
  ...'0 -0 +1 007 08 0o17 0O17 +0o7 0x1F 0X1f 0b101 0B1 0b-1 1_000 -_1 0x_ 1e3 1E+3 e3 1. .5 . 1e5_ .5_e3'.split(' '),
  ...'2001-01-01 2001-1-1 2001-01-01T12:30:45Z 12:30 12:30:45 190:20:30.15 1:60'.split(' '),
  ...'500m 128Mi 10.0.0.1 1.2.3 8080:80 nginx:1.25 /healthz * 25% @daily a/b'.split(' '),
  ...[
    '',
    '--- a',
    '%YAML 1.2',
    '- a',
    '? a',
    ': a',
    'a: b',
    'a #b',
    '> ',
    '{a: b}',
    "it's",
    'say "hi"',
    `both ' and "`,
  ],
  ...['2001-01-01 12:30:45.', '2001-01-01t1:2:3 +5:30', 'x'.repeat(41)],
];

/** Lines of texts of several lines. */
const lines = [
  ...['', '', ' ', '  ', '\t', 'a', ' a', 'a ', '\ta', 'a\t', '#a', '- a', 'a: b', '---', '...', '%'],
  ...['é', '"', "'", '\\', '\u0007', 'x'.repeat(40)],
];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...characters) },
  { weight: 1, arbitrary: fc.constantFrom(...words) },
);

const pieces = fc.array(piece, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));

const numberLike = fc
  .array(fc.constantFrom(...'0011789_+-.:eExXoObBTtZafn '), { minLength: 1, maxLength: 7 })
  .map((parts) => parts.join(''));

const twoDigits = fc.constantFrom('0', '1', '01', '12', '30', '59', '60', '99', '5_');
const dateLike = fc
  .record({
    year: fc.constantFrom('2001', '0000', '201', '12345'),
    numbers: fc.tuple(twoDigits, twoDigits, twoDigits, twoDigits, twoDigits),
    between: fc.constantFrom('T', 't', ' ', '  ', '\t', '_', ''),
    fraction: fc.constantFrom('', '.', '.5', '.123456'),
    zone: fc.constantFrom('', 'Z', ' Z', '+5', '-30', '+05:30', ' -5', 'z'),
  })
  .map(({ year, numbers: [month, day, hour, minute, second], between, fraction, zone }) =>
    [year, '-', month, '-', day, between, hour, ':', minute, ':', second, fraction, zone].join(''),
  );

const manyLines = fc
  .tuple(
    fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 6 }),
    fc.constantFrom('', '\n', '\n\n', ' ', '\n ', ' \n', '\t\n'),
  )
  .map(([parts, end]) => parts.join('\n') + end);

/** A known word with one piece put in, replaced or added. */
const almostWord = fc
  .tuple(fc.constantFrom(...words), fc.nat(12), fc.nat(1), piece)
  .map(([word, place, dropped, added]) => word.slice(0, place) + added + word.slice(place + dropped));

/** Around the lengths where a key needs the long form, and a quoted text several lines. */
const long = fc
  .tuple(
    fc.constantFrom('k', 'ab', '"', '\n', 'é', ' '),
    fc.constantFrom(30, 36, 37, 38, 39, 40, 1020, 1022, 1023, 1024, 1025),
    piece,
  )
  .map(([unit, length, end]) => unit.repeat(length).slice(0, length) + end);

/** Text of the kinds that emitters get wrong. */
export const troublesomeText: fc.Arbitrary<string> = fc.oneof(
  { weight: 30, arbitrary: pieces },
  { weight: 15, arbitrary: numberLike },
  { weight: 5, arbitrary: dateLike },
  { weight: 20, arbitrary: manyLines },
  { weight: 15, arbitrary: almostWord },
  { weight: 5, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: long },
  { weight: 5, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);

/** Every number JavaScript has, the awkward ones often. */
export const number: fc.Arbitrary<number> = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom(
    0,
    -0,
    NaN,
    Infinity,
    -Infinity,
    1e21,
    -1e21,
    5e-324,
    1.7976931348623157e308,
    2 ** 53,
    1e-7,
    0.1,
    100000000000000000000,
  ),
);

/** Documents that are all about one text, in every place where a text can stand. */
export const documentAboutOneText: fc.Arbitrary<unknown> = fc
  .tuple(
    troublesomeText,
    fc.constantFrom(...(['value', 'key', 'item', 'last', 'deep', 'item key', 'key of map', 'root'] as const)),
  )
  .map(([text, place]): unknown => {
    switch (place) {
      case 'value':
        return { a: text, b: 'z' };
      case 'last':
        return { a: 1, b: text };
      case 'key':
        return { [text]: 1, z: 2 };
      case 'key of map':
        return { z: { [text]: { b: text } } };
      case 'item':
        return [text, 'z'];
      case 'item key':
        return [{ [text]: [text], z: 1 }];
      case 'deep':
        return { x: { y: [{ z: text }, [text, [text]]], [text]: null } };
      case 'root':
        return text;
    }
  });

const anyTree: fc.Arbitrary<unknown> = fc.letrec<{ readonly tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(troublesomeText, number, fc.boolean(), fc.constantFrom(null, undefined)),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(troublesomeText, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).tree;

/** Trees of everything that cdk8s can hand to its printer. */
export const tree: fc.Arbitrary<unknown> = anyTree.map((document) => document ?? null);

/** Documents in which lists and maps occur more than once, and dates too. */
export const documentWithSharedObjects: fc.Arbitrary<unknown> = fc
  .tuple(anyTree, anyTree, fc.date({ noInvalidDate: true }))
  .map(([one, other, date]) => ({
    'a list': [one, date, other, one],
    [`a ${'long '.repeat(250)}key`]: one,
    'a map': { again: other, date, both: [other, [one]], none: [[], {}] },
  }));
