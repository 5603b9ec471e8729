import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { OutsideObject } from '../../checks/outside-objects';
import type { Problem } from '../../problems/problem';
import { decodeText } from '../../reading/decode-text';
import { findFiles } from '../../reading/find-files';
import { readBytes } from '../../reading/read-bytes';
import type { Skipped, SourceFile } from '../../reading/read-objects';
import { tellFileApart } from '../../reading/tell-apart';
import { readRevision } from '../../reading/revision';
import { describeRevisionFault } from '../diff/describe-revision-fault';
import { problem } from '../problem';
import { readKustomizations } from './kustomizations';

/** The name of the standard input in problems. */
export const standardInput = '<stdin>';

/** Files as text, those that are told apart by their name, and what is wrong. */
export interface Inputs {
  readonly files: readonly SourceFile[];
  readonly skipped: readonly Skipped[];
  readonly problems: readonly Problem[];
  /** Objects that kustomizations generate. */
  readonly generated: readonly OutsideObject[];
}

/**
 * Reads everything that the user named.
 *
 * @param folder the working directory, an absolute path: files inside it are named relative to it
 */
export function readInputs(paths: readonly string[], folder: string): Inputs {
  const inputs = new InputReader(folder);
  if (paths.includes('-')) {
    inputs.take(standardInput, () => readBytes(0));
  }
  const found = findFiles(
    paths.filter((path) => path !== '-'),
    folder,
  );
  for (const { name, reason } of found.missing) inputs.refuse(`\`${name}\` cannot be read: ${reason}.`);
  const told = found.files.map((file) => ({ file, what: tellFileApart(inputs.nameOf(file), () => isInChart(file)) }));
  const { generated, parts } = readKustomizations(textsOf(told.filter(({ what }) => what === 'kustomization')));
  for (const { file, what } of told) {
    const shown = inputs.nameOf(file);
    if (what) inputs.skipped.push({ file: shown, what });
    else if (parts.has(file)) inputs.skipped.push({ file: shown, what: 'part of a kustomization' });
    else inputs.take(shown, () => readBytes(file));
  }
  inputs.generated.push(...generated);
  return inputs;
}

/** The text of files; what cannot be read says nothing. */
function textsOf(told: readonly { readonly file: string }[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { file } of told) {
    try {
      const decoded = decodeText(readBytes(file));
      if ('text' in decoded) texts.set(file, decoded.text);
    } catch {
      continue;
    }
  }
  return texts;
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
    return {
      files: [],
      skipped: [],
      generated: [],
      problems: [describeRevisionFault(against, folder, error as Error, 'path')],
    };
  }
}

class InputReader implements Inputs {
  readonly files: SourceFile[] = [];
  readonly skipped: Skipped[] = [];
  readonly problems: Problem[] = [];
  readonly generated: OutsideObject[] = [];

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

/** Whether a file is in the `templates` folder of a Helm chart. */
function isInChart(file: string): boolean {
  for (let folder = dirname(file); dirname(folder) !== folder; folder = dirname(folder)) {
    if (existsSync(join(folder, 'Chart.yaml'))) return true;
  }
  return false;
}
