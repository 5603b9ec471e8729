import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { OutputFile } from '../../src/output/output-file';

const made: string[] = [];

/** An empty folder that is removed when the tests of the file have run. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(join(fs.realpathSync(tmpdir()), 'plimsoll-output-'));
  made.push(folder);
  return folder;
}

/** The same in memory where there is such a disk, for tests that need thousands and flush nothing for real. */
export function quickFolder(): string {
  const memory = '/dev/shm';
  const folder = fs.mkdtempSync(join(fs.existsSync(memory) ? memory : fs.realpathSync(tmpdir()), 'plimsoll-output-'));
  made.push(folder);
  return folder;
}

/** Removes all temporary folders. */
export function removeTemporaryFolders(): void {
  for (const folder of made.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
}

/** Every file below a folder with its text, by path; symbolic links as `-> target`, empty folders with `/` at the end. */
export function readTree(folder: string, below = ''): Record<string, string> {
  const tree: Record<string, string> = {};
  for (const name of fs.readdirSync(join(folder, below)).sort()) {
    const path = below === '' ? name : `${below}/${name}`;
    const stats = fs.lstatSync(join(folder, path));
    if (stats.isSymbolicLink()) tree[path] = `-> ${fs.readlinkSync(join(folder, path))}`;
    else if (stats.isDirectory()) Object.assign(tree, readTree(folder, path));
    else tree[path] = stats.isFile() ? fs.readFileSync(join(folder, path), 'utf8') : '(device)';
  }
  if (below !== '' && Object.keys(tree).length === 0) return { [`${below}/`]: '' };
  return tree;
}

/** The tree without the record. */
export function readFiles(folder: string): Record<string, string> {
  const { '.plimsoll': _record, ...files } = readTree(folder);
  return files;
}

/** Lays files by hand. */
export function layFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    fs.mkdirSync(dirname(join(folder, path)), { recursive: true });
    fs.writeFileSync(join(folder, path), text);
  }
}

/** Files to write, from text by path. */
export function filesOf(texts: Readonly<Record<string, string>>): readonly OutputFile[] {
  return Object.entries(texts).map(([path, text]) => ({ path, text }));
}
