import type { Problem } from '../problems/problem';
import { nameOf, problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';
import { boundInCluster, covers, rulesOf } from './roles';
import type { RoleRule } from './roles';

/**
 * ClusterRoles that are given in the whole cluster and lead to more: to all Secrets, into all Pods, to other roles and identities.
 * Once for each role. A role that allows everything is another check's.
 */
export function permissionToEscalate(context: CrossCheckContext): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [node, binding] of boundInCluster(context)) {
    // Kubernetes keeps names with this start for itself.
    if (context.manifests[node].identity.name.startsWith('system:')) continue;
    const rules = rulesOf(context, node);
    if (rules.some(({ groups, resources, verbs }) => [groups, resources, verbs].every((list) => list.includes('*'))))
      continue;
    const found = rules.flatMap((rule) => powersOf(rule).map((power) => ({ power, rule })));
    if (found.length === 0) continue;
    const powers = [...new Set(found.map(({ power }) => power))];
    const message = `Whom ${nameOf(context, binding)} names may ${powers.join(', and ')}, in the whole cluster.`;
    problems.push(problemOf(context, { code: 'PLM7405', node, field: found[0].rule.field.path, message }));
  }
  return problems;
}

const rbac = 'rbac.authorization.k8s.io';

function powersOf({ groups, isNarrow, resources, verbs }: RoleRule): readonly string[] {
  if (isNarrow) return [];
  const powers: string[] = [];
  if (covers(groups, '')) {
    if (covers(resources, 'secrets') && covers(verbs, 'get', 'list', 'watch')) powers.push('read every Secret');
    if (covers(resources, 'pods/exec', 'pods/attach') && covers(verbs, 'create', 'get'))
      powers.push('act inside every Pod');
    if (covers(resources, 'serviceaccounts/token') && covers(verbs, 'create')) powers.push('become any ServiceAccount');
    if (covers(resources, 'users', 'groups', 'serviceaccounts') && verbs.includes('impersonate')) {
      powers.push('act as somebody else');
    }
  }
  if (covers(groups, rbac) && covers(resources, 'roles', 'clusterroles')) {
    if (covers(verbs, 'escalate')) powers.push('write roles with permissions that it does not have');
    if (covers(verbs, 'bind')) powers.push('give any role to anybody');
  }
  return powers;
}
