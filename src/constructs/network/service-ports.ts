import type { ServicePort } from '../../api/kubernetes';
import { portNameFlaw, portNumberFlaw } from '../../values/port';
import { compact } from '../compact';
import type { Place } from '../place';
import type { Protocol } from '../pod/port';
import { declaredPort } from './refuse-here';
import { type PodsWithPorts, hasPorts } from './pod-selection';

/** A port of a Service: what an Ingress, a route or a client needs to know of it. */
export interface ServicePortReference<Name extends string = string> {
  /** Name of the port in the Service. */
  readonly name: Name;
  /** Number at the Service; `undefined` when the Service does not offer the port. */
  readonly servicePort: number | undefined;
  /** Protocol of the port. */
  readonly protocol: Protocol;
  /** Name of the Service. */
  readonly service: string;
}

/** What the ports of all Services have. */
interface PortProps<Port extends string> {
  /**
   * Number at the Service, from 1 to 65535.
   * @default - the number of the port in the container
   */
  readonly port?: number;
  /**
   * Port of the Pods: a name that the workload declares, or a number.
   * @default - the declared port of the same name; without a workload of ours not printed, and Kubernetes takes `port`
   */
  readonly targetPort?: Port | number;
  /**
   * Transport protocol.
   * @default - that of the declared port
   */
  readonly protocol?: Protocol;
  /**
   * Application protocol, such as `http` or `kubernetes.io/h2c`.
   * @default - none
   */
  readonly appProtocol?: string;
}

/** A port of a Service. */
export interface ServicePortProps<Port extends string = string> extends PortProps<Port> {
  readonly nodePort?: never;
}

/** A port of a Service of type NodePort or LoadBalancer. */
export interface NodePortProps<Port extends string = string> extends PortProps<Port> {
  /**
   * Port of every node, in the cluster's range.
   * @default - the cluster chooses
   */
  readonly nodePort?: number;
}

/** The ports of a Service by name. A number alone is the port of the Service. */
export type ServicePorts<Name extends string, Props> = { readonly [Key in Name]: number | Props };

/**
 * The ports of a Service as the API has them.
 *
 * @throws {PropsError} for a wrong name or number, a port that the workload does not declare, and a port taken by two names
 */
export function servicePorts(
  place: Place,
  ports: ServicePorts<string, NodePortProps> | undefined,
  selection: object | undefined,
): ServicePort[] {
  const pods = hasPorts(selection) ? selection : undefined;
  const sockets = new Map<string, string>();
  return Object.entries(ports ?? {}).map(([name, given]) => {
    const here = place.at(name);
    here.check(portNameFlaw(name));
    const settled = settlePort(here, name, typeof given === 'object' ? given : { port: given }, pods);
    const socket = `${settled.port}/${settled.protocol ?? 'TCP'}`;
    const taken = sockets.get(socket);
    if (taken !== undefined) {
      here.refuse({
        found: `${socket}, which is also "${taken}"`,
        allowed: 'one name for each port and protocol of the Service',
        fix: `give "${name}" another port`,
      });
    }
    sockets.set(socket, name);
    return settled;
  });
}

function settlePort(
  place: Place,
  name: string,
  props: NodePortProps,
  pods: PodsWithPorts<string> | undefined,
): ServicePort {
  const { nodePort, appProtocol } = props;
  const targetPort = props.targetPort ?? (pods === undefined ? undefined : name);
  if (typeof targetPort === 'number') place.at('targetPort').check(portNumberFlaw(targetPort));
  else if (targetPort !== undefined && pods === undefined) place.at('targetPort').check(portNameFlaw(targetPort));
  const declared =
    pods && typeof targetPort === 'string' ? declaredPort(place.at('targetPort'), pods, targetPort) : undefined;
  const port = props.port ?? declared?.containerPort ?? (typeof targetPort === 'number' ? targetPort : undefined);
  place.at('port').check(portNumberFlaw(port));
  if (nodePort !== undefined) place.at('nodePort').check(portNumberFlaw(nodePort));
  const protocol = props.protocol ?? (declared?.protocol === 'TCP' ? undefined : declared?.protocol);
  if (protocol !== undefined) place.at('protocol').oneOf(protocol, ['TCP', 'UDP', 'SCTP']);
  if (declared !== undefined && (protocol ?? 'TCP') !== declared.protocol) {
    place.at('protocol').refuse({
      found: `${protocol} while the workload declares "${declared.name}" as ${declared.protocol}`,
      allowed: declared.protocol,
      fix: 'leave out protocol',
    });
  }
  return compact({ name, port: port!, targetPort, protocol, appProtocol, nodePort });
}
