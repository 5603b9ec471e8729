import { Field } from '../links/field';
import { groupOf } from '../links/kinds';
import type { PodTemplate } from '../links/pod-template';
import { selectorOfLabelSelector, selects } from '../links/selector';
import type { LabelMap } from '../links/selector';
import type { CrossCheckContext } from './cross-check';
import { declaredPorts } from './ports';

/** A direction of traffic, as seen from the Pods that a policy is about. */
export type Direction = 'ingress' | 'egress';

/** The policies that restrict Pods, in one direction. */
export interface Restriction {
  /** The policies, as indices into the manifests. */
  readonly policies: readonly number[];
  readonly rules: readonly Field[];
}

/** Pods that more rules are about are not looked at: each connection would have to be held against each rule. */
const mostRules = 200;

/** Who may talk to whom, as far as NetworkPolicies say it. */
export class Policies {
  private readonly byPod: Readonly<
    Record<Direction, Map<number, { readonly policies: number[]; readonly rules: Field[] }>>
  > = {
    ingress: new Map(),
    egress: new Map(),
  };
  private readonly labels = new Map<string, LabelMap>();

  constructor(private readonly context: CrossCheckContext) {
    const { links, manifests } = context;
    // Policies of network plugins may allow what these do not.
    if (manifests.some(({ identity }) => foreign.test(groupOf(identity.apiVersion)))) return;
    manifests.forEach(({ identity, object }) => {
      if (identity.kind !== 'Namespace') return;
      const labels = new Field(object).at('metadata', 'labels').value as LabelMap | undefined;
      this.labels.set(identity.name, { ...labels, 'kubernetes.io/metadata.name': identity.name });
    });
    for (const { from, kind, to } of links.all) {
      if (kind !== 'guards' || manifests[from].identity.kind !== 'NetworkPolicy') continue;
      const spec = new Field(manifests[from].object).at('spec');
      for (const direction of directionsOf(spec)) {
        const rules = spec.at(direction).items();
        for (const node of to) this.add(direction, node, from, rules);
      }
    }
  }

  /** Whether nothing is restricted. */
  get isEmpty(): boolean {
    return this.byPod.ingress.size === 0 && this.byPod.egress.size === 0;
  }

  /** What restricts the Pods of an object; undefined where nothing does. */
  of(direction: Direction, node: number): Restriction | undefined {
    const restriction = this.byPod[direction].get(node);
    return restriction && isWithinBounds(restriction) ? restriction : undefined;
  }

  /** The objects whose Pods are restricted. */
  restricted(direction: Direction): Iterable<readonly [node: number, restriction: Restriction]> {
    return [...this.byPod[direction]].filter(([, restriction]) => isWithinBounds(restriction));
  }

  /** Whether a rule is about Pods: what cannot be known, such as the addresses of an IP block, is. */
  mayMeet(rule: Field, direction: Direction, policy: number, other: PodTemplate): boolean {
    const peers = rule.at(direction === 'ingress' ? 'from' : 'to').items();
    const { namespaces } = this.context.links;
    const namespace = namespaces[other.node];
    if (peers.length === 0) return true;
    return peers.some((peer) => {
      if (peer.at('ipBlock').exists) return true;
      const pods = selectorOfLabelSelector(peer.at('podSelector'));
      if (!selects(pods, other.labels)) return false;
      const where = peer.at('namespaceSelector');
      if (!where.exists) return namespace === namespaces[policy] || namespace === '' || namespaces[policy] === '';
      const labels = this.labels.get(namespace);
      return labels === undefined || selects(selectorOfLabelSelector(where), labels);
    });
  }

  private add(direction: Direction, node: number, policy: number, rules: readonly Field[]): void {
    const before = this.byPod[direction].get(node);
    if (!before) {
      this.byPod[direction].set(node, { policies: [policy], rules: [...rules] });
      return;
    }
    if (!isWithinBounds(before)) return;
    before.policies.push(policy);
    before.rules.push(...rules);
  }
}

/** Policies without rules count too. */
function isWithinBounds({ policies, rules }: Restriction): boolean {
  return rules.length <= mostRules && policies.length <= mostRules;
}

const foreign = /(?:^|\.)(?:projectcalico\.org|cilium\.io|antrea\.io|policy\.networking\.k8s\.io|security\.istio\.io)$/;

/** Where no types are named, traffic to the Pods is restricted, and that from them if there are rules for it. */
function directionsOf(spec: Field): readonly Direction[] {
  const types = spec.at('policyTypes').texts;
  if (types.length > 0)
    return (['ingress', 'egress'] as const).filter((it) => types.some((type) => type.toLowerCase() === it));
  return spec.at('egress').exists ? ['ingress', 'egress'] : ['ingress'];
}

/** Whether a rule lets a port through; a name is looked up in the Pods that have the port. */
export function allowsPort(rule: Field, port: number, protocol: string, pod?: PodTemplate): boolean {
  const ports = rule.at('ports').items();
  if (ports.length === 0) return true;
  return ports.some((field) => {
    if ((field.at('protocol').text || 'TCP') !== protocol) return false;
    const { number, text } = field.at('port');
    if (text !== '') {
      if (!pod) return protocol === 'UDP' || /dns|domain/.test(text);
      return declaredPorts(pod).some((it) => it.name === text && it.number === port);
    }
    if (number === undefined) return true;
    return port >= number && port <= (field.at('endPort').number ?? number);
  });
}
