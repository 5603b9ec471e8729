import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import type { Patch } from '../api/patch';
import { pathSegmentNameFlaw } from '../values/name';
import { checkProps } from './check-props';
import { type ObjectProps, settleMetadata } from './metadata';
import { defineObject } from './object';
import { Place } from './place';
import { SingleObject } from './single-object';
import { type ClusterRoleToBind, roleRef } from './tenancy/role-ref';
import { type RoleSubject, subjectsOf } from './tenancy/subject';

/** Props of a `ClusterRoleBinding`. */
export interface ClusterRoleBindingProps extends ObjectProps {
  /** The role: ours, kplus', or one that is there already, as `{ clusterRole: 'view' }`. It can never be changed. */
  readonly role: ClusterRoleToBind;
  /** Who gets it. */
  readonly subjects: readonly RoleSubject[];
  /**
   * Changes to the object, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<api.ClusterRoleBinding>;
}

/**
 * Gives a role to somebody, in every namespace and for the objects of the cluster.
 *
 * @example
 * new ClusterRoleBinding(chart, 'auditors', { role: { clusterRole: 'view' }, subjects: [{ group: 'auditors' }] });
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
export class ClusterRoleBinding extends SingleObject {
  readonly object: ApiObject;
  readonly resourceType = 'clusterrolebindings';

  /**
   * @param id Name of the binding, unless `name` is given.
   * @throws {PropsError} for a role or subject that is none
   */
  constructor(scope: Construct, id: string, props: ClusterRoleBindingProps) {
    checkProps(scope, id, { ClusterRoleBinding }, props);
    super(scope, id);
    const place = new Place(this);
    const binding: api.ClusterRoleBinding = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: settleMetadata(this, place, 'ClusterRoleBinding', props, pathSegmentNameFlaw),
      roleRef: roleRef(place.at('role'), props.role, ['ClusterRole']),
      subjects: subjectsOf(place.at('subjects'), props.subjects),
    };
    this.object = defineObject(this, 'clusterRoleBinding', binding, props.overrides);
    this.node.defaultChild = this.object;
  }
}
