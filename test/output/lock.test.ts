import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { acquireLock, releaseLock } from '../../src/output/lock';
import { thisProcess } from '../../src/output/process-identity';
import { recoverOutput } from '../../src/output/recover-output';
import { writeOutput } from '../../src/output/write-output';
import { compileWriter } from './compiled-writer';
import { quickDisk } from './failing-disk';
import { filesOf, layFiles, readFiles, readTree, removeTemporaryFolders, temporaryFolder } from './folders';

afterAll(removeTemporaryFolders);

const nothing = { temporaries: [], folders: [] };

/** Lays a lock as another process would. */
function layLock(folder: string, owner: Readonly<Record<string, unknown>>): string {
  const name = `.plimsoll-lock-${String(owner.process)}-0~`;
  layFiles(folder, { [name]: JSON.stringify({ ...thisProcess(), started: null, ...nothing, ...owner }) });
  return name;
}

/** A process number that is free: that of a process which has just ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('while another process writes', () => {
  test('nothing is written, and the process is named', async () => {
    const folder = temporaryFolder();
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    try {
      const name = layLock(folder, { process: other.pid });
      const tree = readTree(folder);
      const result = writeOutput(folder, filesOf({ a: '1' }), { patience: 50 });
      expect(result).toMatchObject({ done: false, problems: [{ code: 'PLM3009' }] });
      expect(result.problems[0].message).toContain(`Process ${other.pid} on ${hostname()} is writing`);
      expect(result.problems[0].fix).toContain(name);
      expect(readTree(folder)).toEqual(tree);
    } finally {
      other.kill('SIGKILL');
      await once(other, 'exit');
    }
    expect(writeOutput(folder, filesOf({ a: '1' }), { patience: 50 })).toMatchObject({ done: true, problems: [] });
    expect(readTree(folder)).toEqual({ '.plimsoll': expect.any(String), a: '1' });
  });

  test('on another machine, which cannot be asked, the lock counts', () => {
    const folder = temporaryFolder();
    layLock(folder, { process: endedProcess(), machine: 'elsewhere' });
    const result = writeOutput(folder, filesOf({ a: '1' }), { patience: 0 });
    expect(result.problems).toMatchObject([{ code: 'PLM3009', message: expect.stringContaining('on elsewhere') }]);
  });

  test('what it has not finished is not recovered', () => {
    const folder = temporaryFolder();
    layLock(folder, { process: 1, temporaries: ['.plimsoll-0~'] });
    layFiles(folder, { '.plimsoll-0~': 'content' });
    expect(recoverOutput(folder, { patience: 0 })).toMatchObject({
      outcome: 'nothing',
      problems: [{ code: 'PLM3009' }],
    });
    expect(readFiles(folder)).toHaveProperty(['.plimsoll-0~'], 'content');
  });

  test('a run that changes nothing does not wait', () => {
    const folder = temporaryFolder();
    writeOutput(folder, filesOf({ a: '1' }));
    const files = fs.readdirSync(folder);
    expect(writeOutput(folder, filesOf({ a: '1' }))).toMatchObject({ done: true, problems: [] });
    expect(fs.readdirSync(folder)).toEqual(files);
  });
});

describe('the lock of a process that has ended', () => {
  test.each([
    ['is removed with all it had made', (): Record<string, unknown> => ({ process: endedProcess() })],
    ['is known by the time a later process of the same number started', () => ({ process: 1, started: '-1' })],
    ['is known when this process bears its number', () => ({ process: process.pid })],
  ])('%s', (_, owner) => {
    const folder = temporaryFolder();
    layLock(folder, { ...owner(), temporaries: ['made/deep/.plimsoll-0~'], folders: ['made', 'made/deep'] });
    layFiles(folder, { 'made/deep/.plimsoll-0~': 'content', 'mine.txt': 'mine' });
    expect(recoverOutput(folder, { patience: 0 })).toEqual({ outcome: 'undone', problems: [] });
    expect(readTree(folder)).toEqual({ 'mine.txt': 'mine' });
  });

  test('removes nothing but what a writer makes, whatever it says', () => {
    const place = temporaryFolder();
    const folder = join(place, 'dist');
    fs.mkdirSync(folder);
    layLock(folder, {
      process: endedProcess(),
      temporaries: ['mine.txt', '../.plimsoll-0~', '/.plimsoll-0~', 'link/.plimsoll-0~', 7],
      folders: ['..', '../empty', 'full', '/'],
    });
    fs.mkdirSync(join(place, 'empty'));
    fs.symlinkSync('..', join(folder, 'link'));
    layFiles(place, { '.plimsoll-0~': 'theirs', 'dist/mine.txt': 'mine', 'dist/full/mine.txt': 'mine' });
    expect(recoverOutput(folder, { patience: 0 })).toEqual({ outcome: 'undone', problems: [] });
    expect(readTree(place)).toEqual({
      '.plimsoll-0~': 'theirs',
      'dist/full/mine.txt': 'mine',
      'dist/link': '-> ..',
      'dist/mine.txt': 'mine',
      'empty/': '',
    });
  });

  test('may be empty or half written', () => {
    for (const text of ['', '{"process":', '[]', 'null']) {
      const folder = temporaryFolder();
      layFiles(folder, { [`.plimsoll-lock-${endedProcess()}-0~`]: text });
      expect(recoverOutput(folder, { patience: 0 })).toEqual({ outcome: 'undone', problems: [] });
      expect(readTree(folder)).toEqual({});
    }
  });
});

test('whoever locks at the same time as another steps back', () => {
  const folder = temporaryFolder();
  let rival = '';
  const disk = {
    ...quickDisk,
    create: (...args: Parameters<typeof quickDisk.create>) => {
      quickDisk.create(...args);
      // The other laid its lock after we looked for one, and before we look again.
      if (rival === '') rival = layLock(folder, { process: 1 });
    },
  };
  expect(acquireLock(folder, nothing, disk, 0)).toMatchObject({ held: false, name: rival });
  expect(fs.readdirSync(folder)).toEqual([rival]);
  fs.rmSync(join(folder, rival));
  const lock = acquireLock(folder, nothing, disk, 0);
  expect(lock).toMatchObject({ held: true, dead: [] });
  releaseLock(folder, lock.name, disk);
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('a folder that changes between the plan and the write is planned anew', () => {
  const folder = temporaryFolder();
  writeOutput(folder, filesOf({ a: '1' }));
  let intrusions = 0;
  const intruding = (limit: number): typeof quickDisk => ({
    ...quickDisk,
    create: (path, content, mode) => {
      quickDisk.create(path, content, mode);
      if (path.includes('lock') && intrusions < limit) layFiles(folder, { a: `by hand ${(intrusions += 1)}` });
    },
  });
  const once = writeOutput(folder, filesOf({ a: '2' }), { disk: intruding(1) });
  expect(once).toMatchObject({ done: false, problems: [{ code: 'PLM3004', file: 'a' }] });
  const always = writeOutput(folder, filesOf({ a: '2' }), { disk: intruding(99), force: true });
  expect(always).toMatchObject({ done: false, problems: [{ code: 'PLM3016' }] });
  expect(readFiles(folder)).toEqual({ a: 'by hand 4' });
});

test('processes that write at once leave the files of one of them, complete', async () => {
  const writer = compileWriter();
  const folder = join(temporaryFolder(), 'dist');
  const script = `
    const files = Array.from({ length: 40 }, (_, index) => ({ path: 'f' + index, text: process.argv[3] }));
    for (let round = 0; round < 5; round += 1) {
      const { problems } = require(process.argv[1]).writeOutput(process.argv[2], files, { patience: 20_000 });
      if (problems.length > 0) console.log(JSON.stringify(problems));
    }
  `;
  const children = ['one', 'two', 'three'].map((text) =>
    spawn(process.execPath, ['-e', script, writer, folder, text], { stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  let output = '';
  for (const child of children) child.stdout.on('data', (chunk) => (output += String(chunk)));
  const exits = await Promise.all(children.map((child) => once(child, 'exit')));
  expect({ output: output.replaceAll(/.*PLM3016.*\n/g, ''), exits }).toEqual({
    output: '',
    exits: [
      [0, null],
      [0, null],
      [0, null],
    ],
  });
  expect(new Set(Object.values(readFiles(folder))).size).toBe(1);
}, 60_000);
