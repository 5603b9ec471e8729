import * as fs from 'node:fs';

/** What is found at a path, without following a symbolic link. */
export interface DiskEntry {
  /** A `link` is a symbolic link, `other` a device, pipe or socket. */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Changes whenever the file is replaced, written or renamed: compare it, it has no other meaning. */
  readonly stamp: string;
  /** Permission bits, such as 0o644. */
  readonly mode: number;
}

/**
 * All that the writer asks of the file system. Each method is one step that can fail or be the last before the process
 * dies: tests stand between any two of them.
 */
export interface Disk {
  /** What is at the path; undefined when nothing is. */
  look(path: string): DiskEntry | undefined;
  /** The names in a folder. */
  names(folder: string): readonly string[];
  /** The content of a file. */
  read(path: string): Buffer;
  /**
   * Makes a file that must not exist (a link in its place is not followed), with the given permission bits if any.
   * Makes none when it fails.
   */
  create(path: string, content: Buffer, mode?: number): void;
  /** Returns when the content of a file is on the disk. */
  flush(path: string): void;
  /** Returns when the names in a folder are on the disk. */
  flushFolder(path: string): void;
  /** Makes a folder whose parent exists; no error when it is there already. */
  makeFolder(path: string): void;
  /** Removes a folder if it is empty, and says whether it is gone. */
  removeEmptyFolder(path: string): boolean;
  /** Renames a file; what is at `to` is replaced in one step. */
  move(from: string, to: string): void;
  /** Removes a file or link, if it is there. */
  remove(path: string): void;
  /** Fails when names in the folder cannot be added or removed. */
  expectWritable(folder: string): void;
}

/** The disk of this machine. Its methods throw what `node:fs` throws. */
export const realDisk: Disk = {
  look(path) {
    const stats = ignoring(['ENOTDIR'], () => fs.lstatSync(path, { bigint: true, throwIfNoEntry: false }));
    if (stats === undefined) return undefined;
    const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : stats.isSymbolicLink() ? 'link' : 'other';
    const stamp = [stats.dev, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(':');
    return { kind, stamp, mode: Number(stats.mode & 0o7777n) };
  },
  names: (folder) => fs.readdirSync(folder),
  read: (path) => fs.readFileSync(path),
  create(path, content, mode) {
    const file = fs.openSync(path, 'wx');
    try {
      fs.writeFileSync(file, content);
      if (mode !== undefined) fs.fchmodSync(file, mode);
    } catch (error) {
      // A full disk leaves a file without its content.
      fs.unlinkSync(path);
      throw error;
    } finally {
      fs.closeSync(file);
    }
  },
  flush(path) {
    // Opened for writing because Windows flushes nothing else.
    const file = fs.openSync(path, 'r+');
    try {
      fs.fsyncSync(file);
    } finally {
      fs.closeSync(file);
    }
  },
  flushFolder(path) {
    // Some systems cannot open a folder or flush it; there the file system orders renames itself.
    const folder = ignoring(['EISDIR', 'EPERM', 'EACCES'], () => fs.openSync(path, 'r'));
    if (folder === undefined) return;
    try {
      ignoring(['EINVAL', 'EPERM', 'ENOTSUP', 'EBADF'], () => fs.fsyncSync(folder));
    } finally {
      fs.closeSync(folder);
    }
  },
  makeFolder: (path) => void ignoring(['EEXIST'], () => fs.mkdirSync(path)),
  removeEmptyFolder(path) {
    ignoring(['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EBUSY', 'EPERM', 'EACCES'], () => fs.rmdirSync(path));
    return !fs.existsSync(path);
  },
  move: (from, to) => fs.renameSync(from, to),
  remove: (path) => void ignoring(['ENOENT', 'ENOTDIR'], () => fs.unlinkSync(path)),
  expectWritable: (folder) => fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK),
};

/** The error code of the operating system, such as `ENOSPC`, when the error comes from there. */
export function systemCode(error: unknown): string | undefined {
  // Not `instanceof Error`: a library that runs in a realm of its own (as in Jest) gets errors of another one.
  const { code, syscall } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  return typeof syscall === 'string' && typeof code === 'string' ? code : undefined;
}

function ignoring<Result>(codes: readonly string[], action: () => Result): Result | undefined {
  try {
    return action();
  } catch (error) {
    if (codes.includes(systemCode(error) ?? '')) return undefined;
    throw error;
  }
}
