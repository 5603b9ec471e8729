import { Field } from '../links/field';
import { selectorOfLabels, selectorOfLabelSelector } from '../links/selector';
import type { Problem } from '../problems/problem';
import { isSameObject, nameOf, problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';

/** Kinds that take Pods for their own by a selector. */
const controllers: ReadonlySet<string> = new Set([
  'DaemonSet',
  'Deployment',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
]);

/** Workloads whose selectors take in the Pods of another workload of the namespace, or Pods that belong to none. */
export function overlappingWorkloads(context: CrossCheckContext): readonly Problem[] {
  const { links, manifests } = context;
  const problems: Problem[] = [];
  const known = new Map<number, number>();
  for (const { node } of links.pods) {
    const { kind } = manifests[node].identity;
    if (!controllers.has(kind)) continue;
    const other = findOther(context, node);
    // Each pair once.
    if (other === undefined || known.get(other) === node) continue;
    known.set(node, other);
    const isBare = manifests[other].identity.kind === 'Pod';
    problems.push(
      problemOf(context, {
        code: 'PLM7103',
        node,
        field: 'spec.selector',
        message: isBare
          ? `The selector takes in ${nameOf(context, other, node)} too, which belongs to nobody: it is adopted, and deleted if it is one too many.`
          : `The selector takes in the Pods of ${nameOf(context, other, node)} too.`,
      }),
    );
  }
  return problems;
}

function findOther(context: CrossCheckContext, node: number): number | undefined {
  const { links, manifests } = context;
  const { identity, object } = manifests[node];
  const field = new Field(object).at('spec', 'selector');
  const isMap = identity.kind === 'ReplicationController';
  const selector = isMap ? selectorOfLabels(field) : selectorOfLabelSelector(field);
  // The server refuses an empty selector, and sets one by itself for a ReplicationController without any.
  if (selector.requirements.length === 0) return undefined;
  const namespace = links.namespaces[node];
  const selected = links.find(node, { by: 'selector', group: '', kind: 'Pod', namespaces: [namespace], selector });
  // The ReplicaSets of a Deployment have one label more, which no bare Pod has.
  const adopts = identity.kind === 'ReplicaSet' || isMap;
  return selected.find((other) => {
    const { kind } = manifests[other].identity;
    if (other === node || !(controllers.has(kind) || (adopts && kind === 'Pod'))) return false;
    return links.namespaces[other] === namespace && !isSameObject(context, node, other);
  });
}
