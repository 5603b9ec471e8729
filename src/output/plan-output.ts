import type { Problem } from '../problems/problem';
import { checkPaths } from './check-paths';
import type { OutputFile } from './output-file';
import { byCodeUnit, foldersAbove, foldPath } from './output-path';
import { recordName } from './own-names';
import {
  describeChangedAndStale,
  describeForeign,
  describeObstacle,
  describeRecord,
  describeStale,
} from './plan-problems';
import type { FoundObstacle } from './obstacles';
import type { FoundFile, OutputFolder } from './read-output-folder';
import { printRecord } from './record';
import { sha256 } from './sha256';

/** A file to be written. */
export interface PlannedWrite extends OutputFile {
  /** SHA-256 of the text in UTF-8. */
  readonly sha256: string;
  /**
   * The file that will be replaced.
   * @default - none: the file is new
   */
  readonly replaces?: FoundFile;
}

/** A file to be deleted: one that was written earlier and is not made any more. */
export interface PlannedPrune {
  readonly path: string;
  /** What is there now. */
  readonly removes: FoundFile;
  /**
   * The write that cannot happen before the file is gone: one to the same name in another case, to a folder of its
   * name, or to a file with the name of its folder.
   * @default - none: it is deleted after everything was written
   */
  readonly makesRoomFor?: string;
}

/** All that a write will do, decided before the first byte is written. */
export interface Plan {
  /** Files to write, sorted by path. */
  readonly write: readonly PlannedWrite[];
  /** Files that are there already with the right content, sorted by path; they are not touched. */
  readonly keep: readonly OutputFile[];
  /** Files to delete, sorted by path. */
  readonly prune: readonly PlannedPrune[];
  /** The record to leave; empty when nothing is owned, and then there is none. */
  readonly record: { readonly text: string; readonly changed: boolean; readonly replaces?: FoundFile };
  /** With an `error` among them nothing is written. */
  readonly problems: readonly Problem[];
}

/** How to plan. */
export interface PlanOptions {
  /**
   * Whether files that were changed by hand or that somebody else made are overwritten, and a damaged record ignored.
   * @default false
   */
  readonly force?: boolean;
}

/**
 * Decides what to write, keep and delete. Touches no disk: the same plan serves to write, to compare and to show.
 *
 * @param files all files that the application makes, in any order
 * @param existing the output folder as `readOutputFolder` found it for these files
 */
export function planOutput(files: readonly OutputFile[], existing: OutputFolder, options: PlanOptions = {}): Plan {
  const force = options.force ?? false;
  const problems: Problem[] = [...existing.problems, ...checkPaths(files)];
  const wanted = new Map(
    [...files].sort((left, right) => byCodeUnit(left.path, right.path)).map((file) => [file.path, file]),
  );
  const owned = trustedRecord(wanted, existing, force, problems);
  const stale = [...owned.keys()].filter((path) => !wanted.has(path)).sort(byCodeUnit);

  const prune = stale.flatMap((path) => planPrune(path, owned, existing, force, problems));
  const rooms = findRooms(wanted, prune);
  const pruned = new Set(prune.map((file) => file.path));
  const write: PlannedWrite[] = [];
  const keep: OutputFile[] = [];
  const hashes = new Map<string, string>();
  for (const file of wanted.values()) {
    const hash = sha256(file.text);
    hashes.set(file.path, hash);
    const found = existing.found.get(file.path);
    if (found === undefined) {
      write.push({ ...file, sha256: hash });
    } else if (found.kind !== 'file') {
      if (!isCleared(found, pruned)) problems.push(describeObstacle(file.path, found, existing.name));
      write.push({ ...file, sha256: hash });
    } else if (isSame(found, file.text, hash) && !rooms.targets.has(file.path)) {
      keep.push(file);
    } else {
      const written = owned.get(file.path) ?? owned.get(rooms.variants.get(file.path) ?? '');
      if (!isOurs(found, written) && !force) problems.push(describeForeign(file.path, written, existing.name));
      write.push({ ...file, sha256: hash, replaces: found });
    }
  }
  return { write, keep, prune: prune.map((file) => rooms.add(file)), record: planRecord(hashes, existing), problems };
}

