import type { Link, SelectedTarget } from '../links/link';
import type { PodTemplate } from '../links/pod-template';
import type { Problem } from '../problems/problem';
import { nameOf, problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';
import { similar } from './similar';
import type { UnreadTexts } from './unread-texts';

/**
 * Selectors of Services, budgets and policies that select nothing. Only in namespaces of which Pods are at hand: elsewhere
 * the Pods are somebody else's. Not where a controller may make the Pods either.
 */
export function selectorWithoutPods(context: CrossCheckContext): readonly Problem[] {
  const { custom, links, manifests, outside, unread } = context;
  const problems: Problem[] = [];
  let podsOf: ReadonlyMap<string, readonly PodTemplate[]> | undefined;
  for (const link of links.all) {
    const { from, kind, target, to } = link;
    if (to.length > 0 || target.by !== 'selector' || target.kind !== 'Pod' || kind === 'allows traffic') continue;
    // An empty selector is meant for whatever comes; monitors often come before what they measure.
    if (target.selector.requirements.length === 0 || manifests[from].identity.kind === 'PodMonitor') continue;
    const namespace = links.namespaces[from];
    if (outside.hasPods(namespace) || custom.mayMakePods(namespace) || namespace.startsWith('kube-')) continue;
    if (!outside.isClosed && isMentioned(target, unread)) continue;
    // A controller that defines kinds makes Pods of its own, and labels them in its own name.
    if (target.selector.requirements.some(({ key }) => custom.hasLabel(key))) continue;
    podsOf ??= groupByNamespace(context);
    const pods = podsOf.get(namespace) ?? [];
    if (pods.length === 0 && !outside.isClosed) continue;
    problems.push(
      problemOf(context, {
        code: 'PLM7101',
        severity: outside.isClosed ? 'error' : 'warning',
        node: from,
        field: link.field,
        message: `No Pods have the labels ${target.selector.text}${describeNearest(target, pods, context, link, problems.length)}.`,
      }),
    );
  }
  return problems;
}

/** Whether all labels stand in something that could not be read. */
function isMentioned({ selector }: SelectedTarget, unread: UnreadTexts): boolean {
  return selector.requirements.every(
    ({ key, values }) => unread.mention(key) && (values.length === 0 || values.some((value) => unread.mention(value))),
  );
}

function groupByNamespace({ links }: CrossCheckContext): ReadonlyMap<string, readonly PodTemplate[]> {
  const groups = new Map<string, PodTemplate[]>();
  for (const pod of links.pods) {
    const namespace = links.namespaces[pod.node];
    const group = groups.get(namespace);
    if (group) group.push(pod);
    else groups.set(namespace, [pod]);
  }
  return groups;
}

/** The Pods that differ in one label, by a value that looks alike or by another one. */
function describeNearest(
  { selector }: SelectedTarget,
  pods: readonly PodTemplate[],
  context: CrossCheckContext,
  { from }: Link,
  found: number,
): string {
  // Among many Pods some look alike by chance; and where much selects nothing, it is not for slips of the keyboard.
  if (pods.length > 200 || found > 200) return '';
  for (const isAlike of [true, false]) {
    for (const { labels, node } of pods) {
      const differing = selector.requirements.filter(
        ({ key, operator, values }) => operator !== 'In' || !values.includes(String(labels[key])),
      );
      const [{ key, values }] = differing;
      if (differing.length > 1 || !Object.hasOwn(labels, key)) continue;
      const value = String(labels[key]);
      const alike = similar(value, values) !== undefined;
      if (isAlike ? alike : selector.requirements.length > 1) {
        return `; those of ${nameOf(context, node, from)} have ${key}=${value}`;
      }
    }
  }
  return '';
}
