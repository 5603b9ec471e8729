import fc from 'fast-check';
import { envNameFlaw } from '../../src/values/env-name';
import { imageFlaw } from '../../src/values/image';
import { annotationKeyFlaw, labelKeyFlaw, labelValueFlaw } from '../../src/values/label';
import { hostFlaw, labelNameFlaw, serviceNameFlaw, subdomainNameFlaw } from '../../src/values/name';
import { nearest } from '../../src/values/nearest';
import { dataKeyFlaw, mountPathFlaw, subPathFlaw, urlPathFlaw } from '../../src/values/path';
import { portNameFlaw, portNumberFlaw } from '../../src/values/port';
import { either, show } from '../../src/values/show';

const long = (length: number): string => 'a'.repeat(length);

describe('each rule takes what the API server takes and refuses the rest', () => {
  test.each([
    [labelNameFlaw, ['a', '0', 'a-b', 'web-1', long(63)], ['', 'A', 'a.b', '-a', 'a-', 'a_b', long(64), 1, null]],
    [serviceNameFlaw, ['a', 'web-1', long(63)], ['', '1web', 'a.b', 'Web', long(64)]],
    [subdomainNameFlaw, ['a', 'a.b', '1.2', long(253)], ['', 'a..b', '.a', 'a.-b', 'A', long(254)]],
    [hostFlaw, ['example.com', '*.example.com'], ['*', 'http://a', 'a/b', '*.*.a', 'A.b', 'a:80']],
    [portNameFlaw, ['http', 'a', '9p', 'grpc-web'], ['', '80', 'HTTP', 'a--b', '-a', 'a-', long(16), 'a_b']],
    [portNumberFlaw, [1, 65535], [0, 65536, -1, 1.5, '80', NaN]],
    [labelKeyFlaw, ['a', 'A_b.c', 'example.com/a', long(63)], ['', 'a b', '/a', 'A.com/a', 'a/b/c', '-a', long(64)]],
    [annotationKeyFlaw, ['Example.com/A', 'a'], ['a b', '']],
    [labelValueFlaw, ['', 'a', 'A_b.c-1', long(63)], ['a b', '-a', 'a-', long(64), 1, true]],
    [envNameFlaw, ['A', '_a', 'a.b', 'a-b', '-a'], ['', '1A', 'A B', 'A=B', '.', '..a']],
    [dataKeyFlaw, ['a', 'app.yaml', '.env', 'A_b-1'], ['', '.', '..', '..a', 'a/b', 'a b', long(254)]],
    [mountPathFlaw, ['/', '/a', '/a b', 'C:\\data', 'c:/data'], ['', 'a', '/a:b', 'C:', 1]],
    [subPathFlaw, ['a', 'a/b', '..a'], ['', '/a', '../a', 'a/../b']],
    [urlPathFlaw, ['/', '/a?b'], ['', 'a', 'http://a']],
    [
      imageFlaw,
      [
        'nginx',
        'nginx:1.27',
        'a/b_c/d--e:T',
        'localhost:5000/a',
        `a@sha256:${long(64)}`,
        '[::1]:80/a',
        'Reg.Example/a',
      ],
      ['', 'Nginx', 'nginx:', 'a b', 'https://a/b', 'a@sha256:1', 'a//b', ':tag'],
    ],
  ] as const)('%p', (flaw, valid, invalid) => {
    expect(valid.filter((value) => flaw(value) !== undefined)).toEqual([]);
    expect(invalid.filter((value) => flaw(value) === undefined)).toEqual([]);
  });
});

test('a flaw says what was found, what is allowed and what to do', () => {
  expect(labelNameFlaw('My_Web App')).toEqual({
    found: '"My_Web App"',
    allowed: '1 to 63 characters: lower-case letters, digits and -, with a letter or digit first and last',
    fix: 'write "my-web-app" or choose another name',
  });
  expect(serviceNameFlaw('9lives')?.fix).toBe('write "x9lives" or choose another name');
  expect(labelNameFlaw('___')?.fix).toBe('choose another name');
  expect(imageFlaw('Nginx:1')?.fix).toBe('write the repository in lower case');
  expect(portNumberFlaw('80')?.fix).toBe('write it as a number, without quotes');
});

test('what a flaw suggests is itself without flaw', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const flaw of [labelNameFlaw, serviceNameFlaw, subdomainNameFlaw]) {
        const suggested = /^write "([^"]*)"/.exec(flaw(text)?.fix ?? '')?.[1];
        if (suggested !== undefined) expect(flaw(suggested)).toBeUndefined();
      }
    }),
  );
});

test('the nearest words come first, and far ones not at all', () => {
  expect(nearest('htpp', ['https', 'http', 'metrics'])).toEqual(['http', 'https']);
  expect(nearest('Replcias', ['replicas', 'paused'])).toEqual(['replicas']);
  expect(nearest('xyz', ['replicas', 'template'])).toEqual([]);
});

test('values are shown short and on one line', () => {
  expect([
    show('a\nb'),
    show(1),
    show(undefined),
    show([1, 2]),
    show([]),
    show({ a: 1 }),
    show({}),
    show(show),
  ]).toEqual([
    '"a\\nb"',
    '1',
    'undefined',
    'a list of 2',
    'an empty list',
    'an object with a',
    'an empty object',
    'a function',
  ]);
  expect(show(long(1000)).length).toBeLessThan(130);
  expect([either([]), either(['a']), either(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b or c']);
});
