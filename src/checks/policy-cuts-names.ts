import type { Field } from '../links/field';
import type { Problem } from '../problems/problem';
import { nameOf, problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';
import { allowsPort, Policies } from './policies';

/**
 * Pods that may reach other Pods, but not DNS. Pods that may reach nobody, or addresses only, do not need it. Once for each
 * policy.
 */
export function policyCutsNames(context: CrossCheckContext): readonly Problem[] {
  const policies = new Policies(context);
  const seen = new Set<number>();
  const problems: Problem[] = [];
  for (const [node, restriction] of policies.restricted('egress')) {
    const spec = context.links.podsOf(node)?.spec;
    const rule = restriction.rules.find(reachesPods);
    if (!rule || !spec || usesOtherNames(spec) || restriction.rules.some(allowsNames)) continue;
    const policy = restriction.policies.find((it) => !seen.has(it));
    const isKnown = restriction.policies.some((it) => seen.has(it));
    if (policy === undefined || isKnown) continue;
    for (const it of restriction.policies) seen.add(it);
    const owner = ownerOf(rule, restriction.policies, context) ?? policy;
    const message = `The Pods of ${nameOf(context, node, owner)} may reach others, but not port 53 of the DNS servers.`;
    problems.push(problemOf(context, { code: 'PLM7304', node: owner, field: 'spec.egress', message }));
  }
  return problems;
}

function reachesPods(rule: Field): boolean {
  return rule
    .at('to')
    .items()
    .some((peer) => peer.at('podSelector').exists || peer.at('namespaceSelector').exists);
}

function allowsNames(rule: Field): boolean {
  const isNamed = rule.at('ports').exists && rule.at('ports').items().length > 0;
  const lets = [53, 5353].some((port) => allowsPort(rule, port, 'UDP') || allowsPort(rule, port, 'TCP'));
  if (!lets) return false;
  const peers = rule.at('to').items();
  if (isNamed || peers.length === 0) return true;
  // All ports: of other namespaces, or of many addresses, of which the DNS servers may be some.
  return peers.some((peer) => peer.at('namespaceSelector').exists || peer.at('ipBlock').exists);
}

function usesOtherNames(spec: Field): boolean {
  return spec.at('dnsPolicy').text === 'None' || spec.at('dnsPolicy').text === 'Default';
}

/** The policy that a rule stands in. */
function ownerOf(rule: Field, policies: readonly number[], { manifests }: CrossCheckContext): number | undefined {
  return policies.find((policy) => {
    const spec = manifests[policy].object?.spec as { readonly egress?: unknown } | undefined;
    return Array.isArray(spec?.egress) && spec.egress.includes(rule.value);
  });
}
