import { nearest } from '../values/nearest';

/** Names are no longer than this; what is longer was not mistyped. */
const longest = 253;
/** Among more names, some look alike by chance. */
const most = 200;

/** The name that was most likely meant, if one looks alike. */
export function similar(word: string, names: readonly string[]): string | undefined {
  if (word.length > longest || names.length > most) return undefined;
  return nearest(
    word,
    names.filter((name) => name.length <= longest),
    1,
  )[0];
}
