import type * as Yaml from 'yaml';
import type { FieldStep } from '../problems/field-path';
import { LineIndex } from './line-index';
import { parseDocument } from './parse-document';

/** What stands at a line of a document. */
export interface LineField {
  /** The steps to the innermost field that begins there, or whose text goes on there. */
  readonly path: readonly FieldStep[];
  /** Which line of a text that is written as a block of lines, counted from 0. @default - it is not in one */
  readonly textLine?: number;
}

/**
 * The fields of a document by line, the first at 0. Blank lines and comments have none.
 *
 * @returns undefined when the document cannot be read
 */
export function fieldsByLine(text: string): readonly (LineField | undefined)[] | undefined {
  const parsed = parseDocument(text);
  if (parsed.kind === 'fault') return undefined;
  const starts = new LineIndex(text);
  const fields: (LineField | undefined)[] = [];
  /** Lines of texts: in them, nothing is a comment, and a blank line is a line. */
  const inText = new Set<number>();
  const visit = (node: unknown, path: readonly FieldStep[]): void => {
    if (isText(node)) return markText(node, path);
    if (!hasItems(node)) return;
    node.items.forEach((item, index) => {
      const isPair = typeof item === 'object' && item !== null && 'key' in item;
      const pair = item as Yaml.Pair<Yaml.Scalar, Yaml.Node>;
      const start = (isPair ? pair.key : (item as Yaml.Node | null))?.range?.[0];
      if (start === undefined) return;
      const inside = [...path, isPair ? String(pair.key.value) : index];
      fields[starts.positionOf(start).line - 1] = { path: inside };
      visit(isPair ? pair.value : item, inside);
    });
  };
  const markText = (node: Yaml.Scalar, path: readonly FieldStep[]): void => {
    const [begin, end] = node.range!;
    const first = starts.positionOf(begin).line;
    const last = starts.positionOf(Math.max(begin, end - 1)).line;
    for (let line = first + 1; line <= last; line += 1) {
      inText.add(line - 1);
      fields[line - 1] = { path, ...(node.type === 'BLOCK_LITERAL' && { textLine: line - first - 1 }) };
    }
  };
  visit(parsed.document.contents, []);

  const lines = text.split(/\r?\n/);
  let before: LineField = { path: [] };
  return lines.map((line, index) => {
    if (!inText.has(index) && /^\s*(?:#.*)?$/.test(line)) return undefined;
    return (before = fields[index] ?? before);
  });
}

/** Whether a node is a text, which may go on for more lines than one. */
function isText(node: unknown): node is Yaml.Scalar {
  return typeof node === 'object' && node !== null && 'source' in node && 'range' in node && Array.isArray(node.range);
}

function hasItems(node: unknown): node is { readonly items: readonly unknown[] } {
  return typeof node === 'object' && node !== null && 'items' in node;
}
