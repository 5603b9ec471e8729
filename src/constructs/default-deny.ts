import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import type { Patch } from '../api/patch';
import { subdomainNameFlaw } from '../values/name';
import { checkProps } from './check-props';
import { compact } from './compact';
import { type ObjectProps, settleMetadata } from './metadata';
import { denyIn } from './network/denials';
import { type DnsOptions, dns } from './network/destination';
import { egressRule } from './network/policy-rules';
import { defineObject } from './object';
import { Place } from './place';
import { SingleObject } from './single-object';

/** Props of a `DefaultDeny`. */
export type DefaultDenyProps = ObjectProps & {
  /**
   * Changes to the object, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<api.NetworkPolicy>;
} & (
    | {
        /**
         * Which traffic is denied.
         * @default 'all'
         */
        readonly traffic?: 'egress' | 'all';
        /**
         * Whether the Pods may ask the cluster's DNS, and where it is. Without it they find no Service by its name.
         * @default true
         */
        readonly allowDns?: boolean | DnsOptions;
      }
    | {
        /** Only what reaches the Pods is denied: then what leaves them needs no exception. */
        readonly traffic: 'ingress';
        readonly allowDns?: never;
      }
  );

/**
 * Traffic that no Pod of a namespace has unless another NetworkPolicy allows it: that of the chart, or of the scope.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-policies
 *
 * @example
 * new DefaultDeny(chart, 'default-deny');
 */
export class DefaultDeny extends SingleObject {
  readonly object: ApiObject;
  readonly resourceType = 'networkpolicies';

  /**
   * @param id Name of the policy, unless `name` is given.
   * @throws {PropsError} for a word that is none
   */
  constructor(scope: Construct, id: string, props: DefaultDenyProps = {}) {
    checkProps(scope, id, { DefaultDeny }, props);
    super(scope, id);
    const place = new Place(this);
    const { traffic = 'all', allowDns } = props;
    place.at('traffic').oneOf(traffic, ['ingress', 'egress', 'all']);
    if (traffic === 'ingress' && allowDns !== undefined) {
      place.at('allowDns').refuse({
        found: 'given while what leaves the Pods is not restricted',
        allowed: "left out with traffic: 'ingress'",
        fix: 'leave it out',
      });
    }
    const asks = traffic !== 'ingress' && allowDns !== false;
    const servers = typeof allowDns === 'object' ? dns(allowDns) : dns();
    const policy: api.NetworkPolicy = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: settleMetadata(this, place, 'NetworkPolicy', props, subdomainNameFlaw),
      spec: compact({
        podSelector: {},
        policyTypes: [...(traffic === 'egress' ? [] : ['Ingress']), ...(traffic === 'ingress' ? [] : ['Egress'])],
        egress: asks ? [egressRule(place.at('allowDns'), servers)] : undefined,
      }),
    };
    denyIn(this, [
      ...(traffic === 'egress' ? [] : ['ingress' as const]),
      ...(traffic === 'ingress' ? [] : ['egress' as const]),
    ]);
    this.object = defineObject(this, 'networkPolicy', policy, props.overrides);
    this.node.defaultChild = this.object;
  }
}
