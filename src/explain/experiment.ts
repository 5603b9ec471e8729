import { valueAt } from '../problems/field-path';
import type { FieldStep } from '../problems/field-path';
import { type Leaf, leavesOf } from './leaves';
import { type Variation, variationsOf } from './variations';

/** What a construct was made from, and how to make it again from something else. */
export interface Subject {
  /** The props it was given. */
  readonly props: unknown;
  /** What each call on it was given that came afterwards. */
  readonly calls: readonly (readonly unknown[])[];
  /**
   * Makes the construct anew, apart from the app, and renders the one object that is asked about.
   *
   * @throws whatever the construct throws for props that it refuses
   */
  readonly render: (change: Change) => unknown;
  /** What the scope says, by name: each is tried with another value too. */
  readonly scope: readonly ScopeChange[];
  /** The object as it was printed. @default - what is rendered without a change */
  readonly printed?: unknown;
}

/** What is other than it was. */
export interface Change {
  readonly props?: unknown;
  /** What each call is given; undefined for one that is left out. */
  readonly calls?: readonly (readonly unknown[] | undefined)[];
  readonly id?: string;
  readonly scope?: unknown;
}

/** Another word of the scope. */
export interface ScopeChange {
  readonly name: string;
  readonly scope: unknown;
}

/** Why a field is what it is. */
export type Cause =
  | GivenCause
  | { readonly kind: 'id' }
  | { readonly kind: 'scope'; readonly name: string }
  | { readonly kind: 'construct' }
  /** The construct alone says something else there, or nothing: it was changed afterwards, or is other each time. */
  | { readonly kind: 'unknown' };

/** What was given to the construct, or to a call on it. */
export interface GivenCause {
  readonly kind: 'prop' | 'call';
  /** Which call, counted from 0. @default - it is a prop */
  readonly call?: number;
  /** Where in the props, or in what the call was given; none for the whole call. */
  readonly path: readonly FieldStep[];
  /** How many fields it reaches. */
  readonly reach: number;
  /** Whether its value is the field's. */
  readonly isValue: boolean;
  /** Whether another value of it makes another value of the field; else the field is there because of it. */
  readonly changesValue: boolean;
}

/** How many times a construct is made again at most; a construct with more props is known less exactly. */
const mostTrials = 4000;

/** Why the fields of one object are what they are. */
export class Experiment {
  private readonly leaves: ReadonlyMap<string, Leaf>;
  private readonly printed: ReadonlyMap<string, Leaf>;
  private readonly found = new Map<string, Cause[]>();
  /** Places of which the construct takes no other value, by what is given there; undefined for several of one value. */
  private readonly refused = new Map<unknown, GivenCause | undefined>();
  /** What the construct makes when nothing is called on it; undefined when that is not this object. */
  private readonly uncalled: ReadonlyMap<string, Leaf> | undefined;
  private trials = 0;

  /**
   * Makes the construct again and again with one prop, one word of a call, its id or a word of its scope changed, and sees
   * which fields change with it. Nothing has to be known of the construct, so that it works for every one, whoever wrote it.
   *
   * @throws whatever the construct throws when it is made as it was
   */
  constructor(private readonly subject: Subject) {
    this.leaves = leavesOf(subject.render({}));
    this.printed = subject.printed === undefined ? this.leaves : leavesOf(subject.printed);
    this.uncalled = subject.calls.length === 0 ? undefined : this.made({ calls: [] });
    this.tryCalls();
    this.tryEach({ kind: 'prop' }, subject.props, (props) => ({ props }));
    this.tryOne({ id: 'explained-under-another-id' }, { kind: 'id' });
    for (const { name, scope } of subject.scope) this.tryOne({ scope }, { kind: 'scope', name });
  }

  /**
   * Why a field is there and what it is, the closest cause first. For a field that holds others: what they have in common.
   *
   * @returns at least one cause
   */
  causesOf(path: readonly FieldStep[]): readonly Cause[] {
    const inside = [...this.printed].filter(([, leaf]) => path.every((step, index) => leaf.path[index] === step));
    const known = inside.filter(([text, { value }]) => this.leaves.get(text)?.value === value);
    if (inside.length > 0 && known.length === 0) return [{ kind: 'unknown' }];
    const lists = known.map(([text, { value }]) => this.found.get(text) ?? this.causesOfValue(value));
    if (inside.length === 1 && lists[0]!.length > 0) return sorted(lists[0]!);
    return [(lists.length > 1 ? commonCause(lists) : sorted(lists[0] ?? [])[0]) ?? { kind: 'construct' }];
  }

  /** Where nothing else can be given, what is given and is there is what it comes from. */
  private causesOfValue(value: unknown): readonly Cause[] {
    if (!this.refused.has(value)) return [];
    return [this.refused.get(value) ?? { kind: 'unknown' }];
  }

  private tryCalls(): void {
    const { calls } = this.subject;
    calls.forEach((given, call) => {
      const put = (args: unknown): Change => ({
        calls: calls.map((other, index) => (index === call ? (args as readonly unknown[] | undefined) : other)),
      });
      const source = { kind: 'call', call } as const;
      this.try({ path: [], kind: 'absence', props: undefined }, source, given, put);
      this.tryEach(source, given, put);
    });
  }

  private tryEach(source: GivenSource, given: unknown, put: (changed: unknown) => Change): void {
    const settled = new Map<string, boolean>();
    for (const variation of variationsOf(given)) {
      // One other value is enough, if the construct takes it.
      const place = JSON.stringify(variation.path);
      if (settled.get(`${variation.kind} ${place}`)) continue;
      const isTaken = this.try(variation, source, given, put);
      settled.set(`${variation.kind} ${place}`, isTaken);
      settled.set(place, isTaken || settled.get(place) === true);
      // Leaving it out is what is tried last.
      if (variation.kind === 'absence' && !settled.get(place)) this.refuse(source, variation.path, given);
    }
  }

