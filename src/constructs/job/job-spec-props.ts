import type { ContainerProps, InitContainerProps } from '../pod/container-props';
import type { ContainerPorts } from '../pod/port';
import type { SpreadOver } from '../workload/spread';
import type { WorkloadProps } from '../workload/workload-props';
import type { PodFailurePolicyProps } from './pod-failure-policy';
import type { SuccessPolicyProps } from './success-policy';

/**
 * The Pod of a Job: the main container's props and the Pod's stand side by side. The names of its containers are types,
 * so that a rule of `podFailurePolicy` for another one does not compile.
 */
export interface JobPodProps<Port extends string, Main extends string, Beside extends string> extends Omit<
  WorkloadProps<Port>,
  'containerName' | 'sidecars' | 'initContainers'
> {
  /**
   * Ports of the main container by name, such as one for metrics.
   * @default - none
   */
  readonly ports?: ContainerPorts<Port>;
  /**
   * Name of the main container, a DNS label.
   * @default - the name of the workload
   */
  readonly containerName?: Main;
  /**
   * Containers beside the main one, by name. The Job is not done before they end too.
   * @default - none
   */
  readonly sidecars?: { readonly [Name in Beside]?: ContainerProps };
  /**
   * Containers that run before the others, one after the other in this order, by name. Since Kubernetes 1.29 one with
   * `restartPolicy: 'Always'` is a sidecar, which runs beside them and does not keep the Job from being done.
   * @default - none
   */
  readonly initContainers?: { readonly [Name in Beside]?: InitContainerProps };
  /**
   * Over what the Pods spread evenly, where it is possible.
   * @default - nothing; see also `topologySpreadConstraints`
   */
  readonly spread?: readonly SpreadOver[];
  /**
   * Seconds from the start of a Pod to its end, from 1. A Pod that takes longer has failed; the Job may try again.
   * @default - none
   */
  readonly podActiveDeadlineSeconds?: number;
}

/** How long and how often a Job tries. */
export interface JobLimits {
  /**
   * How many Pods run at a time, from 0; up to 100000 in an indexed Job.
   * @default - not printed; Kubernetes takes 1
   */
  readonly parallelism?: number;
  /**
   * Failures after which the Job has failed, from 0.
   * @default - not printed; Kubernetes takes 6
   */
  readonly backoffLimit?: number;
  /**
   * Seconds from the start of the Job after which it has failed, whatever it does, from 1.
   * @default - none
   */
  readonly activeDeadlineSeconds?: number;
  /**
   * Seconds from the end of the Job to its deletion, from 0. What applies manifests again and again (Argo CD, Flux) makes a
   * deleted Job anew, and runs it again.
   * @default - not printed; it stays until somebody deletes it
   */
  readonly ttlSecondsAfterFinished?: number;
  /**
   * When a new Pod takes the place of one that is deleted or fails: as soon as it begins to end, or not before it has ended.
   * @default - not printed; Kubernetes takes `TerminatingOrFailed`, and `Failed` with a `podFailurePolicy`
   * @since 1.29
   */
  readonly podReplacementPolicy?: 'TerminatingOrFailed' | 'Failed';
  /**
   * Who runs the Job in place of Kubernetes' own controller, such as `kueue.x-k8s.io/multikueue`: a domain, `/` and a path, up
   * to 63 characters.
   * @default - Kubernetes' own controller
   * @since 1.32
   */
  readonly managedBy?: string;
}

/** How many Pods must succeed, and whether each has a number of its own. */
export type JobCompletion =
  | {
      /**
       * `Indexed` gives each Pod a number from 0, in the variable `JOB_COMPLETION_INDEX` and in its host name.
       * @default - not printed; Kubernetes takes `NonIndexed`
       */
      readonly completionMode?: 'NonIndexed';
      /**
       * How many Pods must succeed, from 0.
       * @default - not printed; Kubernetes takes 1, or with `parallelism` one success ends the Job
       */
      readonly completions?: number;
      readonly backoffLimitPerIndex?: never;
      readonly maxFailedIndexes?: never;
      readonly successPolicy?: never;
    }
  | {
      readonly completionMode: 'Indexed';
      readonly completions: number;
      /**
       * Failures of one index after which it has failed, from 0; the others go on. With `restartPolicy: 'Never'` only.
       * @default - none: failures count for the Job as a whole
       * @since 1.29
       */
      readonly backoffLimitPerIndex?: number;
      /**
       * Failed indexes after which the Job has failed at once, from 0 to `completions`; with `backoffLimitPerIndex`.
       * @default - none: each index has its tries
       * @since 1.29
       */
      readonly maxFailedIndexes?: number;
      /**
       * When the Job has succeeded before all of its indexes have; the Pods that are left are then ended.
       * @default - when all have
       * @since 1.31
       */
      readonly successPolicy?: SuccessPolicyProps;
    };

/** What happens when a container fails. */
export type JobRestart<Container extends string> =
  | {
      /**
       * `Never` makes a new Pod and keeps the failed one with its logs; `OnFailure` starts the container again in its Pod.
       * @default 'Never'
       */
      readonly restartPolicy?: 'Never';
      /**
       * Which failures end the Job at once, and which do not count. With `restartPolicy: 'Never'` only.
       * @default - each failure counts towards `backoffLimit`
       */
      readonly podFailurePolicy?: PodFailurePolicyProps<Container>;
    }
  | { readonly restartPolicy: 'OnFailure'; readonly podFailurePolicy?: never };

/** What a Job says, whether it stands alone or is made by a CronJob. */
export type JobSpecProps = JobPodProps<string, string, string> & JobLimits & JobCompletion & JobRestart<string>;
