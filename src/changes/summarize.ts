import type { Change, ChangeKind } from './change';
import type { Comparison } from './compare-objects';
import { effectKinds } from './effect';
import type { EffectKind } from './effect';
import { quantityOf, billionthsOf } from './amounts';

/** A comparison in numbers. */
export interface ComparisonSummary {
  readonly kinds: Readonly<Record<ChangeKind, number>>;
  /** In how many objects there are effects of each kind, the riskiest first; kinds that do not occur are left out. */
  readonly effects: readonly EffectCount[];
  /** What all workloads together ask for, where it changes. */
  readonly capacity: readonly CapacityChange[];
  /** Fields that only write out, or no longer write out, a default. */
  readonly defaults: number;
}

export interface EffectCount {
  readonly kind: EffectKind;
  readonly objects: number;
  /** How many Pods stop or restart, of those that are known. @default - it is not about Pods */
  readonly pods?: number;
}

/** How much more or less is asked for. */
export interface CapacityChange {
  readonly what: 'requests' | 'limits' | 'pods';
  /** Such as `cpu`; empty for Pods. */
  readonly resource: string;
  /** As a quantity with its sign, such as `+500m`. */
  readonly difference: string;
}

/** Counts what a comparison has found. */
export function summarize({ changes }: Comparison): ComparisonSummary {
  const kinds = { created: 0, changed: 0, deleted: 0, renamed: 0, moved: 0 };
  for (const { kind } of changes) kinds[kind] += 1;
  return {
    kinds,
    effects: countEffects(changes),
    capacity: addCapacity(changes),
    defaults: changes.reduce((sum, { defaults }) => sum + defaults.length, 0),
  };
}

function countEffects(changes: readonly Change[]): readonly EffectCount[] {
  const counts = new Map<EffectKind, { objects: number; pods: number }>();
  for (const { effects } of changes) {
    const kinds = new Set<EffectKind>();
    for (const effect of effects) {
      const count = counts.get(effect.kind) ?? { objects: 0, pods: 0 };
      counts.set(effect.kind, count);
      if (!kinds.has(effect.kind)) count.objects += 1;
      kinds.add(effect.kind);
      if (effect.kind === 'restart' || effect.kind === 'downtime') count.pods += effect.pods ?? 0;
    }
  }
  return effectKinds.flatMap((kind) => {
    const { objects = 0, pods = 0 } = counts.get(kind) ?? {};
    return objects === 0 ? [] : [{ kind, objects, ...(pods > 0 && { pods }) }];
  });
}

function addCapacity(changes: readonly Change[]): readonly CapacityChange[] {
  const sums = new Map<string, bigint>();
  const add = (key: string, amount: bigint): unknown => sums.set(key, (sums.get(key) ?? 0n) + amount);
  for (const effect of changes.flatMap(({ effects }) => effects)) {
    if (effect.kind !== 'capacity') continue;
    const { after, before } = effect;
    if (before.pods !== undefined && after.pods !== undefined) {
      add('pods\0', BigInt(after.pods - before.pods) * 1_000_000_000n);
    }
    for (const what of ['requests', 'limits'] as const) {
      for (const [resource, value] of Object.entries(before[what]))
        add(`${what}\0${resource}`, -(billionthsOf(value) ?? 0n));
      for (const [resource, value] of Object.entries(after[what]))
        add(`${what}\0${resource}`, billionthsOf(value) ?? 0n);
    }
  }
  const order = ['pods', 'requests', 'limits'];
  return [...sums]
    .filter(([, amount]) => amount !== 0n)
    .map(([key, amount]) => {
      const [what, resource] = key.split('\0') as [CapacityChange['what'], string];
      const sign = amount < 0n ? '-' : '+';
      return { what, resource, difference: sign + quantityOf(resource, amount < 0n ? -amount : amount) };
    })
    .sort(
      (left, right) =>
        order.indexOf(left.what) - order.indexOf(right.what) || (left.resource < right.resource ? -1 : 1),
    );
}
