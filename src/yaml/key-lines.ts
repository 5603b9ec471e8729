import { flat } from './flat';
import { indentOf } from './indentation';
import { keyText, scalarText } from './scalar-text';

/**
 * What a key prints at one depth. Manifests say the same few hundred keys, and mostly the same values behind them, again and
 * again, so the lines are kept: mere memory, bounded below, of no consequence to what is printed.
 */
export interface KeyLine {
  /** The key with its colon: `name:`. */
  readonly text: string;
  /** The same on a line of its own, with the line break and the indentation before it. */
  readonly line: string;
  /** `text` and the value behind it, by value. */
  readonly textWith: Map<unknown, string>;
  /** `line` and the value behind it, by value. */
  readonly lineWith: Map<unknown, string>;
}

const DEEPEST_KEPT = 32;
const MOST_KEYS = 4096;
const MOST_VALUES = 16384;
const LONGEST_KEPT = 128;

const keptByDepth: Map<string, KeyLine>[] = [];
let keptKeys = 0;
let keptValues = 0;

/** The line of a key, from memory or made now. */
export function keyLine(key: string, depth: number): KeyLine {
  const kept = depth < DEEPEST_KEPT ? (keptByDepth[depth] ??= new Map<string, KeyLine>()) : undefined;
  return kept?.get(key) ?? newKeyLine(key, depth, kept);
}

function newKeyLine(key: string, depth: number, kept: Map<string, KeyLine> | undefined): KeyLine {
  const text = flat(keyText(key, indentOf(depth)));
  const made: KeyLine = { text, line: flat('\n' + indentOf(depth) + text), textWith: new Map(), lineWith: new Map() };
  if (kept !== undefined && keptKeys < MOST_KEYS && text.length < LONGEST_KEPT) {
    keptKeys++;
    kept.set(key, made);
  }
  return made;
}

/** A key and the value behind it, which is neither a list nor a map. */
export function valueLine(key: KeyLine, value: unknown, depth: number, onThisLine: boolean): string {
  const kept = onThisLine ? key.textWith : key.lineWith;
  // A map takes -0 for 0, which are printed differently.
  return value === 0
    ? newValueLine(key, value, depth, onThisLine)
    : (kept.get(value) ?? keep(kept, value, newValueLine(key, value, depth, onThisLine)));
}

function newValueLine(key: KeyLine, value: unknown, depth: number, onThisLine: boolean): string {
  return (onThisLine ? key.text : key.line) + ' ' + scalarText(value, indentOf(depth + 1));
}

function keep(kept: Map<unknown, string>, value: unknown, line: string): string {
  if (keptValues < MOST_VALUES && line.length < LONGEST_KEPT) {
    keptValues++;
    kept.set(value, flat(line));
  }
  return line;
}
