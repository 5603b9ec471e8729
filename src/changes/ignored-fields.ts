import type { ObjectIdentity } from '../problems/problem';
import { isAtOrBelow } from './field-change';
import type { FieldChange } from './field-change';

/** Fields whose changes are not looked at: a path as reports show it, in which `*` stands for anything. */
export type IgnorePattern = string;

/** What a pattern has left out. */
export interface IgnoredFields {
  readonly pattern: IgnorePattern;
  /** How many changes. */
  readonly fields: number;
  /** The objects in which they are. */
  readonly objects: readonly ObjectIdentity[];
}

/** Which of the patterns a field belongs to, or leads to; undefined where none does. */
export function ignoring(patterns: readonly IgnorePattern[]): (field: FieldChange) => IgnorePattern | undefined {
  const tests = patterns.map((pattern) => ({ pattern, matches: matcherOf(pattern) }));
  return ({ path }) => tests.find(({ matches }) => matches(path))?.pattern;
}

function matcherOf(pattern: IgnorePattern): (path: string) => boolean {
  if (!pattern.includes('*')) return (path) => isAtOrBelow(path, pattern);
  const source = pattern
    .split(/\*+/)
    .map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'))
    .join('.*');
  const expression = new RegExp(`^${source}(?:$|[.[])`, 's');
  return (path) => expression.test(path);
}
