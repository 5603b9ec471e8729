import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import type { Problem } from '../../problems/problem';
import { noRepository, readFormerOutput } from '../../reading/committed-output';
import { readRevision } from '../../reading/revision';
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
 * @param against what the user named: a folder, a Git revision or `none`; if undefined the output folder as it is now, and where
 * that holds nothing, as it was committed last
 * @param output the output folder, an absolute path
 * @param folder the working directory
 */
export function findFormerOutput(against: string | undefined, output: string, folder: string): FormerOutput {
  const found = (former?: string): FormerOutput => ({
    ...(former !== undefined && { folder: former }),
    problems: [],
    remove: () => undefined,
  });
  if (against === undefined) {
    const { fault, replaces } = readFormerOutput(output);
    if (typeof replaces === 'string') return found(replaces);
    if (replaces) return replaces.length > 0 ? copyOf(replaces) : found();
    // Nobody has emptied it, so that there was nothing in it to begin with.
    return fault === noRepository
      ? found()
      : { ...found(), problems: [describeUnknown(output, folder, String(fault))] };
  }
  if (against === 'none') return found();
  if (statSync(resolve(folder, against), { throwIfNoEntry: false })?.isDirectory())
    return found(resolve(folder, against));
  try {
    const files = readRevision(against, folder, [output]);
    return copyOf(files.map(({ content, path }) => ({ path: relative(output, path), text: content })));
  } catch (error) {
    const message = `\`--against ${against}\` is neither a folder nor a revision that Git knows: ${(error as Error).message}.`;
    return { ...found(), problems: [problem('PLM6006', { message })] };
  }
}

/** Puts files into a folder, where an app in another process finds them too. */
function copyOf(files: readonly { readonly path: string; readonly text: string | Uint8Array }[]): FormerOutput {
  const copy = mkdtempSync(join(tmpdir(), 'plimsoll-against-'));
  for (const { path, text } of files) {
    const target = join(copy, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return { folder: copy, problems: [], remove: () => rmSync(copy, { recursive: true, force: true }) };
}

function describeUnknown(output: string, folder: string, fault: string): Problem {
  const name = relative(folder, output) || '.';
  return problem('PLM5010', {
    message: `Updates were not judged: ${name} is empty, and what was committed of it cannot be read: ${fault}.`,
  });
}
