import { Field } from '../links/field';
import type { Problem } from '../problems/problem';
import { nameOf, problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';

/** Workloads with `replicas` that an autoscaler scales. */
export function replicasWithAutoscaler(context: CrossCheckContext): readonly Problem[] {
  const { links, manifests } = context;
  const problems: Problem[] = [];
  for (const { from, kind, to } of links.all) {
    if (kind !== 'scales' || to.length === 0) continue;
    if (manifests[from].identity.kind === 'VerticalPodAutoscaler') continue;
    const replicas = new Field(manifests[to[0]].object).at('spec', 'replicas');
    // None at all switches the autoscaler off.
    if (replicas.number === undefined || replicas.number === 0) continue;
    const message = `replicas is ${replicas.number}, and ${nameOf(context, from)} sets it too.`;
    problems.push(problemOf(context, { code: 'PLM7203', node: to[0], field: replicas.path, message }));
  }
  return problems;
}
