import type { TopologySpreadConstraint } from '../../api/kubernetes';
import type { Labels } from '../labels';
import type { Place } from '../place';

/** Over what the Pods spread. */
export type SpreadOver = 'zones' | 'nodes';

const topologyKeys: Readonly<Record<SpreadOver, string>> = {
  zones: 'topology.kubernetes.io/zone',
  nodes: 'kubernetes.io/hostname',
};

/**
 * The spread constraints of a Pod: one for each word, evenly and as far as it is possible, then those given in full,
 * with our selector where they have none.
 *
 * @throws {PropsError} for a word that is none
 */
export function spreadConstraints(
  place: Place,
  over: readonly SpreadOver[] | undefined,
  constraints: readonly TopologySpreadConstraint[] | undefined,
  selector: Labels,
): readonly TopologySpreadConstraint[] | undefined {
  if (over === undefined && constraints === undefined) return undefined;
  const labelSelector = { matchLabels: selector };
  return [
    ...(over ?? []).map((word, index) => {
      place.at('spread').at(index).oneOf(word, Object.keys(topologyKeys));
      return { topologyKey: topologyKeys[word], maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway', labelSelector };
    }),
    ...(constraints ?? []).map((constraint) => ({ labelSelector, ...constraint })),
  ];
}
