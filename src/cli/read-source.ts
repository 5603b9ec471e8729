import { readFileSync, statSync } from 'node:fs';

/** No source file of a person is longer; generated ones make no good code frames. */
const longest = 5_000_000;

/** The text of a source file, for the lines around a problem; undefined when it cannot be read. */
export function readSource(file: string): string | undefined {
  try {
    return statSync(file).size > longest ? undefined : readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
