import type { Toleration } from '../../api/kubernetes';
import type { Place } from '../place';

/**
 * Taints by name: those of the control plane, of nodes that a cloud has not set up yet, every one that keeps Pods from a
 * node, every one that ends them, or every one there is.
 */
export type Tolerated = 'controlPlane' | 'uninitialized' | 'noSchedule' | 'noExecute' | 'everything';

const tolerations: Readonly<Record<Tolerated, Toleration>> = {
  controlPlane: { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' },
  uninitialized: { key: 'node.cloudprovider.kubernetes.io/uninitialized', operator: 'Exists', effect: 'NoSchedule' },
  noSchedule: { operator: 'Exists', effect: 'NoSchedule' },
  noExecute: { operator: 'Exists', effect: 'NoExecute' },
  everything: { operator: 'Exists' },
};

/**
 * The tolerations of a Pod: one for each word, then those given in full.
 *
 * @throws {PropsError} for a word that is none
 */
export function toleratedTaints(
  place: Place,
  words: readonly Tolerated[] | undefined,
  given: readonly Toleration[] | undefined,
): readonly Toleration[] | undefined {
  if (words === undefined) return given;
  words.forEach((word, index) => place.at(index).oneOf(word, Object.keys(tolerations)));
  return [...words.map((word) => tolerations[word]), ...(given ?? [])];
}
