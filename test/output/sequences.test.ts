import { join } from 'node:path';
import * as fc from 'fast-check';
import { writeOutput } from '../../src/output/write-output';
import { dyingDisk, quickDisk, Death } from './failing-disk';
import { filesOf, layFiles, readFiles, removeTemporaryFolders, quickFolder } from './folders';

afterAll(removeTemporaryFolders);

const foreign = { 'theirs.txt': 'theirs', 'c/theirs.txt': 'theirs' };
// Names that turn into folders and back, differ by case from one run to the next, and share folders.
const paths = ['a', 'a/b', 'a/b/c', 'B', 'b', 'c/x', 'c/y', 'd/e/f', 'é', 'e\u0301'];
const texts = fc.dictionary(fc.constantFrom(...paths), fc.constantFrom('', '1', '2\n')).filter(isPossible);

function isPossible(files: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(files).map((path) => path.normalize('NFC').toLowerCase());
  return (
    new Set(names).size === names.length && !names.some((name) => names.some((other) => other.startsWith(`${name}/`)))
  );
}

test('after any sequence of writes, some of them killed, the folder holds exactly the last files and the foreign ones', () => {
  const run = fc.record({ files: texts, diesAt: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 2 }) });
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 6 }), texts, (runs, last) => {
      const folder = join(quickFolder(), 'dist');
      layFiles(folder, foreign);
      for (const { files, diesAt } of runs) {
        try {
          const disk = diesAt === null ? quickDisk : dyingDisk(diesAt, diesAt % 2 === 0);
          const result = writeOutput(folder, filesOf(files), { disk });
          expect(result).toMatchObject({ done: true, problems: [] });
          expect(readFiles(folder)).toEqual({ ...files, ...foreign });
        } catch (error) {
          if (!(error instanceof Death)) throw error;
        }
      }
      expect(writeOutput(folder, filesOf(last), { disk: quickDisk })).toMatchObject({ done: true, problems: [] });
      expect(readFiles(folder)).toEqual({ ...last, ...foreign });
    }),
    { numRuns: 500, seed: 20261121 },
  );
}, 60_000);
