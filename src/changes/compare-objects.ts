import type { KubernetesObject } from '../manifest/manifest';
import type { ObjectIdentity, Problem } from '../problems/problem';
import { rankOf } from './change';
import type { Change, ChangeKind, Draft } from './change';
import { compareFields } from './compare-fields';
import { identityOfPair } from './compared-object';
import type { ComparedObject, ObjectPair } from './compared-object';
import { findContexts } from './contexts';
import { effectsOf } from './effects/effects-of';
import type { FieldChange } from './field-change';
import { generatedName, named } from './generated-names';
import { ignoring } from './ignored-fields';
import type { IgnoredFields, IgnorePattern } from './ignored-fields';
import { matchObjects } from './match-objects';
import { mayBeRefused } from './may-be-refused';
import { mayBeDefault, withoutDefaults } from './without-defaults';

/** What may be asked while objects are compared. */
export interface CompareOptions {
  /**
   * Objects as the API server would store them, in the same order; undefined where it is not known.
   * @default - objects are compared as they are written
   */
  readonly defaulted?: (objects: readonly KubernetesObject[]) => readonly (KubernetesObject | undefined)[];
  /**
   * Why the API server would refuse updates, for each pair of what is there and what would be there.
   * @default - not known: no update is refused
   */
  readonly refusals?: (pairs: readonly ObjectPair[]) => readonly (readonly Problem[])[];
  /** Fields whose changes are not looked at. @default - every field is */
  readonly ignore?: readonly IgnorePattern[];
}

/** What becomes of a set of objects. */
export interface Comparison {
  /** How many objects there were. */
  readonly before: number;
  /** How many there will be. */
  readonly after: number;
  readonly unchanged: number;
  /** Those of the unchanged whose text is another one: other quotes, another order, `1000m` for `1`. */
  readonly reworded: readonly ObjectIdentity[];
  /** The riskiest first, then by file and name. */
  readonly changes: readonly Change[];
  /** What every `ignore` has left out, also where that is nothing. */
  readonly ignored: readonly IgnoredFields[];
}

/** Compares two sets of objects. Objects of the same text are not looked at, so that it takes as long as there are changes. */
export function compareObjects(
  former: readonly ComparedObject[],
  latter: readonly ComparedObject[],
  options: CompareOptions = {},
): Comparison {
  const [before, after] = [former.map(named), latter.map(named)];
  const { both, created, deleted, renamed } = matchObjects(before, after);
  const differing = both.filter((pair) => pair.before?.text === undefined || pair.before.text !== pair.after?.text);
  const moved = both.filter((pair) => !isSameFile(pair));
  const changed = compareAll(differing, options);
  const isChanged = new Set(changed.drafts.map(({ pair }) => pair));
  const drafts = [
    ...changed.drafts.map(({ draft }) => draft),
    ...renamed.map((pair) => draftOf('renamed', pair)),
    ...created.map((object) => draftOf('created', { after: object })),
    ...deleted.map((object) => draftOf('deleted', { before: object })),
    ...moved.filter((pair) => !isChanged.has(pair)).map((pair) => draftOf('moved', pair)),
  ];
  const contextOf = findContexts(before, after, drafts);
  const changes = drafts.map((draft): Change => {
    const { after: _after, before: _before, pair, refusals: _refusals, ...rest } = draft;
    return { ...rest, ...pair, effects: effectsOf(draft, contextOf(draft)) };
  });
  const unchanged = both.length - changes.filter(({ kind }) => kind === 'changed' || kind === 'moved').length;
  return {
    before: before.length,
    after: after.length,
    unchanged,
    reworded: differing.filter((pair) => !isChanged.has(pair) && isSameFile(pair)).flatMap(identityIfWritten),
    changes: changes
      .map((change) => ({ change, key: sortKey(change) }))
      .sort(byKey)
      .map(({ change }) => change),
    ignored: changed.ignored,
  };
}

/** A pair and what differs as it is written. */
interface WrittenPair {
  readonly pair: ObjectPair;
  readonly before?: KubernetesObject;
  readonly after?: KubernetesObject;
  readonly fields: readonly FieldChange[];
}

interface Compared {
  readonly drafts: readonly { readonly pair: ObjectPair; readonly draft: Draft }[];
  readonly ignored: readonly IgnoredFields[];
}

