import { keyOfObject } from '../changes/compared-object';
import type { Problem } from '../problems/problem';
import type { GraphObject } from './graph-object';

/** Problems, each with the object that it is about. */
export interface SortedProblems {
  readonly byObject: ReadonlyMap<number, readonly Problem[]>;
  readonly others: readonly Problem[];
}

/** Finds the object of each problem: by its construct, where several objects have one name. What is said twice is kept once. */
export function sortProblems(problems: readonly Problem[], objects: readonly GraphObject[]): SortedProblems {
  if (problems.length === 0) return { byObject: new Map(), others: [] };
  const byName = new Map<string, number[]>();
  const byConstruct = new Map<string, number>();
  objects.forEach(({ identity, origin }, index) => {
    append(byName, keyOfObject(identity), index);
    if (origin) byConstruct.set(origin.construct, index);
  });
  const byObject = new Map<number, Problem[]>();
  const others: Problem[] = [];
  const said = new Set<string>();
  for (const problem of problems) {
    const { code, construct, field = '', message, object } = problem;
    const named = object ? (byName.get(keyOfObject(object)) ?? []) : [];
    const made = construct === undefined ? undefined : byConstruct.get(construct);
    const index = made !== undefined && (named.length === 0 || named.includes(made)) ? made : named[0];
    const key = `${index ?? ''}\0${code}\0${field}\0${message}`;
    if (said.has(key)) continue;
    said.add(key);
    if (index === undefined) others.push(problem);
    else append(byObject, index, problem);
  }
  return { byObject, others };
}

function append<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
