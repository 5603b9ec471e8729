import * as fs from 'node:fs';
import { join } from 'node:path';
import { recoverOutput } from '../../src/output/recover-output';
import { writeOutput } from '../../src/output/write-output';
import type { Disk } from '../../src/output/disk';
import { countingDisk, Death, dyingDisk, quickDisk, refusingDisk } from './failing-disk';
import { filesOf, layFiles, readTree, removeTemporaryFolders, quickFolder } from './folders';

afterAll(removeTemporaryFolders);

const foreign = { 'mine.txt': 'mine', 'folder/mine.txt': 'mine' };
const before = {
  same: 'same',
  changed: 'old',
  'folder/changed': 'old',
  'folder/stale': 'old',
  'gone/deep/stale': 'old',
  'Case.yaml': 'old',
  'was-file': 'old',
  'was-folder/inner': 'old',
};
const after = {
  same: 'same',
  changed: 'new, and longer',
  'folder/changed': 'new',
  'folder/made': 'new',
  'made/deep/file': 'new',
  'case.yaml': 'new',
  'was-file/inner/file': 'new',
  'was-folder': 'new',
};

const template = ((): string => {
  const folder = join(quickFolder(), 'dist');
  writeOutput(folder, filesOf(before));
  layFiles(folder, foreign);
  return folder;
})();

/** A folder that holds the old files and foreign ones. */
function oldFolder(): string {
  return copyOf(template);
}

/** As `cpSync` does, in a tenth of the time. */
function copyTree(from: string, to: string): void {
  fs.mkdirSync(to);
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const copy = entry.isDirectory() ? copyTree : fs.copyFileSync;
    copy(join(from, entry.name), join(to, entry.name));
  }
}

function copyOf(folder: string): string {
  const copy = join(quickFolder(), 'dist');
  copyTree(folder, copy);
  return copy;
}

const oldTree = readTree(template);
const newTree = ((): Record<string, string> => {
  const folder = oldFolder();
  writeOutput(folder, filesOf(after));
  return readTree(folder);
})();

/** Runs until the disk makes the process die, and says whether it did. */
function dies(action: () => unknown): boolean {
  try {
    action();
    return false;
  } catch (error) {
    if (error instanceof Death) return true;
    throw error;
  }
}

/** Each file that is there is complete: the old one or the new one. */
function expectOldOrNew(folder: string): void {
  for (const [path, text] of Object.entries(readTree(folder))) {
    if (/(^|\/)\.plimsoll-[^/]*~$/.test(path) || path.endsWith('/')) continue;
    expect([oldTree[path], newTree[path]]).toContain(text);
  }
  for (const path of ['same', 'changed', 'folder/changed', ...Object.keys(foreign)]) {
    expect(fs.existsSync(join(folder, path))).toBe(true);
  }
}

function countSteps(action: (disk: Disk) => unknown): number {
  const disk = countingDisk();
  action(disk);
  return disk.steps.length;
}

function numbersTo(last: number): readonly number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

const steps = countSteps((disk) => writeOutput(oldFolder(), filesOf(after), { disk }));

/** A folder in which a write died before a step. */
function diedFolder(step: number, losing = false): string {
  const folder = oldFolder();
  expect(dies(() => writeOutput(folder, filesOf(after), { disk: dyingDisk(step, losing) }))).toBe(true);
  return folder;
}

describe.each([
  ['killed', false],
  ['killed by a power failure', true],
])('a write that is %s', (_, losing) => {
  test('before any of its steps leaves every file old or new, and the next run makes the set all old or all new', () => {
    const outcomes: string[] = [];
    for (const step of numbersTo(steps)) {
      const folder = diedFolder(step, losing);
      expectOldOrNew(folder);
      const recovery = recoverOutput(folder, { disk: quickDisk });
      expect(recovery.problems).toEqual([]);
      // After the last step of the set, all that an interruption leaves is the lock.
      const isNew = recovery.outcome === 'completed' || outcomes.includes('completed');
      expect(readTree(folder)).toEqual(isNew ? newTree : oldTree);
      outcomes.push(recovery.outcome);
      expect(writeOutput(folder, filesOf(after), { disk: quickDisk })).toMatchObject({ done: true, problems: [] });
      expect(readTree(folder)).toEqual(newTree);
    }
    expect(new Set(outcomes)).toEqual(new Set(['undone', 'completed']));
  });

  test('and whose recovery is killed before any of its steps is recovered by the run after that', () => {
    for (const step of numbersTo(steps)) {
      const folder = diedFolder(step, losing);
      for (const again of numbersTo(countSteps((disk) => recoverOutput(copyOf(folder), { disk })))) {
        const copy = copyOf(folder);
        expect(dies(() => recoverOutput(copy, { disk: dyingDisk(again, losing) }))).toBe(true);
        expectOldOrNew(copy);
        expect(recoverOutput(copy, { disk: quickDisk }).problems).toEqual([]);
        expect([oldTree, newTree]).toContainEqual(readTree(copy));
      }
    }
  });
});

