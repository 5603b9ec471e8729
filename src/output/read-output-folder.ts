import { join } from 'node:path';
import type { Problem } from '../problems/problem';
import { cachedLook, findObstacle, findRoot, notAFolder } from './obstacles';
import type { FoundObstacle } from './obstacles';
import { realDisk } from './disk';
import type { Disk, DiskEntry } from './disk';
import type { OutputFile } from './output-file';
import { faultProblem, onDisk } from './output-problem';
import { findPathFault } from './output-path';
import { recordName } from './own-names';
import { parseRecord } from './record';
import type { OutputRecord } from './record';
import { sha256, sha256WithPlainLines } from './sha256';

/** A plain file that was found. */
export interface FoundFile {
  readonly kind: 'file';
  /** SHA-256 of its bytes. */
  readonly sha256: string;
  /** SHA-256 of its bytes with `\n` for every `\r\n`. */
  readonly plainSha256: string;
  /** Tells whether it was touched since, see `DiskEntry`. */
  readonly stamp: string;
  /** Permission bits, such as 0o644. */
  readonly mode: number;
}

/** What is in the output folder, as far as a write is concerned. */
export interface OutputFolder {
  /** The folder, as the user named it. */
  readonly name: string;
  /** What the record says was written; undefined when there is none. */
  readonly record?: OutputRecord & { readonly text: string };
  /** What is at each path that the record names or that is to be written; a path without an entry is free. */
  readonly found: ReadonlyMap<string, FoundFile | FoundObstacle>;
  /** Why the folder could not be read, if so. */
  readonly problems: readonly Problem[];
}

/**
 * Reads from the output folder what a write of these files depends on, and nothing else. Changes nothing.
 *
 * @param folder the output folder: absolute, or relative to the working directory; it need not exist
 * @param files what is to be written
 */
export function readOutputFolder(folder: string, files: readonly OutputFile[], disk: Disk = realDisk): OutputFolder {
  const found = new Map<string, FoundFile | FoundObstacle>();
  try {
    const root = onDisk('', () => findRoot(folder, disk));
    if (root === 'missing') return { name: folder, found, problems: [] };
    if (root !== 'folder') return { name: folder, found, problems: [notAFolder(folder)] };

    const look = cachedLook(folder, disk);
    const recordFile = readPath(folder, recordName, disk, look);
    if (recordFile !== undefined) found.set(recordName, recordFile);
    const text =
      recordFile?.kind === 'file'
        ? onDisk(recordName, () => disk.read(join(folder, recordName)).toString('utf8'))
        : undefined;
    const record = text === undefined ? undefined : { ...parseRecord(text), text };

    const paths = new Set(files.map((file) => file.path).filter((path) => findPathFault(path) === undefined));
    for (const path of record?.files.keys() ?? []) paths.add(path);
    for (const path of paths) {
      const entry = readPath(folder, path, disk, look);
      if (entry !== undefined) found.set(path, entry);
    }
    return { name: folder, ...(record !== undefined && { record }), found, problems: [] };
  } catch (fault) {
    return { name: folder, found, problems: [faultProblem(fault, folder, 'Nothing was changed.')] };
  }
}

function readPath(
  folder: string,
  path: string,
  disk: Disk,
  look: (path: string) => DiskEntry | undefined,
): FoundFile | FoundObstacle | undefined {
  const obstacle = findObstacle(path, look);
  if (obstacle !== undefined) return obstacle;
  const entry = look(path);
  if (entry === undefined) return undefined;
  if (entry.kind === 'folder') return { kind: 'folder', at: path, holds: listAll(folder, path, disk) };
  if (entry.kind !== 'file') return { kind: entry.kind, at: path, holds: [] };
  const content = onDisk(path, () => disk.read(join(folder, path)));
  const hash = sha256(content);
  const plainSha256 = content.includes('\r\n') ? sha256WithPlainLines(content) : hash;
  return { kind: 'file', sha256: hash, plainSha256, stamp: entry.stamp, mode: entry.mode };
}

function listAll(folder: string, path: string, disk: Disk): readonly string[] {
  const names = onDisk(path, () => disk.names(join(folder, path)));
  if (names.length === 0) return [`${path}/`];
  return names.flatMap((name) => {
    const inside = `${path}/${name}`;
    const entry = onDisk(inside, () => disk.look(join(folder, inside)));
    return entry?.kind === 'folder' ? listAll(folder, inside, disk) : [inside];
  });
}
