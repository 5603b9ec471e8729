import type { Field } from '../links/field';
import { runningContainers } from '../links/pod-template';
import type { PodTemplate } from '../links/pod-template';
import type { Problem } from '../problems/problem';
import { nameOf, problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';
import { FirstClaims } from './first-claims';
import { declaredPorts } from './ports';

/**
 * Programs that claim one port of one address: two containers of a Pod, which share its address, and two DaemonSets on the same
 * nodes, which share those of the nodes.
 */
export function hostPortConflict(context: CrossCheckContext): readonly Problem[] {
  const first = new FirstClaims(context);
  const problems: Problem[] = [];
  for (const pod of context.links.pods) {
    problems.push(...conflictsInside(pod, context));
    if (context.manifests[pod.node].identity.kind !== 'DaemonSet') continue;
    for (const { field, key, number } of hostPorts(pod)) {
      const other = first.add(key, pod.node);
      if (other === undefined) continue;
      const message = `${nameOf(context, other, pod.node)} has port ${number} of the same nodes already.`;
      problems.push(problemOf(context, { code: 'PLM7303', node: pod.node, field: field.path, message }));
    }
  }
  return problems;
}

function conflictsInside(pod: PodTemplate, context: CrossCheckContext): readonly Problem[] {
  if (runningContainers(pod.spec).length < 2) return [];
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { container, field, number, protocol } of declaredPorts(pod)) {
    const key = `${number} ${protocol}`;
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, container);
    if (owner === undefined || owner === container) continue;
    const message = `Containers ${owner} and ${container} of one Pod both listen on port ${number}.`;
    problems.push(problemOf(context, { code: 'PLM7303', node: pod.node, field: field.path, message }));
  }
  return problems;
}

interface HostPort {
  readonly key: string;
  readonly number: number;
  readonly field: Field;
}

/** The ports of the nodes that Pods take. Which nodes these are, is part of the key. */
function hostPorts(pod: PodTemplate): readonly HostPort[] {
  const { spec } = pod;
  const isHost = spec.at('hostNetwork').value === true;
  const ports = declaredPorts(pod).flatMap(({ field, number, protocol }) => {
    const hostPort = field.at('hostPort').number ?? (isHost ? number : undefined);
    const address = field.at('hostIP').text || '0.0.0.0';
    return hostPort === undefined ? [] : [{ number: hostPort, field, port: `${address} ${protocol} ${hostPort}` }];
  });
  if (ports.length === 0) return [];
  const nodes = JSON.stringify([spec.at('nodeSelector').value, spec.at('affinity', 'nodeAffinity').value]);
  return ports.map(({ field, number, port }) => ({ field, number, key: `${port} ${nodes}` }));
}
