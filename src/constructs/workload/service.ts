import type { ServicePort, ServiceSpec } from '../../api/kubernetes';
import { portNumberFlaw } from '../../values/port';
import { compact } from '../compact';
import type { Labels } from '../labels';
import type { Place } from '../place';
import { type Protocol, portProps } from '../pod/port';
import type { ServiceProps, WebPortProps, WebPorts } from './service-props';

/** A port of a workload: what an Ingress, a NetworkPolicy or a client needs to know of it. */
export interface PortReference<Name extends string = string> {
  /** Name of the port, in the container and in the Service. */
  readonly name: Name;
  /** Number in the container. */
  readonly containerPort: number;
  /** Number at the Service; `undefined` when the Service does not offer the port. */
  readonly servicePort: number | undefined;
  readonly protocol: Protocol;
  /** Name of the Service. */
  readonly service: string;
}

/** The ports of a workload by name. */
export function portReferences(
  service: string,
  ports: WebPorts<string> | undefined,
): ReadonlyMap<string, PortReference> {
  return new Map(
    Object.entries(ports ?? {}).map(([name, port]) => {
      const {
        containerPort,
        servicePort = containerPort,
        exposed = true,
        protocol = 'TCP',
      } = portProps<WebPortProps>(port);
      return [name, { name, containerPort, servicePort: exposed ? servicePort : undefined, protocol, service }];
    }),
  );
}

/**
 * The Service's spec.
 *
 * @returns `undefined` when no port is exposed: the API has no Service without ports but a headless one.
 * @throws {PropsError} for a wrong number, and for two ports of the container on one port of the Service
 */
export function serviceSpec(
  place: Place,
  ports: WebPorts<string> | undefined,
  props: ServiceProps,
  selector: Labels,
): ServiceSpec | undefined {
  const servicePorts = exposedPorts(place.at('ports'), ports);
  if (servicePorts.length === 0) return undefined;
  const { name: _name, labels: _labels, annotations: _annotations, ...fields } = props;
  return compact({ ...fields, selector, ports: servicePorts });
}

function exposedPorts(place: Place, ports: WebPorts<string> | undefined): ServicePort[] {
  const sockets = new Map<string, string>();
  return Object.entries(ports ?? {}).flatMap(([name, given]) => {
    const props = portProps<WebPortProps>(given);
    if (props.exposed === false) return [];
    const port = props.servicePort ?? props.containerPort;
    const here = place.at(name);
    here.at('servicePort').check(portNumberFlaw(port));
    if (props.nodePort !== undefined) here.at('nodePort').check(portNumberFlaw(props.nodePort));
    const socket = `${port}/${props.protocol ?? 'TCP'}`;
    const taken = sockets.get(socket);
    if (taken !== undefined) {
      here.at('servicePort').refuse({
        found: `${socket}, which is also "${taken}"`,
        allowed: 'one name for each port and protocol of the Service',
        fix: `give "${name}" another servicePort`,
      });
    }
    sockets.set(socket, name);
    const { protocol, appProtocol, nodePort } = props;
    return [compact({ name, port, targetPort: name, protocol, appProtocol, nodePort })];
  });
}