/** Compares objects field by field; those that say the same in other words are changes only where that can be named. */
function compareAll(pairs: readonly ObjectPair[], { defaulted, ignore = [], refusals }: CompareOptions): Compared {
  const written = pairs
    .map((pair) => ({ pair, before: pair.before?.object(), after: pair.after?.object() }))
    .map((sides) => ({ ...sides, fields: sides.before && sides.after ? compareFields(sides.before, sides.after) : [] }))
    .filter(({ after, before, fields }) => fields.length > 0 || !before || !after);
  const doubtful = written.filter(({ fields }) => fields.some(mayBeDefault));
  const stored =
    defaulted && doubtful.length > 0 ? compareStored(doubtful, defaulted) : new Map<ObjectPair, undefined>();
  const judged = askAbout(written, refusals);
  const patternOf = ignoring(ignore);
  const left = new Map(ignore.map((pattern) => [pattern, { fields: 0, objects: [] as ObjectIdentity[] }]));
  const drafts = written.map(({ pair, ...sides }) => {
    const identity = identityOfPair(pair);
    const inStore = stored.get(pair);
    const real = inStore ? withoutDefaults(sides.fields, inStore) : { fields: sides.fields, defaults: [] };
    const fields = real.fields.filter((field) => {
      const pattern = patternOf(field);
      const count = pattern === undefined ? undefined : left.get(pattern);
      if (!count) return true;
      count.fields += 1;
      if (count.objects.at(-1) !== identity) count.objects.push(identity);
      return false;
    });
    const ignored = real.fields.length - fields.length;
    const draft: Draft = {
      kind: 'changed',
      identity,
      pair,
      ...sides,
      fields,
      defaults: real.defaults,
      ignored,
      refusals: judged.get(pair) ?? [],
    };
    return { pair, draft };
  });
  return { drafts, ignored: [...left].map(([pattern, count]) => ({ pattern, ...count })) };
}

/** Asks why updates would be refused, where there could be a reason. What has no name yet is never updated. */
function askAbout(
  written: readonly WrittenPair[],
  refusals: CompareOptions['refusals'],
): ReadonlyMap<ObjectPair, readonly Problem[]> {
  const asked = written
    .filter(({ before, fields }) => before && generatedName(before) === undefined && mayBeRefused(before, fields))
    .map(({ pair }) => pair);
  const answers = asked.length > 0 ? (refusals?.(asked) ?? []) : [];
  return new Map(asked.map((pair, index) => [pair, answers[index] ?? []]));
}

function compareStored(
  pairs: readonly WrittenPair[],
  defaulted: NonNullable<CompareOptions['defaulted']>,
): ReadonlyMap<ObjectPair, readonly FieldChange[]> {
  const sides = defaulted(pairs.flatMap(({ after, before }) => [before ?? {}, after ?? {}]));
  const stored = new Map<ObjectPair, readonly FieldChange[]>();
  pairs.forEach(({ pair }, index) => {
    const [old, now] = [sides[2 * index], sides[2 * index + 1]];
    if (old && now) stored.set(pair, compareFields(old, now));
  });
  return stored;
}

function draftOf(kind: ChangeKind, pair: ObjectPair): Draft {
  const [before, after] = kind === 'moved' ? [] : [pair.before?.object(), pair.after?.object()];
  return {
    kind,
    identity: identityOfPair(pair),
    pair,
    ...(before && { before }),
    ...(after && { after }),
    fields: kind === 'renamed' && before && after ? compareFields(before, after) : [],
    defaults: [],
    ignored: 0,
    refusals: [],
  };
}

/** Only of texts it is known that they differ. */
function identityIfWritten(pair: ObjectPair): readonly ObjectIdentity[] {
  return pair.before?.text !== undefined && pair.after?.text !== undefined ? [identityOfPair(pair)] : [];
}

function isSameFile({ after, before }: ObjectPair): boolean {
  return before?.file === undefined || after?.file === undefined || before.file === after.file;
}

const kinds: readonly ChangeKind[] = ['deleted', 'renamed', 'changed', 'created', 'moved'];

/** As a text that sorts by code unit. */
function sortKey({ after, before, effects, identity, kind }: Change): string {
  const rank = String(Math.min(...effects.map((effect) => rankOf(effect.kind)))).padStart(2, '0');
  const file = (after ?? before)?.file ?? '';
  return [rank, kinds.indexOf(kind), file, identity.namespace ?? '', identity.kind, identity.name].join('\0');
}

function byKey(left: { readonly key: string }, right: { readonly key: string }): number {
  return left.key < right.key ? -1 : left.key > right.key ? 1 : 0;
}
