import type { Draft } from './change';
import { keyOfObject } from './compared-object';
import type { ComparedObject } from './compared-object';
import { findConfigReaders } from './config-readers';
import type { Context } from './effects/effects-of';
import { workloadEffects } from './effects/workload-effects';
import { findSets, sortBySet } from './object-sets';
import { once } from '../once';
import { Surroundings } from './surroundings';

/** Finds what is around each object whose change is described: the objects of its set. */
export function findContexts(
  before: readonly ComparedObject[],
  after: readonly ComparedObject[],
  drafts: readonly Draft[],
): (draft: Draft) => Context {
  const setOf = findSets(before, after);
  const setOfDraft = ({ pair }: Draft): string => setOf(pair.after ?? pair.before);
  const [old, now] = [sortBySet(before, setOf), sortBySet(after, setOf)];
  const own = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const others = own.get(setOfDraft(draft));
    if (others) others.push(draft);
    else own.set(setOfDraft(draft), [draft]);
  }
  const contexts = new Map<string, Context>();
  for (const [set, members] of own) {
    const sides = { before: new Surroundings(old.get(set) ?? []), after: new Surroundings(now.get(set) ?? []) };
    const restarted = once(() => {
      const anew = members.filter((draft) => hasNewPods(draft, sides.after));
      return new Set(anew.map(({ identity }) => keyOfObject(identity)));
    });
    const readers = once(() => findConfigReaders(sides.after));
    contexts.set(set, { ...sides, configs: { readers, restarts: (it) => restarted().has(keyOfObject(it)) } });
  }
  return (draft) => contexts.get(setOfDraft(draft)) as Context;
}

/** Whether Pods start, and so read their configuration anew. */
function hasNewPods(draft: Draft, after: Surroundings): boolean {
  if (draft.kind === 'created' || draft.kind === 'renamed') return true;
  return workloadEffects(draft, after).some(({ kind }) => kind === 'restart' || kind === 'downtime');
}
