import { Field } from '../links/field';
import type { Link } from '../links/link';
import type { PodTemplate } from '../links/pod-template';
import type { Problem } from '../problems/problem';
import { nameOf, problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';
import { declareAllPorts, isAside, listPorts, portsOfAll, servicePorts } from './ports';
import type { DeclaredPort, ServicePort } from './ports';

/**
 * Ports of Services that lead to no port of the Pods. A name must be declared. A number need not be: it is taken for a mistake
 * where the containers declare all their ports and no Service leads to any of those.
 */
export function targetPort(context: CrossCheckContext): readonly Problem[] {
  const { links, manifests } = context;
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
      if (!isName && !isMistake(link, pods, declared, context)) continue;
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

function isMistake(
  link: Link,
  pods: readonly PodTemplate[],
  declared: readonly DeclaredPort[],
  { links, manifests }: CrossCheckContext,
): boolean {
  const candidates = declared.filter(({ name, protocol }) => protocol === 'TCP' && !isAside(name));
  if (candidates.length === 0 || !pods.every(declareAllPorts)) return false;
  for (const { from, kind } of links.to(link.to[0])) {
    if (kind !== 'selects' || manifests[from].identity.kind !== 'Service') continue;
    const reached = servicePorts(new Field(manifests[from].object));
    if (reached.some(({ target }) => declared.some(({ name, number }) => target === name || target === number)))
      return false;
  }
  return true;
}
