import { valueAt } from '../problems/field-path';
import type { FieldStep } from '../problems/field-path';
import { type Leaf, leavesOf } from './leaves';
import { type Variation, variationsOf } from './variations';

/** What a construct was made from, and how to make it again from something else. */
export interface Subject {
  /** The props it was given. */
  readonly props: unknown;
  /**
   * Makes the construct anew, apart from the app, and renders the one object that is asked about.
   *
   * @throws whatever the construct throws for props that it refuses
   */
  readonly render: (change: Change) => unknown;
  /** What the scope says, by name: each is tried with another value too. */
  readonly scope: readonly ScopeChange[];
}

/** What is other than it was. */
export interface Change {
  readonly props?: unknown;
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
  | {
      readonly kind: 'prop';
      readonly path: readonly FieldStep[];
      /** How many fields the prop reaches. */
      readonly reach: number;
      /** Whether the prop's value is the field's. */
      readonly isValue: boolean;
      /** Whether another value of the prop makes another value of the field; else the field is there because of it. */
      readonly changesValue: boolean;
    }
  | { readonly kind: 'id' }
  | { readonly kind: 'scope'; readonly name: string }
  | { readonly kind: 'construct' };

/** How many times a construct is made again at most; a construct with more props is known less exactly. */
const mostTrials = 4000;

/** Why the fields of one object are what they are. */
export class Experiment {
  private readonly leaves: ReadonlyMap<string, Leaf>;
  private readonly found = new Map<string, Cause[]>();

  /**
   * Makes the construct again and again with one prop, its id or a word of its scope changed, and sees which fields change
   * with it. Nothing has to be known of the construct, so that it works for every one, whoever wrote it.
   */
  constructor(private readonly subject: Subject) {
    this.leaves = leavesOf(subject.render({}));
    this.tryProps();
    this.tryOne({ id: 'explained-under-another-id' }, { kind: 'id' });
    for (const { name, scope } of subject.scope) this.tryOne({ scope }, { kind: 'scope', name });
  }

  /**
   * Why a field is there and what it is, the closest cause first. For a field that holds others: what they have in common.
   *
   * @returns at least one cause
   */
  causesOf(path: readonly FieldStep[]): readonly Cause[] {
    const inside = [...this.leaves].filter(([, leaf]) => path.every((step, index) => leaf.path[index] === step));
    const lists = inside.map(([text]) => this.found.get(text) ?? []);
    if (lists.length === 0) return [{ kind: 'construct' }];
    if (lists.length === 1) return lists[0]!.length > 0 ? sorted(lists[0]!) : [{ kind: 'construct' }];
    const common = commonCause(lists);
    return [common ?? { kind: 'construct' }];
  }

  private tryProps(): void {
    let trials = 0;
    const settled = new Set<string>();
    for (const variation of variationsOf(this.subject.props)) {
      // One other value is enough, if the construct takes it.
      const place = `${variation.kind} ${JSON.stringify(variation.path)}`;
      if (settled.has(place) || trials >= mostTrials) continue;
      trials += 1;
      const changed = this.changedBy(() => this.subject.render({ props: variation.props }));
      if (changed === undefined) continue;
      settled.add(place);
      for (const { isGone, text } of changed) this.note(text, this.causeOf(variation, text, changed.length, isGone));
    }
  }

  private causeOf({ kind, path }: Variation, text: string, reach: number, isGone: boolean): Cause {
    const given = valueAt(this.subject.props, path);
    const value = this.leaves.get(text)!.value;
    const isValue = given === value || (typeof given !== 'object' && String(given) === String(value));
    return { kind: 'prop', path, reach, isValue, changesValue: kind !== 'absence' && !isGone };
  }

  private tryOne(change: Change, cause: Cause): void {
    for (const { text } of this.changedBy(() => this.subject.render(change)) ?? []) this.note(text, cause);
  }

  /** The fields that are other or gone; undefined when the construct refuses to be made so. */
  private changedBy(make: () => unknown): readonly { readonly text: string; readonly isGone: boolean }[] | undefined {
    let made: unknown;
    try {
      made = make();
    } catch {
      return undefined;
    }
    const now = leavesOf(made);
    return [...this.leaves].flatMap(([text, { value }]) => {
      const other = now.get(text);
      return other?.value === value ? [] : [{ text, isGone: other === undefined }];
    });
  }

  private note(text: string, cause: Cause): void {
    const causes = this.found.get(text) ?? [];
    this.found.set(text, causes);
    const same = causes.find((other) => keyOf(other) === keyOf(cause));
    if (same === undefined) causes.push(cause);
    else if (cause.kind === 'prop' && same.kind === 'prop' && cause.reach < same.reach)
      causes[causes.indexOf(same)] = cause;
  }
}

/**
 * A prop whose very value stands in the field first, then what decides the value, then what the field is merely there for;
 * of several props, the one that reaches fewest others.
 */
function sorted(causes: readonly Cause[]): readonly Cause[] {
  const rank = (cause: Cause): number => {
    if (cause.kind !== 'prop') return cause.kind === 'id' ? 2 : 3;
    if (cause.isValue) return 0;
    return cause.changesValue ? 1 : 4;
  };
  return [...causes].sort((a, b) => {
    if (a.kind !== 'prop' || b.kind !== 'prop') return rank(a) - rank(b);
    return rank(a) - rank(b) || a.reach - b.reach || b.path.length - a.path.length;
  });
}

/** What all fields of a map or list depend on: the prop around those that decide each of them, else one they all need. */
function commonCause(lists: readonly (readonly Cause[])[]): Cause | undefined {
  if (lists.some((causes) => causes.length === 0)) return undefined;
  const closest = lists.map((causes) => sorted(causes)[0]!);
  const path = commonStart(closest);
  if (path.length > 0) return { kind: 'prop', path, reach: lists.length, isValue: false, changesValue: false };
  const others = sorted(lists[0]!).filter((cause) => cause.kind !== 'prop' || !cause.changesValue);
  return others.find((cause) => lists.every((causes) => causes.some((other) => keyOf(other) === keyOf(cause))));
}

/** The steps with which the paths of all causes begin; none where one is no prop. */
function commonStart(causes: readonly Cause[]): readonly FieldStep[] {
  const [first, ...rest] = causes.map((cause) => (cause.kind === 'prop' ? cause.path : []));
  const differs = first!.findIndex((step, index) => rest.some((path) => path[index] !== step));
  return differs < 0 ? first! : first!.slice(0, differs);
}

function keyOf(cause: Cause): string {
  if (cause.kind === 'prop') return `prop ${JSON.stringify(cause.path)}`;
  return cause.kind === 'scope' ? `scope ${cause.name}` : cause.kind;
}
