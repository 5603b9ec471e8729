import type { PolicyRule } from '../../api/kubernetes';
import type { Place } from '../place';

/** Rules of a role: what `grant()` gives, or rules as the API has them. */
export type Rules = readonly (PolicyRule | readonly PolicyRule[])[];

/**
 * The rules of a role as the API has them.
 *
 * @throws {PropsError} for paths in a Role, whose namespace has none
 */
export function rulesOf(place: Place, rules: Rules, kind: 'Role' | 'ClusterRole'): readonly PolicyRule[] {
  return rules.flatMap((rule, index) => {
    const some = (Array.isArray(rule) ? rule : [rule]) as readonly PolicyRule[];
    if (kind === 'Role' && some.some(({ nonResourceURLs }) => nonResourceURLs !== undefined)) {
      place.at(index).refuse({
        found: 'paths of the API server',
        allowed: 'resources: a namespace has no paths',
        fix: 'grant them with a ClusterRole and a ClusterRoleBinding',
      });
    }
    return some;
  });
}
