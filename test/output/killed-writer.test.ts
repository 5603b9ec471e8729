import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { printRecord } from '../../src/output/record';
import { recoverOutput } from '../../src/output/recover-output';
import { sha256 } from '../../src/output/sha256';
import { writeOutput } from '../../src/output/write-output';
import { compileWriter } from './compiled-writer';
import { filesOf, readTree, removeTemporaryFolders, temporaryFolder } from './folders';

afterAll(removeTemporaryFolders);

const kills = 200;
const files = 60;

/** Each version has some files that stay, some that change, some of its own, and folders of its own. */
function textsOf(version: number): Record<string, string> {
  const texts: Record<string, string> = {};
  for (let index = 0; index < files; index += 1) {
    const folder = index % 3 === 0 ? '' : index % 3 === 1 ? 'shared/' : `only-${version % 4}/`;
    texts[`${folder}file-${index}.yaml`] = index % 5 === 0 ? 'stays\n' : `version: ${version}\n`.repeat(50);
  }
  return texts;
}

/** What the folder holds after a version was written. */
function treeOf(version: number): Record<string, string> {
  const texts = textsOf(version);
  const hashes = Object.entries(texts).map(([path, text]): [string, string] => [path, sha256(text)]);
  return { '.plimsoll': printRecord(new Map(hashes)), ...texts };
}

/** Repeatable numbers from 0 to 1 (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const script = `
  const { writeOutput } = require(process.argv[1]);
  let input = '';
  process.stdin.on('data', (chunk) => (input += chunk)).on('end', () => {
    const files = JSON.parse(input);
    require('node:fs').writeSync(1, 'go');
    writeOutput(process.argv[2], files);
    require('node:fs').writeSync(1, 'done');
  });
`;

/** Writes in a process of its own that is killed some time after it began; says whether it had ended by then. */
function writeAndKill(writer: string, folder: string, version: number, delay: number): Promise<boolean> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, ['-e', script, writer, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
    let output = '';
    child.on('error', fail);
    child.on('exit', () => settle(output === 'godone'));
    child.stdout.on('data', (chunk) => {
      if (output === '') setTimeout(() => child.kill('SIGKILL'), delay);
      output += String(chunk);
    });
    child.stdin.end(JSON.stringify(filesOf(textsOf(version))));
  });
}

test(`a writer that is killed ${kills} times at random moments leaves every file old or new, and the set consistent`, async () => {
  const writer = compileWriter();
  const random = randomNumbers(20261121);
  const folder = join(temporaryFolder(), 'dist');
  writeOutput(folder, filesOf(textsOf(0)));
  let old = readTree(folder);
  const begun = process.hrtime.bigint();
  await writeAndKill(writer, join(temporaryFolder(), 'dist'), 1, 60_000);
  const span = Math.min(Number(process.hrtime.bigint() - begun) / 1e6, 400);

  const outcomes = { undone: 0, completed: 0, nothing: 0, interrupted: 0 };
  for (let version = 1; version <= kills; version += 1) {
    const isDone = await writeAndKill(writer, folder, version, random() * random() * span);
    const wanted = treeOf(version);
    if (readdirSync(folder).some((name) => name.startsWith('.plimsoll-'))) outcomes.interrupted += 1;
    for (const [path, text] of Object.entries(readTree(folder))) {
      if (!/(^|\/)\.plimsoll-[^/]*~$/.test(path) && !path.endsWith('/'))
        expect([old[path], wanted[path]]).toContain(text);
    }
    for (const path of Object.keys(wanted)) if (path in old) expect(existsSync(join(folder, path))).toBe(true);

    const recovery = recoverOutput(folder);
    expect(recovery.problems).toEqual([]);
    outcomes[recovery.outcome] += 1;
    const found = readTree(folder);
    if (isDone || recovery.outcome === 'completed') expect(found).toEqual(wanted);
    else expect([old, wanted]).toContainEqual(found);
    // Every other time the next version starts from the files as they were left.
    if (version % 2 === 0) {
      expect(writeOutput(folder, filesOf(textsOf(version)))).toMatchObject({ done: true, problems: [] });
      expect(readTree(folder)).toEqual(wanted);
    }
    old = readTree(folder);
  }
  // The moments are worth nothing unless they hit the write before and after its decision.
  expect(outcomes.undone).toBeGreaterThan(5);
  expect(outcomes.completed).toBeGreaterThan(5);
}, 180_000);
