import { closeSync, openSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { largestFile } from '../../src/reading/decode-text';
import { readBytes } from '../../src/reading/read-bytes';
import { inTemporaryFolder } from '../support/temporary-folder';

describe('the bytes of a file', () => {
  test('are all of them, by path and by number', () => {
    inTemporaryFolder((folder) => {
      const file = join(folder, 'file');
      const bytes = Buffer.alloc(9_000_000, 'plimsoll');
      writeFileSync(file, bytes);
      expect(Buffer.compare(readBytes(file), bytes)).toBe(0);
      const descriptor = openSync(file, 'r');
      expect(readBytes(descriptor)).toHaveLength(bytes.length);
      closeSync(descriptor);
      writeFileSync(file, '');
      expect(readBytes(file)).toHaveLength(0);
    });
  });

  test('are no more than are read, whatever the size is said to be', () => {
    expect(() => readBytes('/dev/zero')).toThrow(`it has more than ${largestFile} bytes`);
    inTemporaryFolder((folder) => {
      const file = join(folder, 'large');
      writeFileSync(file, '');
      truncateSync(file, largestFile + 1);
      expect(() => readBytes(file)).toThrow(`it has more than ${largestFile} bytes`);
    });
  });
});
