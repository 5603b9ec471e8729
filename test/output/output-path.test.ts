import * as fc from 'fast-check';
import { findPathFault, folderOf, foldersAbove, foldPath } from '../../src/output/output-path';

describe('the path of an output file', () => {
  test.each([
    'web.k8s.yaml',
    'one/two/three.yaml',
    '.hidden',
    '..two-dots',
    'a b',
    'ümlaut.yaml',
    '日本.yaml',
    '😀.yaml',
    'console.yaml',
    'com10',
    'x'.repeat(255),
    '.plimsollx',
  ])('may be %j', (path) => {
    expect(findPathFault(path)).toBeUndefined();
  });

  test.each([
    ['', 'is empty'],
    ['..', 'leads elsewhere'],
    ['../a', 'leads elsewhere'],
    ['a/../b', 'leads elsewhere'],
    ['./a', 'leads elsewhere'],
    ['/a', 'is absolute'],
    ['C:a', 'drive letter'],
    ['a\\b', 'backslash'],
    ['a//b', 'empty part'],
    ['a/', 'empty part'],
    ['a\0b', 'control character'],
    ['a\nb', 'control character'],
    ['a\u0085b', 'control character'],
    ['\ud800', 'half a character'],
    ['CON', 'reserves'],
    ['con.yaml', 'reserves'],
    ['a/Nul.k8s.yaml', 'reserves'],
    ['aux/b', 'reserves'],
    ['com1', 'reserves'],
    ['LPT9.txt', 'reserves'],
    ['COM¹', 'reserves'],
    ['prn .yaml', 'reserves'],
    ['a.', 'dot or a blank'],
    ['a /b', 'dot or a blank'],
    ...['<', '>', ':', '"', '|', '?', '*'].map((character) => [`aa${character}b`, `holds \`${character}\``]),
    ['x'.repeat(256), '256 bytes; at most 255'],
    ['ü'.repeat(128), '256 bytes; at most 255'],
    ['.plimsoll', 'keeps for itself'],
    ['a/.Plimsoll-0~', 'keeps for itself'],
  ])('cannot be %j, because it %s', (path, reason) => {
    expect(findPathFault(path)).toContain(reason);
  });
});

describe('paths that some file system takes for one', () => {
  test.each([
    ['Web.yaml', 'web.YAML'],
    ['é', 'e\u0301'],
    ['É', 'e\u0301'],
    ['ÄB/c', 'äb/C'],
    ['ſ', 's'],
    ['Å', 'å'],
  ])('%j and %j', (left, right) => {
    expect(foldPath(left)).toBe(foldPath(right));
  });

  test('are made equal once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (path) => foldPath(foldPath(path)) === foldPath(path)),
      {
        numRuns: 2000,
      },
    );
  });
});

test('the folders above a path come outermost first', () => {
  expect(foldersAbove('a/b/c')).toEqual(['a', 'a/b']);
  expect(foldersAbove('a')).toEqual([]);
  expect([folderOf('a/b/c'), folderOf('a')]).toEqual(['a/b', '']);
});
