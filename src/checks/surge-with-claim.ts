import { Field } from '../links/field';
import type { Problem } from '../problems/problem';
import { nameOf, problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';

/** Deployments that make a new Pod before they take the old one away, with a claim that one node can use at a time. */
export function surgeWithClaim(context: CrossCheckContext): readonly Problem[] {
  const { links, manifests } = context;
  const problems: Problem[] = [];
  for (const link of links.all) {
    const { from, kind, to } = link;
    if (kind !== 'claims' || to.length === 0 || manifests[from].identity.kind !== 'Deployment') continue;
    const spec = new Field(manifests[from].object).at('spec');
    const strategy = spec.at('strategy');
    const surge = strategy.at('rollingUpdate', 'maxSurge').value;
    if (strategy.at('type').text === 'Recreate' || surge === 0 || surge === '0%' || spec.at('replicas').number === 0)
      continue;
    const modes = claimOf(manifests[to[0]].object);
    if (modes.length === 0 || !modes.every((mode) => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod')) continue;
    const isDefault = !strategy.at('type').exists;
    const message =
      `${nameOf(context, to[0])} is ${modes.join(', ')}, and the strategy is RollingUpdate${isDefault ? ' (the default)' : ''}: ` +
      `the new Pod waits for the volume, and the old Pod for the new one.`;
    problems.push(problemOf(context, { code: 'PLM7204', node: from, field: link.field, message }));
  }
  return problems;
}

/** The access modes of a claim; none of what is no claim. */
function claimOf(object: unknown): readonly string[] {
  const field = new Field(object);
  return field.at('kind').text === 'PersistentVolumeClaim' ? field.at('spec', 'accessModes').texts : [];
}
