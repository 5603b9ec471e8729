import { keyOfObject } from './compared-object';
import type { ComparedObject } from './compared-object';

/** Which of several clusters an object is meant for, as far as that can be told. */
export type SetOf = (object: ComparedObject | undefined) => string;

/**
 * Objects belong together, unless one of them is there twice: then they are meant for several clusters, and those of one folder, or of
 * one file where there are no folders, belong together.
 */
export function findSets(...sides: readonly (readonly ComparedObject[])[]): SetOf {
  const isOneSet = sides.every((objects) => {
    return new Set(objects.map(({ identity }) => keyOfObject(identity))).size === objects.length;
  });
  return isOneSet ? () => '' : (object) => folderOf(object?.file ?? '');
}

/** Objects by the set that they belong to. */
export function sortBySet(
  objects: readonly ComparedObject[],
  setOf: SetOf,
): ReadonlyMap<string, readonly ComparedObject[]> {
  const sets = new Map<string, ComparedObject[]>();
  for (const object of objects) {
    const others = sets.get(setOf(object));
    if (others) others.push(object);
    else sets.set(setOf(object), [object]);
  }
  return sets;
}

function folderOf(file: string): string {
  const [first] = file.split('/', 1);
  return first;
}
