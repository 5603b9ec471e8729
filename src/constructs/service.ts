import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import { serviceNameFlaw } from '../values/name';
import { checkProps } from './check-props';
import { type ObjectProps, settleMetadata } from './metadata';
import { serviceFields } from './network/service-fields';
import { type ServicePortReference, servicePorts } from './network/service-ports';
import { defineObject } from './object';
import { Place } from './place';
import type { ServiceProps } from './service-props';
import { SingleObject } from './single-object';

/**
 * A name and ports that lead to Pods, or to a host elsewhere. A `WebDeployment` has one already.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/
 *
 * @example
 * const web = new WebDeployment(chart, 'web', {
 *   image: 'registry.example.com/shop:1.4.2',
 *   ports: { http: 8080, metrics: { containerPort: 9090, exposed: false } },
 * });
 * new Service(chart, 'web-public', {
 *   type: 'LoadBalancer',
 *   externalTrafficPolicy: 'Local',
 *   selector: web,
 *   ports: { http: 80 }, // leads to the port of that name; { port: 80, targetPort: 'htpp' } does not compile
 * });
 */
export class Service<const Name extends string = never, const Port extends string = string> extends SingleObject {
  readonly object: ApiObject;
  readonly resourceType = 'services';

  private readonly place: Place;
  private readonly ports: readonly api.ServicePort[];

  /**
   * @param id Name of the Service, unless `name` is given: a DNS label that begins with a letter.
   * @throws {PropsError} for values that the API server would refuse, and for a port that the workload does not declare
   */
  constructor(scope: Construct, id: string, props: ServiceProps<Name, Port>) {
    checkProps(scope, id, { Service }, props);
    super(scope, id);
    this.place = new Place(this);
    const { overrides, ...rest } = props as ServiceProps;
    this.ports = servicePorts(this.place.at('ports'), rest.ports, rest.selector);
    const service: api.Service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: settleMetadata(this, this.place, 'Service', rest as ObjectProps, serviceNameFlaw),
      spec: serviceFields(this.place, rest, this.ports),
    };
    this.object = defineObject(this, 'service', service, overrides);
    this.node.defaultChild = this.object;
  }

  /**
   * A port, for an Ingress or route that leads to it.
   *
   * @throws {PropsError} for a port that the Service does not have (which does not compile)
   */
  port<Asked extends Name>(name: Asked): ServicePortReference<Asked> {
    const names = this.ports.map((port) => port.name!);
    this.place.at('port').oneOf(name, names);
    const { port, protocol = 'TCP' } = this.ports[names.indexOf(name)]!;
    return { name, servicePort: port, protocol: protocol as ServicePortReference['protocol'], service: this.name };
  }
}
