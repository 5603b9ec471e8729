import * as fc from 'fast-check';
import { findPathFault } from '../../src/output/output-path';
import { parseRecord, printRecord } from '../../src/output/record';

const hash = 'a'.repeat(64);
const path = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((it) => findPathFault(it) === undefined);
const hashes = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });

describe('the record', () => {
  test('reads back as it was written, with the line ends of either system', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(path, hashes)), (entries) => {
        const files = new Map(entries);
        expect(parseRecord(printRecord(files))).toEqual({ files });
        expect(parseRecord(printRecord(files).replaceAll('\n', '\r\n'))).toEqual({ files });
      }),
    );
  });

  test('takes a line separator of Unicode in a name for what it is', () => {
    const files = new Map([['a\u2028b', hash]]);
    expect(parseRecord(printRecord(files))).toEqual({ files });
  });

  test('is sorted by code unit, whatever the order of the files', () => {
    const files = ['é', 'a', 'Z', 'a/b', 'a.b'].map((name): [string, string] => [name, hash]);
    const names = printRecord(new Map(files))
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(66));
    expect(names).toEqual(['Z', 'a', 'a.b', 'a/b', 'é']);
    expect(printRecord(new Map(files.reverse()))).toBe(printRecord(new Map(files)));
  });

  test.each([
    [`${hash}  a\n<<<<<<< HEAD\n`, 'Line 2 is a conflict marker of a Git merge.'],
    [`${hash} a\n`, 'Line 1 is not 64 hexadecimal digits, two blanks and a path.'],
    [`${hash.toUpperCase()}  a\n`, 'Line 1 is not 64 hexadecimal digits, two blanks and a path.'],
    [`${hash}  a\n\n`, 'Line 2 is not 64 hexadecimal digits, two blanks and a path.'],
    [`${hash}  a\n${hash}  a\n`, 'Line 2 names `a` a second time.'],
    [`${hash}  ../a\n`, 'Line 1 names a path that has the part `..`, which leads elsewhere.'],
    [`${hash}  .plimsoll\n`, 'Line 1 names a path that has the part `.plimsoll`, which Plimsoll keeps for itself.'],
  ])('%j cannot be trusted, and says why', (text, fault) => {
    expect(parseRecord(text).fault).toBe(fault);
  });

  test('gives no unsafe path away, whatever its text', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hashes, fc.string())), (lines) => {
        const { files } = parseRecord(lines.map(([digits, name]) => `${digits}  ${name}\n`).join(''));
        for (const name of files.keys()) expect(findPathFault(name)).toBeUndefined();
      }),
    );
  });
});
