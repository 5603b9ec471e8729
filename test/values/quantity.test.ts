import fc from 'fast-check';
import { numberOrPercentFlaw, percentOf, shareOf } from '../../src/values/number';
import { compareQuantities, quantityFlaw } from '../../src/values/quantity';

test.each(['0', '1', '1.5', '.5', '5.', '250m', '512Mi', '2Gi', '1e3', '1E3', '12E', '1Ei', '+1', 100, 0.1, 1e21])(
  '%p is a quantity',
  (value) => {
    expect(quantityFlaw(value)).toBeUndefined();
  },
);

test.each(['', '1 Gi', '1gb', '1KB', '-1', -1, 'Mi', '1.2.3', '1e', NaN, Infinity, null, {}, '1mi'])(
  '%p is none',
  (value) => {
    expect(quantityFlaw(value)).toBeDefined();
  },
);

test('a flaw repairs the usual mistakes', () => {
  expect(quantityFlaw('512mb')?.fix).toBe('write "512M"');
  expect(quantityFlaw('2 GiB')?.fix).toBe('write "2Gi"');
  expect(quantityFlaw('lots')?.fix).toBe('write a number and one of the suffixes m, k, M, G, T, Ki, Mi, Gi, Ti');
});

test.each([
  ['1', 1, 0],
  ['1000m', 1, 0],
  ['1Gi', '1024Mi', 0],
  ['1G', '1Gi', -1],
  ['0.1', '100m', 0],
  ['1e3', '1k', 0],
  ['1E', '1e18', 0],
  ['1n', '0', 1],
  ['9007199254740993', '9007199254740992', 1],
  ['1e999999999', '1e3', 1],
] as const)('%p compared with %p is %p', (left, right, sign) => {
  expect(compareQuantities(left, right)).toBe(sign);
  expect(compareQuantities(right, left)).toBe(0 - sign);
});

test('comparing agrees with comparing numbers', () => {
  const suffix = fc.constantFrom(['', 1], ['m', 1e-3], ['k', 1e3], ['Ki', 1024], ['Mi', 1024 ** 2]) as fc.Arbitrary<
    [string, number]
  >;
  const amount = fc.tuple(fc.integer({ min: 0, max: 1e6 }), suffix);
  fc.assert(
    fc.property(amount, amount, ([a, [unitA, factorA]], [b, [unitB, factorB]]) => {
      const difference = Math.round(a * factorA * 1000) - Math.round(b * factorB * 1000);
      expect(compareQuantities(`${a}${unitA}`, `${b}${unitB}`)).toBe(Math.sign(difference));
    }),
  );
});

test('numbers and percentages', () => {
  expect([0, 3, '25%', '0%', '130%'].filter((value) => numberOrPercentFlaw(value) !== undefined)).toEqual([]);
  expect([-1, 1.5, '25', '2.5%', '-1%'].filter((value) => numberOrPercentFlaw(value) === undefined)).toEqual([]);
  expect(numberOrPercentFlaw('101%', 100)?.allowed).toBe('a whole number from 0 up or a percentage up to "100%"');
  expect([percentOf('25%'), percentOf(25)]).toEqual([25, undefined]);
  expect([shareOf('50%', 3), shareOf('1%', 3), shareOf(2, 3)]).toEqual([2, 1, 2]);
});
