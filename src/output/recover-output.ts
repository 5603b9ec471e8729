import { join, resolve } from 'node:path';
import type { Problem } from '../problems/problem';
import { hasErrors } from '../problems/problem';
import { describeOtherWriter, describeUnfinished } from './apply-plan';
import type { ApplyOptions } from './apply-plan';
import { undoIntent } from './clean-up';
import { commitJournal } from './commit';
import { realDisk } from './disk';
import type { Disk } from './disk';
import { parseJournal } from './journal';
import type { Journal, JournalPrune, JournalWrite } from './journal';
import { acquireLock, defaultPatience, releaseLock } from './lock';
import { DiskFault, faultProblem, onDisk, outputProblem } from './output-problem';
import { isPassingName, isTemporaryName, journalDraftName, journalName } from './own-names';
import type { PlanOptions } from './plan-output';
import { cachedLook, findObstacle, findRoot } from './obstacles';
import { sha256 } from './sha256';

/** What was done about an interrupted write. */
export interface Recovery {
  /** `nothing` was to be done; the set was `completed` because it had been decided, or `undone` because it had not. */
  readonly outcome: 'nothing' | 'completed' | 'undone';
  /** Why the folder cannot be used yet, or what else there is to say. */
  readonly problems: readonly Problem[];
}

/**
 * Completes or undoes a write that was interrupted; every command calls it before it reads the output folder. Without
 * an interrupted write it changes nothing, and needs no permission to write.
 *
 * @param folder the output folder; it need not exist
 */
export function recoverOutput(folder: string, options: PlanOptions & ApplyOptions = {}): Recovery {
  const disk = options.disk ?? realDisk;
  const root = resolve(folder);
  try {
    if (onDisk('', () => findRoot(root, disk)) !== 'folder') return { outcome: 'nothing', problems: [] };
    if (!onDisk('', () => disk.names(root)).some(isPassingName)) return { outcome: 'nothing', problems: [] };
    const lock = acquireLock(root, { temporaries: [], folders: [] }, disk, options.patience ?? defaultPatience);
    if (!lock.held) return { outcome: 'nothing', problems: [describeOtherWriter(folder, lock)] };
    try {
      const recovery = completeJournal(root, folder, options.force ?? false, disk);
      if (hasErrors(recovery.problems)) return recovery;
      // The locks go last: they say what else there is to remove.
      for (const dead of lock.dead) undoIntent(root, dead.intent, disk);
      const strays = removeStrays(root, disk);
      for (const dead of lock.dead) releaseLock(root, dead.name, disk);
      // The other writer may just have ended well.
      const isClean = recovery.outcome === 'undone' && lock.dead.length === 0 && strays === 0;
      return isClean ? { ...recovery, outcome: 'nothing' } : recovery;
    } finally {
      releaseLock(root, lock.name, disk);
    }
  } catch (fault) {
    return {
      outcome: 'nothing',
      problems: [faultProblem(fault, folder, 'An interrupted write is still to be completed.')],
    };
  }
}

function completeJournal(root: string, folder: string, force: boolean, disk: Disk): Recovery {
  const entry = onDisk('', () => disk.look(join(root, journalName)));
  // Only locks or contents are left: either the set was never decided, or it was completed and not yet cleaned up.
  if (entry === undefined) return { outcome: 'undone', problems: [] };
  const text = entry.kind === 'file' ? onDisk('', () => disk.read(join(root, journalName)).toString('utf8')) : '';
  const journal = parseJournal(text);
  if (journal === undefined || !isFollowable(root, journal, disk)) {
    if (!force) return { outcome: 'nothing', problems: [describeDamage(folder)] };
    onDisk('', () => disk.remove(join(root, journalName)));
    if (journal !== undefined) undoIntent(root, { temporaries: temporariesOf(journal), folders: [] }, disk);
    return { outcome: 'undone', problems: [] };
  }
  const writes = journal.writes.filter((file) => isStillWanted(root, file, journal, disk));
  const prunes = journal.prunes.filter((file) => isStillStale(root, file, disk));
  try {
    commitJournal(root, { writes, prunes }, disk);
  } catch (fault) {
    if (!(fault instanceof DiskFault)) throw fault;
    return { outcome: 'nothing', problems: [describeUnfinished(fault, folder)] };
  }
  undoIntent(root, { temporaries: temporariesOf(journal), folders: [] }, disk);
  const left = journal.prunes.filter((file) => !prunes.includes(file));
  return { outcome: 'completed', problems: left.map((file) => describeLeft(file.path, folder)) };
}

/** Whether all content that still waits is what was decided, so that the set can be completed as a whole. */
function isFollowable(root: string, journal: Journal, disk: Disk): boolean {
  const look = cachedLook(root, disk);
  return journal.writes.every(({ temporary, after }) => {
    if (findObstacle(temporary, look)?.kind === 'link') return false;
    const entry = look(temporary);
    if (entry === undefined) return true;
    return entry.kind === 'file' && sha256(onDisk(temporary, () => disk.read(join(root, temporary)))) === after;
  });
}

/**
 * Whether a file may be replaced: not when somebody changed it after the interruption. It then stays, and differs from
 * the record, so that the plan that follows names it.
 */
function isStillWanted(root: string, { path, before, after }: JournalWrite, journal: Journal, disk: Disk): boolean {
  const look = cachedLook(root, disk);
  const obstacle = findObstacle(path, look);
  if (obstacle !== undefined)
    return obstacle.kind === 'blocked' && journal.prunes.some((file) => file.path === obstacle.at);
  const entry = look(path);
  if (entry === undefined) return true;
  if (entry.kind === 'folder') return journal.prunes.some((file) => file.path.startsWith(`${path}/`));
  if (entry.kind !== 'file') return false;
  const hash = sha256(onDisk(path, () => disk.read(join(root, path))));
  return hash === before || hash === after;
}

function isStillStale(root: string, { path, before, makesRoomFor }: JournalPrune, disk: Disk): boolean {
  const look = cachedLook(root, disk);
  if (findObstacle(path, look)?.kind === 'link') return false;
  // Once the content it made room for is in place, the deletion was carried out; `commitJournal` sees that.
  if (makesRoomFor !== undefined && look(makesRoomFor) === undefined) return true;
  if (look(path)?.kind !== 'file') return true;
  return sha256(onDisk(path, () => disk.read(join(root, path)))) === before;
}

function removeStrays(root: string, disk: Disk): number {
  const names = onDisk('', () => disk.names(root)).filter((name) => isTemporaryName(name) || name === journalDraftName);
  for (const name of names) onDisk('', () => disk.remove(join(root, name)));
  return names.length;
}

function temporariesOf(journal: Journal): readonly string[] {
  return journal.writes.map((file) => file.temporary);
}

function describeDamage(folder: string): Problem {
  return outputProblem('PLM3014', {
    message:
      `A write to \`${folder}\` was interrupted, and \`${journalName}\`, which says how to complete it, ` +
      'is damaged or was written by another version of Plimsoll. Nothing was changed.',
    file: journalName,
  });
}

function describeLeft(path: string, folder: string): Problem {
  return outputProblem('PLM3015', {
    message: `\`${path}\` in \`${folder}\` is not made any more, and stays because it was changed after the write was interrupted.`,
    file: path,
  });
}
