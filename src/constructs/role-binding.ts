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
import { type RoleToBind, roleRef } from './tenancy/role-ref';
import { type RoleSubject, subjectsOf } from './tenancy/subject';

/** Props of a `RoleBinding`. */
export interface RoleBindingProps extends ObjectProps {
  /** The role: ours, kplus', or one that is there already, as `{ clusterRole: 'view' }`. It can never be changed. */
  readonly role: RoleToBind;
  /** Who gets it. */
  readonly subjects: readonly RoleSubject[];
  /**
   * Changes to the object, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<api.RoleBinding>;
}

/**
 * Gives a role to somebody, in one namespace.
 *
 * @example
 * new RoleBinding(chart, 'viewers', { role: { clusterRole: 'view' }, subjects: [{ group: 'support' }] });
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
export class RoleBinding extends SingleObject {
  readonly object: ApiObject;
  readonly resourceType = 'rolebindings';

  /**
   * @param id Name of the binding, unless `name` is given.
   * @throws {PropsError} for a role or subject that is none
   */
  constructor(scope: Construct, id: string, props: RoleBindingProps) {
    checkProps(scope, id, { RoleBinding }, props);
    super(scope, id);
    const place = new Place(this);
    const binding: api.RoleBinding = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: settleMetadata(this, place, 'RoleBinding', props, pathSegmentNameFlaw),
      roleRef: roleRef(place.at('role'), props.role, ['Role', 'ClusterRole']),
      subjects: subjectsOf(place.at('subjects'), props.subjects),
    };
    this.object = defineObject(this, 'roleBinding', binding, props.overrides);
    this.node.defaultChild = this.object;
  }
}
