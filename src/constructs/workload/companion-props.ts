import type {
  HorizontalPodAutoscaler,
  NetworkPolicy,
  PodDisruptionBudget,
  ServiceAccount as ApiServiceAccount,
} from '../../api/kubernetes';
import type { Patch } from '../../api/patch';
import type { DisruptionBudgetProps } from './disruption-budget';
import type { NetworkPolicyProps } from './network-policy';
import type { ServiceAccountProps } from './service-account';
import type { SpreadOver } from './spread';

/** What stands beside a workload, whatever it is. */
export interface CompanionProps<Port extends string> {
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
}

/** What can be said of Pods that there are several of, each as good as the other for whoever drains a node. */
export interface AvailabilityProps {
  /**
   * How many Pods an eviction must leave, or may take.
   * @default - none; with `hardened` and two Pods or more, one at a time
   */
  readonly podDisruptionBudget?: DisruptionBudgetProps;
  /**
   * Over what the Pods spread evenly, where it is possible.
   * @default - nothing, with `hardened` zones; see also `topologySpreadConstraints`
   */
  readonly spread?: readonly SpreadOver[];
}

/** Changes to what stands beside a workload. */
export interface CompanionOverrides {
  /** Changes to the NetworkPolicy. */
  readonly networkPolicy?: Patch<NetworkPolicy>;
  /** Changes to the ServiceAccount. */
  readonly serviceAccount?: Patch<ApiServiceAccount>;
}

/** Changes to what stands beside a workload with a number of Pods. */
export interface ScaledCompanionOverrides extends CompanionOverrides {
  /** Changes to the HorizontalPodAutoscaler. */
  readonly horizontalPodAutoscaler?: Patch<HorizontalPodAutoscaler>;
  /** Changes to the PodDisruptionBudget. */
  readonly podDisruptionBudget?: Patch<PodDisruptionBudget>;
}
