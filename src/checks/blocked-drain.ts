import { Field } from '../links/field';
import type { Problem } from '../problems/problem';
import { nameOf, problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';
import { mostReplicas } from './replicas';

/** Budgets that never allow a Pod to be evicted, however many of them are ready. */
export function blockedDrain(context: CrossCheckContext): readonly Problem[] {
  const { links, manifests } = context;
  const replicasOf = mostReplicas(context);
  const problems: Problem[] = [];
  for (const { from, to } of links.all) {
    if (manifests[from].identity.kind !== 'PodDisruptionBudget' || to.length === 0) continue;
    const counts = to.map(replicasOf);
    const total = counts.reduce<number | undefined>((sum, count) => add(sum, count), 0);
    const spec = new Field(manifests[from].object).at('spec');
    const blocking = findBlocking(spec, total);
    if (!blocking) continue;
    const [field, limit] = blocking;
    const owner = nameOf(context, to[0], from);
    const pods =
      total === undefined
        ? `the Pods of ${owner}`
        : `${owner} has ${total === 1 ? 'one Pod' : `at most ${total} Pods`}`;
    const message =
      total === undefined || field === 'maxUnavailable'
        ? `${field} is ${limit}: none of the Pods of ${owner} may ever be evicted.`
        : `${field} is ${limit} and ${pods}: none of them may ever be evicted.`;
    problems.push(problemOf(context, { code: 'PLM7202', node: from, field: `spec.${field}`, message }));
  }
  return problems;
}

function add(sum: number | undefined, count: number | undefined): number | undefined {
  return sum === undefined || count === undefined ? undefined : sum + count;
}

/** The field that blocks, and its value. The disruption controller rounds percentages up. */
function findBlocking(spec: Field, total: number | undefined): readonly [string, string] | undefined {
  const unavailable = spec.at('maxUnavailable').value;
  if (unavailable === 0 || unavailable === '0%') return ['maxUnavailable', String(unavailable)];
  const available = spec.at('minAvailable').value;
  if (available === '100%') return ['minAvailable', available];
  // Without Pods there is nothing to evict.
  if (total === undefined || total === 0) return undefined;
  const percent = typeof available === 'string' ? /^(\d+)%$/.exec(available) : null;
  const least = percent ? Math.ceil((Number(percent[1]) * total) / 100) : available;
  return typeof least === 'number' && least >= total ? ['minAvailable', String(available)] : undefined;
}
