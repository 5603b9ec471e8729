import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join, relative } from 'node:path';
import { recoverOutput } from '../../src/output/recover-output';
import { writeOutput } from '../../src/output/write-output';
import { countingDisk } from './failing-disk';
import { filesOf, layFiles, readFiles, readTree, removeTemporaryFolders, temporaryFolder } from './folders';

afterAll(removeTemporaryFolders);

/** Writes and gives the codes of the problems, and the files they are about. */
function write(folder: string, texts: Readonly<Record<string, string>>, force = false): readonly string[] {
  const result = writeOutput(folder, filesOf(texts), { force });
  return result.problems.map((problem) => `${problem.code} ${problem.file}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function stampOf(path: string): string {
  const stats = fs.statSync(path, { bigint: true });
  return `${stats.ino} ${stats.mtimeNs} ${stats.ctimeNs}`;
}

describe('writing to an empty place', () => {
  test('makes the output folder, the folders above and below it, and the record', () => {
    const folder = join(temporaryFolder(), 'deep', 'dist');
    const result = writeOutput(folder, filesOf({ 'web.k8s.yaml': 'a: 1\n', 'one/two.yaml': 'b: é\n' }));
    expect(result).toMatchObject({ done: true, problems: [] });
    expect(readTree(folder)).toEqual({
      '.plimsoll': `${sha256('b: é\n')}  one/two.yaml\n${sha256('a: 1\n')}  web.k8s.yaml\n`,
      'one/two.yaml': 'b: é\n',
      'web.k8s.yaml': 'a: 1\n',
    });
  });

  test('leaves a record that sha256sum verifies', () => {
    const folder = temporaryFolder();
    write(folder, { 'web.k8s.yaml': 'a: 1\n', ' odd name.yaml': 'b\n', 'ümlaut/-x.yaml': '' });
    const check = spawnSync('sha256sum', ['--check', '--strict', '.plimsoll'], { cwd: folder, encoding: 'utf8' });
    expect({ status: check.status, lines: check.stdout.trim().split('\n').length }).toEqual({ status: 0, lines: 3 });
  });

  test('makes nothing at all for no files', () => {
    const folder = join(temporaryFolder(), 'dist');
    expect(write(folder, {})).toEqual([]);
    expect(fs.existsSync(folder)).toBe(false);
  });

  test('takes a path relative to the working directory', () => {
    const folder = temporaryFolder();
    expect(write(relative(process.cwd(), folder), { a: '1' })).toEqual([]);
    expect(readFiles(folder)).toEqual({ a: '1' });
  });

  test('follows an output folder that is a symbolic link to a folder', () => {
    const place = temporaryFolder();
    fs.mkdirSync(join(place, 'real'));
    fs.symlinkSync('real', join(place, 'dist'));
    expect(write(join(place, 'dist'), { 'a/b': '1' })).toEqual([]);
    expect(readFiles(join(place, 'real'))).toEqual({ 'a/b': '1' });
  });
});

describe('writing again', () => {
  test('touches neither files nor folders when nothing changed', () => {
    const folder = temporaryFolder();
    write(folder, { a: '1', 'b/c': '2' });
    const stamps = ['', 'a', 'b', 'b/c', '.plimsoll'].map((path) => stampOf(join(folder, path)));
    const disk = countingDisk();
    const result = writeOutput(folder, filesOf({ 'b/c': '2', a: '1' }), { disk });
    expect(result.plan?.keep.map((file) => file.path)).toEqual(['a', 'b/c']);
    expect(['', 'a', 'b', 'b/c', '.plimsoll'].map((path) => stampOf(join(folder, path)))).toEqual(stamps);
    expect(disk.steps).toEqual([]);
  });

  test('touches only what changed, and keeps permissions', () => {
    const folder = temporaryFolder();
    write(folder, { a: '1', b: '2' });
    fs.chmodSync(join(folder, 'b'), 0o640);
    const stamp = stampOf(join(folder, 'a'));
    expect(write(folder, { a: '1', b: '3' })).toEqual([]);
    expect(stampOf(join(folder, 'a'))).toBe(stamp);
    expect(fs.statSync(join(folder, 'b')).mode & 0o777).toBe(0o640);
  });

  test('deletes files that are not made any more, with the folders that become empty, and nothing else', () => {
    const folder = temporaryFolder();
    write(folder, { a: '1', 'b/c/d': '2', 'b/e/f': '3', 'g/h': '4' });
    layFiles(folder, { 'g/mine.txt': 'mine', 'b/c.txt': 'mine too' });
    expect(write(folder, { a: '1' })).toEqual([]);
    expect(readFiles(folder)).toEqual({ a: '1', 'b/c.txt': 'mine too', 'g/mine.txt': 'mine' });
  });

  test('takes the record away with the last file', () => {
    const folder = temporaryFolder();
    write(folder, { a: '1' });
    expect(write(folder, {})).toEqual([]);
    expect(readTree(folder)).toEqual({});
  });

  test('writes a file again that was deleted by hand', () => {
    const folder = temporaryFolder();
    write(folder, { a: '1', b: '2' });
    fs.rmSync(join(folder, 'a'));
    expect(write(folder, { a: '1', b: '2' })).toEqual([]);
    expect(readFiles(folder)).toEqual({ a: '1', b: '2' });
  });

  test('turns a file into a folder and back', () => {
    const folder = temporaryFolder();
    write(folder, { a: '1' });
    expect(write(folder, { 'a/b/c': '2', 'a/d': '3' })).toEqual([]);
    expect(readFiles(folder)).toEqual({ 'a/b/c': '2', 'a/d': '3' });
    expect(write(folder, { a: '4' })).toEqual([]);
    expect(readFiles(folder)).toEqual({ a: '4' });
  });

  test('does not turn a folder into a file while it holds something else', () => {
    const folder = temporaryFolder();
    write(folder, { 'a/b': '1' });
    fs.mkdirSync(join(folder, 'a/mine'));
    expect(write(folder, { a: '2' }, true)).toEqual(['PLM3007 a']);
    expect(readFiles(folder)).toEqual({ 'a/b': '1', 'a/mine/': '' });
  });

  test('renames a file whose name changes in case only', () => {
    const folder = temporaryFolder();
    write(folder, { 'Web.yaml': '1' });
    expect(write(folder, { 'web.yaml': '1' })).toEqual([]);
    expect(readFiles(folder)).toEqual({ 'web.yaml': '1' });
  });
});

describe('files of others', () => {
  test('a file with other content is left alone, and named', () => {
    const folder = temporaryFolder();
    layFiles(folder, { a: 'mine' });
    expect(write(folder, { a: '1', b: '2' })).toEqual(['PLM3003 a']);
    expect(readTree(folder)).toEqual({ a: 'mine' });
    expect(write(folder, { a: '1', b: '2' }, true)).toEqual([]);
    expect(readFiles(folder)).toEqual({ a: '1', b: '2' });
  });

  test('a file with the same content is adopted without a word, and deleted when its time comes', () => {
    const folder = temporaryFolder();
    layFiles(folder, { a: '1' });
    const stamp = stampOf(join(folder, 'a'));
    expect(write(folder, { a: '1' })).toEqual([]);
    expect(stampOf(join(folder, 'a'))).toBe(stamp);
    expect(write(folder, { b: '1' })).toEqual([]);
    expect(readFiles(folder)).toEqual({ b: '1' });
  });
});

describe('files that were changed by hand', () => {
  test('are not overwritten, but for --force', () => {
    const folder = temporaryFolder();
    write(folder, { a: '1', b: '2' });
    layFiles(folder, { a: 'changed' });
    expect(write(folder, { a: '3', b: '4' })).toEqual(['PLM3004 a']);
    expect(readFiles(folder)).toEqual({ a: 'changed', b: '2' });
    expect(write(folder, { a: '3', b: '4' }, true)).toEqual([]);
    expect(readFiles(folder)).toEqual({ a: '3', b: '4' });
  });

  test('are not overwritten with what they were before either', () => {
    const folder = temporaryFolder();
    write(folder, { a: '1' });
    layFiles(folder, { a: 'changed' });
    expect(write(folder, { a: '1' })).toEqual(['PLM3004 a']);
  });

  test('are not deleted, but for --force', () => {
    const folder = temporaryFolder();
    write(folder, { a: '1', b: '2' });
    layFiles(folder, { a: 'changed' });
    expect(write(folder, { b: '3' })).toEqual(['PLM3004 a']);
    expect(readFiles(folder)).toEqual({ a: 'changed', b: '2' });
    expect(write(folder, { b: '3' }, true)).toEqual([]);
    expect(readFiles(folder)).toEqual({ b: '3' });
  });

  test('do not matter when they hold what is to be written', () => {
    const folder = temporaryFolder();
    write(folder, { a: '1' });
    layFiles(folder, { a: '2' });
    expect(write(folder, { a: '2' })).toEqual([]);
    expect(write(folder, {})).toEqual([]);
  });

  test('are not those whose line ends Git converted', () => {
    const folder = temporaryFolder();
    write(folder, { a: '1\n2\n', b: '3\n', c: '4\n' });
    const record = fs.readFileSync(join(folder, '.plimsoll'), 'utf8');
    layFiles(folder, { a: '1\r\n2\r\n', b: '3\r\n', c: '4\r\n', '.plimsoll': record.replaceAll('\n', '\r\n') });
    const stamps = ['a', '.plimsoll'].map((path) => stampOf(join(folder, path)));
    expect(write(folder, { a: '1\n2\n', b: '3\n', c: '4\n' })).toEqual([]);
    expect(['a', '.plimsoll'].map((path) => stampOf(join(folder, path)))).toEqual(stamps);
    expect(write(folder, { a: '1\n2\n', b: 'new\n' })).toEqual([]);
    expect(readFiles(folder)).toEqual({ a: '1\r\n2\r\n', b: 'new\n' });
  });
});

describe('a damaged record', () => {
  const damages: Readonly<Record<string, (record: string) => string>> = {
    'with the marks of a conflict': (record) => `<<<<<<< HEAD\n${record}=======\n>>>>>>> other\n`,
    'that is nonsense': () => 'nonsense\n',
    'that names an absolute path': (record) => `${record}${'0'.repeat(64)}  /etc/passwd\n`,
    'that leads out of the folder': (record) => `${record}${'0'.repeat(64)}  ../secret\n`,
    'that names a file twice': (record) => record + record,
    'that was cut off': (record) => record.slice(0, -40),
  };

  test.each(Object.entries(damages))('%s is trusted in nothing', (_, damage) => {
    const folder = temporaryFolder();
    write(folder, { a: '1', b: '2' });
    const damaged = damage(fs.readFileSync(join(folder, '.plimsoll'), 'utf8'));
    layFiles(folder, { '.plimsoll': damaged });
    expect(write(folder, { a: '3' })).toEqual(expect.arrayContaining(['PLM3005 .plimsoll']));
    expect(readTree(folder)).toEqual({ '.plimsoll': damaged, a: '1', b: '2' });
  });

  test('does not stop --force, which deletes nothing and names what may be stale', () => {
    const folder = temporaryFolder();
    write(folder, { a: '1', b: '2' });
    layFiles(folder, { '.plimsoll': `=======\n${fs.readFileSync(join(folder, '.plimsoll'), 'utf8')}` });
    expect(write(folder, { a: '3' }, true)).toEqual(['PLM3015 b']);
    expect(readFiles(folder)).toEqual({ a: '3', b: '2' });
    expect(write(folder, { a: '4' })).toEqual([]);
  });
});

describe('what is in the way', () => {
  test('a symbolic link out of the folder is not written through, below or above a file', () => {
    const place = temporaryFolder();
    const folder = join(place, 'dist');
    layFiles(place, { 'outside/x.yaml': 'theirs', 'dist/own.txt': 'mine' });
    fs.symlinkSync('../outside', join(folder, 'sub'));
    fs.symlinkSync('../outside/x.yaml', join(folder, 'x.yaml'));
    const before = readTree(place);
    for (const force of [false, true]) {
      expect(write(folder, { 'sub/x.yaml': '1' }, force)).toEqual(['PLM3006 sub/x.yaml']);
      expect(write(folder, { 'sub/new.yaml': '1' }, force)).toEqual(['PLM3006 sub/new.yaml']);
      expect(write(folder, { 'x.yaml': '1' }, force)).toEqual(['PLM3006 x.yaml']);
    }
    expect(readTree(place)).toEqual(before);
  });

  test('a folder that became a symbolic link is not deleted through', () => {
    const place = temporaryFolder();
    const folder = join(place, 'dist');
    write(folder, { 'sub/x.yaml': '1', a: '1' });
    fs.renameSync(join(folder, 'sub'), join(place, 'moved'));
    fs.symlinkSync('../moved', join(folder, 'sub'));
    expect(write(folder, { a: '2' }, true)).toEqual(['PLM3006 sub/x.yaml']);
    expect(readFiles(place)).toMatchObject({ 'moved/x.yaml': '1', 'dist/a': '1' });
  });

  test.each(['.plimsoll', 'a'])('a folder called %s is named', (name) => {
    const folder = temporaryFolder();
    fs.mkdirSync(join(folder, name));
    expect(write(folder, { a: '1' }, true)).toEqual([`PLM3007 ${name}`]);
    expect(readTree(folder)).toEqual({ [`${name}/`]: '' });
  });

  test('a file where a folder is needed is named', () => {
    const folder = temporaryFolder();
    layFiles(folder, { a: 'mine' });
    expect(write(folder, { 'a/b': '1' }, true)).toEqual(['PLM3007 a/b']);
    expect(readTree(folder)).toEqual({ a: 'mine' });
  });

  test('a pipe is not waited for', () => {
    const folder = temporaryFolder();
    spawnSync('mkfifo', [join(folder, 'a')]);
    expect(write(folder, { a: '1' }, true)).toEqual(['PLM3007 a']);
  });

  test('an unsafe name stops everything', () => {
    const folder = temporaryFolder();
    expect(write(folder, { a: '1', '../b': '2' }, true)).toEqual(['PLM3001 undefined']);
    expect(write(folder, { a: '1', A: '2' }, true)).toEqual(['PLM3002 A']);
    expect(readTree(folder)).toEqual({});
  });

  test('an output path that is a file, or a link to one, or below one, is named', () => {
    const place = temporaryFolder();
    layFiles(place, { file: 'mine' });
    fs.symlinkSync('file', join(place, 'link'));
    fs.symlinkSync('nowhere', join(place, 'dangling'));
    for (const path of ['file', 'link', 'dangling', 'file/dist', 'file/dist/deeper']) {
      expect(write(join(place, path), { a: '1' }, true)).toEqual(['PLM3008 undefined']);
      expect(recoverOutput(join(place, path)).problems).toEqual([]);
    }
    expect(readTree(place)).toEqual({ dangling: '-> nowhere', file: 'mine', link: '-> file' });
  });
});

test('a message says what, where and what to do, and never how the code came there', () => {
  const folder = temporaryFolder();
  layFiles(folder, { 'web.k8s.yaml': 'mine' });
  const [problem] = writeOutput(folder, filesOf({ 'web.k8s.yaml': 'a: 1\n' })).problems;
  expect(problem.message.replace(folder, 'dist')).toMatchInlineSnapshot(
    `"\`web.k8s.yaml\` in \`dist\` is there with other content, and Plimsoll did not write it. Nothing was changed."`,
  );
});
