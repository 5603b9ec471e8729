import type { ContainerPort } from '../../api/kubernetes';
import { portNameFlaw, portNumberFlaw } from '../../values/port';
import { compact } from '../compact';
import type { Place } from '../place';

/** Transport protocol of a port. */
export type Protocol = 'TCP' | 'UDP' | 'SCTP';

/**
 * A port that a container listens on.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports
 */
export interface ContainerPortProps {
  /** Number of the port in the container, from 1 to 65535. */
  readonly containerPort: number;
  /**
   * Transport protocol.
   * @default - not printed; Kubernetes takes TCP
   */
  readonly protocol?: Protocol;
  /**
   * Port of the node that leads to this one, from 1 to 65535. Takes the port from every other Pod of the node.
   * @default - none
   */
  readonly hostPort?: number;
  /**
   * Address of the node on which `hostPort` listens.
   * @default - all of them
   */
  readonly hostIP?: string;
}

/** The ports of a container by name; a number alone is a TCP port. */
export type ContainerPorts<Name extends string> = { readonly [Key in Name]: number | ContainerPortProps };

/** The props of a port; a number alone is its `containerPort`. */
export function portProps<Props extends ContainerPortProps>(port: number | Props): Props {
  return typeof port === 'object' && port !== null ? port : ({ containerPort: port } as Props);
}

/**
 * The ports of a container as the API has them.
 *
 * @throws {PropsError} for a wrong name or number, and for a port taken by two names
 */
export function containerPorts(place: Place, ports: ContainerPorts<string> | undefined): ContainerPort[] {
  if (ports === undefined) return [];
  const names = new Map<string, string>();
  return Object.entries(ports).map(([name, port]) => {
    const here = place.at(name);
    here.check(portNameFlaw(name));
    const { containerPort, hostPort, hostIP, protocol } = portProps<ContainerPortProps>(port);
    here.check(portNumberFlaw(containerPort));
    if (hostPort !== undefined) here.at('hostPort').check(portNumberFlaw(hostPort));
    if (protocol !== undefined) here.at('protocol').oneOf(protocol, ['TCP', 'UDP', 'SCTP']);
    const socket = `${containerPort}/${protocol ?? 'TCP'}`;
    const taken = names.get(socket);
    if (taken !== undefined) {
      here.refuse({
        found: `port ${socket}, which is also "${taken}"`,
        allowed: 'one name for each port and protocol',
        fix: `give "${name}" another number, or leave out one of the two`,
      });
    }
    names.set(socket, name);
    return compact({ name, containerPort, protocol, hostPort, hostIP });
  });
}
