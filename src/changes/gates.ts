import type { Change } from './change';
import type { EffectKind } from './effect';

/** What `--fail-on` takes, and the effects that it stands for. */
export const gates = {
  /** Pods stop, whether others serve meanwhile or not. */
  restart: ['restart', 'downtime'],
  downtime: ['downtime'],
  /** The API server refuses. */
  immutable: ['immutable'],
  data: ['data'],
  permission: ['permission'],
} as const satisfies Record<string, readonly EffectKind[]>;

export type Gate = keyof typeof gates;

/** Changes that a gate does not let through. */
export function stoppedBy(gate: Gate, changes: readonly Change[]): readonly Change[] {
  const kinds: readonly EffectKind[] = gates[gate];
  return changes.filter(({ effects }) => effects.some(({ kind }) => kinds.includes(kind)));
}