  private refuse(source: GivenSource, path: readonly FieldStep[], given: unknown): void {
    const value = valueAt(given, path);
    if (typeof value === 'object' || typeof value === 'boolean' || value === undefined) return;
    const cause: GivenCause = { ...source, path, reach: 1, isValue: true, changesValue: true };
    this.refused.set(value, this.refused.has(value) ? undefined : cause);
  }

  /** Whether the construct takes the change. */
  private try(variation: Variation, source: GivenSource, given: unknown, put: (changed: unknown) => Change): boolean {
    if (this.trials >= mostTrials) return false;
    this.trials += 1;
    const change = put(variation.props);
    // What is called on the construct afterwards may be what takes no other value.
    const changed = this.changedBy(change, this.leaves) ?? this.changedUncalled(change);
    if (changed === undefined) return false;
    const value = valueAt(given, variation.path);
    for (const { isGone, own, text } of changed) {
      const isValue = value === own || (typeof value !== 'object' && String(value) === String(own));
      const changesValue = variation.kind !== 'absence' && !isGone;
      this.note(text, { ...source, path: variation.path, reach: changed.length, isValue, changesValue });
    }
    return true;
  }

  private tryOne(change: Change, cause: Cause): void {
    for (const { text } of this.changedBy(change, this.leaves) ?? []) this.note(text, cause);
  }

  /** As `changedBy`, of a construct on which nothing is called. */
  private changedUncalled(change: Change): readonly Changed[] | undefined {
    if (this.uncalled === undefined || change.calls !== undefined) return undefined;
    const changed = this.changedBy({ ...change, calls: [] }, this.uncalled);
    return changed?.filter(({ own, text }) => this.leaves.get(text)?.value === own);
  }

  /** The fields that are other or gone; undefined when the construct refuses to be made so. */
  private changedBy(change: Change, before: ReadonlyMap<string, Leaf>): readonly Changed[] | undefined {
    const now = this.made(change);
    if (now === undefined) return undefined;
    return [...before].flatMap(([text, { value: own }]) => {
      const other = now.get(text);
      return other?.value === own ? [] : [{ text, own, isGone: other === undefined }];
    });
  }

  /** What is made; undefined when the construct refuses. */
  private made(change: Change): ReadonlyMap<string, Leaf> | undefined {
    try {
      return leavesOf(this.subject.render(change));
    } catch {
      return undefined;
    }
  }

  private note(text: string, cause: Cause): void {
    const causes = this.found.get(text) ?? [];
    this.found.set(text, causes);
    const same = causes.find((other) => keyOf(other) === keyOf(cause));
    if (same === undefined) causes.push(cause);
    else if (isGiven(cause) && isGiven(same) && cause.reach < same.reach) causes[causes.indexOf(same)] = cause;
  }
}

/** A field that is other than it was, or gone. */
interface Changed {
  readonly text: string;
  /** What it was. */
  readonly own: unknown;
  readonly isGone: boolean;
}

/** Whether what is tried is a prop or a call. */
type GivenSource = Pick<GivenCause, 'kind' | 'call'>;

function isGiven(cause: Cause): cause is GivenCause {
  return cause.kind === 'prop' || cause.kind === 'call';
}

/**
 * A prop whose very value stands in the field first, then what decides the value, then what the field is merely there for;
 * of several props, the one that reaches fewest others.
 */
function sorted(causes: readonly Cause[]): readonly Cause[] {
  const rank = (cause: Cause): number => {
    if (!isGiven(cause)) return cause.kind === 'id' ? 2 : 3;
    if (cause.isValue) return 0;
    return cause.changesValue ? 1 : 4;
  };
  return [...causes].sort((a, b) => {
    if (!isGiven(a) || !isGiven(b)) return rank(a) - rank(b);
    return rank(a) - rank(b) || a.reach - b.reach || b.path.length - a.path.length;
  });
}

/** What all fields of a map or list depend on: the prop around those that decide each of them, else one they all need. */
function commonCause(lists: readonly (readonly Cause[])[]): Cause | undefined {
  if (lists.some((causes) => causes.length === 0)) return undefined;
  const closest = lists.map((causes) => sorted(causes)[0]!);
  const props = closest.filter(({ kind }) => kind === 'prop');
  // What calls add to what a prop says does not make it less of the prop's.
  const isOfProps = props.length > 0 && closest.every(isGiven);
  const around = commonStart(closest) ?? (isOfProps ? commonStart(props) : undefined);
  if (around) return { ...around, reach: lists.length, isValue: false, changesValue: false };
  const others = sorted(lists[0]!).filter((cause) => !isGiven(cause) || !cause.changesValue);
  return others.find((cause) => lists.every((causes) => causes.some((other) => keyOf(other) === keyOf(cause))));
}

/** The prop or call with which all causes begin; none where one is neither. */
function commonStart(causes: readonly Cause[]): GivenCause | undefined {
  const [first, ...rest] = causes;
  if (!isGiven(first!)) return undefined;
  let { path } = first;
  for (const cause of rest) {
    if (!isGiven(cause) || cause.kind !== first.kind || cause.call !== first.call) return undefined;
    const differs = path.findIndex((step, index) => cause.path[index] !== step);
    if (differs >= 0) path = path.slice(0, differs);
  }
  return path.length > 0 || first.kind === 'call' ? { ...first, path } : undefined;
}

function keyOf(cause: Cause): string {
  if (isGiven(cause)) return `${cause.kind} ${cause.call ?? ''} ${JSON.stringify(cause.path)}`;
  return cause.kind === 'scope' ? `scope ${cause.name}` : cause.kind;
}
