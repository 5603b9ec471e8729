import type { ApiObject } from 'cdk8s';
import type { Service, ServicePort, ServiceSpec } from '../../api/kubernetes';
import { serviceNameFlaw } from '../../values/name';
import { portNumberFlaw } from '../../values/port';
import { compact } from '../compact';
import type { Labels } from '../labels';
import { checkAffinity } from '../network/session-affinity';
import { checkTrafficDistribution } from '../network/traffic-distribution';
import type { Place } from '../place';
import { portProps } from '../pod/port';
import { type WorkloadContext, defineChild } from './context';
import type { PodPort } from './pod-port';
import type { ServiceProps, WebPortProps, WebPorts } from './service-props';

/** A port of a workload: what an Ingress, a NetworkPolicy or a client needs to know of it. */
export interface PortReference<Name extends string = string> extends PodPort<Name> {
  /** Number at the Service; `undefined` when the Service does not offer the port. */
  readonly servicePort: number | undefined;
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
 * The ports of a workload behind a headless Service alone: its clients find Pods, and the ports of the container.
 *
 * @throws {PropsError} for what a headless Service cannot do: it would be lost without a word
 */
export function headlessReferences(
  place: Place,
  service: string,
  ports: WebPorts<string> | undefined,
): ReadonlyMap<string, PortReference> {
  return new Map(
    Object.entries(ports ?? {}).map(([name, port]) => {
      const props = portProps<WebPortProps>(port);
      for (const field of ['servicePort', 'nodePort', 'exposed'] as const) {
        if (props[field] === undefined) continue;
        place
          .at(name)
          .at(field)
          .refuse({
            found: `${props[field]} without a Service for clients`,
            allowed: 'the port of the container: a headless Service maps none and hides none',
            fix: 'add service: true, or leave it out',
          });
      }
      const { containerPort, protocol = 'TCP' } = props;
      return [name, { name, containerPort, servicePort: containerPort, protocol, service }];
    }),
  );
}

/**
 * The Service before the Pods of a workload.
 *
 * @param name Name of the Service.
 * @returns `undefined` when no port is exposed.
 * @throws {PropsError} for a wrong name, label or number, and for two ports of the container on one port of the Service
 */
export function defineService(
  context: WorkloadContext,
  name: string,
  asked: ServiceProps,
  ports: WebPorts<string> | undefined,
): ApiObject | undefined {
  const { identity, place } = context;
  const spec = serviceSpec(place, ports, asked, identity.selector);
  if (spec === undefined) return undefined;
  place.at('service').at('name').check(serviceNameFlaw(name));
  const metadata = identity.metadata({ name, labels: asked.labels, annotations: asked.annotations });
  const service: Service = { apiVersion: 'v1', kind: 'Service', metadata, spec };
  return defineChild(context, 'service', service);
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
  checkAffinity(place.at('service'), fields);
  checkTrafficDistribution(place.at('service'), fields.trafficDistribution);
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
