/**
 * The names the writer keeps for itself. None ends in `.yaml`, `.yml` or `.json`, so whatever scans the folder for
 * manifests ignores them; those of a write in progress end in `~`, which editors and `.gitignore` files know as passing.
 */

/** Says which files were written and what was in them; stays in the folder and is committed. */
export const recordName = '.plimsoll';

/** Holds the decision to carry out a set of renames and deletions; exists only during a write. */
export const journalName = '.plimsoll-journal~';

/** The journal before it is complete. */
export const journalDraftName = '.plimsoll-journal-draft~';

/** The record before it takes its place. */
export const recordDraftName = '.plimsoll-record~';

/**
 * The name of a file before it takes its place.
 *
 * @param index number of the file in the write, from 0
 */
export function temporaryName(index: number): string {
  return `.plimsoll-${index}~`;
}

/**
 * The name of a writer's lock.
 *
 * @param processId number of the process that writes
 * @param attempt tells the lock from one that an earlier process of the same number left, from 0
 */
export function lockName(processId: number, attempt: number): string {
  return `.plimsoll-lock-${processId}-${attempt}~`;
}

/** Whether a name (without folder) is one that only a write in progress uses. */
export function isPassingName(name: string): boolean {
  return /^\.plimsoll-[a-z0-9-]+~$/.test(name);
}

/** Whether a name (without folder) is that of a lock. */
export function isLockName(name: string): boolean {
  return /^\.plimsoll-lock-\d+-\d+~$/.test(name);
}

/** Whether a name (without folder) is that of a file before it takes its place. */
export function isTemporaryName(name: string): boolean {
  return /^\.plimsoll-\d+~$/.test(name) || name === recordDraftName;
}
