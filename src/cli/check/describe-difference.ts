import type { ObjectIdentity, SourcePosition } from '../../problems/problem';
import { identityKey } from '../../reading/identity-key';
import { readObjects } from '../../reading/read-objects';
import { describeObject } from '../../report/problem-report';

/** Where two texts begin to differ, and in which objects. */
export interface Difference {
  /** In the file as it is. */
  readonly position: Pick<SourcePosition, 'line' | 'column'>;
  /** Half a sentence, such as `Deployment web differs`. */
  readonly what: string;
}

/** Objects that are named. */
const mostNamed = 3;

/**
 * Compares the text of an output file with the one that it should have. Line ends do not count.
 *
 * @param found as it is
 * @param wanted as it should be
 */
export function describeDifference(found: string, wanted: string): Difference {
  const [there, right] = [found.replaceAll('\r\n', '\n'), wanted.replaceAll('\r\n', '\n')];
  const position = firstDifference(there, right);
  const before = objectsOf(there);
  const after = objectsOf(right);
  const parts = [
    list(
      [...after].filter(([key]) => !before.has(key)),
      'is not in it',
      'are not in it',
    ),
    list(
      [...before].filter(([key]) => !after.has(key)),
      'is in it and not made any more',
      'are in it and not made any more',
    ),
    list(
      [...after].filter(([key, { text }]) => (before.get(key)?.text ?? text) !== text),
      'differs',
      'differ',
    ),
  ].filter((part) => part !== undefined);
  return { position, what: parts.join('; ') || `it differs from line ${position.line} on` };
}

interface Part {
  readonly identity: ObjectIdentity;
  readonly text: string;
}

function objectsOf(text: string): ReadonlyMap<string, Part> {
  return new Map(
    readObjects({ path: '', text }).objects.map((object) => [
      identityKey(object.identity),
      { identity: object.identity, text: object.text.trim() },
    ]),
  );
}

function list(parts: readonly (readonly [string, Part])[], one: string, many: string): string | undefined {
  if (parts.length === 0) return undefined;
  const names = parts.slice(0, mostNamed).map(([, { identity }]) => describeObject(identity));
  const more = parts.length - names.length;
  return `${[...names, ...(more > 0 ? [`${more} more`] : [])].join(', ')} ${parts.length === 1 ? one : many}`;
}

function firstDifference(found: string, wanted: string): Pick<SourcePosition, 'line' | 'column'> {
  const [there, right] = [found.split('\n'), wanted.split('\n')];
  const end = Math.max(0, there.length - 1);
  let line = 0;
  while (line < end && there[line] === right[line]) line += 1;
  const [left, other] = [there[line] ?? '', right[line] ?? ''];
  let column = 0;
  while (column < left.length && left[column] === other[column]) column += 1;
  return { line: line + 1, column: column + 1 };
}
