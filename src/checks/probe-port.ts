import type { Field } from '../links/field';
import type { Problem } from '../problems/problem';
import { problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';
import { listPorts, portsOf } from './ports';
import { similar } from './similar';

/**
 * Probes and hooks that name a port which their container does not declare. Numbers may be undeclared: many programs
 * answer probes on a port of its own.
 */
export function probePort(context: CrossCheckContext): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { node, spec } of context.links.pods) {
    for (const container of [...spec.at('containers').items(), ...spec.at('initContainers').items()]) {
      for (const port of portFields(container)) {
        const name = port.text;
        if (name === '' || /^\d+$/.test(name)) continue;
        const ports = portsOf(container);
        if (ports.some((it) => it.name === name)) continue;
        const names = ports.flatMap((it) => (it.name === '' ? [] : [it.name]));
        const meant = similar(name, names);
        const there = ports.length === 0 ? 'no ports' : meant === undefined ? listPorts(ports) : `"${meant}"`;
        const owner = container.at('name').text;
        problems.push(
          problemOf(context, {
            code: 'PLM7105',
            node,
            field: port.path,
            message: `Container ${owner} has no port named "${name}"; it has ${there}.`,
          }),
        );
      }
    }
  }
  return problems;
}

function portFields(container: Field): readonly Field[] {
  const handlers = ['livenessProbe', 'readinessProbe', 'startupProbe'].map((probe) => container.at(probe));
  const hooks = container.at('lifecycle');
  if (hooks.exists) handlers.push(hooks.at('postStart'), hooks.at('preStop'));
  return handlers
    .filter((handler) => handler.exists)
    .flatMap((handler) => [handler.at('httpGet', 'port'), handler.at('tcpSocket', 'port')]);
}
