import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Problem } from '../../problems/problem';
import { decodeText, largestFile } from '../../reading/decode-text';
import { findFiles } from '../../reading/find-files';
import type { Skipped, SourceFile } from '../../reading/read-objects';
import { tellFileApart } from '../../reading/tell-apart';
import { readRevision } from '../git';
import { problem } from '../problem';

/** The name of the standard input in problems. */
export const standardInput = '<stdin>';

/** Files as text, those that are told apart by their name, and what is wrong. */
export interface Inputs {
  readonly files: readonly SourceFile[];
  readonly skipped: readonly Skipped[];
  readonly problems: readonly Problem[];
}

/**
 * Reads everything that the user named.
 *
 * @param folder the working directory, an absolute path: files inside it are named relative to it
 */
export function readInputs(paths: readonly string[], folder: string): Inputs {
  const inputs = new InputReader(folder);
  if (paths.includes('-')) {
    inputs.take(standardInput, () => readFileSync(0));
  }
  const found = findFiles(
    paths.filter((path) => path !== '-'),
    folder,
  );
  for (const { name, reason } of found.missing) inputs.refuse(`\`${name}\` cannot be read: ${reason}.`);
  for (const file of found.files) {
    const shown = inputs.nameOf(file);
    const what = tellFileApart(shown, () => isInChart(file));
    if (what) inputs.skipped.push({ file: shown, what });
    else inputs.take(shown, () => readBytes(file));
  }
  return inputs;
}

/**
 * Reads what the files replace.
 *
 * @param against a folder, a file, a pattern or a Git revision
 */
export function readAgainst(against: string, paths: readonly string[], folder: string): Inputs {
  const inputs = new InputReader(folder);
  const isPath = existsSync(resolve(folder, against));
  const found = isPath ? findFiles([against], folder) : undefined;
  if (found) {
    for (const file of found.files) inputs.take(inputs.nameOf(file), () => readBytes(file));
    return inputs;
  }
  try {
    const named = paths.filter((path) => path !== '-').map((path) => resolve(folder, path));
    for (const { content, path } of readRevision(against, folder, named.length > 0 ? named : [folder])) {
      if (/\.(?:ya?ml|json)$/i.test(path)) inputs.take(inputs.nameOf(path), () => content);
    }
    return inputs;
  } catch (error) {
    const message = `\`--against ${against}\` is neither a path nor a revision that Git knows: ${(error as Error).message}.`;
    return { files: [], skipped: [], problems: [problem('PLM6006', { message })] };
  }
}

class InputReader implements Inputs {
  readonly files: SourceFile[] = [];
  readonly skipped: Skipped[] = [];
  readonly problems: Problem[] = [];

  constructor(private readonly folder: string) {}

  nameOf(file: string): string {
    const inside = relative(this.folder, file);
    return inside.startsWith('..') ? file : inside;
  }

  take(path: string, read: () => Uint8Array): void {
    let bytes: Uint8Array;
    try {
      bytes = read();
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      return this.refuse(`\`${path}\` cannot be read: ${code ?? message}.`);
    }
    const decoded = decodeText(bytes);
    if ('text' in decoded) this.files.push({ path, text: decoded.text });
    else this.problems.push(problem('PLM6002', { message: `\`${path}\` is not read: ${decoded.fault}.` }));
  }

  refuse(message: string): void {
    this.problems.push(problem('PLM6001', { message }));
  }
}

function readBytes(file: string): Uint8Array {
  const { size } = statSync(file);
  if (size > largestFile) throw new Error(`it has ${size} bytes, and at most ${largestFile} are read`);
  return readFileSync(file);
}

/** Whether a file is in the `templates` folder of a Helm chart. */
function isInChart(file: string): boolean {
  for (let folder = dirname(file); dirname(folder) !== folder; folder = dirname(folder)) {
    if (existsSync(join(folder, 'Chart.yaml'))) return true;
  }
  return false;
}
