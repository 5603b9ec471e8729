import { Field } from '../links/field';
import type { CrossCheckContext } from './cross-check';

/** How many Pods a workload has at most, where that is known. */
export type MostReplicas = (node: number) => number | undefined;

const scalable: ReadonlySet<string> = new Set([
  'Deployment',
  'ReplicaSet',
  'ReplicationController',
  'Rollout',
  'StatefulSet',
]);

/** How many Pods each workload has at most: as many as it says, or as its autoscaler allows. */
export function mostReplicas({ links, manifests }: CrossCheckContext): MostReplicas {
  const limits = new Map<number, number | undefined>();
  for (const { from, kind, to } of links.all) {
    if (kind !== 'scales' || to.length === 0) continue;
    const spec = new Field(manifests[from].object).at('spec');
    if (manifests[from].identity.kind === 'VerticalPodAutoscaler') continue;
    limits.set(to[0], spec.at('maxReplicas').number ?? spec.at('maxReplicaCount').number);
  }
  const known = new Map<number, number | undefined>();
  return (node) => {
    if (!known.has(node)) known.set(node, countOf(node));
    return known.get(node);
  };

  function countOf(node: number): number | undefined {
    if (!scalable.has(manifests[node].identity.kind)) return undefined;
    if (limits.has(node)) return limits.get(node);
    const replicas = new Field(manifests[node].object).at('spec', 'replicas');
    return replicas.exists ? replicas.number : 1;
  }
}
