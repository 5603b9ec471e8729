import { findPathFault, folderOf } from './output-path';
import { isTemporaryName, recordDraftName, recordName } from './own-names';

/** A rename that is decided. */
export interface JournalWrite {
  readonly path: string;
  /** Where the content waits, relative to the output folder. */
  readonly temporary: string;
  /** SHA-256 of what is replaced; null when the file is new. */
  readonly before: string | null;
  /** SHA-256 of the content. */
  readonly after: string;
}

/** A deletion that is decided. */
export interface JournalPrune {
  readonly path: string;
  /** SHA-256 of what is deleted. */
  readonly before: string;
  /** The content for which the file makes room: once that is in place, the deletion was carried out. */
  readonly makesRoomFor?: string;
}

/** A set of renames and deletions that is decided and can be carried out again after any interruption. */
export interface Journal {
  readonly writes: readonly JournalWrite[];
  readonly prunes: readonly JournalPrune[];
}

// Raise it when an older version would misread the rest; it then asks the user instead.
const version = 1;

/** Writes a journal as text. */
export function printJournal(journal: Journal): string {
  return `${JSON.stringify({ version, ...journal })}\n`;
}

/**
 * Reads a journal. It is no more trusted than any other file of a checkout: what it names must lie inside the output
 * folder, and contents must wait under names that only this writer uses.
 *
 * @returns undefined when it cannot be followed
 */
export function parseJournal(text: string): Journal | undefined {
  const data = parseJson(text);
  if (!isObject(data) || data.version !== version) return undefined;
  const { writes, prunes } = data;
  if (!Array.isArray(writes) || !writes.every(isWrite)) return undefined;
  if (!Array.isArray(prunes) || !prunes.every(isPrune)) return undefined;
  return { writes, prunes };
}

/** Whether a path is one under which content can wait: safe, and with a name that only this writer uses. */
export function isTemporaryPath(path: unknown): path is string {
  if (typeof path !== 'string') return false;
  const folder = folderOf(path);
  const name = folder === '' ? path : path.slice(folder.length + 1);
  return isTemporaryName(name) && (folder === '' || findPathFault(folder) === undefined);
}

function isWrite(value: unknown): value is JournalWrite {
  if (!isObject(value) || !isTemporaryPath(value.temporary) || !isHash(value.after)) return false;
  const isRecord = value.path === recordName && value.temporary === recordDraftName;
  return (isRecord || isOutputPath(value.path)) && (value.before === null || isHash(value.before));
}

function isPrune(value: unknown): value is JournalPrune {
  if (!isObject(value) || !isHash(value.before)) return false;
  const room = value.makesRoomFor;
  return (value.path === recordName || isOutputPath(value.path)) && (room === undefined || isTemporaryPath(room));
}

function isOutputPath(path: unknown): boolean {
  return typeof path === 'string' && findPathFault(path) === undefined;
}

function isHash(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
