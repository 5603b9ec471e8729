import type { Place } from '../place';
import { type ContainerPortProps, type ContainerPorts, type Protocol, portProps } from '../pod/port';

/** A port of a Pod. */
export interface PodPort<Name extends string = string> {
  /** Name of the port, which a Service can have as `targetPort`. */
  readonly name: Name;
  /** Number in the container. */
  readonly containerPort: number;
  /** Protocol of the port. */
  readonly protocol: Protocol;
}

/** The ports of a Pod's main container by name. */
export function podPorts(ports: ContainerPorts<string> | undefined): ReadonlyMap<string, PodPort> {
  return new Map(
    Object.entries(ports ?? {}).map(([name, port]) => {
      const { containerPort, protocol = 'TCP' } = portProps<ContainerPortProps>(port);
      return [name, { name, containerPort, protocol }];
    }),
  );
}

/**
 * The port of a name.
 *
 * @throws {PropsError} for a port that was not declared (which does not compile)
 */
export function portOf<Port extends PodPort>(place: Place, ports: ReadonlyMap<string, Port>, name: string): Port {
  place.at('port').oneOf(name, [...ports.keys()]);
  return ports.get(name)!;
}
