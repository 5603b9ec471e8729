import { Field } from '../links/field';
import type { Link } from '../links/link';
import type { PodTemplate } from '../links/pod-template';
import { once } from '../once';
import type { Problem } from '../problems/problem';
import { nameOf, problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';
import { allDeclarePorts, isAside, listPorts, portsOfAll, servicePorts } from './ports';
import type { DeclaredPort, ServicePort } from './ports';

/**
 * Ports of Services that lead to no port of the Pods. A name must be declared. A number need not be: it is taken for a mistake
 * where the containers declare all their ports and no Service leads to any of those.
 */
export function targetPort(context: CrossCheckContext): readonly Problem[] {
  const { links, manifests } = context;
  // Mostly nobody asks.
  const targets = once(() => readTargets(context));
  const problems: Problem[] = [];
  for (const link of links.all) {
    const { identity, object } = manifests[link.from];
    if (link.kind !== 'selects' || identity.kind !== 'Service' || identity.apiVersion !== 'v1') continue;
    const pods = links.podsAt(link);
    if (pods.length === 0) continue;
    const declared = portsOfAll(pods);
    for (const port of servicePorts(new Field(object))) {
      if (declared.some(({ name, number }) => port.target === name || port.target === number)) continue;
      const isName = typeof port.target === 'string';
      if (!isName && !isMistake(link, pods, declared, (node) => targets()(node))) continue;
      problems.push(
        problemOf(context, {
          code: 'PLM7104',
          severity: isName ? 'error' : 'warning',
          node: link.from,
          field: (port.field.at('targetPort').exists ? port.field.at('targetPort') : port.field.at('port')).path,
          message: describe(link, port, declared, context),
        }),
      );
    }
  }
  return problems;
}

function describe(
  { from, to }: Link,
  { target }: ServicePort,
  declared: readonly DeclaredPort[],
  context: CrossCheckContext,
): string {
  const owner = `${nameOf(context, to[0], from)}${to.length > 1 ? ` and ${to.length - 1} more` : ''}`;
  const port = typeof target === 'string' ? `named "${target}"` : String(target);
  const there = declared.length === 0 ? 'they declare no ports' : `they have ${listPorts(declared)}`;
  return `The containers of ${owner} have no port ${port}; ${there}.`;
}

/** Whether a Service that leads to none of the declared ports is a mistake: none of the Services of these Pods leads to any of them. */
function isMistake(
  link: Link,
  pods: readonly PodTemplate[],
  declared: readonly DeclaredPort[],
  targetsOf: (node: number) => ReadonlySet<string | number>,
): boolean {
  const candidates = declared.filter(({ name, protocol }) => protocol === 'TCP' && !isAside(name));
  if (candidates.length === 0 || !allDeclarePorts(pods)) return false;
  const reached = targetsOf(link.to[0]);
  return !declared.some(({ name, number }) => reached.has(name) || reached.has(number));
}

/**
 * The names and numbers of the ports that Services of an object lead to. Services with the same Pods are put together first: there may be
 * as many of them as there are Pods.
 */
function readTargets({ links, manifests }: CrossCheckContext): (node: number) => ReadonlySet<string | number> {
  const targets = new Map<readonly number[], Set<string | number>>();
  for (const { from, kind, to } of links.all) {
    if (kind !== 'selects' || to.length === 0 || manifests[from].identity.kind !== 'Service') continue;
    const others = targets.get(to) ?? new Set();
    targets.set(to, others);
    for (const { target } of servicePorts(new Field(manifests[from].object))) others.add(target);
  }
  const alone = new Map<number, (string | number)[]>();
  const together: (readonly [ReadonlySet<number>, ReadonlySet<string | number>])[] = [];
  for (const [to, ports] of targets) {
    if (to.length > 1) together.push([new Set(to), ports]);
    else alone.set(to[0], [...(alone.get(to[0]) ?? []), ...ports]);
  }
  const known = new Map<number, ReadonlySet<string | number>>();
  return (node) => {
    let reached = known.get(node);
    if (!reached) {
      const others = together.flatMap(([to, ports]) => (to.has(node) ? [...ports] : []));
      reached = new Set([...(alone.get(node) ?? []), ...others]);
      known.set(node, reached);
    }
    return reached;
  };
}
