import type { Field } from '../links/field';
import { runningContainers } from '../links/pod-template';
import type { PodTemplate } from '../links/pod-template';

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

/** What was found out once about Pods, or a list of them: many Services may select the same. */
const known = new WeakMap<object, readonly DeclaredPort[]>();

/** The ports that the containers of Pods declare. */
export function declaredPorts(pod: PodTemplate): readonly DeclaredPort[] {
  return remember(pod, () => runningContainers(pod.spec).flatMap(portsOf));
}

/** The ports that all Pods of a list declare. */
export function portsOfAll(pods: readonly PodTemplate[]): readonly DeclaredPort[] {
  return remember(pods, () => pods.flatMap(declaredPorts));
}

function remember(of: object, find: () => readonly DeclaredPort[]): readonly DeclaredPort[] {
  const before = known.get(of);
  if (before) return before;
  const ports = find();
  known.set(of, ports);
  return ports;
}

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

/** Whether every container says which ports it listens on; what says nothing may listen on any. */
export function declareAllPorts({ spec }: PodTemplate): boolean {
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
