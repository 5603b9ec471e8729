import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { recordName } from '../output/own-names';
import type { OutputFile } from '../output/output-file';
import { decodeText } from './decode-text';
import { hasNoCommit, readRevision } from './revision';

/** What was committed of an output folder. */
export interface CommittedOutput {
  /** The manifests, and the record of them if there is one, by path in the folder. */
  readonly files: readonly OutputFile[];
  /** Why Git did not say, as half a sentence. @default - it did */
  readonly fault?: string;
}

/**
 * What an output folder holds, or, where that is nothing, what was committed of it: `cdk8s synth` empties the folder before it
 * runs the app.
 *
 * @param folder an absolute path; it need not be there
 */
export function readFormerOutput(folder: string): {
  readonly replaces?: string | readonly OutputFile[];
  readonly fault?: string;
} {
  if (!isEmptyFolder(folder)) return { replaces: folder };
  const { fault, files } = readCommittedOutput(folder);
  return fault === undefined ? { replaces: files } : { fault };
}

/**
 * Reads an output folder as it was committed; it need not be there any more.
 *
 * @param folder the output folder, an absolute path
 * @param revision what Git takes for a commit; the last one of the branch that is checked out unless said otherwise
 */
export function readCommittedOutput(folder: string, revision = 'HEAD'): CommittedOutput {
  const home = closestFolder(folder);
  if (!isInRepository(home)) return { files: [], fault: noRepository };
  try {
    const files: OutputFile[] = [];
    for (const { content, path } of readRevision(revision, home, [folder], isOfInterest)) {
      const decoded = decodeText(content);
      if ('text' in decoded) files.push({ path: relative(folder, path).split(sep).join('/'), text: decoded.text });
    }
    return { files };
  } catch (error) {
    return revision === 'HEAD' && hasNoCommit(home)
      ? { files: [] }
      : { files: [], fault: (error as Error).message.split('\n')[0] };
  }
}

/** Why nothing is known of a folder that is in no repository. */
export const noRepository = 'there is no Git repository around it';

/** Whether a folder is not there, or holds nothing. */
function isEmptyFolder(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

function isOfInterest(path: string): boolean {
  return /(?:\.ya?ml|\.json)$/.test(path) || path.endsWith(`${sep}${recordName}`);
}

function closestFolder(folder: string): string {
  let closest = folder;
  while (!statSync(closest, { throwIfNoEntry: false })?.isDirectory()) closest = dirname(closest);
  return closest;
}

/** Asked before Git is: starting a program takes longer than most apps, and most tests of apps run in no repository. */
function isInRepository(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true;
    if (at === dirname(at)) return false;
  }
}
