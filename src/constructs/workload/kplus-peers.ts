import type { LabelSelector, NetworkPolicyPeer } from '../../api/kubernetes';
import { plain } from '../../api/plain';
import type { kplus } from '../pod/kplus';

/** The internal method of kplus' `LabelSelector` and `NetworkPolicyIpBlock` that we depend on. */
interface KplusInternal {
  _toKube(): unknown;
}

/** The label that Kubernetes puts on every namespace. */
const namespaceName = 'kubernetes.io/metadata.name';

/** What a peer of cdk8s-plus-27 means, as the API has it. */
export function kplusPeers(peer: kplus.INetworkPolicyPeer): readonly NetworkPolicyPeer[] {
  const { ipBlock, podSelector } = peer.toNetworkPolicyPeerConfig();
  if (ipBlock !== undefined) return [{ ipBlock: plain(toKube(ipBlock)) as NetworkPolicyPeer['ipBlock'] }];
  const pods = selectorOf(podSelector?.labelSelector);
  const spaces = podSelector?.namespaces;
  const byLabel = spaces?.labelSelector && selectorOf(spaces.labelSelector);
  if (spaces?.names === undefined) {
    return [{ podSelector: pods, ...(byLabel ? { namespaceSelector: byLabel } : {}) }];
  }
  // One selector cannot name two namespaces, so each gets a peer of its own.
  return spaces.names.map((name) => ({
    podSelector: pods,
    namespaceSelector: { ...byLabel, matchLabels: { ...byLabel?.matchLabels, [namespaceName]: name } },
  }));
}

/** What a selector of cdk8s-plus-27 means, as the API has it. Namespaces are not part of it. */
export function kplusSelector(selection: kplus.IPodSelector): LabelSelector {
  return selectorOf(selection.toPodSelectorConfig().labelSelector);
}

function selectorOf(selector: kplus.LabelSelector | undefined): LabelSelector {
  const { matchLabels, matchExpressions } = (selector === undefined ? {} : toKube(selector)) as LabelSelector;
  return { ...(matchLabels ? { matchLabels } : {}), ...(matchExpressions ? { matchExpressions } : {}) };
}

function toKube(value: object): unknown {
  return (value as KplusInternal)._toKube();
}
