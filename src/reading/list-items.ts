import type * as Yaml from 'yaml';
import { valueAt } from '../problems/field-path';
import { dataOf } from './parse-document';

/** An item of a List, as it was written, and where it starts in the text of the List. */
export interface ListItem {
  readonly text: string;
  readonly offset: number;
  /** Characters that were put in front of the text, so that its lines stay in line. */
  readonly padding: number;
}

/**
 * The items of a List, each as a document of its own: as it was written, so that numbers and duplicate keys stay what they are.
 *
 * @param document the parsed text
 * @returns undefined where it is no list, or cannot be taken apart
 */
export function listItems(text: string, document: Yaml.Document.Parsed): readonly ListItem[] | undefined {
  const fields = (document.contents as Yaml.YAMLMap<Yaml.Scalar>).items.map(({ key }) => String(key.value));
  // Readers differ in which of two they take.
  if (new Set(fields).size < fields.length) return undefined;
  const items = (document.get('items', true) as Yaml.YAMLSeq | undefined)?.items as Yaml.Node[] | undefined;
  if (!Array.isArray(items)) return undefined;
  // An item that refers to another one means nothing without it.
  return hasAlias(text) ? itemsAsJson(document, items) : items.map((item) => itemAsWritten(text, item));
}

function itemAsWritten(text: string, node: Yaml.Node): ListItem {
  const [start, end] = node.range ?? [0, 0];
  // Only the lines of a block have to stay in line. Of what is in brackets, all items may stand in one.
  const isBlock = 'items' in node && !('flow' in node && node.flow === true);
  const padding = isBlock ? start - (text.lastIndexOf('\n', start - 1) + 1) : 0;
  return { text: ' '.repeat(padding) + text.slice(start, end), offset: start, padding };
}

function itemsAsJson(document: Yaml.Document.Parsed, items: readonly Yaml.Node[]): readonly ListItem[] | undefined {
  const read = dataOf(document);
  if (!('data' in read)) return undefined;
  try {
    return items.map(({ range }, index) => {
      const text = JSON.stringify(valueAt(read.data, ['items', index])) ?? 'null';
      return { text, offset: range?.[0] ?? 0, padding: 0 };
    });
  } catch {
    // An item that holds itself: the server's own parser says so.
    return undefined;
  }
}

function hasAlias(text: string): boolean {
  return /(?:^|[\s,[{:-])\*[^\s,\]}]/m.test(text);
}
