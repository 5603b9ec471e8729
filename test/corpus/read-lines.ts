import { readFileSync } from 'node:fs';

/** The values of a file of JSON lines. */
export function readLines<T>(path: string): readonly T[] {
  const text = readFileSync(path, 'utf8').trimEnd();
  return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as T);
}
