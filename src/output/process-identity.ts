import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { threadId } from 'node:worker_threads';

/** Which process wrote a lock, in words that another process can check. */
export interface ProcessIdentity {
  /** Number of the process. */
  readonly process: number;
  /** Number of the thread in it; 0 for the main thread. */
  readonly thread: number;
  /** The machine, and the part of it in which process numbers are counted (a container has its own). */
  readonly machine: string;
  /** When the process started, where the system tells; tells it from a later one of the same number. */
  readonly started: string | null;
}

/** This process. */
export function thisProcess(): ProcessIdentity {
  return { process: process.pid, thread: threadId, machine: describeMachine(), started: readStart(process.pid) };
}

/**
 * Whether a process has ended for certain. A process on another machine cannot be asked, so it counts as running.
 */
export function hasEnded(other: ProcessIdentity): boolean {
  if (other.machine !== describeMachine()) return false;
  // A thread that is in the middle of a write has no time to ask: the lock is left over from an earlier one.
  if (other.process === process.pid && other.thread === threadId) return true;
  try {
    // Signal 0 is not sent; it only asks.
    process.kill(other.process, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
  const started = readStart(other.process);
  return other.started !== null && started !== null && started !== other.started;
}

function describeMachine(): string {
  let space = '';
  try {
    space = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Only Linux tells, and only Linux has more than one.
  }
  return `${hostname()} ${space}`.trim();
}

/** Ticks from boot to start as Linux gives them; `ended` for a process that only waits to be forgotten. */
function readStart(processId: number): string | null {
  try {
    // The name of the program comes before the last `)` and may hold anything.
    const [state, ...numbers] = readFileSync(`/proc/${processId}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
    return state === 'Z' || state === 'X' ? 'ended' : (numbers[18] ?? null);
  } catch {
    return null;
  }
}
