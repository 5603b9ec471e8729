import { readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { ComparedObject } from '../../changes/compared-object';
import { keyOfObject } from '../../changes/compared-object';
import { constructMetadataFile } from '../../layout/construct-metadata';
import type { Manifest, Origin } from '../../manifest/manifest';
import { recordName } from '../../output/own-names';
import { parseRecord } from '../../output/record';
import type { Problem } from '../../problems/problem';
import { decodeText, largestFile } from '../../reading/decode-text';
import { findFiles } from '../../reading/find-files';
import { readObjects } from '../../reading/read-objects';
import type { SourceFile } from '../../reading/read-objects';
import { tellFileApart } from '../../reading/tell-apart';
import type { SkippedDocument } from '../../report/changes-report';
import { readRevision } from '../../reading/revision';
import { problem } from '../problem';
import { describeRevisionFault } from './describe-revision-fault';

/** One of the two sets of objects that are compared. */
export interface Side {
  /** What it is called in reports: `dist`, `main:dist`. */
  readonly name: string;
  readonly objects: readonly ComparedObject[];
  readonly skipped: readonly SkippedDocument[];
  /** Whatever keeps it from being compared; it is an error, each of them. */
  readonly problems: readonly Problem[];
}

/** An object of an app, and where it comes from. */
export type MadeObject = Pick<Manifest, 'identity' | 'origin'>;

/**
 * The objects of files that an app would write.
 *
 * @param made what is known of where they come from
 */
export function sideOfApp(name: string, files: readonly SourceFile[], made: readonly MadeObject[]): Side {
  const reader = new SideReader('', new Map(made.map(({ identity, origin }) => [keyOfObject(identity), origin])));
  for (const file of files) reader.take(file.path, file.text);
  return { ...reader.read(), name };
}

/**
 * The objects of a folder, or of one file.
 *
 * @param path as the user named it
 * @param isOutput whether it is what `synth` writes to: then files of others in it stay, and are not compared
 */
export function sideOfPath(path: string, folder: string, isOutput: boolean): Side {
  const home = resolve(folder, path);
  const status = statSync(home, { throwIfNoEntry: false });
  if (!status && isOutput) return { name: `${path} (not there)`, objects: [], skipped: [], problems: [] };
  const reader = new SideReader(path);
  if (!status) reader.refuse(`\`${path}\` is neither a file nor a folder.`);
  const own = isOutput ? readRecord(() => readFileSync(join(home, recordName), 'utf8')) : undefined;
  for (const file of status ? findFiles([home], folder).files : []) {
    const place = status?.isDirectory() ? portable(relative(home, file)) : path;
    reader.takeBytes(place, own, () => {
      const { size } = statSync(file);
      if (size > largestFile) throw new Error(`it has ${size} bytes, and at most ${largestFile} are read`);
      return readFileSync(file);
    });
  }
  return { ...reader.read(), name: path };
}

/**
 * The objects of the output folder as it is in a Git revision.
 *
 * @param output the output folder, as the user named it
 */
export function sideOfRevision(revision: string, output: string, folder: string): Side {
  const home = resolve(folder, output);
  const name = `${revision}:${output}`;
  const reader = new SideReader(name);
  try {
    const files = readRevision(revision, folder, [home]);
    const record = files.find(({ path }) => path === join(home, recordName));
    const own = record && readRecord(() => record.content.toString('utf8'));
    for (const { content, path } of files) {
      const place = portable(relative(home, path));
      if (/\.(?:ya?ml|json)$/i.test(place)) reader.takeBytes(place, own, () => content);
    }
    return { ...reader.read(), name: files.length === 0 ? `${name} (not there)` : name };
  } catch (error) {
    return { name, objects: [], skipped: [], problems: [describeRevisionFault(revision, folder, error as Error)] };
  }
}

class SideReader {
  private readonly objects: ComparedObject[] = [];
  private readonly skipped: SkippedDocument[] = [];
  private readonly problems: Problem[] = [];

  /** @param side names files of it in problems */
  constructor(
    private readonly side: string,
    private readonly origins: ReadonlyMap<string, Origin> = new Map(),
  ) {}

  read(): Omit<Side, 'name'> {
    return { objects: this.objects, skipped: this.skipped, problems: this.problems };
  }

  refuse(message: string): void {
    this.problems.push(problem('PLM6001', { message }));
  }

  /** @param own the files that `synth` has written; undefined where that is not known */
  takeBytes(path: string, own: ReadonlySet<string> | undefined, read: () => Uint8Array): void {
    if (own && !own.has(path)) {
      if (path !== constructMetadataFile)
        this.skipped.push({ file: this.nameOf(path), what: 'not made by Plimsoll, stays as it is' });
      return;
    }
    try {
      const decoded = decodeText(read());
      if ('text' in decoded) return this.take(path, decoded.text.replaceAll('\r\n', '\n'));
      this.problems.push(problem('PLM6002', { message: `\`${this.nameOf(path)}\` is not read: ${decoded.fault}.` }));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      this.refuse(`\`${this.nameOf(path)}\` cannot be read: ${code ?? message}.`);
    }
  }

  take(path: string, text: string): void {
    if (path === constructMetadataFile || !/\.(?:ya?ml|json)$/i.test(path)) return;
    const shown = this.nameOf(path);
    const conflict = /^<{7} .*$/m.exec(text);
    if (conflict && /^>{7} /m.test(text)) {
      const line = text.slice(0, conflict.index).split('\n').length;
      const message = `\`${shown}\` has marks of a merge that is not resolved.`;
      const fix = 'Resolve the conflict, or write the file anew with `plimsoll synth --force`.';
      this.problems.push(problem('PLM6003', { message, fix, source: { file: shown, line, column: 1 } }));
      return;
    }
    const what = tellFileApart(path, () => false);
    if (what) {
      this.skipped.push({ file: shown, what });
      return;
    }
    const content = readObjects({ path: shown, text });
    this.problems.push(...content.problems.map((it) => ({ ...it, severity: 'error' as const })));
    this.skipped.push(...content.skipped.filter((it) => it.what !== 'empty'));
    for (const { identity, object, text: written } of content.objects) {
      const origin = this.origins.get(keyOfObject(identity));
      this.objects.push({
        identity,
        object,
        text: written,
        file: path,
        ...(origin && { origin }),
      });
    }
  }

  private nameOf(path: string): string {
    return this.side === '' || this.side === path ? path : `${this.side.replace(/\/$/, '')}/${path}`;
  }
}

/** The files that `synth` wrote; undefined where there is no record of them, and then all of them count. */
function readRecord(read: () => string): ReadonlySet<string> | undefined {
  try {
    return new Set(parseRecord(read()).files.keys());
  } catch {
    return undefined;
  }
}

function portable(path: string): string {
  return path.split(sep).join('/');
}
