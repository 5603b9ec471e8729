import { type ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import { subdomainNameFlaw } from '../values/name';
import { checkProps } from './check-props';
import { compact } from './compact';
import { mergeSpec } from './merge-spec';
import { settleMetadata } from './metadata';
import { selectorOf } from './network/pod-selection';
import { egressRules, ingressRules } from './network/policy-rules';
import { type LaterRules, laterRules, takeTraffic } from './network/traffic';
import type { NetworkPolicyProps } from './network-policy-props';
import { defineObject } from './object';
import { Place } from './place';
import { SingleObject } from './single-object';

/**
 * Who may talk to Pods, and to whom they may talk. A direction that is not named is not restricted.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 *
 * @example
 * const web = new WebDeployment(chart, 'web', { image: 'registry.example.com/shop:1.4.2', ports: { http: 8080 } });
 * const database = new WebDeployment(chart, 'database', { image: 'postgres:16.4', ports: { postgres: 5432 } });
 * new NetworkPolicy(chart, 'web-traffic', {
 *   for: web,
 *   allowFrom: [{ from: [podsIn('ingress-nginx')], ports: ['http'] }],
 *   allowTo: [dns(), portsOf(database, 'postgres')],
 * });
 */
export class NetworkPolicy<const Port extends string = string> extends SingleObject {
  readonly object: ApiObject;
  readonly resourceType = 'networkpolicies';

  /**
   * @param id Name of the policy, unless `name` is given.
   * @throws {PropsError} for a policy that says nothing, and for a peer or port that is none
   */
  constructor(scope: Construct, id: string, props: NetworkPolicyProps<Port>) {
    checkProps(scope, id, { NetworkPolicy }, props);
    super(scope, id);
    const place = new Place(this);
    const { for: pods, overrides } = props;
    const metadata = settleMetadata(this, place, 'NetworkPolicy', props, subdomainNameFlaw);
    const podSelector = pods === undefined ? {} : selectorOf(place.at('for'), pods);
    const ingress = ingressRules(place, props);
    const egress = egressRules(place, props);
    if (ingress === undefined && egress === undefined) {
      place.refuse({
        found: 'without a rule',
        allowed: 'at least one of allowFrom, allowTo, ingress and egress',
        fix: 'write allowFrom: [] to keep everyone out',
      });
    }
    if (pods !== undefined) takeTraffic(pods, this, { ingress: ingress !== undefined, egress: egress !== undefined });
    const policy = (later: LaterRules): api.NetworkPolicy => {
      const made: api.NetworkPolicy = {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata,
        spec: compact({
          podSelector,
          policyTypes: [...(ingress ? ['Ingress'] : []), ...(egress ? ['Egress'] : [])],
          ingress: ingress && some([...ingress, ...later.ingress]),
          egress: egress && some([...egress, ...later.egress]),
        }),
      };
      return overrides === undefined ? made : mergeSpec(this, 'overrides.networkPolicy', made, overrides);
    };
    const { spec: _spec, ...rest } = policy({ ingress: [], egress: [] });
    // What allowTraffic adds may come after this.
    const produce = (): unknown => policy(pods ? laterRules(pods, this) : { ingress: [], egress: [] }).spec;
    this.object = defineObject(this, 'networkPolicy', {
      ...rest,
      spec: Lazy.any({ produce }) as api.NetworkPolicySpec,
    });
    this.node.defaultChild = this.object;
  }
}

/** A direction without a rule lets nothing through. */
function some<T>(rules: readonly T[]): readonly T[] | undefined {
  return rules.length === 0 ? undefined : rules;
}
