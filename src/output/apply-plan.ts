import { dirname, join, resolve } from 'node:path';
import type { Problem } from '../problems/problem';
import { hasErrors } from '../problems/problem';
import { undoIntent } from './clean-up';
import { commitJournal, flushFolders } from './commit';
import { realDisk } from './disk';
import type { Disk } from './disk';
import { printJournal } from './journal';
import { acquireLock, defaultPatience, releaseLock } from './lock';
import type { Intent, Lock } from './lock';
import { DiskFault, faultProblem, onDisk, outputProblem } from './output-problem';
import { folderOf, foldersAbove } from './output-path';
import { journalDraftName, journalName, recordDraftName, recordName, temporaryName } from './own-names';
import { isNothingToDo } from './plan-output';
import type { Plan, PlannedWrite } from './plan-output';
import { cachedLook, findObstacle, findRoot, notAFolder } from './obstacles';
import { sha256 } from './sha256';

/** How to write. */
export interface ApplyOptions {
  /**
   * How long to wait for another process that writes to the folder, in milliseconds.
   * @default 3000
   */
  readonly patience?: number;
  /**
   * The disk to write to.
   * @default - the disk of this machine
   */
  readonly disk?: Disk;
}

/** What came of a plan. */
export interface ApplyResult {
  /** Whether the folder is now as the plan wants it. */
  readonly done: boolean;
  /** Why it is not. */
  readonly problems: readonly Problem[];
  /** Whether the folder is not as it was when the plan was made: a new plan may succeed. */
  readonly outdated: boolean;
}

/** Content that waits to take its place. */
interface Waiting {
  readonly path: string;
  readonly temporary: string;
  readonly content: Buffer;
  readonly after: string;
  readonly replaces?: { readonly sha256: string; readonly mode: number };
}

/**
 * Carries out a plan, so that at any moment each file is old or new, and after an interruption `recoverOutput` makes
 * the set all old or all new. `docs/decisions/writing-dist.md` explains the steps.
 *
 * A plan with errors is not carried out: its problems are returned.
 *
 * @param folder the output folder that the plan was made for; it is made if missing
 */
export function applyPlan(folder: string, plan: Plan, options: ApplyOptions = {}): ApplyResult {
  if (hasErrors(plan.problems)) return { done: false, problems: plan.problems, outdated: false };
  if (isNothingToDo(plan)) return { done: true, problems: [], outdated: false };
  const disk = options.disk ?? realDisk;
  const root = resolve(folder);
  const made: string[] = [];
  try {
    if (onDisk('', () => findRoot(root, disk)) === 'other') return refuse(notAFolder(folder));
    onDisk('', () => makeRoot(root, made, disk));
    const waiting = placeContents(root, plan, disk);
    const intent: Intent = {
      temporaries: waiting.map((content) => content.temporary),
      folders: findFoldersToMake(root, waiting, disk),
    };
    const lock = acquireLock(root, intent, disk, options.patience ?? defaultPatience);
    if (!lock.held) return refuse(describeOtherWriter(folder, lock));
    if (!isCurrent(root, plan, lock, disk)) {
      releaseLock(root, lock.name, disk);
      return { done: false, problems: [describeChange(folder)], outdated: true };
    }
    return write(root, folder, plan, waiting, intent, lock.name, disk);
  } catch (fault) {
    for (const path of made.reverse()) disk.removeEmptyFolder(path);
    return refuse(faultProblem(fault, folder, 'Nothing was changed.'));
  }
}

/** The problem of a folder to which somebody else writes. */
export function describeOtherWriter(folder: string, lock: Lock & { readonly held: false }): Problem {
  const { process: processId, machine } = lock.owner;
  return outputProblem('PLM3009', {
    message: `Process ${processId} on ${machine.split(' ')[0]} is writing to the output folder \`${folder}\`. Nothing was changed.`,
    fix: `Wait until process ${processId} has ended, and run again. If it ended long ago, delete \`${lock.name}\` in \`${folder}\`.`,
  });
}

/** The problem of a folder that does not stay as it is. */
export function describeChange(folder: string): Problem {
  return outputProblem('PLM3016', {
    message: `The output folder \`${folder}\` changed between the plan and the write. Nothing was changed by this run.`,
  });
}

function refuse(problem: Problem): ApplyResult {
  return { done: false, problems: [problem], outdated: false };
}

