import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import type { Problem } from '../../problems/problem';
import { readRevision } from '../git';
import { problem } from '../problem';

/** What an app's objects replace. */
export interface FormerOutput {
  /** A folder, an absolute path. @default - nothing */
  readonly folder?: string;
  readonly problems: readonly Problem[];
  /** Removes what was put together for it. */
  remove(): void;
}

/**
 * Finds the manifests that an app's objects replace.
 *
 * @param against what the user named: a folder, a Git revision or `none`; the output folder as it is now if undefined
 * @param output the output folder, an absolute path
 * @param folder the working directory
 */
export function findFormerOutput(against: string | undefined, output: string, folder: string): FormerOutput {
  const found = (former?: string): FormerOutput => ({
    ...(former !== undefined && { folder: former }),
    problems: [],
    remove: () => undefined,
  });
  if (against === undefined) return found(output);
  if (against === 'none') return found();
  if (statSync(resolve(folder, against), { throwIfNoEntry: false })?.isDirectory())
    return found(resolve(folder, against));
  try {
    const files = readRevision(against, folder, [output]);
    const copy = mkdtempSync(join(tmpdir(), 'plimsoll-against-'));
    for (const { content, path } of files) {
      const target = join(copy, relative(output, path));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
    return { folder: copy, problems: [], remove: () => rmSync(copy, { recursive: true, force: true }) };
  } catch (error) {
    const message = `\`--against ${against}\` is neither a folder nor a revision that Git knows: ${(error as Error).message}.`;
    return { ...found(), problems: [problem('PLM6006', { message })] };
  }
}
