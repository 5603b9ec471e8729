import { keyOfObject } from './compared-object';
import type { ComparedObject, ObjectPair } from './compared-object';
import { canonical, isMap } from './data';
import type { Fields } from './data';

/** Which objects of two sets belong together. */
export interface Matches {
  /** Objects that are on both sides, in the order of those that will be. */
  readonly both: readonly ObjectPair[];
  /** The same object under another name or in another namespace. */
  readonly renamed: readonly ObjectPair[];
  readonly created: readonly ComparedObject[];
  readonly deleted: readonly ComparedObject[];
}

/**
 * Matches objects by group, kind, namespace and name. Where several share these (outputs for several clusters), the one in
 * the same file counts first. Each object is looked at once.
 */
export function matchObjects(before: readonly ComparedObject[], after: readonly ComparedObject[]): Matches {
  const former = new Map<string, ComparedObject[]>();
  for (const object of before) append(former, keyOfObject(object.identity), object);
  const latter = new Map<string, ComparedObject[]>();
  for (const object of after) append(latter, keyOfObject(object.identity), object);
  const both: ObjectPair[] = [];
  const created: ComparedObject[] = [];
  for (const [key, objects] of latter) {
    const others = former.get(key) ?? [];
    former.delete(key);
    const { left, pairs, right } = pairByFile(others, objects);
    both.push(...pairs);
    created.push(...right);
    if (left.length > 0) former.set(key, left);
  }
  return { both, ...findRenamed([...former.values()].flat(), created) };
}

interface Pairs {
  readonly pairs: ObjectPair[];
  readonly left: ComparedObject[];
  readonly right: readonly ComparedObject[];
}

function pairByFile(before: readonly ComparedObject[], after: readonly ComparedObject[]): Pairs {
  if (before.length === 1 && after.length === 1) {
    return { pairs: [{ before: before[0], after: after[0] }], left: [], right: [] };
  }
  const byFile = new Map<string, ComparedObject[]>();
  for (const object of before) append(byFile, object.file ?? '', object);
  const pairs: ObjectPair[] = [];
  const unpaired: ComparedObject[] = [];
  for (const object of after) {
    const found = byFile.get(object.file ?? '')?.shift();
    if (found) pairs.push({ before: found, after: object });
    else unpaired.push(object);
  }
  const left = [...byFile.values()].flat();
  const count = Math.min(left.length, unpaired.length);
  for (let index = 0; index < count; index += 1) pairs.push({ before: left[index], after: unpaired[index] });
  return { pairs, left: left.slice(count), right: unpaired.slice(count) };
}

/**
 * What went and what came is one object renamed where nothing but the name differs, and no other object is like it. First those
 * whose content is the same to the letter, then those that mention their own name.
 */
function findRenamed(gone: readonly ComparedObject[], come: readonly ComparedObject[]): Omit<Matches, 'both'> {
  const alike = findAlike(gone, come, false);
  const { created, deleted, renamed } = findAlike(alike.deleted, alike.created, true);
  return { renamed: [...alike.renamed, ...renamed], created, deleted };
}

function findAlike(
  gone: readonly ComparedObject[],
  come: readonly ComparedObject[],
  mayMentionName: boolean,
): Omit<Matches, 'both'> {
  if (gone.length === 0 || come.length === 0) return { renamed: [], created: come, deleted: gone };
  const likes = new Map<string, { readonly before: ComparedObject[]; readonly after: ComparedObject[] }>();
  const kindsGone = new Set(gone.map(({ identity }) => identity.kind));
  const kindsCome = new Set(come.map(({ identity }) => identity.kind));
  const sort = (object: ComparedObject, side: 'before' | 'after'): void => {
    const { kind } = object.identity;
    const print = kindsGone.has(kind) && kindsCome.has(kind) ? printOf(object, mayMentionName) : undefined;
    if (print === undefined) return;
    const like = likes.get(print) ?? { before: [], after: [] };
    like[side].push(object);
    likes.set(print, like);
  };
  for (const object of gone) sort(object, 'before');
  for (const object of come) sort(object, 'after');
  const renamed: ObjectPair[] = [];
  const paired = new Set<ComparedObject>();
  for (const { after, before } of likes.values()) {
    if (before.length !== 1 || after.length !== 1) continue;
    renamed.push({ before: before[0], after: after[0] });
    paired.add(before[0]).add(after[0]);
  }
  return {
    renamed,
    created: come.filter((object) => !paired.has(object)),
    deleted: gone.filter((object) => !paired.has(object)),
  };
}

/** All that an object says but its name; undefined where it says nothing else. */
function printOf({ identity, object }: ComparedObject, mayMentionName: boolean): string | undefined {
  const { apiVersion, kind, metadata, ...content } = object() ?? {};
  if (Object.keys(content).length === 0) return undefined;
  const { name: _name, namespace: _namespace, ...rest } = isMap(metadata) ? metadata : ({} as Fields);
  const print = [apiVersion, kind, rest, content];
  return canonical(mayMentionName ? withoutName(print, identity.name) : print);
}

/** An object often mentions its own name, in labels and selectors. */
function withoutName(value: unknown, name: string): unknown {
  if (value === name) return null;
  if (Array.isArray(value)) return value.map((item) => withoutName(item, name));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutName(inner, name)]));
}

function append(map: Map<string, ComparedObject[]>, key: string, object: ComparedObject): void {
  const others = map.get(key);
  if (others) others.push(object);
  else map.set(key, [object]);
}
