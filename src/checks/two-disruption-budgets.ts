import type { Problem } from '../problems/problem';
import { isSameObject, nameOf, problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';

/** Pods that two budgets select: the API that evicts Pods refuses them. */
export function twoDisruptionBudgets(context: CrossCheckContext): readonly Problem[] {
  const { links, manifests } = context;
  const first = new Map<number, number>();
  const problems: Problem[] = [];
  for (const link of links.all) {
    const { from, to } = link;
    if (manifests[from].identity.kind !== 'PodDisruptionBudget') continue;
    const shared = to.find((node) => {
      const other = first.get(node);
      return (
        other !== undefined && links.namespaces[from] === links.namespaces[other] && !isSameObject(context, from, other)
      );
    });
    for (const node of to) if (!first.has(node)) first.set(node, from);
    if (shared === undefined) continue;
    const other = first.get(shared) ?? from;
    const message = `The Pods of ${nameOf(context, shared)} are selected by ${nameOf(context, other)} too.`;
    problems.push(problemOf(context, { code: 'PLM7201', node: from, field: link.field, message }));
  }
  return problems;
}
