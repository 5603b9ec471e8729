import { join } from 'node:path';
import type { Disk } from './disk';
import { systemCode } from './disk';
import { isTemporaryPath } from './journal';
import { findPathFault } from './output-path';
import { onDisk } from './output-problem';
import { isLockName, lockName } from './own-names';
import { hasEnded, thisProcess } from './process-identity';
import type { ProcessIdentity } from './process-identity';

/** What a writer is about to make, so that another can remove it should the writer die. */
export interface Intent {
  /** Files in which content waits, relative to the output folder. */
  readonly temporaries: readonly string[];
  /** Folders it makes, outermost first. */
  readonly folders: readonly string[];
}

/** The lock of a writer that has died. */
export interface DeadLock {
  readonly name: string;
  readonly intent: Intent;
}

/** What came of the attempt to lock the output folder. */
export type Lock =
  | {
      readonly held: true;
      /** Name of our lock in the output folder. */
      readonly name: string;
      /** Locks of writers that have died. */
      readonly dead: readonly DeadLock[];
    }
  | {
      readonly held: false;
      /** Name of the other's lock in the output folder. */
      readonly name: string;
      readonly owner: ProcessIdentity;
    };

/**
 * How long to wait for another writer, in milliseconds. It is counted in steps and not by a clock.
 * A thousand files take a few tenths of a second.
 */
export const defaultPatience = 3000;

/**
 * Makes this process the only writer of the output folder.
 *
 * Every writer first lays down a lock under a name of its own, then looks for others, and steps back when it finds one
 * whose owner lives: whoever looks last sees all, so at most one goes on. No writer removes the lock of another that
 * lives, which is what makes taking over the lock of a dead one safe.
 *
 * @param root the output folder; it exists
 * @param intent what will be made under the lock
 * @param patience how long to wait for another writer, in milliseconds
 * @throws DiskFault when the operating system refuses
 */
export function acquireLock(root: string, intent: Intent, disk: Disk, patience: number): Lock {
  const identity = thisProcess();
  // Two that step back from each other must not meet again at every step.
  const pause = 20 + (identity.process % 31);
  for (let waited = 0; ; waited += pause) {
    const lock = tryLock(root, { ...identity, ...intent }, disk);
    if (lock.held || waited >= patience) return lock;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
}

/** Lets other writers in. */
export function releaseLock(root: string, name: string, disk: Disk): void {
  onDisk('', () => disk.remove(join(root, name)));
}

function tryLock(root: string, content: ProcessIdentity & Intent, disk: Disk): Lock {
  const before = readLocks(root, disk);
  const other = before.find((lock) => !lock.ended);
  if (other !== undefined) return { held: false, name: other.name, owner: other.owner };
  const name = layDown(root, content, disk);
  const after = readLocks(root, disk).filter((lock) => lock.name !== name);
  const rival = after.find((lock) => !lock.ended);
  if (rival !== undefined) {
    releaseLock(root, name, disk);
    return { held: false, name: rival.name, owner: rival.owner };
  }
  return { held: true, name, dead: after };
}

function layDown(root: string, content: ProcessIdentity & Intent, disk: Disk): string {
  const taken = new Set(onDisk('', () => disk.names(root)));
  let attempt = 0;
  // An earlier process of the same number may have left its lock, which says what else there is to remove.
  while (taken.has(lockName(content.process, attempt))) attempt += 1;
  const name = lockName(content.process, attempt);
  onDisk('', () => {
    disk.create(join(root, name), Buffer.from(`${JSON.stringify(content)}\n`));
    try {
      // What the intent names must be found after a power failure too.
      disk.flush(join(root, name));
    } catch (error) {
      disk.remove(join(root, name));
      throw error;
    }
  });
  return name;
}

function readLocks(
  root: string,
  disk: Disk,
): readonly (DeadLock & { readonly owner: ProcessIdentity; readonly ended: boolean })[] {
  return onDisk('', () => disk.names(root))
    .filter(isLockName)
    .flatMap((name) => {
      const text = readIfThere(root, name, disk);
      if (text === undefined) return [];
      const { owner, intent } = parseLock(name, text);
      return [{ name, intent, owner, ended: hasEnded(owner) }];
    });
}

function readIfThere(root: string, name: string, disk: Disk): string | undefined {
  return onDisk('', () => {
    try {
      return disk.look(join(root, name))?.kind === 'file' ? disk.read(join(root, name)).toString('utf8') : undefined;
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  });
}

/** Takes from a lock what can be trusted: it may be half written, or come from a checkout. */
function parseLock(name: string, text: string): { readonly owner: ProcessIdentity; readonly intent: Intent } {
  const data = parseObject(text);
  const own = thisProcess();
  const number = Number(/^\.plimsoll-lock-(\d+)-/.exec(name)?.[1]);
  const owner: ProcessIdentity = {
    process: number,
    thread: typeof data.thread === 'number' ? data.thread : own.thread,
    machine: typeof data.machine === 'string' ? data.machine : own.machine,
    started: typeof data.started === 'string' ? data.started : null,
  };
  const temporaries = Array.isArray(data.temporaries) ? data.temporaries.filter(isTemporaryPath) : [];
  const folders = Array.isArray(data.folders) ? data.folders.filter(isFolderPath) : [];
  return { owner, intent: { temporaries, folders } };
}

function isFolderPath(path: unknown): path is string {
  return typeof path === 'string' && findPathFault(path) === undefined;
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
