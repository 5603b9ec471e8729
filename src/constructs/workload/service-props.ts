import type { ServiceSpec } from '../../api/kubernetes';
import type { Labels } from '../labels';
import type { TrafficDistribution } from '../network/traffic-distribution';
import type { ContainerPortProps } from '../pod/port';

/** A port of the main container, and how the Service offers it. */
export interface WebPortProps extends ContainerPortProps {
  /**
   * Port of the Service, from 1 to 65535. Its `targetPort` is the name, so that the container's number can change.
   * @default - the containerPort
   */
  readonly servicePort?: number;
  /**
   * Port of every node, in the cluster's range; for the types NodePort and LoadBalancer.
   * @default - the cluster chooses, where the type has one
   */
  readonly nodePort?: number;
  /**
   * Application protocol, such as `http` or `kubernetes.io/h2c`.
   * @default - none
   */
  readonly appProtocol?: string;
  /**
   * Whether the Service offers the port.
   * @default true
   */
  readonly exposed?: boolean;
}

/** The ports of the main container by name; a number alone is a TCP port that the Service offers as it is. */
export type WebPorts<Name extends string> = { readonly [Key in Name]: number | WebPortProps };

/**
 * The Service before the Pods, beside its ports.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/
 */
export interface ServiceProps {
  /**
   * Name of the Service, a DNS label that begins with a letter.
   * @default - the name of the workload
   */
  readonly name?: string;
  /**
   * Labels of the Service alone.
   * @default - those of the workload
   */
  readonly labels?: Labels;
  /**
   * Annotations of the Service alone, such as a cloud's for its load balancer.
   * @default - those of the workload
   */
  readonly annotations?: Labels;
  /**
   * Who can reach it.
   * @default - not printed; Kubernetes takes `ClusterIP`
   */
  readonly type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer';
  /**
   * Address in the cluster; `None` makes the Service headless.
   * @default - the cluster chooses
   */
  readonly clusterIP?: string;
  /**
   * Addresses in the cluster, one for each family; the first is `clusterIP`.
   * @default - the cluster chooses
   */
  readonly clusterIPs?: readonly string[];
  /**
   * Families of the addresses.
   * @default - the cluster's first
   */
  readonly ipFamilies?: readonly ('IPv4' | 'IPv6')[];
  /**
   * Whether one or two families.
   * @default - not printed; Kubernetes takes `SingleStack`
   */
  readonly ipFamilyPolicy?: 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';
  /**
   * Addresses of nodes at which the Service answers too.
   * @default - none
   */
  readonly externalIPs?: readonly string[];
  /**
   * Whether traffic from outside stays on the node it came to and keeps its source.
   * @default - not printed; Kubernetes takes `Cluster`
   */
  readonly externalTrafficPolicy?: 'Cluster' | 'Local';
  /**
   * Whether traffic from inside stays on its node.
   * @default - not printed; Kubernetes takes `Cluster`
   */
  readonly internalTrafficPolicy?: 'Cluster' | 'Local';
  /**
   * Which endpoints get the traffic of a client first: those in its zone, or on its node.
   * @default - all alike
   * @since 1.31, `PreferSameZone` and `PreferSameNode` since 1.34
   */
  readonly trafficDistribution?: TrafficDistribution;
  /**
   * Port for the health check of a load balancer, with `externalTrafficPolicy: 'Local'`.
   * @default - the cluster chooses
   */
  readonly healthCheckNodePort?: number;
  /**
   * Whether a client keeps its Pod.
   * @default - not printed; Kubernetes takes `None`
   */
  readonly sessionAffinity?: 'None' | 'ClientIP';
  /**
   * How long it does, with `sessionAffinity: 'ClientIP'`.
   * @default - not printed; Kubernetes takes 10800 seconds
   */
  readonly sessionAffinityConfig?: ServiceSpec['sessionAffinityConfig'];
  /**
   * Whether Pods that are not ready have a DNS name.
   * @default - not printed; no
   */
  readonly publishNotReadyAddresses?: boolean;
  /**
   * Class of the load balancer.
   * @default - the cloud's
   */
  readonly loadBalancerClass?: string;
  /**
   * Address of the load balancer (deprecated by Kubernetes: ask the cloud by annotation).
   * @default - the cloud chooses
   */
  readonly loadBalancerIP?: string;
  /**
   * Address ranges from which the load balancer takes traffic.
   * @default - all
   */
  readonly loadBalancerSourceRanges?: readonly string[];
  /**
   * Whether a load balancer gets node ports.
   * @default - not printed; yes
   */
  readonly allocateLoadBalancerNodePorts?: boolean;
}
