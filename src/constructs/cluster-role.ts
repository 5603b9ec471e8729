import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import type { Patch } from '../api/patch';
import { pathSegmentNameFlaw } from '../values/name';
import { checkProps } from './check-props';
import { ClusterRoleBinding } from './cluster-role-binding';
import { compact } from './compact';
import { type ObjectProps, settleMetadata } from './metadata';
import { defineObject } from './object';
import { Place } from './place';
import type { kplus } from './pod/kplus';
import { SingleObject } from './single-object';
import { type Rules, rulesOf } from './tenancy/rules';
import type { RoleSubject } from './tenancy/subject';

/** Props of a `ClusterRole`: rules of its own, or those of other roles. */
export type ClusterRoleProps = ObjectProps & {
  /**
   * Who gets the role in every namespace and for the cluster's own objects, through a ClusterRoleBinding of the same name.
   * For one namespace, write a `RoleBinding` to this role.
   * @default - nobody, and no ClusterRoleBinding
   */
  readonly subjects?: readonly RoleSubject[];
  /**
   * Roles of Kubernetes for users that get these rules too.
   * @default - none
   */
  readonly aggregateTo?: readonly ('admin' | 'edit' | 'view')[];
  /**
   * Changes to the object, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<api.ClusterRole>;
} & (
    | {
        /** What may be done: `grant(api.nodes, 'get', 'list')`, `grantUrls(['/metrics'], 'get')`, or rules of the API. */
        readonly rules: Rules;
        readonly aggregationRule?: never;
      }
    | {
        /** Whose rules the control plane puts together into this role, by their labels. */
        readonly aggregationRule: NonNullable<api.ClusterRole['aggregationRule']>;
        readonly rules?: never;
      }
  );

/**
 * What may be done in every namespace and with the objects of the cluster, or in the one namespace of a `RoleBinding`.
 *
 * @example
 * const account = new ServiceAccount(chart, 'collector');
 * new ClusterRole(chart, 'node-metrics', {
 *   rules: [grant(api.nodeMetricsEndpoint, 'get'), grantUrls(['/metrics'], 'get')],
 *   subjects: [account],
 * });
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
export class ClusterRole extends SingleObject implements kplus.IClusterRole {
  readonly object: ApiObject;
  readonly resourceType = 'clusterroles';
  /** The ClusterRoleBinding, if there are subjects. */
  readonly binding: ClusterRoleBinding | undefined;

  /**
   * @param id Name of the role, unless `name` is given.
   * @throws {PropsError} for a rule that could never apply, and for a subject that is none
   */
  constructor(scope: Construct, id: string, props: ClusterRoleProps) {
    checkProps(scope, id, { ClusterRole }, props);
    super(scope, id);
    const place = new Place(this);
    const { aggregateTo = [], aggregationRule, annotations, labels, rules, subjects } = props;
    aggregateTo.forEach((role, index) => place.at('aggregateTo').at(index).oneOf(role, ['admin', 'edit', 'view']));
    const aggregation = aggregateTo.map((role) => [`rbac.authorization.k8s.io/aggregate-to-${role}`, 'true'] as const);
    const asked = { ...props, labels: { ...labels, ...Object.fromEntries(aggregation) } };
    const role: api.ClusterRole = compact({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: settleMetadata(this, place, 'ClusterRole', asked, pathSegmentNameFlaw),
      aggregationRule,
      rules: rules && rulesOf(place.at('rules'), rules, 'ClusterRole'),
    } as const);
    this.object = defineObject(this, 'clusterRole', role, props.overrides);
    this.node.defaultChild = this.object;
    this.binding =
      subjects &&
      new ClusterRoleBinding(this, 'binding', { name: props.name ?? id, labels, annotations, role: this, subjects });
  }
}