describe.each(['ENOSPC', 'EACCES', 'EIO', 'EROFS'])('a disk that answers %s', (code) => {
  test('at any step of a write gives a problem; the old files stay, or the next run completes the new ones', () => {
    const codes = new Set<string>();
    for (const step of numbersTo(steps)) {
      const folder = oldFolder();
      const result = writeOutput(folder, filesOf(after), { disk: refusingDisk(step, code) });
      for (const problem of result.problems) {
        codes.add(problem.code);
        expect(problem.message).toContain(code);
        expect(problem.message).not.toMatch(/undefined|\.plimsoll-\d|\n/);
      }
      if (!result.done && result.problems.every((problem) => problem.code !== 'PLM3013')) {
        expect(readTree(folder)).toEqual(oldTree);
      }
      expectOldOrNew(folder);
      expect(writeOutput(folder, filesOf(after), { disk: quickDisk })).toMatchObject({ done: true, problems: [] });
      expect(readTree(folder)).toEqual(newTree);
    }
    const expected = { ENOSPC: 'PLM3011', EACCES: 'PLM3010', EIO: 'PLM3012', EROFS: 'PLM3010' }[code];
    expect(codes).toEqual(new Set([expected, 'PLM3013']));
  });
});

test('a disk that refuses any step of a recovery gives a problem, and the next run recovers', () => {
  for (const step of numbersTo(steps)) {
    const folder = diedFolder(step);
    for (const again of numbersTo(countSteps((disk) => recoverOutput(copyOf(folder), { disk })))) {
      const copy = copyOf(folder);
      const { problems } = recoverOutput(copy, { disk: refusingDisk(again, 'EIO') });
      for (const problem of problems) expect(problem.message).toContain('EIO');
      expectOldOrNew(copy);
      expect(recoverOutput(copy, { disk: quickDisk }).problems).toEqual([]);
      expect([oldTree, newTree]).toContainEqual(readTree(copy));
    }
  }
});

describe('between an interruption and the next run', () => {
  /** A folder whose set is decided, and of which nothing is renamed yet. */
  function decidedFolder(): string {
    const folder = numbersTo(steps)
      .map((step) => diedFolder(step))
      .find((died) => fs.existsSync(join(died, '.plimsoll-journal~')));
    if (folder === undefined) throw new Error('no step decides the set');
    return folder;
  }

  test('a file that somebody changes is not overwritten, and named', () => {
    const folder = decidedFolder();
    layFiles(folder, { changed: 'by hand' });
    expect(recoverOutput(folder)).toEqual({ outcome: 'completed', problems: [] });
    expect(readTree(folder)).toEqual({ ...newTree, changed: 'by hand' });
    expect(writeOutput(folder, filesOf(after)).problems).toMatchObject([{ code: 'PLM3004', file: 'changed' }]);
  });

  test('a file that somebody changes is not deleted, and named', () => {
    const folder = decidedFolder();
    layFiles(folder, { 'folder/stale': 'by hand' });
    const recovery = recoverOutput(folder);
    expect(recovery).toMatchObject({ outcome: 'completed', problems: [{ code: 'PLM3015', file: 'folder/stale' }] });
    expect(readTree(folder)).toEqual({ ...newTree, 'folder/stale': 'by hand' });
  });

  test('a folder that becomes a symbolic link is not written through', () => {
    const folder = decidedFolder();
    const outside = quickFolder();
    layFiles(outside, { changed: 'theirs', stale: 'old', '.plimsoll-2~': 'theirs' });
    const outsideTree = readTree(outside);
    fs.rmSync(join(folder, 'folder'), { recursive: true });
    fs.symlinkSync(outside, join(folder, 'folder'));
    expect(recoverOutput(folder).problems).toMatchObject([{ code: 'PLM3014' }]);
    recoverOutput(folder, { force: true });
    expect(readTree(outside)).toEqual(outsideTree);
  });

  test.each([
    ['nonsense', 'nonsense'],
    ['of another version', '{"version":2,"writes":[],"prunes":[]}'],
    [
      'that leads out of the folder',
      `{"version":1,"writes":[],"prunes":[{"path":"../outside","before":"${'0'.repeat(64)}"}]}`,
    ],
    [
      'that renames other files',
      `{"version":1,"writes":[{"path":"a","temporary":"mine.txt","before":null,"after":"${'0'.repeat(64)}"}],"prunes":[]}`,
    ],
  ])('a journal %s is not followed, and dropped by --force', (_, journal) => {
    const folder = decidedFolder();
    layFiles(folder, { '.plimsoll-journal~': journal });
    const tree = readTree(folder);
    const result = writeOutput(folder, filesOf(after));
    expect(result).toMatchObject({ done: false, problems: [{ code: 'PLM3014' }] });
    expect(readTree(folder)).toEqual(tree);
    expect(writeOutput(folder, filesOf(after), { force: true })).toMatchObject({ done: true, problems: [] });
    expect(readTree(folder)).toEqual(newTree);
  });

  test('content that somebody changes is not put in place', () => {
    const folder = decidedFolder();
    layFiles(folder, { '.plimsoll-1~': 'by hand' });
    expect(recoverOutput(folder).problems).toMatchObject([{ code: 'PLM3014' }]);
    expect(recoverOutput(folder, { force: true })).toEqual({ outcome: 'undone', problems: [] });
    expect(readTree(folder)).toEqual(oldTree);
  });
});
