import { truncateSync } from 'node:fs';
import type { Disk } from '../../src/output/disk';
import { realDisk } from '../../src/output/disk';

/** Stands for the death of the process: nothing may be caught, and nothing can be done after it. */
export class Death extends Error {}

const changing = ['create', 'flush', 'flushFolder', 'makeFolder', 'removeEmptyFolder', 'move', 'remove'] as const;

/** A disk that counts the steps that change it. */
export interface CountingDisk extends Disk {
  readonly steps: readonly string[];
}

/** Nothing is flushed for real: what a flush is worth is simulated, and a test makes thousands of folders. */
export const quickDisk: Disk = { ...realDisk, flush: () => undefined, flushFolder: () => undefined };

function intercept(
  before: (step: number, name: string, args: readonly unknown[]) => void,
  after: (name: string, args: readonly unknown[]) => void = () => undefined,
): CountingDisk {
  const steps: string[] = [];
  const disk: Record<string, unknown> = { ...quickDisk, steps };
  for (const name of changing) {
    disk[name] = (...args: unknown[]) => {
      steps.push(name);
      before(steps.length, name, args);
      const result = (quickDisk[name] as (...args: unknown[]) => unknown)(...args);
      after(name, args);
      return result;
    };
  }
  return disk as unknown as CountingDisk;
}

/** The real disk, counted. */
export function countingDisk(): CountingDisk {
  return intercept(() => undefined);
}

/**
 * A disk on which the process dies just before a step, or in the middle of it when it writes a file.
 *
 * @param deadly number of the step, from 1
 * @param losing whether the power fails too: whatever was not flushed has lost its content
 */
export function dyingDisk(deadly: number, losing: boolean): CountingDisk {
  let isDead = false;
  const unflushed = new Set<string>();
  return intercept(
    (step, name, args) => {
      if (isDead) throw new Death();
      if (step !== deadly) return;
      isDead = true;
      const [path, content] = args as [string, Buffer];
      if (name === 'create') realDisk.create(path, content.subarray(0, content.length / 2));
      if (losing) for (const lost of unflushed) truncateSync(lost);
      throw new Death();
    },
    (name, args) => {
      const [path, other] = args as [string, string];
      if (name === 'create') unflushed.add(path);
      if (name === 'flush' || name === 'remove') unflushed.delete(path);
      if (name === 'move' && unflushed.delete(path)) unflushed.add(other);
    },
  );
}

/** A disk on which the operating system refuses one step. */
export function refusingDisk(refused: number, code: string): CountingDisk {
  return intercept((step, name) => {
    if (step === refused) throw Object.assign(new Error(`${code}: refused by the test`), { code, syscall: name });
  });
}
