import { planOutput } from '../../src/output/plan-output';
import type { FoundFile, OutputFolder } from '../../src/output/read-output-folder';
import { sha256 } from '../../src/output/sha256';
import { filesOf } from './folders';

function fileWith(text: string): FoundFile {
  const hash = sha256(text);
  return { kind: 'file', sha256: hash, plainSha256: sha256(text.replaceAll('\r\n', '\n')), stamp: text, mode: 0o644 };
}

/** A folder of which the record says one thing and the disk another, by path. */
function folderWith(recorded: Readonly<Record<string, string>>, there: Readonly<Record<string, string>>): OutputFolder {
  const files = new Map(Object.entries(recorded).map(([path, text]): [string, string] => [path, sha256(text)]));
  const found = new Map(Object.entries(there).map(([path, text]): [string, FoundFile] => [path, fileWith(text)]));
  return { name: 'dist', record: { files, text: 'record' }, found, problems: [] };
}

describe('the plan for one file', () => {
  test.each([
    // wanted, recorded, there: what happens, and what with --force
    ['new', undefined, undefined, 'write', 'write'],
    ['new', 'old', undefined, 'write', 'write'],
    ['new', 'old', 'old', 'write', 'write'],
    ['same', 'same', 'same', 'keep', 'keep'],
    ['same', undefined, 'same', 'keep', 'keep'],
    ['same', 'old', 'same', 'keep', 'keep'],
    ['new', 'old', 'other', 'PLM3004', 'write'],
    ['same', 'same', 'other', 'PLM3004', 'write'],
    ['new', undefined, 'other', 'PLM3003', 'write'],
    ['a\nb\n', 'a\nb\n', 'a\r\nb\r\n', 'keep', 'keep'],
    ['new', 'a\nb\n', 'a\r\nb\r\n', 'write', 'write'],
    [undefined, 'old', 'old', 'prune', 'prune'],
    [undefined, 'a\nb\n', 'a\r\nb\r\n', 'prune', 'prune'],
    [undefined, 'old', 'other', 'PLM3004', 'prune'],
    [undefined, 'old', undefined, 'nothing', 'nothing'],
    [undefined, undefined, 'other', 'nothing', 'nothing'],
  ])('wanted %j, recorded %j, there %j: %s (with --force: %s)', (wanted, recorded, there, calm, forced) => {
    const existing = folderWith(recorded === undefined ? {} : { a: recorded }, there === undefined ? {} : { a: there });
    const files = filesOf(wanted === undefined ? {} : { a: wanted });
    const decide = (force: boolean): string => {
      const { problems, write, keep, prune } = planOutput(files, existing, { force });
      if (problems.length > 0) return problems.map((problem) => problem.code).join();
      return write.length > 0 ? 'write' : keep.length > 0 ? 'keep' : prune.length > 0 ? 'prune' : 'nothing';
    };
    expect([decide(false), decide(true)]).toEqual([calm, forced]);
  });
});

describe('the plan', () => {
  test('is sorted by path, whatever the order of the files', () => {
    const existing = folderWith({ z: '1', y: '1' }, { z: '1', y: '1' });
    const plan = planOutput(filesOf({ c: '1', a: '1', b: '1' }), existing);
    expect(plan.write.map((file) => file.path)).toEqual(['a', 'b', 'c']);
    expect(plan.prune.map((file) => file.path)).toEqual(['y', 'z']);
    expect(planOutput(filesOf({ b: '1', c: '1', a: '1' }), existing)).toEqual(plan);
  });

  test.each([
    ['the same name in another case', 'Web.yaml', 'web.yaml'],
    ['a folder of its name', 'a', 'a/b/c'],
    ['a file with the name of its folder', 'a/b/c', 'a'],
  ])('deletes a file first that is in the way of %s', (_, stale, wanted) => {
    const plan = planOutput(filesOf({ [wanted]: '1' }), folderWith({ [stale]: '1' }, { [stale]: '1' }));
    expect(plan.prune).toMatchObject([{ path: stale, makesRoomFor: wanted }]);
  });

  test('does not keep a file that is about to be deleted under another case of its name', () => {
    // Where case does not count, both names find the same file.
    const plan = planOutput(
      filesOf({ 'web.yaml': '1' }),
      folderWith({ 'Web.yaml': '1' }, { 'Web.yaml': '1', 'web.yaml': '1' }),
    );
    expect(plan).toMatchObject({
      problems: [],
      keep: [],
      write: [{ path: 'web.yaml' }],
      prune: [{ path: 'Web.yaml' }],
    });
  });

  test.each([
    ['twice', ['a', 'a'], 'Two files are called `a`.'],
    ['in two cases', ['Web', 'web'], 'The files `Web` and `web` are one file'],
    ['with an accent in two encodings', ['\u00e9', 'e\u0301'], 'are one file where case and accents do not count'],
    ['as a file and as a folder', ['a', 'A/b'], 'The file `a` has the name of a folder that the file `A/b` needs.'],
    ['as folders in two cases', ['a/b', 'A/c'], 'The folders `a` (of `a/b`) and `A` (of `A/c`) are one folder'],
  ])('refuses a name that is used %s, and names both', (_, paths, message) => {
    const files = paths.map((path) => ({ path, text: path }));
    const { problems } = planOutput(files, { name: 'dist', found: new Map(), problems: [] });
    expect(problems).toMatchObject([{ code: 'PLM3002', severity: 'error', message: expect.stringContaining(message) }]);
  });
});