/** Whether carrying out the plan would change nothing. */
export function isNothingToDo(plan: Plan): boolean {
  return plan.write.length === 0 && plan.prune.length === 0 && !plan.record.changed;
}

function trustedRecord(
  wanted: ReadonlyMap<string, OutputFile>,
  existing: OutputFolder,
  force: boolean,
  problems: Problem[],
): ReadonlyMap<string, string> {
  const entry = existing.found.get(recordName);
  if (entry !== undefined && entry.kind !== 'file') problems.push(describeObstacle(recordName, entry, existing.name));
  if (existing.record?.fault === undefined) return existing.record?.files ?? new Map();
  problems.push(...(force ? describeStale(wanted, existing) : [describeRecord(existing.record.fault, existing.name)]));
  return new Map();
}

function planPrune(
  path: string,
  owned: ReadonlyMap<string, string>,
  existing: OutputFolder,
  force: boolean,
  problems: Problem[],
): readonly PlannedPrune[] {
  const found = existing.found.get(path);
  if (found?.kind === 'link') problems.push(describeObstacle(path, found, existing.name));
  // Gone, or replaced by something that was never ours: there is nothing left to delete.
  if (found?.kind !== 'file') return [];
  if (!isOurs(found, owned.get(path)) && !force) {
    problems.push(describeChangedAndStale(path, existing.name));
  }
  return [{ path, removes: found }];
}

/** Which deletions must come before which writes. */
function findRooms(
  wanted: ReadonlyMap<string, OutputFile>,
  prune: readonly PlannedPrune[],
): {
  readonly targets: ReadonlySet<string>;
  readonly variants: ReadonlyMap<string, string>;
  add(file: PlannedPrune): PlannedPrune;
} {
  // Only the few files that are deleted are compared by folded names, so that thousands that stay cost nothing.
  const rooms = new Map<string, string>();
  const variants = new Map<string, string>();
  if (prune.length > 0) {
    const names = new Map<string, string>();
    for (const path of wanted.keys()) {
      for (const name of [...foldersAbove(path), path]) names.set(foldPath(name), path);
    }
    const files = new Map([...wanted.keys()].map((path) => [foldPath(path), path]));
    for (const { path } of prune) {
      const folded = foldPath(path);
      const room = names.get(folded) ?? foldersAbove(folded).flatMap((folder) => files.get(folder) ?? [])[0];
      if (room !== undefined) rooms.set(path, room);
      const twin = files.get(folded);
      if (twin !== undefined) variants.set(twin, path);
    }
  }
  return {
    targets: new Set(variants.keys()),
    variants,
    add: (file) => (rooms.has(file.path) ? { ...file, makesRoomFor: rooms.get(file.path) } : file),
  };
}

function isSame(found: FoundFile, text: string, hash: string): boolean {
  return (
    found.sha256 === hash ||
    found.plainSha256 === (text.includes('\r\n') ? sha256(text.replaceAll('\r\n', '\n')) : hash)
  );
}

function isOurs(found: FoundFile, written: string | undefined): boolean {
  return found.sha256 === written || found.plainSha256 === written;
}

/** Whether what is in the way is deleted first, all of it. */
function isCleared(found: FoundObstacle, pruned: ReadonlySet<string>): boolean {
  if (found.kind === 'blocked') return pruned.has(found.at);
  return found.kind === 'folder' && found.holds.every((path) => pruned.has(path));
}

function planRecord(hashes: ReadonlyMap<string, string>, existing: OutputFolder): Plan['record'] {
  const text = printRecord(hashes);
  const before = existing.found.get(recordName);
  const changed =
    existing.record === undefined ? text !== '' : existing.record.text.replaceAll('\r\n', '\n') !== text || text === '';
  return { text, changed, ...(before?.kind === 'file' && { replaces: before }) };
}
