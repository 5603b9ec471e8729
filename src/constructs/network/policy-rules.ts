import type { NetworkPolicyEgressRule, NetworkPolicyIngressRule, NetworkPolicyPeer } from '../../api/kubernetes';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { NetworkPolicyProps, TrafficSource } from '../network-policy-props';
import type { Place } from '../place';
import type { Peer } from '../workload/network-policy';
import type { TrafficDestination } from './destination';
import { peerOf, peersOf } from './peers';
import { hasPorts } from './pod-selection';
import { policyPorts } from './policy-ports';

/**
 * Rules for traffic to the Pods: one for the peers that name no ports themselves, then one for each that does, then
 * those of the API.
 *
 * @returns `undefined` when the direction is not restricted.
 * @throws {PropsError} for a peer or port that is none
 */
export function ingressRules(place: Place, props: NetworkPolicyProps): NetworkPolicyIngressRule[] | undefined {
  const { allowFrom, ingress } = props;
  if (allowFrom === undefined && ingress === undefined) {
    if (props.ports !== undefined) {
      place.at('ports').refuse({
        found: 'given without allowFrom',
        allowed: 'the ports of those in allowFrom',
        fix: 'say in allowFrom who may reach them',
      });
    }
    return undefined;
  }
  const pods = hasPorts(props.for) ? props.for : undefined;
  const shared = props.ports && policyPorts(place.at('ports'), props.ports, pods);
  const plain: NetworkPolicyPeer[] = [];
  const rules: NetworkPolicyIngressRule[] = [];
  (allowFrom ?? []).forEach((source, index) => {
    const here = place.at('allowFrom').at(index);
    if (!isSource(source)) return void plain.push(...peerOf(here, source));
    checkSome(here.at('from'), source.from);
    const ports = source.ports ? policyPorts(here.at('ports'), source.ports, pods) : shared;
    rules.push(compact({ from: peersOf(here.at('from'), source.from), ports }));
  });
  const first = plain.length > 0 ? [compact({ from: plain, ports: shared })] : [];
  return [...first, ...rules, ...(ingress ?? [])];
}

/**
 * Rules for traffic from the Pods: one for the peers that may be reached on any port, then one for each destination, then
 * those of the API.
 *
 * @returns `undefined` when the direction is not restricted.
 * @throws {PropsError} for a peer or port that is none
 */
export function egressRules(place: Place, props: NetworkPolicyProps): NetworkPolicyEgressRule[] | undefined {
  const { allowTo, egress } = props;
  if (allowTo === undefined && egress === undefined) return undefined;
  const plain: NetworkPolicyPeer[] = [];
  const rules: NetworkPolicyEgressRule[] = [];
  (allowTo ?? []).forEach((destination, index) => {
    const here = place.at('allowTo').at(index);
    if (!isDestination(destination)) return void plain.push(...peerOf(here, destination));
    rules.push(egressRule(here, destination));
  });
  return [...(plain.length > 0 ? [{ to: plain }] : []), ...rules, ...(egress ?? [])];
}

/** The rule that lets traffic to a destination out. */
export function egressRule(place: Place, { to, ports }: TrafficDestination): NetworkPolicyEgressRule {
  checkSome(place.at('to'), to);
  return compact({ to: peersOf(place.at('to'), to), ports: ports && policyPorts(place.at('ports'), ports) });
}

function isSource(source: Peer | TrafficSource): source is TrafficSource {
  return typeof source === 'object' && source !== null && 'from' in source && Array.isArray(source.from);
}

function isDestination(destination: Peer | TrafficDestination): destination is TrafficDestination {
  return (
    typeof destination === 'object' && destination !== null && 'to' in destination && Array.isArray(destination.to)
  );
}

/** An empty list means everyone to the API, which nobody would guess. */
function checkSome(place: Place, peers: readonly Peer[]): void {
  if (peers.length > 0) return;
  place.refuse({
    found: show(peers),
    allowed: 'at least one peer: to Kubernetes an empty list is everyone',
    fix: 'name a peer; for everyone inside the cluster, write { namespaceSelector: {} }',
  });
}
