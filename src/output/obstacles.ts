import { join } from 'node:path';
import type { Problem } from '../problems/problem';
import { systemCode } from './disk';
import type { Disk, DiskEntry } from './disk';
import { foldersAbove } from './output-path';
import { onDisk, outputProblem } from './output-problem';

/** Anything but a plain file at a path, or above it. */
export interface FoundObstacle {
  /** A `blocked` path has a file where it needs a folder. */
  readonly kind: 'folder' | 'link' | 'other' | 'blocked';
  /** Path of what is in the way. */
  readonly at: string;
  /** Paths of all files a folder holds, and of empty folders with a `/` at the end; empty for the other kinds. */
  readonly holds: readonly string[];
}

/** Whether the output folder itself is there; it may be a symbolic link to a folder, which the user chose. */
export function findRoot(folder: string, disk: Disk): 'folder' | 'missing' | 'other' {
  const entry = disk.look(folder);
  if (entry === undefined) return 'missing';
  if (entry.kind === 'folder') return 'folder';
  if (entry.kind !== 'link') return 'other';
  try {
    disk.names(folder);
    return 'folder';
  } catch (error) {
    if (['ENOTDIR', 'ENOENT', 'ELOOP'].includes(systemCode(error) ?? '')) return 'other';
    throw error;
  }
}

/** The problem of an output path that is something else than a folder. */
export function notAFolder(folder: string): Problem {
  return outputProblem('PLM3008', {
    message: `The output folder \`${folder}\` is a file, or a link that leads to no folder. Nothing was changed.`,
  });
}

/** What is in the way of a path: the outermost folder above it that is none; undefined when there is nothing. */
export function findObstacle(path: string, look: (path: string) => DiskEntry | undefined): FoundObstacle | undefined {
  for (const at of foldersAbove(path)) {
    const entry = look(at);
    if (entry === undefined) return undefined;
    if (entry.kind === 'link') return { kind: 'link', at, holds: [] };
    if (entry.kind !== 'folder') return { kind: 'blocked', at, holds: [] };
  }
  return undefined;
}

/** Looks at paths relative to a folder, once each: many files share the folders above them. */
export function cachedLook(folder: string, disk: Disk): (path: string) => DiskEntry | undefined {
  const seen = new Map<string, DiskEntry | undefined>();
  return (path) => {
    if (!seen.has(path))
      seen.set(
        path,
        onDisk(path, () => disk.look(join(folder, path))),
      );
    return seen.get(path);
  };
}
