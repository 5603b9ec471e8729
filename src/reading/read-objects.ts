import { once } from '../once';
import { identityOf } from '../manifest/manifest';
import type { KubernetesObject } from '../manifest/manifest';
import type { ObjectIdentity, Problem, SourcePosition } from '../problems/problem';
import { dataOfText } from './data-of-text';
import { readHead } from './document-head';
import { LineIndex } from './line-index';
import { listItems } from './list-items';
import { locateFault, locateField } from './locate-field';
import { dataOf, parseDocument } from './parse-document';
import { splitJson } from './split-json';
import { splitDocuments } from './split-documents';
import type { DocumentText } from './split-documents';
import { isTemplate, tellApart } from './tell-apart';
import type { NoObject } from './tell-apart';

/** A file as text. */
export interface SourceFile {
  /** The path by which it is named in problems. */
  readonly path: string;
  /** Its content. */
  readonly text: string;
}

/** An object of a file. */
export interface ReadObject {
  readonly identity: ObjectIdentity;
  /** As it was written. */
  readonly text: string;
  /** As data; undefined where it cannot be read. */
  readonly object: () => KubernetesObject | undefined;
  /** Where a field of it stands; `type` is the kind of error. */
  readonly locate: (field: string, type?: string) => { readonly source: SourcePosition };
}

/** A document that is no Kubernetes object, or a whole file of such. */
export interface Skipped {
  /** Path of the file. */
  readonly file: string;
  /** The line at which the document starts. @default - the whole file */
  readonly line?: number;
  /** What it is in place of an object. */
  readonly what: NoObject;
}

/** What is in a file. */
export interface FileContent {
  readonly objects: readonly ReadObject[];
  readonly skipped: readonly Skipped[];
  readonly problems: readonly Problem[];
}

/** Characters of one document that are read; the engine takes no more either. */
const largestDocument = 8 * 1024 * 1024;

/** Reads the objects of a YAML or JSON file. Most of them are not parsed: the engine does that, and the cache knows them by their text. */
export function readObjects(file: SourceFile): FileContent {
  const reader = new Reader(file);
  for (const document of splitDocuments(file.text)) reader.read(document);
  if (reader.isEmpty()) reader.skipped.push({ file: file.path, what: 'empty' });
  return reader;
}

/** The kinds of error that are about a key more than about its value. */
const aboutKeys: ReadonlySet<string> = new Set(['UnknownField', 'DuplicateField', 'Dropped']);

/** The kinds of error that are about the text itself, where they name no field. */
const unreadable: ReadonlySet<string> = new Set(['BadRequest', 'DuplicateField']);

class Reader implements FileContent {
  readonly objects: ReadObject[] = [];
  readonly skipped: Skipped[] = [];
  readonly problems: Problem[] = [];
  private readonly lines: LineIndex;

  constructor(private readonly file: SourceFile) {
    this.lines = new LineIndex(file.text);
  }

  isEmpty(): boolean {
    return this.objects.length + this.skipped.length + this.problems.length === 0;
  }

  /** @param isItem whether the text is an item of a List: there, a List is no more than an object that the server refuses */
  read({ offset, text }: DocumentText, isItem = false): void {
    if (text.length > largestDocument) {
      const message = `The document has ${text.length} characters; at most ${largestDocument} are read.`;
      this.problems.push({
        code: 'PLM6004',
        severity: 'error',
        message,
        source: this.positionOf(startOf(text) + offset),
      });
      return;
    }
    const values = splitJson(text);
    if (values.length > 1) {
      for (const value of values) this.read({ text: value.text, offset: offset + value.offset });
      return;
    }
    if (isTemplate(text)) return this.skip('Helm template', text, offset);
    const head = readHead(text);
    if (head && !head.kind.endsWith('List')) {
      const what = isItem ? undefined : tellApart(head);
      return what ? this.skip(what, text, offset) : this.add(head, text, offset);
    }
    this.parse(head, text, offset, isItem);
  }

  private parse(head: ObjectIdentity | undefined, text: string, offset: number, isItem: boolean): void {
    const parsed = parseDocument(text);
    const read = parsed.kind === 'fault' ? parsed : dataOf(parsed.document);
    if ('kind' in read) {
      // The server's own parser takes some things that ours does not; where it is clear what it is, it has the last word.
      if (head) return this.add(head, text, offset);
      const code = read.isLimit ? 'PLM6004' : 'PLM6003';
      this.problems.push({
        code,
        severity: 'error',
        message: read.reason,
        source: this.positionOf(offset + read.offset),
      });
      return;
    }
    const what = isItem ? undefined : tellApart(read.data);
    if (what !== undefined) return this.skip(what, text, offset);
    const identity = identityOf((read.data ?? {}) as KubernetesObject);
    const { items: listed } = (read.data ?? {}) as { readonly items?: unknown };
    const isList = !isItem && identity.kind.endsWith('List') && (Array.isArray(listed) || listed === null);
    if (isList && listed === null) return this.skip('empty', text, offset);
    const items = isList && parsed.kind === 'document' ? listItems(text, parsed.document) : undefined;
    if (!items) return this.add(identity, text, offset);
    if (items.length === 0) this.skip('empty', text, offset);
    for (const item of items) this.read({ text: item.text, offset: offset + item.offset - item.padding }, true);
  }

  private add(identity: ObjectIdentity, text: string, offset: number): void {
    this.objects.push({
      identity,
      text,
      object: once(() => dataOfText(text)),
      locate: (field, type = '') => {
        const isUnreadable = field === '' && unreadable.has(type);
        const place = isUnreadable ? locateFault(text) : locateField(text, field, aboutKeys.has(type));
        return { source: this.positionOf(offset + place) };
      },
    });
  }

  private skip(what: NoObject, text: string, offset: number): void {
    const { line } = this.lines.positionOf(offset + startOf(text));
    this.skipped.push({ file: this.file.path, ...(offset > 0 && { line }), what });
  }

  private positionOf(offset: number): SourcePosition {
    return { file: this.file.path, ...this.lines.positionOf(offset) };
  }
}

function startOf(text: string): number {
  return Math.max(0, text.search(/\S/));
}
