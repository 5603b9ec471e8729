import type * as Yaml from 'yaml';
import type { FieldStep } from '../problems/field-path';
import { LineIndex } from './line-index';
import { parseDocument } from './parse-document';

/**
 * The field that stands at a line of a document: the innermost of those that begin there, or the one whose text goes on there.
 *
 * @param line counted from 1, in the document
 * @returns the steps to it, none for the whole document; undefined when the document cannot be read
 */
export function fieldAtLine(text: string, line: number): readonly FieldStep[] | undefined {
  const parsed = parseDocument(text);
  if (parsed.kind === 'fault') return undefined;
  const lines = new LineIndex(text);
  const lineOf = (offset: number): number => lines.positionOf(offset).line;
  const path: FieldStep[] = [];
  let node: unknown = parsed.document.contents;
  for (let next = lastBefore(node, line, lineOf); next; next = lastBefore(node, line, lineOf)) {
    path.push(next.step);
    node = next.value;
  }
  return path;
}

/**
 * Which line of a text of several lines stands at a line of a document.
 *
 * @param line counted from 1, in the document
 * @returns counted from 0; undefined where the text is not written as a block of lines, or does not begin above
 */
export function lineOfBlock(text: string, line: number): number | undefined {
  const lines = text.split('\n');
  const indentOf = (of: string): number => of.length - of.trimStart().length;
  for (let start = line - 2; start >= 0; start -= 1) {
    const opening = lines[start]!;
    if (!/[:-]\s*[|>][-+0-9]*\s*$/.test(opening)) continue;
    const block = lines.slice(start + 1, line);
    const isInside = block.every((inside) => inside.trim() === '' || indentOf(inside) > indentOf(opening));
    return isInside ? line - start - 2 : undefined;
  }
  return undefined;
}

/** The last item of a map or list that begins at the line or before. */
function lastBefore(
  node: unknown,
  line: number,
  lineOf: (offset: number) => number,
): { readonly step: FieldStep; readonly value: unknown } | undefined {
  if (!hasItems(node)) return undefined;
  let found: { readonly step: FieldStep; readonly value: unknown } | undefined;
  node.items.forEach((item, index) => {
    const isPair = typeof item === 'object' && item !== null && 'key' in item;
    const pair = item as Yaml.Pair<Yaml.Scalar, Yaml.Node>;
    const start = (isPair ? pair.key : (item as Yaml.Node | null))?.range?.[0];
    if (start === undefined || lineOf(start) > line) return;
    found = isPair ? { step: String(pair.key.value), value: pair.value } : { step: index, value: item };
  });
  return found;
}

function hasItems(node: unknown): node is { readonly items: readonly unknown[] } {
  return typeof node === 'object' && node !== null && 'items' in node;
}
