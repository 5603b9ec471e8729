import { flat } from './flat';

const indents: string[] = [];

/** The blanks before a line at this depth: two a level. */
export function indentOf(depth: number): string {
  return (indents[depth] ??= '  '.repeat(depth));
}

const dashes: string[] = [];

/** The start of a line with a list item at this depth, its line break first. */
export function dashAt(depth: number): string {
  return (dashes[depth] ??= flat(`\n${indentOf(depth)}- `));
}

/**
 * How deep a document may be nested, counted in lists and maps. The `yaml` package runs out of stack between 650 and
 * 1,600 levels; no Kubernetes type comes near 50.
 */
export const DEEPEST = 2000;
