import type * as Yaml from 'yaml';
import { parseFieldPath } from '../problems/field-path';
import { parseDocument } from './parse-document';
import type { Parsed } from './parse-document';

/**
 * Where a field stands in the text of a document, in UTF-16 units: its value if that is one scalar, else its key. Where there is
 * no such field, the closest one above it.
 *
 * @param atKey whether the key is meant, even of a scalar
 */
export function locateField(text: string, field: string, atKey: boolean): number {
  const parsed = parseOnce(text);
  if (parsed.kind === 'fault') return parsed.offset;
  let node: unknown = parsed.document.contents;
  let offset = startOf(node) ?? firstLetter(text);
  for (const step of parseFieldPath(field)) {
    const next = descend(resolve(node, parsed.document), step);
    if (!next) break;
    const isScalar = isNode(next.value) && 'value' in next.value && next.value.range !== undefined;
    const place =
      isScalar && !(atKey && next.key !== undefined) ? startOf(next.value) : (next.key ?? startOf(next.value));
    offset = place ?? offset;
    node = next.value;
  }
  return offset;
}

/** Where a document cannot be read, or holds a key twice; the start of it if it is in order. */
export function locateFault(text: string): number {
  const parsed = parseDocument(text);
  return parsed.kind === 'fault' ? parsed.offset : (repeatedKey(parsed.document.contents) ?? firstLetter(text));
}

/** Where a key stands that its map has already. */
function repeatedKey(node: unknown): number | undefined {
  const waiting: unknown[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!isNode(next) || !('items' in next)) continue;
    const keys = new Set<string>();
    const items = next.items as readonly unknown[];
    for (const item of items) {
      if (!isPair(item)) continue;
      const key = keyOf(item.key);
      if (keys.has(key)) return startOf(item.key);
      keys.add(key);
    }
    // The first in the text is the last to wait.
    for (const item of [...items].reverse()) waiting.push(isPair(item) ? item.value : item);
  }
  return undefined;
}

// An object with one problem often has several.
let last: { readonly text: string; readonly parsed: Parsed } | undefined;

function parseOnce(text: string): Parsed {
  if (last?.text !== text) last = { text, parsed: parseDocument(text) };
  return last.parsed;
}

interface Found {
  /** Where the key starts. @default - an item of a list has none */
  readonly key?: number;
  readonly value: unknown;
}

function descend(node: unknown, step: string | number): Found | undefined {
  if (!isNode(node) || !('items' in node)) return undefined;
  const items = node.items as readonly unknown[];
  // The last one counts where a key is there twice.
  const pair = [...items].reverse().find((it): it is Yaml.Pair => isPair(it) && keyOf(it.key) === String(step));
  if (pair) return { key: startOf(pair.key), value: pair.value };
  return typeof step === 'number' && step < items.length && !isPair(items[step]) ? { value: items[step] } : undefined;
}

function resolve(node: unknown, document: Yaml.Document.Parsed): unknown {
  const isAlias = isNode(node) && 'source' in node && !('value' in node) && !('items' in node);
  return isAlias ? (node as unknown as Yaml.Alias).resolve(document) : node;
}

function isNode(node: unknown): node is Yaml.Node {
  return typeof node === 'object' && node !== null;
}

function isPair(item: unknown): item is Yaml.Pair {
  return typeof item === 'object' && item !== null && 'key' in item;
}

function keyOf(key: unknown): string {
  return isNode(key) && 'value' in key ? String(key.value) : String(key);
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function firstLetter(text: string): number {
  return Math.max(0, text.search(/\S/));
}
