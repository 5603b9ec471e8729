import type * as api from '../api/kubernetes';
import type { Patch } from '../api/patch';
import type { ObjectProps } from './metadata';
import type { TrafficDestination } from './network/destination';
import type { PodSelection } from './network/pod-selection';
import type { PolicyPort } from './network/policy-ports';
import type { Peer } from './workload/network-policy';

/** Who may reach the Pods, and on which ports. */
export interface TrafficSource<Port extends string = string> {
  /** Who: any of these. */
  readonly from: readonly Peer[];
  /**
   * On which ports of the Pods: names that the workload declares, or numbers.
   * @default - those of `ports` beside `allowFrom`
   */
  readonly ports?: readonly (Port | PolicyPort)[];
}

/** Who may talk to Pods and to whom they may talk. A direction that is not named is not restricted. */
export interface NetworkPolicyProps<Port extends string = string> extends ObjectProps {
  /**
   * The Pods: a workload of ours, what kplus can select, or a selector.
   * @default - every Pod of the namespace
   */
  readonly for?: PodSelection<Port>;
  /**
   * Who may reach the Pods; an empty list keeps everyone out.
   * @default - anyone, unless `ingress` is given
   */
  readonly allowFrom?: readonly (Peer | TrafficSource<NoInfer<Port>>)[];
  /**
   * Ports that those in `allowFrom` may reach, where they name none themselves.
   * @default - every port
   */
  readonly ports?: readonly (NoInfer<Port> | PolicyPort)[];
  /**
   * Whom the Pods may reach; an empty list lets nothing out. Remember `dns()`.
   * @default - anyone, unless `egress` is given
   */
  readonly allowTo?: readonly (Peer | TrafficDestination)[];
  /**
   * Further rules for traffic to the Pods, as the API has them.
   * @default - none
   */
  readonly ingress?: readonly api.NetworkPolicyIngressRule[];
  /**
   * Further rules for traffic from the Pods, as the API has them.
   * @default - none
   */
  readonly egress?: readonly api.NetworkPolicyEgressRule[];
  /**
   * Changes to the object, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<api.NetworkPolicy>;
}
