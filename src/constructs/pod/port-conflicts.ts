import type { Container, ContainerPort } from '../../api/kubernetes';
import type { Place } from '../place';

/**
 * Refuses two containers of one Pod on one port: they share the Pod's address, so that the second would fail to start.
 * Stricter than the API server, which looks at the ports of the node alone.
 *
 * @param hostNetwork Whether the Pod's ports are the node's.
 * @throws {PropsError} naming both containers
 */
export function checkPortConflicts(
  containers: readonly Container[],
  at: readonly { readonly place: Place }[],
  hostNetwork: boolean,
): void {
  const sockets = new Map<string, string>();
  const names = new Map<string, string>();
  const hostSockets: HostSocket[] = [];
  containers.forEach((container, index) => {
    const place = at[index]!.place.at('ports');
    for (const port of container.ports ?? []) {
      claim(sockets, socketOf(port, port.containerPort), container, (socket, other) =>
        place.refuse({
          found: `${socket} in container "${container.name}", where container "${other}" listens already`,
          allowed: 'one container for each port and protocol of a Pod',
          fix: `let "${container.name}" or "${other}" listen on another port`,
        }),
      );
      claim(names, port.name!, container, (name, other) =>
        place.refuse({
          found: `"${name}" in container "${container.name}", which container "${other}" has too`,
          allowed: 'one port of each name in a Pod, so that a Service can find it',
          fix: 'rename one of the two',
        }),
      );
      if (port.hostPort === undefined) continue;
      const hostPort = place.at(port.name!).at('hostPort');
      const here = { address: port.hostIP ?? '', socket: socketOf(port, port.hostPort), container: container.name };
      const other = hostSockets.find((one) => overlap(one, here));
      if (other !== undefined) {
        hostPort.refuse({
          found: `${port.hostPort}, which container "${other.container}" takes too`,
          allowed: 'one port of the node for each port of the Pod',
          fix: 'choose another hostPort, or a Service in its place',
        });
      }
      hostSockets.push(here);
      if (!hostNetwork || port.hostPort === port.containerPort) continue;
      hostPort.refuse({
        found: `${port.hostPort} while containerPort is ${port.containerPort}`,
        allowed: 'the same number with hostNetwork',
        fix: 'leave out hostPort',
      });
    }
  });
}

/** A port that a container takes of the node. */
interface HostSocket {
  readonly address: string;
  /** Port and protocol. */
  readonly socket: string;
  readonly container: string;
}

/** Without an address it is taken on all of them, whatever the other asks for. */
function overlap(one: HostSocket, other: HostSocket): boolean {
  const isAny = ({ address }: HostSocket): boolean => ['', '0.0.0.0', '::'].includes(address);
  return one.socket === other.socket && (isAny(one) || isAny(other) || one.address === other.address);
}

function socketOf({ protocol }: ContainerPort, port: number): string {
  return `${port}/${protocol ?? 'TCP'}`;
}

function claim(
  owners: Map<string, string>,
  what: string,
  { name }: Container,
  refuse: (what: string, owner: string) => never,
): void {
  const owner = owners.get(what);
  if (owner !== undefined) refuse(what, owner);
  owners.set(what, name);
}
