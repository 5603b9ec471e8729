import type { ApiObject } from 'cdk8s';
import type { Service, ServicePort } from '../../api/kubernetes';
import { serviceNameFlaw } from '../../values/name';
import { compact } from '../compact';
import { portProps } from '../pod/port';
import { type WorkloadContext, defineChild } from './context';
import type { ServiceProps, WebPortProps, WebPorts } from './service-props';

/**
 * The headless Service of a StatefulSet: it gives each Pod a name of its own.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#headless-services
 */
export interface HeadlessServiceProps extends Pick<
  ServiceProps,
  'name' | 'labels' | 'annotations' | 'ipFamilies' | 'ipFamilyPolicy'
> {
  /**
   * Whether Pods have their names before they are ready, for programs that must find each other to become so.
   * @default - not printed; no
   */
  readonly publishNotReadyAddresses?: boolean;
}

/**
 * The headless Service of a workload, with every declared port under the number of the container: nothing stands between
 * a client and a Pod that could map it.
 *
 * @param name Name of the Service.
 * @throws {PropsError} for a wrong name
 */
export function defineHeadlessService(
  context: WorkloadContext,
  name: string,
  asked: HeadlessServiceProps,
  ports: WebPorts<string> | undefined,
): ApiObject {
  const { identity, place } = context;
  place.at('headlessService').at('name').check(serviceNameFlaw(name));
  const { name: _name, labels, annotations, ...fields } = asked;
  const service: Service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: identity.metadata({ name, labels, annotations }),
    spec: compact({ ...fields, clusterIP: 'None', selector: identity.selector, ports: headlessPorts(ports) }),
  };
  return defineChild(context, 'headlessService', service);
}

function headlessPorts(ports: WebPorts<string> | undefined): readonly ServicePort[] | undefined {
  const all = Object.entries(ports ?? {}).map(([name, port]): ServicePort => {
    const { appProtocol, containerPort, protocol } = portProps<WebPortProps>(port);
    return compact({ name, port: containerPort, targetPort: name, protocol, appProtocol });
  });
  return all.length === 0 ? undefined : all;
}
