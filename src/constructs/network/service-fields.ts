import type { ServicePort, ServiceSpec } from '../../api/kubernetes';
import { cidrFlaw } from '../../values/cidr';
import { subdomainNameFlaw } from '../../values/name';
import { portNumberFlaw } from '../../values/port';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { Place } from '../place';
import type { ServiceProps } from '../service-props';
import { labelsOf } from './pod-selection';
import { checkAffinity } from './session-affinity';
import { checkTrafficDistribution } from './traffic-distribution';

/** Any field of any type: what the compiler keeps apart, JavaScript may mix. */
type Fields = Omit<ServiceSpec, 'ports' | 'selector'> & {
  readonly headless?: boolean;
  readonly selector?: Parameters<typeof labelsOf>[1];
};

/** Fields that each type of Service has, beside those of all. */
const fieldsOfType: Readonly<Record<string, readonly (keyof Fields)[]>> = {
  ClusterIP: ['clusterIP', 'clusterIPs', 'externalIPs', 'externalTrafficPolicy', 'headless'],
  NodePort: ['clusterIP', 'clusterIPs', 'externalIPs', 'externalTrafficPolicy', 'headless'],
  LoadBalancer: [
    'allocateLoadBalancerNodePorts',
    'clusterIP',
    'clusterIPs',
    'externalIPs',
    'externalTrafficPolicy',
    'headless',
    'healthCheckNodePort',
    'loadBalancerClass',
    'loadBalancerIP',
    'loadBalancerSourceRanges',
  ],
};
const fieldsOfAddresses: readonly (keyof Fields)[] = [
  'internalTrafficPolicy',
  'ipFamilies',
  'ipFamilyPolicy',
  'publishNotReadyAddresses',
  'selector',
  'sessionAffinity',
  'sessionAffinityConfig',
  'trafficDistribution',
];

/**
 * The Service's spec.
 *
 * @throws {PropsError} for a field that its type does not have, and for no port where there must be one
 */
export function serviceFields(place: Place, props: ServiceProps, ports: readonly ServicePort[]): ServiceSpec {
  const { name: _name, labels: _labels, annotations: _annotations, ports: _ports, overrides: _, ...given } = props;
  const { headless, selector, ...fields } = given as Fields;
  const type = fields.type ?? 'ClusterIP';
  place.at('type').oneOf(type, ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName']);
  checkFields(place, type, given as Fields);
  if (type === 'ExternalName') {
    place.at('externalName').check(subdomainNameFlaw(String(fields.externalName).replace(/\.$/, '')));
  } else if (ports.length === 0 && headless !== true) {
    place.at('ports').refuse({
      found: 'empty',
      allowed: 'at least one port: only a headless Service can do without',
      fix: 'name a port, such as { http: 80 }, or write headless: true',
    });
  }
  if (headless === true) checkHeadless(place, type, fields);
  checkNodePorts(place, type, ports);
  fields.loadBalancerSourceRanges?.forEach((range, index) => {
    place.at('loadBalancerSourceRanges').at(index).check(cidrFlaw(range));
  });
  checkAffinity(place, fields);
  checkTrafficDistribution(place, fields.trafficDistribution);
  return compact({
    ...fields,
    clusterIP: headless === true ? 'None' : (fields.clusterIP ?? fields.clusterIPs?.[0]),
    selector: selector === undefined ? undefined : labelsOf(place.at('selector'), selector),
    ports: ports.length === 0 ? undefined : ports,
  });
}

function checkFields(place: Place, type: string, given: Fields): void {
  const own = type === 'ExternalName' ? ['externalName'] : [...fieldsOfAddresses, ...fieldsOfType[type]!];
  for (const field of Object.keys(given) as (keyof Fields)[]) {
    if (field === 'type' || given[field] === undefined || own.includes(field)) continue;
    place.at(field).refuse({
      found: `given to a Service of type ${type}`,
      allowed: own.includes('headless') ? 'left out' : 'left out: there are neither addresses nor Pods',
      fix: `leave it out, or choose another type`,
    });
  }
  const { externalIPs, externalTrafficPolicy, healthCheckNodePort } = given;
  if (type === 'ClusterIP' && externalTrafficPolicy !== undefined && (externalIPs ?? []).length === 0) {
    place.at('externalTrafficPolicy').refuse({
      found: `${show(externalTrafficPolicy)} where no traffic comes from outside`,
      allowed: 'the types NodePort and LoadBalancer, or externalIPs',
      fix: 'leave it out',
    });
  }
  if (healthCheckNodePort === undefined) return;
  place.at('healthCheckNodePort').check(portNumberFlaw(healthCheckNodePort));
  if (externalTrafficPolicy === 'Local') return;
  place.at('healthCheckNodePort').refuse({
    found: `${healthCheckNodePort} without externalTrafficPolicy: 'Local'`,
    allowed: "left out, or a port with externalTrafficPolicy: 'Local'",
    fix: "set externalTrafficPolicy: 'Local'",
  });
}

function checkHeadless(place: Place, type: string, { clusterIP, clusterIPs }: Fields): void {
  const found = clusterIP ?? clusterIPs;
  if (type === 'ClusterIP' && found === undefined) return;
  place.at('headless').refuse({
    found: `true for ${type === 'ClusterIP' ? `the address ${show(found)}` : `a Service of type ${type}`}`,
    allowed: 'a Service of type ClusterIP without an address',
    fix: 'leave out headless, or the type and address',
  });
}

function checkNodePorts(place: Place, type: string, ports: readonly ServicePort[]): void {
  const port = ports.find(({ nodePort }) => nodePort !== undefined);
  if (port === undefined || type === 'NodePort' || type === 'LoadBalancer') return;
  place
    .at('ports')
    .at(port.name!)
    .at('nodePort')
    .refuse({
      found: `${port.nodePort} for a Service of type ${type}`,
      allowed: 'a Service of type NodePort or LoadBalancer',
      fix: "leave it out, or write type: 'NodePort'",
    });
}
