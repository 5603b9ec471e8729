import type {
  Deployment,
  HorizontalPodAutoscaler,
  Ingress,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
  ServiceAccount,
} from '../api/kubernetes';
import type { Patch } from '../api/patch';
import type { DisruptionBudgetProps } from './workload/disruption-budget';
import type { IngressProps } from './workload/ingress';
import type { NetworkPolicyProps } from './workload/network-policy';
import type { RolloutProps, Strategy } from './workload/rollout';
import type { Scale } from './workload/scaling';
import type { ServiceAccountProps } from './workload/service-account';
import type { ServiceProps, WebPorts } from './workload/service-props';
import type { SpreadOver } from './workload/spread';
import type { WorkloadProps } from './workload/workload-props';

/** Changes to the objects of a `WebDeployment`, merged as Kubernetes merges a strategic merge patch. */
export interface WebDeploymentOverrides {
  readonly deployment?: Patch<Deployment>;
  readonly service?: Patch<Service>;
  readonly ingress?: Patch<Ingress>;
  readonly horizontalPodAutoscaler?: Patch<HorizontalPodAutoscaler>;
  readonly podDisruptionBudget?: Patch<PodDisruptionBudget>;
  readonly networkPolicy?: Patch<NetworkPolicy>;
  readonly serviceAccount?: Patch<ServiceAccount>;
}

/** The props of a `WebDeployment` that stand each for itself. */
export interface WebDeploymentObjects<Port extends string> extends WorkloadProps<Port>, RolloutProps {
  /**
   * Ports of the main container by name, each offered by the Service under the same name.
   * @default - none, and no Service
   */
  readonly ports?: WebPorts<Port>;
  /**
   * The Service before the Pods; `false` leaves it out.
   * @default - a Service of type ClusterIP when there are ports
   */
  readonly service?: ServiceProps | false;
  /**
   * The way in from outside.
   * @default - none
   */
  readonly ingress?: IngressProps<NoInfer<Port>>;
  /**
   * How many Pods an eviction must leave, or may take.
   * @default - none
   */
  readonly podDisruptionBudget?: DisruptionBudgetProps;
  /**
   * Who may talk to the Pods and to whom they may talk.
   * @default - none: whatever the namespace allows
   */
  readonly networkPolicy?: NetworkPolicyProps<NoInfer<Port>>;
  /**
   * A ServiceAccount of its own, to run as; `true` for one with nothing but a name.
   * @default - none: see `serviceAccountName`
   */
  readonly serviceAccount?: true | ServiceAccountProps;
  /**
   * Over what the Pods spread evenly, where it is possible.
   * @default - nothing; see also `topologySpreadConstraints`
   */
  readonly spread?: readonly SpreadOver[];
  /**
   * Changes to the objects, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: WebDeploymentOverrides;
}

/** Props of a `WebDeployment`. `replicas` and `autoscaling` exclude each other, as do `Recreate` and `maxSurge`. */
export type WebDeploymentProps<Port extends string = string> = WebDeploymentObjects<Port> & Scale & Strategy;