function write(
  root: string,
  folder: string,
  plan: Plan,
  waiting: readonly Waiting[],
  intent: Intent,
  lock: string,
  disk: Disk,
): ApplyResult {
  const journal = makeJournal(plan, waiting);
  let isDecided = false;
  try {
    for (const path of intent.folders) onDisk(path, () => disk.makeFolder(join(root, path)));
    for (const content of waiting) {
      onDisk(content.path, () => disk.create(join(root, content.temporary), content.content, content.replaces?.mode));
    }
    for (const path of new Set(plan.prune.map((file) => folderOf(file.path)))) {
      onDisk(path, () => disk.expectWritable(join(root, path)));
    }
    // All are written before the first is flushed: the file system then flushes many at once.
    for (const content of waiting) onDisk(content.path, () => disk.flush(join(root, content.temporary)));
    flushFolders(
      root,
      new Set(['', ...waiting.map((content) => folderOf(content.temporary)), ...intent.folders]),
      disk,
    );
    onDisk('', () => {
      disk.create(join(root, journalDraftName), Buffer.from(printJournal(journal)));
      disk.flush(join(root, journalDraftName));
      disk.move(join(root, journalDraftName), join(root, journalName));
    });
    isDecided = true;
    onDisk('', () => disk.flushFolder(root));
    commitJournal(root, journal, disk);
    releaseLock(root, lock, disk);
    return { done: true, problems: [], outdated: false };
  } catch (fault) {
    withdraw(root, isDecided ? { temporaries: [], folders: [] } : intent, lock, disk);
    if (!isDecided) throw fault;
    return refuse(describeUnfinished(fault, folder));
  }
}

/** Undoes what can be undone after a fault. The lock goes last: as long as it is there, the next run tries again. */
function withdraw(root: string, intent: Intent, lock: string, disk: Disk): void {
  try {
    onDisk('', () => disk.remove(join(root, journalDraftName)));
    undoIntent(root, intent, disk);
    releaseLock(root, lock, disk);
  } catch (fault) {
    // The fault that led here is the one to report.
    if (!(fault instanceof DiskFault)) throw fault;
  }
}

/** The problem of a set that was decided and could not be carried out. */
export function describeUnfinished(fault: unknown, folder: string): Problem {
  const cause = faultProblem(
    fault,
    folder,
    'Some files are new and some are still old; the next run completes the write.',
  );
  return outputProblem('PLM3013', { message: cause.message, ...(cause.file !== undefined && { file: cause.file }) });
}

/** Makes the output folder and those above it, and says which it made, outermost first. */
function makeRoot(root: string, made: string[], disk: Disk): void {
  if (disk.look(root) !== undefined) return;
  if (dirname(root) !== root) makeRoot(dirname(root), made, disk);
  disk.makeFolder(root);
  made.push(root);
}

function placeContents(root: string, plan: Plan, disk: Disk): readonly Waiting[] {
  const look = cachedLook(root, disk);
  const place = (file: PlannedWrite, index: number): Waiting => {
    // Where a file is deleted to make room for a folder, the content waits beside that file.
    const blocked = findObstacle(file.path, look);
    const home = blocked === undefined ? folderOf(file.path) : folderOf(blocked.at);
    const temporary = home === '' ? temporaryName(index) : `${home}/${temporaryName(index)}`;
    return { path: file.path, temporary, content: Buffer.from(file.text), after: file.sha256, replaces: file.replaces };
  };
  const { changed, text, replaces } = plan.record;
  const record = {
    path: recordName,
    temporary: recordDraftName,
    content: Buffer.from(text),
    after: sha256(text),
    replaces,
  };
  return [...plan.write.map(place), ...(changed && text !== '' ? [record] : [])];
}

function findFoldersToMake(root: string, waiting: readonly Waiting[], disk: Disk): readonly string[] {
  const look = cachedLook(root, disk);
  const folders = new Set(waiting.flatMap((content) => foldersAbove(content.temporary)));
  return [...folders].filter((path) => look(path) === undefined);
}

function makeJournal(plan: Plan, waiting: readonly Waiting[]): Parameters<typeof printJournal>[0] {
  const temporaries = new Map(waiting.map((content) => [content.path, content.temporary]));
  const { changed, text, replaces } = plan.record;
  const record =
    changed && text === '' && replaces !== undefined ? [{ path: recordName, before: replaces.sha256 }] : [];
  return {
    writes: waiting.map(({ path, temporary, after, replaces: old }) => ({
      path,
      temporary,
      before: old?.sha256 ?? null,
      after,
    })),
    prunes: [
      ...plan.prune.map(({ path, removes, makesRoomFor }) => ({
        path,
        before: removes.sha256,
        ...(makesRoomFor !== undefined && { makesRoomFor: temporaries.get(makesRoomFor) }),
      })),
      ...record,
    ],
  };
}

/** Whether everything that will be replaced or deleted is as it was read, and no other writer left work to complete. */
function isCurrent(root: string, plan: Plan, lock: Lock & { readonly held: true }, disk: Disk): boolean {
  if (lock.dead.length > 0 || onDisk('', () => disk.look(join(root, journalName))) !== undefined) return false;
  const look = cachedLook(root, disk);
  const isUntouched = (path: string, stamp: string | undefined): boolean => {
    const entry = look(path);
    // Without a stamp the path was free, or something was in the way that is deleted first.
    return stamp === undefined ? entry === undefined || entry.kind === 'folder' : entry?.stamp === stamp;
  };
  return (
    plan.write.every((file) => isUntouched(file.path, file.replaces?.stamp)) &&
    plan.prune.every((file) => isUntouched(file.path, file.removes.stamp)) &&
    isUntouched(recordName, plan.record.replaces?.stamp)
  );
}
