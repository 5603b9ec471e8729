import type { RoleBinding } from '../../api/kubernetes';
import { show } from '../../values/show';
import type { Place } from '../place';

/** A role of ours or of kplus. */
interface RoleObject {
  readonly kind: string;
  readonly name: string;
}

/** Names of the roles that every cluster has, beside which others are possible. */
type KnownClusterRole = 'admin' | 'cluster-admin' | 'edit' | 'view' | (string & Record<never, never>);

/** A role for every namespace: ours, kplus', or one that is there already. */
export type ClusterRoleToBind = RoleObject | { readonly clusterRole: KnownClusterRole };

/** A role for one namespace: ours, kplus', or one that is there already. */
export type RoleToBind = ClusterRoleToBind | { readonly role: string };

/**
 * The role of a binding as the API has it.
 *
 * @param kinds The kinds that the binding can refer to.
 * @throws {PropsError} for another kind
 */
export function roleRef(place: Place, role: RoleToBind, kinds: readonly string[]): RoleBinding['roleRef'] {
  const { kind, name } = referred(role);
  if (!kinds.includes(kind)) {
    place.refuse({
      found: show(kind),
      allowed: kinds.join(' or '),
      fix: 'bind it with a RoleBinding: a Role counts in its namespace only',
    });
  }
  return { apiGroup: 'rbac.authorization.k8s.io', kind, name };
}

function referred(role: RoleToBind): RoleObject {
  if ('clusterRole' in role) return { kind: 'ClusterRole', name: role.clusterRole };
  return 'role' in role ? { kind: 'Role', name: role.role } : { kind: role.kind, name: role.name };
}
