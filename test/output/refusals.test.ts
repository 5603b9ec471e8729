import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { writeOutput } from '../../src/output/write-output';
import { compileWriter } from './compiled-writer';
import { filesOf, readFiles, readTree, removeTemporaryFolders, temporaryFolder } from './folders';

const mounted: string[] = [];

afterAll(() => {
  for (const folder of mounted) spawnSync('umount', [folder]);
  removeTemporaryFolders();
});

/** Mounts a small disk in memory; undefined where that is not allowed. */
function mountDisk(options: string): string | undefined {
  const folder = temporaryFolder();
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status !== 0) return undefined;
  mounted.push(folder);
  return folder;
}

// In CI these tests are required; elsewhere they need the right to mount, which an ordinary user does not have.
const canMount = process.env.CI === 'true' || mountDisk('size=64k') !== undefined;
const testOnDisk = canMount ? test : test.skip;
const isRoot = process.getuid?.() === 0;
const testAsRoot = isRoot || process.env.CI === 'true' ? test : test.skip;

function requireDisk(options: string): string {
  const folder = mountDisk(options);
  if (folder === undefined) throw new Error('no disk could be mounted; CI needs the right to');
  return folder;
}

describe('a disk that is full', () => {
  testOnDisk.each([
    ['at the content of a file', 'size=256k', { a: 'new', big: 'x'.repeat(300_000) }],
    [
      'at the number of files',
      'size=1m,nr_inodes=12',
      Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`f${i}/g`, 'x'])),
    ],
  ])('%s leaves the folder as it was', (_, options, texts) => {
    const folder = join(requireDisk(options), 'dist');
    writeOutput(folder, filesOf({ a: 'old', b: 'old' }));
    const tree = readTree(folder);
    const result = writeOutput(folder, filesOf(texts));
    expect(result).toMatchObject({ done: false, problems: [{ code: 'PLM3011' }] });
    expect(result.problems[0].message).toMatch(/ in `.*dist` does not fit: .*\(ENOSPC\)\. Nothing was changed\.$/);
    expect(readTree(folder)).toEqual(tree);
    expect(writeOutput(folder, filesOf({ a: 'new' }))).toMatchObject({ done: true });
    expect(readFiles(folder)).toEqual({ a: 'new' });
  });
});

describe('a disk that is read-only', () => {
  testOnDisk('is named, and does not matter when there is nothing to write', () => {
    const disk = requireDisk('size=256k');
    const folder = join(disk, 'dist');
    writeOutput(folder, filesOf({ a: 'old' }));
    spawnSync('mount', ['-o', 'remount,ro', disk]);
    expect(writeOutput(folder, filesOf({ a: 'old' }))).toMatchObject({ done: true, problems: [] });
    for (const target of [folder, join(disk, 'new', 'dist')]) {
      const result = writeOutput(target, filesOf({ a: 'new' }));
      expect(result).toMatchObject({ done: false, problems: [{ code: 'PLM3010' }] });
      expect(result.problems[0].message).toContain('is on a read-only disk (EROFS). Nothing was changed.');
    }
    expect(readTree(disk)).toEqual({ 'dist/.plimsoll': expect.any(String), 'dist/a': 'old' });
  });
});

describe('a folder that belongs to somebody else', () => {
  /** Runs a write as a user without rights. */
  function writeAsNobody(writer: string, folder: string, texts: Readonly<Record<string, string>>): readonly string[] {
    const script = `
      const result = require(process.argv[1]).writeOutput(process.argv[2], JSON.parse(process.argv[3]));
      console.log(JSON.stringify(result.problems.map((problem) => problem.code + ' ' + problem.file)));
    `;
    const user = ['--reuid=65534', '--regid=65534', '--clear-groups'];
    const args = [...user, process.execPath, '-e', script, writer, folder, JSON.stringify(filesOf(texts))];
    const { stdout, stderr } = spawnSync('setpriv', args, { encoding: 'utf8' });
    expect(stderr).toBe('');
    return JSON.parse(stdout) as readonly string[];
  }

  testAsRoot('is left as it was, whether files are to be written, replaced or deleted', () => {
    const writer = compileWriter();
    const place = temporaryFolder();
    const folder = join(place, 'dist');
    for (const path of [place, dirname(dirname(writer))]) fs.chmodSync(path, 0o755);
    writeOutput(folder, filesOf({ a: 'old', 'sub/b': 'old' }));
    const tree = readTree(place);
    expect(writeAsNobody(writer, folder, { a: 'old', 'sub/b': 'old' })).toEqual([]);
    expect(writeAsNobody(writer, folder, { a: 'new', 'sub/b': 'old' })).toEqual(['PLM3010 undefined']);
    expect(writeAsNobody(writer, join(place, 'other'), { a: 'new' })).toEqual(['PLM3010 undefined']);
    // The folder is open, and one below it is not.
    for (const path of ['', '.plimsoll', 'a']) fs.chownSync(join(folder, path), 65534, 65534);
    expect(writeAsNobody(writer, folder, { a: 'new', 'sub/b': 'new' })).toEqual(['PLM3010 sub/b']);
    expect(writeAsNobody(writer, folder, { a: 'new' })).toEqual(['PLM3010 sub']);
    expect(readTree(place)).toEqual(tree);
  });

  testAsRoot('and cannot be read is named', () => {
    const writer = compileWriter();
    const folder = join(temporaryFolder(), 'dist');
    for (const path of [dirname(folder), dirname(dirname(writer))]) fs.chmodSync(path, 0o755);
    writeOutput(folder, filesOf({ a: 'old' }));
    fs.chmodSync(join(folder, 'a'), 0o600);
    expect(writeAsNobody(writer, folder, { a: 'new' })).toEqual(['PLM3010 a']);
    fs.chmodSync(folder, 0o700);
    expect(writeAsNobody(writer, folder, { a: 'new' })).toEqual(['PLM3010 undefined']);
  });
});
