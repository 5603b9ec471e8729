import type * as api from '../api/kubernetes';
import type { Patch } from '../api/patch';
import type { ObjectProps } from './metadata';
import type { PodsByEqualLabels } from './network/pod-selection';
import type { TrafficDistribution } from './network/traffic-distribution';
import type { NodePortProps, ServicePortProps, ServicePorts } from './network/service-ports';

/** Addresses that every Service but those of type ExternalName has. */
interface Addresses {
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
   * Whether Pods that are not ready have a DNS name and get traffic.
   * @default - not printed; no
   */
  readonly publishNotReadyAddresses?: boolean;
}

/** Whether a client keeps its Pod, and for how long. */
type Affinity =
  | {
      /**
       * Whether a client keeps its Pod.
       * @default - not printed; Kubernetes takes `None`
       */
      readonly sessionAffinity?: 'None';
      readonly sessionAffinityConfig?: never;
    }
  | {
      readonly sessionAffinity: 'ClientIP';
      /**
       * How long: `{ clientIP: { timeoutSeconds } }`, from 1 to 86400 seconds.
       * @default - not printed; Kubernetes takes 10800 seconds
       */
      readonly sessionAffinityConfig?: api.ServiceSpec['sessionAffinityConfig'];
    };

/** Addresses in the cluster. */
interface ClusterAddresses extends Addresses {
  /**
   * Address in the cluster.
   * @default - the cluster chooses
   */
  readonly clusterIP?: string;
  /**
   * Addresses in the cluster, one for each family. The first is `clusterIP`, which is printed too.
   * @default - the cluster chooses
   */
  readonly clusterIPs?: readonly string[];
  /**
   * Whether it has no address of its own, see the headless kind.
   * @default false
   */
  readonly headless?: false;
}

/** Addresses of nodes, at which traffic from outside comes in. */
interface OutsideAddresses {
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
}

/** A Service with an address in the cluster. */
type ClusterIpService<Name extends string, Port extends string> = ClusterAddresses & {
  /**
   * Who can reach it: the cluster.
   * @default - not printed; Kubernetes takes `ClusterIP`
   */
  readonly type?: 'ClusterIP';
  /** Ports by name; a number alone is the port of the Service. */
  readonly ports: ServicePorts<Name, ServicePortProps<NoInfer<Port>>>;
} & (
    | (OutsideAddresses & { readonly externalIPs: readonly string[] })
    | { readonly [Key in keyof OutsideAddresses]?: never }
  );

/** A Service without an address: its name leads to those of the Pods. */
interface HeadlessService<Name extends string, Port extends string> extends Addresses {
  /**
   * Who can reach it: the cluster.
   * @default - not printed; Kubernetes takes `ClusterIP`
   */
  readonly type?: 'ClusterIP';
  /** No address of its own: DNS gives those of the Pods. Printed as `clusterIP: None`. */
  readonly headless: true;
  /**
   * Ports by name; a number alone is the port of the Service.
   * @default - none
   */
  readonly ports?: ServicePorts<Name, ServicePortProps<NoInfer<Port>>>;
}

/** A Service with a port on every node. */
interface NodePortService<Name extends string, Port extends string> extends ClusterAddresses, OutsideAddresses {
  /** Who can reach it: whoever reaches a node. */
  readonly type: 'NodePort';
  /** Ports by name; a number alone is the port of the Service. */
  readonly ports: ServicePorts<Name, NodePortProps<NoInfer<Port>>>;
}

/** A Service with a load balancer of the cloud's. */
type LoadBalancerService<Name extends string, Port extends string> = ClusterAddresses & {
  /** Who can reach it: whoever reaches the load balancer. */
  readonly type: 'LoadBalancer';
  /** Ports by name; a number alone is the port of the Service. */
  readonly ports: ServicePorts<Name, NodePortProps<NoInfer<Port>>>;
  /**
   * Addresses of nodes at which the Service answers too.
   * @default - none
   */
  readonly externalIPs?: readonly string[];
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
   * Whether it gets node ports.
   * @default - not printed; yes
   */
  readonly allocateLoadBalancerNodePorts?: boolean;
} & (
    | {
        /**
         * Whether traffic from outside stays on the node it came to and keeps its source.
         * @default - not printed; Kubernetes takes `Cluster`
         */
        readonly externalTrafficPolicy?: 'Cluster';
        readonly healthCheckNodePort?: never;
      }
    | {
        readonly externalTrafficPolicy: 'Local';
        /**
         * Port of the nodes for the load balancer's health check.
         * @default - the cluster chooses
         */
        readonly healthCheckNodePort?: number;
      }
  );

/** A name in the cluster's DNS for a host elsewhere. */
interface ExternalNameService<Name extends string> {
  /** What it is: another name for a host. */
  readonly type: 'ExternalName';
  /** Host that the name leads to. */
  readonly externalName: string;
  /**
   * Ports by name, for an Ingress or route that leads there.
   * @default - none
   */
  readonly ports?: ServicePorts<Name, ServicePortProps>;
}

/** The fields of each type alone. The first two are both of `type: 'ClusterIP'`. */
interface Types<Name extends string, Port extends string> {
  readonly ClusterIP: ClusterIpService<Name, Port>;
  readonly Headless: HeadlessService<Name, Port>;
  readonly NodePort: NodePortService<Name, Port>;
  readonly LoadBalancer: LoadBalancerService<Name, Port>;
  readonly ExternalName: ExternalNameService<Name>;
}

type KeysOf<Props> = Props extends unknown ? keyof Props : never;

/** The names of the fields of each type. They are worked out once, whatever the names of the ports. */
type Keys = { readonly [Type in keyof Types<string, string>]: KeysOf<Types<string, string>[Type]> };

/** Leaves out what another type of Service has, so that the two cannot be mixed. */
type Without<Type extends keyof Keys> = { readonly [Key in Exclude<Keys[keyof Keys], Keys[Type]>]?: never };

/** What leads to Pods. */
type LeadsToPods<Port extends string> = Affinity & {
  /**
   * The Pods behind it: a workload of ours, what kplus can select, or labels.
   * @default - none: whoever makes the EndpointSlices says
   */
  readonly selector?: PodsByEqualLabels<Port>;
};

/** What leads elsewhere. */
type LeadsElsewhere = { readonly [Key in KeysOf<LeadsToPods<string>>]?: never };

/**
 * Props of a `Service`. Its `type` says which others there are: a node port for a ClusterIP does not compile.
 */
export type ServiceProps<Name extends string = string, Port extends string = string> = ObjectProps & {
  /**
   * Changes to the object, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<api.Service>;
} & (
    | (ClusterIpService<Name, Port> & Without<'ClusterIP'> & LeadsToPods<Port>)
    | (HeadlessService<Name, Port> & Without<'Headless'> & LeadsToPods<Port>)
    | (NodePortService<Name, Port> & Without<'NodePort'> & LeadsToPods<Port>)
    | (LoadBalancerService<Name, Port> & Without<'LoadBalancer'> & LeadsToPods<Port>)
    | (ExternalNameService<Name> & Without<'ExternalName'> & LeadsElsewhere)
  );
