import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { KubernetesObject } from '../manifest/manifest';
import { identityOf } from '../manifest/manifest';
import { parseRecord } from '../output/record';
import { recordName } from '../output/own-names';
import type { OutputFile } from '../output/output-file';
import { findPathFault } from '../output/output-path';
import type { ObjectIdentity } from '../problems/problem';
import { dataOfText } from './data-of-text';
import { readHead } from './document-head';
import { identityKey } from './identity-key';

import { splitDocuments } from './split-documents';

/** An object that is there now. */
export interface FormerObject {
  readonly identity: ObjectIdentity;
  /** The file it is in, relative to its folder. */
  readonly path: string;
  readonly text: string;
  readonly object: () => KubernetesObject | undefined;
}

/** What is there now. */
export class FormerObjects {
  private readonly byIdentity = new Map<string, (FormerObject & { readonly isUnchanged: boolean })[]>();
  private readonly unchangedFiles = new Set<string>();

  /** Notes a file whose objects all stay as they are. */
  keep(path: string): void {
    this.unchangedFiles.add(path);
  }

  /** Adds the objects of a file; documents whose text is in `unchanged` stay as they are. */
  add(path: string, text: string, unchanged: ReadonlySet<string>): void {
    for (const document of splitDocuments(text)) {
      const object = (): KubernetesObject | undefined => dataOfText(document.text);
      const identity = readHead(document.text) ?? identityOf(object());
      if (identity.kind === '' || identity.name === '') continue;
      const key = identityKey(identity);
      const former = { identity, path, text: document.text, object, isUnchanged: unchanged.has(document.text) };
      const others = this.byIdentity.get(key);
      if (others) others.push(former);
      else this.byIdentity.set(key, [former]);
    }
  }

  /**
   * What an object replaces, if it would change. One output may hold several clusters, and so several objects of one identity: then
   * only what is in the same file is compared.
   *
   * @param isOnly whether no other object that would be there shares the identity
   */
  find(identity: ObjectIdentity, path: string | undefined, isOnly: boolean): FormerObject | undefined {
    if (path !== undefined && this.unchangedFiles.has(path)) return undefined;
    const all = this.byIdentity.get(identityKey(identity)) ?? [];
    const found = all.find((it) => it.path === path) ?? (isOnly && all.length === 1 ? all[0] : undefined);
    return found?.isUnchanged ? undefined : found;
  }

  /** What is no longer there. */
  without(identities: readonly ObjectIdentity[]): readonly FormerObject[] {
    const kept = new Set(identities.map(identityKey));
    return [...this.byIdentity].filter(([key]) => !kept.has(key)).map(([, [former]]) => former);
  }
}

/** Tells which identities occur once. */
export function onlyOnes(identities: readonly ObjectIdentity[]): (identity: ObjectIdentity) => boolean {
  const counts = new Map<string, number>();
  for (const key of identities.map(identityKey)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return (identity) => counts.get(identityKey(identity)) === 1;
}

/**
 * Reads the objects that would change or go: what stays as it is is not parsed.
 *
 * @param former the output folder, an absolute path, which need not exist; or what was in it, by path in the folder
 * @param files what would be written
 */
export function readFormerObjects(former: string | readonly OutputFile[], files: readonly OutputFile[]): FormerObjects {
  const objects = new FormerObjects();
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const read = typeof former === 'string' ? folderReader(former) : listReader(former);
  const recorded =
    recordedPaths(read(recordName)) ?? (typeof former === 'string' ? [] : former.map(({ path }) => path));
  for (const path of new Set([...texts.keys(), ...recorded])) {
    if (!/\.(?:ya?ml|json)$/.test(path)) continue;
    const [before, after] = [read(path), texts.get(path)];
    if (before === undefined) continue;
    if (before === after) objects.keep(path);
    else objects.add(path, before, new Set(splitDocuments(after ?? '').map((document) => document.text)));
  }
  return objects;
}

const largestFile = 64 * 1024 * 1024;

/** What was written, as the record of it says; undefined where there is none. */
function recordedPaths(record: string | undefined): readonly string[] | undefined {
  return record === undefined
    ? undefined
    : [...parseRecord(record).files.keys()].filter((path) => !findPathFault(path));
}

/** Gives the text of a file by its path; undefined for one that is not there. */
type TextReader = (path: string) => string | undefined;

function listReader(files: readonly OutputFile[]): TextReader {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return (path) => texts.get(path)?.replaceAll('\r\n', '\n');
}

/** Nothing that cannot be read is anything to compare with: whether it may be overwritten is for the writer to say. */
function folderReader(folder: string): TextReader {
  return (path) => {
    const file = join(folder, path);
    try {
      const { size } = statSync(file);
      return size > largestFile ? undefined : readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
    } catch {
      return undefined;
    }
  };
}
