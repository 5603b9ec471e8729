import type { ApiObject } from 'cdk8s';
import type {
  NetworkPolicy,
  NetworkPolicyEgressRule,
  NetworkPolicyIngressRule,
  NetworkPolicyPeer,
  NetworkPolicyPort,
} from '../../api/kubernetes';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { Labels } from '../labels';
import type { Place } from '../place';
import type { kplus } from '../pod/kplus';
import { type WorkloadContext, defineChild } from './context';
import { kplusPeers } from './kplus-peers';
import type { PodPort } from './pod-port';

/** Anything whose Pods can be told by their labels: our workloads are. */
export interface PodsByLabel {
  /** Labels by which its Pods are found. */
  readonly selectorLabels: Labels;
}

/** Who talks: a workload of ours in the same namespace, a peer as the API has it, or one of kplus. */
export type Peer = PodsByLabel | NetworkPolicyPeer | kplus.INetworkPolicyPeer;

/**
 * Who may talk to the Pods and to whom they may talk. A direction that is not named is not restricted.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export interface NetworkPolicyProps<Port extends string> {
  /**
   * Who may reach the Pods; an empty list keeps everyone out.
   * @default - anyone, unless `ingress` is given
   */
  readonly allowFrom?: readonly Peer[];
  /**
   * Ports that they may reach.
   * @default - every port that is declared
   */
  readonly ports?: readonly Port[];
  /**
   * Whom the Pods may reach, on any port; an empty list lets nothing out. Remember DNS.
   * @default - anyone, unless `egress` is given
   */
  readonly allowTo?: readonly Peer[];
  /**
   * Further rules for traffic to the Pods, as the API has them.
   * @default - none
   */
  readonly ingress?: readonly NetworkPolicyIngressRule[];
  /**
   * Further rules for traffic from the Pods, as the API has them.
   * @default - none
   */
  readonly egress?: readonly NetworkPolicyEgressRule[];
}

/**
 * The policy of a workload, if it was asked for.
 *
 * @throws {PropsError} for a policy that says nothing, and for a peer that is none
 */
export function defineNetworkPolicy(
  context: WorkloadContext,
  asked: NetworkPolicyProps<string> | undefined,
  ports: ReadonlyMap<string, PodPort>,
): ApiObject | undefined {
  if (asked === undefined) return undefined;
  const { identity, place } = context;
  const policy: NetworkPolicy = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: identity.metadata(),
    spec: networkPolicySpec(place.at('networkPolicy'), asked, identity.selector, ports),
  };
  return defineChild(context, 'networkPolicy', policy);
}

/**
 * The policy's spec.
 *
 * @throws {PropsError} for a policy that says nothing, and for a peer that is none
 */
export function networkPolicySpec(
  place: Place,
  props: NetworkPolicyProps<string>,
  selector: Labels,
  declared: ReadonlyMap<string, PodPort>,
): NetworkPolicy['spec'] {
  const { allowFrom, allowTo, ingress, egress } = props;
  const restrictsIngress = allowFrom !== undefined || ingress !== undefined;
  const restrictsEgress = allowTo !== undefined || egress !== undefined;
  if (!restrictsIngress && !restrictsEgress) {
    place.refuse({
      found: 'without a rule',
      allowed: 'at least one of allowFrom, allowTo, ingress and egress',
      fix: 'write allowFrom: [] to keep everyone out, or leave networkPolicy out',
    });
  }
  const from = peers(place.at('allowFrom'), allowFrom);
  const to = peers(place.at('allowTo'), allowTo);
  const ports = policyPorts(place.at('ports'), props.ports, declared);
  const ingressRules = [...(from.length > 0 ? [compact({ from, ports })] : []), ...(ingress ?? [])];
  const egressRules = [...(to.length > 0 ? [{ to }] : []), ...(egress ?? [])];
  return compact({
    podSelector: { matchLabels: selector },
    policyTypes: [...(restrictsIngress ? ['Ingress'] : []), ...(restrictsEgress ? ['Egress'] : [])],
    // A direction without a rule lets nothing through.
    ingress: ingressRules.length > 0 ? ingressRules : undefined,
    egress: egressRules.length > 0 ? egressRules : undefined,
  });
}

function policyPorts(
  place: Place,
  names: readonly string[] | undefined,
  declared: ReadonlyMap<string, PodPort>,
): NetworkPolicyPort[] | undefined {
  const chosen = (names ?? [...declared.keys()]).map((name, index) => {
    place.at(index).oneOf(name, [...declared.keys()]);
    const { protocol } = declared.get(name)!;
    // Without a protocol, the API means TCP.
    return compact({ protocol: protocol === 'TCP' ? undefined : protocol, port: name });
  });
  return chosen.length === 0 ? undefined : chosen;
}

function peers(place: Place, given: readonly Peer[] | undefined): NetworkPolicyPeer[] {
  return (given ?? []).flatMap((peer, index): readonly NetworkPolicyPeer[] => {
    if (typeof peer === 'object' && peer !== null) {
      if ('selectorLabels' in peer) return [{ podSelector: { matchLabels: peer.selectorLabels } }];
      if ('toNetworkPolicyPeerConfig' in peer) return kplusPeers(peer);
      if ('podSelector' in peer || 'namespaceSelector' in peer || 'ipBlock' in peer) return [peer];
    }
    return place.at(index).refuse({
      found: show(peer),
      allowed: 'a workload, or { podSelector }, { namespaceSelector } or { ipBlock }',
      fix: 'pass the construct itself',
    });
  });
}
