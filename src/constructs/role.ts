import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import type { Patch } from '../api/patch';
import { pathSegmentNameFlaw } from '../values/name';
import { checkProps } from './check-props';
import { type ObjectProps, settleMetadata } from './metadata';
import { defineObject } from './object';
import { Place } from './place';
import type { kplus } from './pod/kplus';
import { RoleBinding } from './role-binding';
import { SingleObject } from './single-object';
import { type Rules, rulesOf } from './tenancy/rules';
import type { RoleSubject } from './tenancy/subject';

/** Props of a `Role`. */
export interface RoleProps extends ObjectProps {
  /** What may be done, in the namespace: `grant(api.pods, 'get', 'list')`, or rules as the API has them. */
  readonly rules: Rules;
  /**
   * Who gets the role, through a RoleBinding of the same name.
   * @default - nobody, and no RoleBinding
   */
  readonly subjects?: readonly RoleSubject[];
  /**
   * Changes to the object, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<api.Role>;
}

/**
 * What may be done in a namespace, and who may do it.
 *
 * @example
 * const agent = new WebDeployment(chart, 'agent', {
 *   image: 'registry.example.com/agent:1.0.0',
 *   serviceAccount: true,
 *   automountServiceAccountToken: true,
 * });
 * new Role(chart, 'pod-reader', {
 *   rules: [grant(api.pods, 'get', 'list', 'watch'), grant(api.named(api.configMaps, 'settings'), 'get')],
 *   subjects: [agent],
 * });
 * // grant(api.podLog, 'list') does not compile: logs can be got, and nothing else
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
export class Role extends SingleObject implements kplus.IRole {
  readonly object: ApiObject;
  readonly resourceType = 'roles';
  /** The RoleBinding, if there are subjects. */
  readonly binding: RoleBinding | undefined;

  /**
   * @param id Name of the role, unless `name` is given.
   * @throws {PropsError} for a rule that could never apply, and for a subject that is none
   */
  constructor(scope: Construct, id: string, props: RoleProps) {
    checkProps(scope, id, { Role }, props);
    super(scope, id);
    const place = new Place(this);
    const role: api.Role = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: settleMetadata(this, place, 'Role', props, pathSegmentNameFlaw),
      rules: rulesOf(place.at('rules'), props.rules, 'Role'),
    };
    this.object = defineObject(this, 'role', role, props.overrides);
    this.node.defaultChild = this.object;
    const { labels, annotations, subjects } = props;
    this.binding =
      subjects &&
      new RoleBinding(this, 'binding', { name: props.name ?? id, labels, annotations, role: this, subjects });
  }
}
