import { Field } from '../links/field';
import type { Link } from '../links/link';
import type { PodTemplate } from '../links/pod-template';
import type { Problem } from '../problems/problem';
import { nameOf, problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';
import { allowsPort, Policies } from './policies';
import type { Direction, Restriction } from './policies';
import { declaredPorts, isAside, servicePorts } from './ports';
import type { ServicePort } from './ports';

/**
 * Connections that the objects need and policies do not let through: those of anybody to a port of a Service, and those of
 * Pods to a Service whose name they are given in a variable.
 */
export function policyCutsConnection(context: CrossCheckContext): readonly Problem[] {
  const { links, manifests } = context;
  const policies = new Policies(context);
  const problems: Problem[] = [];
  if (policies.isEmpty) return problems;
  for (const link of links.all) {
    const { from, kind, to } = link;
    const { identity } = manifests[from];
    if (kind === 'selects' && identity.kind === 'Service' && identity.apiVersion === 'v1') {
      const found = closedPort(link, policies, context);
      if (found) problems.push(found);
    }
    const client = links.podsOf(from);
    if (kind !== 'depends on' || !client || to.length === 0) continue;
    const found = closedWay(link, client, policies, context);
    if (found) problems.push(found);
  }
  return problems;
}

/** A port of a Service that no rule lets anybody reach. */
function closedPort({ from, to }: Link, policies: Policies, context: CrossCheckContext): Problem | undefined {
  for (const node of to.slice(0, mostWorkloads)) {
    const pod = context.links.podsOf(node);
    const restriction = policies.of('ingress', node);
    // Where nobody may come in at all, those that let somebody in are elsewhere, or it is meant.
    if (!pod || !restriction || restriction.rules.length === 0) continue;
    for (const port of servicePorts(new Field(context.manifests[from].object))) {
      const number = numberOf(port, pod);
      // Ports for measurements are often closed on purpose.
      if (number === undefined || isAside(port.name) || isAside(String(port.target))) continue;
      if (restriction.rules.some((rule) => allowsPort(rule, number, port.protocol, pod))) continue;
      const message =
        `No rule of ${listed(restriction, context)} lets anybody reach port ${number} of the Pods of ` +
        `${nameOf(context, node)}, to which ${nameOf(context, from)} sends port ${port.number}.`;
      return problemOf(context, { code: 'PLM7305', node: restriction.policies[0], field: 'spec.ingress', message });
    }
  }
  return undefined;
}

/** A Service mostly has one workload behind it; of many, the first are looked at. */
const mostWorkloads = 20;

/** The way from Pods to a Service that they are told to use. */
function closedWay(
  link: Link,
  client: PodTemplate,
  policies: Policies,
  context: CrossCheckContext,
): Problem | undefined {
  const { links, manifests } = context;
  const [service] = link.to;
  const ports = servicePorts(new Field(manifests[service].object));
  const wanted = ports.filter(({ number }) => link.port === undefined || number === link.port);
  const selection = links.from(service).find(({ kind }) => kind === 'selects');
  for (const node of selection?.to.slice(0, mostWorkloads) ?? []) {
    const server = links.podsOf(node);
    // Pods of one workload talk to each other on ports of their own.
    if (!server || node === client.node || wanted.length === 0) continue;
    const isOpen = (direction: Direction, pod: PodTemplate, other: PodTemplate): boolean => {
      const restriction = policies.of(direction, pod.node);
      return (
        restriction === undefined ||
        wanted.some((port) => {
          const number = numberOf(port, server);
          return (
            number === undefined ||
            restriction.rules.some(
              (rule) =>
                allowsPort(rule, number, port.protocol, server) &&
                policies.mayMeet(rule, direction, restriction.policies[0], other),
            )
          );
        })
      );
    };
    const closed = !isOpen('ingress', server, client)
      ? policies.of('ingress', server.node)
      : !isOpen('egress', client, server)
        ? policies.of('egress', client.node)
        : undefined;
    if (!closed) continue;
    const message =
      `${nameOf(context, link.from)} uses ${nameOf(context, service, link.from)}, but no rule of ${listed(closed, context)} ` +
      `lets its Pods through to those of ${nameOf(context, server.node, link.from)}.`;
    return problemOf(context, { code: 'PLM7305', node: link.from, field: link.field, message });
  }
  return undefined;
}

/** The port of the Pods; undefined where they do not declare the name. */
function numberOf({ target }: ServicePort, pod: PodTemplate): number | undefined {
  if (typeof target === 'number') return target;
  return declaredPorts(pod).find(({ name }) => name === target)?.number;
}

function listed({ policies }: Restriction, context: CrossCheckContext): string {
  return policies.map((policy) => nameOf(context, policy)).join(' and ');
}
