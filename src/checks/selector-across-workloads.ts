import { Field } from '../links/field';
import type { Link } from '../links/link';
import { runningContainers } from '../links/pod-template';
import type { PodTemplate } from '../links/pod-template';
import type { Problem } from '../problems/problem';
import { nameOf, problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';
import { declaredPorts, servicePorts } from './ports';
import { remembering } from './remembering';

/**
 * Services that send traffic to Pods of which some do not listen, and budgets that count the Pods of different programs. Two
 * versions of one program behind one Service are a habit and no mistake.
 */
export function selectorAcrossWorkloads(context: CrossCheckContext): readonly Problem[] {
  const { links, manifests } = context;
  const problems: Problem[] = [];
  for (const link of links.all) {
    if (link.target.by !== 'selector' || link.to.length < 2) continue;
    const { kind, apiVersion } = manifests[link.from].identity;
    const describe = kind === 'PodDisruptionBudget' ? describeBudget : describeService;
    if (describe === describeService && !(kind === 'Service' && apiVersion === 'v1')) continue;
    const message = describe(link, links.podsAt(link), context);
    if (message === undefined) continue;
    problems.push(problemOf(context, { code: 'PLM7102', node: link.from, field: link.field, message }));
  }
  return problems;
}

/** Pods that do not have a numbered port get traffic all the same; those that do not have a named one are left out. */
function describeService({ from }: Link, pods: readonly PodTemplate[], context: CrossCheckContext): string | undefined {
  for (const { target } of servicePorts(new Field(context.manifests[from].object))) {
    if (typeof target !== 'number') continue;
    const count = countPorts(pods).get(target) ?? 0;
    if (count === 0 || count === pods.length) continue;
    const listening = pods.find((pod) => declaredPorts(pod).some(({ number }) => number === target));
    const silent = pods.find((pod) => !declaredPorts(pod).some(({ number }) => number === target));
    if (!listening || !silent) continue;
    return (
      `The selector takes in the Pods of ${nameOf(context, listening.node, from)}, which listen on port ${target}, ` +
      `and those of ${nameOf(context, silent.node, from)}, which do not.`
    );
  }
  return undefined;
}

/** How many of the Pods have each number. */
const countPorts = remembering((pods: readonly PodTemplate[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const pod of pods) {
    for (const number of new Set(declaredPorts(pod).map((port) => port.number))) {
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
  }
  return counts;
});

/** So many of all the Pods may be those of one program while the other is gone. */
function describeBudget({ from }: Link, pods: readonly PodTemplate[], context: CrossCheckContext): string | undefined {
  const available = new Field(context.manifests[from].object).at('spec', 'minAvailable').number;
  if (available === undefined || available === 0) return undefined;
  const other = otherProgram(pods);
  if (!other) return undefined;
  return (
    `${available} of the Pods of ${nameOf(context, pods[0].node, from)} and of ${nameOf(context, other.node, from)} must be ` +
    `available together: all Pods of one of the two may be evicted at once.`
  );
}

/** The first of the Pods that run none of the programs that the first ones run. */
const otherProgram = remembering((pods: readonly PodTemplate[]): PodTemplate | undefined => {
  const programs = new Set(programsOf(pods[0]));
  return pods.find((pod) => !programsOf(pod).some((program) => programs.has(program)));
});

/** The repositories of the images. */
const programsOf = remembering(({ spec }: PodTemplate): readonly string[] =>
  runningContainers(spec).map((container) => container.at('image').text.replace(/@.*$|:[^/:]*$/, '')),
);
