import { execFileSync, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { folderInside } from './folder-inside';

/** A file as it is in a revision. */
export interface RevisionFile {
  /** An absolute path. */
  readonly path: string;
  readonly content: Buffer;
}

const largestOutput = 512 * 1024 * 1024;

/**
 * Reads files as they are in a Git revision; nothing is checked out, and nothing is fetched.
 *
 * @param revision what Git takes for a commit: a branch, a tag, `HEAD~1`
 * @param folder a folder of the working tree, an absolute path
 * @param paths files and folders inside the working tree, absolute paths
 * @param isWanted which of the files in them are read, by absolute path
 * @throws Error that says why in Git's own words
 */
export function readRevision(
  revision: string,
  folder: string,
  paths: readonly string[],
  isWanted: (path: string) => boolean = () => true,
): readonly RevisionFile[] {
  const commit = git(folder, ['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`])
    .toString()
    .trim();
  const entries = git(folder, ['ls-tree', '-r', '-z', commit, '--', ...paths])
    .toString()
    .split('\0')
    .map((entry) => /^\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(entry))
    .filter((match) => match !== null)
    .map(([, object, path]) => ({ object, path: resolve(folder, path) }))
    // A repository can be made to hold names such as `..`, which Git itself never writes to disk.
    .filter(({ path }) => paths.some((it) => folderInside(it, path) !== undefined) && isWanted(path));
  if (entries.length === 0) return [];
  const output = git(folder, ['cat-file', '--batch'], entries.map(({ object }) => `${object}\n`).join(''));
  const files: RevisionFile[] = [];
  let at = 0;
  for (const { path } of entries) {
    // `OBJECT blob SIZE`, a line break, the content, a line break.
    const header = output.indexOf('\n', at);
    const size = Number(output.toString('latin1', at, header).split(' ')[2]);
    if (!Number.isInteger(size)) throw new Error(`${path} is not in this clone: fetch it first`);
    files.push({ path, content: output.subarray(header + 1, header + 1 + size) });
    at = header + 1 + size + 1;
  }
  return files;
}

/** Whether nothing was committed yet on the branch that is checked out. */
export function hasNoCommit(folder: string): boolean {
  const { status } = spawnSync('git', ['rev-parse', '--quiet', '--verify', 'HEAD^{commit}'], { cwd: folder });
  return status === 1;
}

function git(folder: string, args: readonly string[], input = ''): Buffer {
  // A clone that has not fetched everything would do so now, over the network.
  const local = ['-c', 'protocol.allow=never', ...args];
  try {
    return execFileSync('git', local, { cwd: folder, input, maxBuffer: largestOutput, stdio: 'pipe' });
  } catch (error) {
    const { code, message, stderr } = error as NodeJS.ErrnoException & { readonly stderr?: Buffer };
    if (code === 'ENOENT') throw new Error('Git is not installed');
    throw new Error((stderr?.toString().trim() || message).replace(/^fatal: /, ''));
  }
}
