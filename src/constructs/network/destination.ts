import type { NetworkPolicyPeer, NetworkPolicyPort } from '../../api/kubernetes';
import { labelNameFlaw } from '../../values/name';
import { cidrFlaw } from '../../values/cidr';
import { checkArgument } from '../check-props';
import { compact } from '../compact';
import { type Labels, checkLabels } from '../labels';
import { outside } from '../outside';
import type { Peer } from '../workload/network-policy';
import type { PolicyPort } from './policy-ports';
import { declaredPort } from './refuse-here';
import { inNamespace } from './peers';
import type { PodsWithPorts } from './pod-selection';

/** Whom the Pods may reach, and on which ports. Made by `dns`, `internet` and `portsOf`, or written out. */
export interface TrafficDestination {
  /** Whom: any of these. */
  readonly to: readonly Peer[];
  /**
   * On which ports.
   * @default - every port
   */
  readonly ports?: readonly PolicyPort[];
}

/** Who answers questions for names. */
export interface DnsOptions {
  /**
   * Who does.
   * @default - the Pods `k8s-app: kube-dns` of the namespace `kube-system`, as CoreDNS is installed
   */
  readonly to?: readonly Peer[];
  /**
   * On which port, over UDP and TCP.
   * @default 53
   */
  readonly port?: number;
}

/**
 * The cluster's DNS. Where nodes keep a cache of it, name its address: `dns({ to: [{ ipBlock: { cidr: '169.254.20.10/32' } }] })`.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
 */
export function dns(options: DnsOptions = {}): TrafficDestination {
  checkArgument(outside('dns()'), 'dns', options);
  const { to, port = 53 } = options;
  const server = { ...inNamespace('kube-system'), podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } };
  return { to: to ?? [server], ports: [{ port, protocol: 'UDP' }, { port }] };
}

/** Which addresses are meant, and which ports. */
export interface InternetOptions {
  /**
   * Ranges of addresses that are left out, of IPv4 and IPv6.
   * @default - those that are no public addresses: private, shared, loopback and link-local ones
   */
  readonly except?: readonly string[];
  /**
   * Families of the addresses.
   * @default - both
   */
  readonly ipFamilies?: readonly ('IPv4' | 'IPv6')[];
  /**
   * On which ports.
   * @default - every port
   */
  readonly ports?: readonly PolicyPort[];
}

const notPublic = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  'fc00::/7',
  'fe80::/10',
];

/**
 * Addresses outside the cluster.
 *
 * @throws {PropsError} for what is no range of addresses
 */
export function internet(options: InternetOptions = {}): TrafficDestination {
  const place = outside('internet()');
  checkArgument(place, 'internet', options);
  const { except = notPublic, ipFamilies, ports } = options;
  except.forEach((range, index) => place.at('except').at(index).check(cidrFlaw(range)));
  const blocks = (ipFamilies ?? ['IPv4', 'IPv6']).map((family, index): NetworkPolicyPeer => {
    place.at('ipFamilies').at(index).oneOf(family, ['IPv4', 'IPv6']);
    const left = except.filter((range) => range.includes(':') === (family === 'IPv6'));
    const cidr = family === 'IPv6' ? '::/0' : '0.0.0.0/0';
    return { ipBlock: compact({ cidr, except: left.length === 0 ? undefined : left }) };
  });
  return compact({ to: blocks, ports });
}

/**
 * Some ports of a workload: `portsOf(database, 'postgres')`. They are printed as numbers, because a name may mean another
 * number in each Pod that is reached.
 *
 * @throws {PropsError} for a port that the workload does not declare (which does not compile)
 */
export function portsOf<const Port extends string>(
  pods: PodsWithPorts<Port>,
  ...names: readonly [NoInfer<Port>, ...NoInfer<Port>[]]
): TrafficDestination {
  const place = outside('portsOf()');
  const ports = names.map((name, index): NetworkPolicyPort => {
    const { containerPort, protocol } = declaredPort(place.at('names').at(index), pods, name);
    return compact({ port: containerPort, protocol: protocol === 'TCP' ? undefined : protocol });
  });
  return { to: [pods], ports };
}

/**
 * The Pods of another namespace, all of them or those with some labels.
 *
 * @throws {PropsError} for a name that no namespace can have, and for wrong labels
 */
export function podsIn(namespace: string, labels?: Labels): NetworkPolicyPeer {
  const place = outside('podsIn()');
  place.at('namespace').check(labelNameFlaw(namespace));
  if (labels !== undefined) checkArgument(place.at('labels'), 'labels', labels);
  checkLabels(place.at('labels'), labels);
  return compact({ ...inNamespace(namespace), podSelector: labels && { matchLabels: labels } });
}
