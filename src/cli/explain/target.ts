import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FieldStep } from '../../problems/field-path';
import { parseFieldPath } from '../../problems/field-path';

/** What is to be explained. */
export type Target =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'line'; readonly file: string; readonly line: number }
  | {
      readonly kind: 'field';
      readonly objectKind: string;
      readonly name: string;
      /** @default - whichever there is */
      readonly namespace?: string;
      readonly path: readonly FieldStep[];
    };

/** Reads the arguments of `plimsoll explain`; a text says what is wrong with them. */
export function readTarget(words: readonly string[], folder: string): Target | string {
  const [first = '', second, ...more] = words;
  if (first === '' || more.length > 0)
    return 'Name one thing: FILE:LINE, KIND/NAME and a field, or the code of a problem.';
  if (/^plm\d+$/i.test(first)) return { kind: 'code', code: first.toUpperCase() };
  const place = /^(.+?):(\d+)(?::\d+)?$/.exec(first);
  if (place) {
    const file = resolve(folder, place[1]!);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return `There is no file ${place[1]}.`;
    if (second !== undefined) return 'A line is all there is to name: the field follows from it.';
    return { kind: 'line', file, line: Number(place[2]) };
  }
  const object = /^([A-Za-z]+)\/(?:([^/]+)\/)?([^/]+)$/.exec(first);
  if (object && !existsSync(resolve(folder, first))) {
    const [, objectKind = '', namespace, name = ''] = object;
    return { kind: 'field', objectKind, namespace, name, path: parseFieldPath(second ?? '') };
  }
  return existsSync(resolve(folder, first))
    ? `Name a line of the file, as in ${first}:42.`
    : `${JSON.stringify(first)} is neither FILE:LINE, nor KIND/NAME, nor the code of a problem.`;
}
