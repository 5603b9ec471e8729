import { isIP } from 'node:net';
import fc from 'fast-check';
import { cidrFlaw } from '../../src/values/cidr';

test.each(['10.0.0.0/8', '0.0.0.0/0', '192.0.2.1/32', '::/0', '2001:db8::/32', 'fd00:1:2:3:4:5:6:7/128', '::1/128'])(
  '%s is a range of addresses',
  (range) => {
    expect(cidrFlaw(range)).toBeUndefined();
  },
);

test.each(['', '10.0.0.0', '10.0.0/8', '10.0.0.256/8', '10.0.0.01/8', '10.0.0.0/33', '10.0.0.0/08', '::/129', ':::/0'])(
  '"%s" is none',
  (text) => {
    expect(cidrFlaw(text)?.allowed).toContain('10.0.0.0/8');
  },
);

test('an address alone is offered as a range of one', () => {
  expect(cidrFlaw('192.0.2.1')?.fix).toBe('write "192.0.2.1/32"');
  expect(cidrFlaw('fd00::1')?.fix).toBe('write "fd00::1/128"');
  expect(cidrFlaw(undefined)?.found).toBe('undefined');
});

test('addresses are those that Node knows', () => {
  const written = fc.oneof(
    fc.ipV4(),
    fc.ipV6().filter((address) => !address.includes('.')),
    fc.string({ unit: fc.constantFrom(...'0129af:.'), maxLength: 20 }).filter((text) => !/:.*\./.test(text)),
  );
  fc.assert(
    fc.property(written, (text) => {
      expect(cidrFlaw(`${text}/0`) === undefined).toBe(isIP(text) !== 0);
    }),
  );
});
