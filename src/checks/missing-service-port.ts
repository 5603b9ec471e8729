import { Field } from '../links/field';
import type { Link } from '../links/link';
import type { Problem } from '../problems/problem';
import { nameOf, problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';
import { listPorts, servicePorts } from './ports';

/** References to ports that a Service does not have: by an Ingress, a route, a webhook, or an address in a variable. */
export function missingServicePort(context: CrossCheckContext): readonly Problem[] {
  const problems: Problem[] = [];
  for (const link of context.links.all) {
    const { from, kind, port, target, to } = link;
    if (port === undefined || to.length === 0 || target.kind !== 'Service' || target.group !== '') continue;
    const service = new Field(context.manifests[to[0]].object);
    if (!hasPorts(service) || (kind === 'depends on' && isHeadless(service))) continue;
    const ports = servicePorts(service);
    if (ports.some(({ name, number }) => port === name || port === number)) continue;
    problems.push(
      problemOf(context, {
        code: 'PLM7003',
        // An address in a variable may mean something else, however unlikely.
        severity: kind === 'depends on' ? 'warning' : 'error',
        node: from,
        field: link.portField,
        message: `${nameOf(context, to[0], from)} has no port ${describePort(port)}; it has ${listPorts(ports)}.${hint(link, ports)}`,
      }),
    );
  }
  return problems;
}

function hasPorts(service: Field): boolean {
  return service.at('spec', 'type').text !== 'ExternalName' && servicePorts(service).length > 0;
}

function isHeadless(service: Field): boolean {
  return service.at('spec', 'clusterIP').text === 'None';
}

function describePort(port: string | number): string {
  return typeof port === 'number' ? `${port}` : `named "${port}"`;
}

/** Naming the port of the containers in place of that of the Service is the usual mistake. */
function hint({ port }: Link, ports: ReturnType<typeof servicePorts>): string {
  const meant = ports.find(({ target }) => target === port);
  return meant ? ` ${port} is where the containers listen; the Service offers it as ${meant.number}.` : '';
}
