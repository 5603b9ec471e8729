import type { NetworkPolicyPeer } from '../../api/kubernetes';
import { show } from '../../values/show';
import type { Place } from '../place';
import { defaultsOf } from '../scope-defaults';
import { kplusPeers } from '../workload/kplus-peers';
import type { Peer } from '../workload/network-policy';
import { cidrFlaw } from '../../values/cidr';
import { isOurs } from './pod-selection';

/** The label that Kubernetes puts on every namespace. */
const namespaceLabel = 'kubernetes.io/metadata.name';

/**
 * Peers as the API has them. A workload of ours in another namespace is found there.
 *
 * @throws {PropsError} for a peer that is none
 */
export function peersOf(place: Place, peers: readonly Peer[]): readonly NetworkPolicyPeer[] {
  return peers.flatMap((peer, index) => peerOf(place.at(index), peer));
}

/** One peer as the API has it; a namespace of kplus may become several. */
export function peerOf(place: Place, peer: Peer): readonly NetworkPolicyPeer[] {
  if (typeof peer === 'object' && peer !== null) {
    if (isOurs(peer)) {
      const pods = { podSelector: { matchLabels: { ...peer.selectorLabels } } };
      const there = namespaceOf(peer);
      const elsewhere = there !== undefined && there !== namespaceOf(place.construct);
      return [elsewhere ? { ...inNamespace(there), ...pods } : pods];
    }
    if ('toNetworkPolicyPeerConfig' in peer) return kplusPeers(peer);
    if ('podSelector' in peer || 'namespaceSelector' in peer || 'ipBlock' in peer) return [checkBlock(place, peer)];
  }
  return place.refuse({
    found: show(peer),
    allowed: 'a workload, { podSelector }, { namespaceSelector } or { ipBlock }, or what dns() and the like give',
    fix: 'pass the construct itself',
  });
}

/** The selector of one namespace. */
export function inNamespace(name: string): Pick<NetworkPolicyPeer, 'namespaceSelector'> {
  return { namespaceSelector: { matchLabels: { [namespaceLabel]: name } } };
}

function namespaceOf(construct: object): string | undefined {
  return 'node' in construct ? defaultsOf(construct).namespace : undefined;
}

function checkBlock(place: Place, peer: NetworkPolicyPeer): NetworkPolicyPeer {
  const { ipBlock, podSelector, namespaceSelector } = peer;
  if (ipBlock === undefined) return peer;
  place.at('ipBlock').at('cidr').check(cidrFlaw(ipBlock.cidr));
  ipBlock.except?.forEach((range, index) => place.at('ipBlock').at('except').at(index).check(cidrFlaw(range)));
  if (podSelector === undefined && namespaceSelector === undefined) return peer;
  return place.refuse({
    found: 'addresses and a selector at once',
    allowed: 'one of the two',
    fix: 'make it two peers',
  });
}
