import type { Field } from '../links/field';
import { runningContainers } from '../links/pod-template';
import type { PodTemplate } from '../links/pod-template';
import { remembering } from './remembering';

/** A port that a container says it listens on. */
export interface DeclaredPort {
  /** Name of the container. */
  readonly container: string;
  /** Empty where it has none. */
  readonly name: string;
  readonly number: number;
  readonly protocol: string;
  readonly field: Field;
}

/** The ports that the containers of Pods declare. */
export const declaredPorts = remembering((pod: PodTemplate): readonly DeclaredPort[] =>
  runningContainers(pod.spec).flatMap(portsOf),
);

/** The ports that all Pods of a list declare, each name and number once. */
export const portsOfAll = remembering((pods: readonly PodTemplate[]): readonly DeclaredPort[] => {
  const ports = new Map<string, DeclaredPort>();
  for (const port of pods.flatMap(declaredPorts)) {
    const key = `${port.name}\0${port.number}\0${port.protocol}`;
    if (!ports.has(key)) ports.set(key, port);
  }
  return [...ports.values()];
});

/** Whether every container of all Pods of a list says which ports it listens on; what says nothing may listen on any. */
export const allDeclarePorts = remembering((pods: readonly PodTemplate[]): boolean => pods.every(declareAllPorts));

/** The ports that a container declares. */
export function portsOf(container: Field): readonly DeclaredPort[] {
  return container
    .at('ports')
    .items()
    .flatMap((field) => {
      const number = field.at('containerPort').number;
      if (number === undefined) return [];
      return [
        {
          container: container.at('name').text,
          name: field.at('name').text,
          number,
          protocol: field.at('protocol').text || 'TCP',
          field,
        },
      ];
    });
}

function declareAllPorts({ spec }: PodTemplate): boolean {
  const containers = runningContainers(spec);
  return containers.length > 0 && containers.every((container) => container.at('ports').items().length > 0);
}

/** A port of a Service. */
export interface ServicePort {
  readonly field: Field;
  /** Empty where it has none. */
  readonly name: string;
  readonly number: number;
  readonly protocol: string;
  /** Name or number of the port of the Pods. */
  readonly target: string | number;
}

/** The ports of a Service. */
export function servicePorts(service: Field): readonly ServicePort[] {
  return service
    .at('spec', 'ports')
    .items()
    .flatMap((field) => {
      const number = field.at('port').number;
      if (number === undefined) return [];
      const target = field.at('targetPort');
      return [
        {
          field,
          number,
          name: field.at('name').text,
          protocol: field.at('protocol').text || 'TCP',
          target: target.number || target.text || number,
        },
      ];
    });
}

/** Ports as a message lists them: `http (8080), metrics (9090)`. */
export function listPorts(ports: readonly { readonly name: string; readonly number: number }[]): string {
  const texts = ports.map(({ name, number }) => (name === '' ? `${number}` : `${name} (${number})`));
  return [...new Set(texts)].slice(0, 8).join(', ');
}

/** Whether a port is one beside what a program is there for: measurements, health and the like. */
export function isAside(name: string): boolean {
  return /metric|prom|health|probe|live|ready|admin|debug|status|telemetry|monitor|webhook|exporter/.test(name);
}
