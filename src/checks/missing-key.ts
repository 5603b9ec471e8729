import type { Problem } from '../problems/problem';
import { nameOf, problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';
import { similar } from './similar';

/** Keys that a ConfigMap or Secret does not have; only where all of its keys are known. */
export function missingKey(context: CrossCheckContext): readonly Problem[] {
  const problems: Problem[] = [];
  for (const link of context.links.all) {
    const { from, isOptional, key, to } = link;
    if (key === undefined || isOptional || to.length === 0) continue;
    const keys = context.links.keysOf(link);
    if (!keys || keys.includes(key)) continue;
    const meant = similar(key, keys);
    const there = meant === undefined ? `its keys are ${listed(keys)}` : `there is "${meant}"`;
    problems.push(
      problemOf(context, {
        code: 'PLM7002',
        node: from,
        field: link.field,
        message: `${nameOf(context, to[0], from)} has no key "${key}"; ${there}. The container does not start.`,
      }),
    );
  }
  return problems;
}

function listed(keys: readonly string[]): string {
  const shown = keys.slice(0, 5).map((key) => `"${key}"`);
  return keys.length > 5 ? `${shown.join(', ')} and ${keys.length - 5} more` : shown.join(', ');
}
