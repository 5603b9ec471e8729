import type {
  Affinity,
  HostAlias,
  PodDnsConfig,
  PodReadinessGate,
  PodResourceClaim,
  PodSchedulingGate,
  PodSecurityContext,
  PodSpec,
  Toleration,
  TopologySpreadConstraint,
} from '../../api/kubernetes';
import type { ContainerProps, InitContainerProps } from './container-props';
import type { kplus } from './kplus';
import type { Profile, Unsettable } from './profile';
import type { Amounts, ResourcesProps } from './resources';
import type { NameOf } from './reference';
import type { Volume } from './volume';
import type { RegistrySecret } from '../secret-type';

/**
 * What a Pod says beside its containers, whatever workload makes it. Every field of the API's PodSpec is here or can
 * be reached by the workload's `overrides`.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec
 */
export interface PodProps {
  /**
   * Security defaults, see `Profile`.
   * @default 'restricted'
   */
  readonly profile?: Profile;
  /**
   * Whether the Pod must meet what strict linters ask for, see docs/hardened.md.
   * @default - what the scope says; no
   */
  readonly hardened?: boolean;
  /**
   * Security of the Pod, over what the profile says; `null` leaves a field out. `appArmorProfile` since Kubernetes 1.30,
   * `supplementalGroupsPolicy` and `seLinuxChangePolicy` since 1.33.
   * @default - what the profile says
   */
  readonly securityContext?: Unsettable<PodSecurityContext>;
  /**
   * Containers beside the main one, by name.
   * @default - none
   */
  readonly sidecars?: { readonly [name: string]: ContainerProps };
  /**
   * Containers that run before the others, one after the other in this order, by name. Since Kubernetes 1.29 one with
   * `restartPolicy: 'Always'` is a sidecar that starts in its turn and runs beside them.
   * @default - none
   */
  readonly initContainers?: { readonly [name: string]: InitContainerProps };
  /**
   * Volumes beside those that a container mounts, which need not be listed.
   * @default - none
   */
  readonly volumes?: readonly (Volume | kplus.Volume)[];
  /**
   * Service account to run as, by name.
   * @default - not printed; Kubernetes takes `default`
   */
  readonly serviceAccountName?: NameOf;
  /**
   * Whether the token of the service account is mounted, for programs that call the API server; `null` leaves the
   * field out.
   * @default - false, and left out in the profile `privileged`
   */
  readonly automountServiceAccountToken?: boolean | null;
  /**
   * Secrets of type `kubernetes.io/dockerconfigjson` for private registries.
   * @default - those of the service account
   */
  readonly imagePullSecrets?: readonly RegistrySecret[];
  /**
   * Seconds from the signal to the kill, from 0.
   * @default - not printed; Kubernetes takes 30
   */
  readonly terminationGracePeriodSeconds?: number;
  /**
   * Labels that a node must have.
   * @default - any node
   */
  readonly nodeSelector?: { readonly [label: string]: string };
  /**
   * Name of the node, past the scheduler.
   * @default - the scheduler chooses
   */
  readonly nodeName?: string;
  /**
   * Rules for and against nodes and Pods. `matchLabelKeys` and `mismatchLabelKeys` of Pods since Kubernetes 1.31.
   * @default - none
   */
  readonly affinity?: Affinity;
  /**
   * Taints of nodes that the Pod stands.
   * @default - those that Kubernetes adds to every Pod
   */
  readonly tolerations?: readonly Toleration[];
  /**
   * How the Pods spread over zones, nodes and the like. Without a `labelSelector`, ours is put in.
   * @default - the cluster's
   */
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[];
  /**
   * Name of the scheduler.
   * @default - not printed; Kubernetes takes `default-scheduler`
   */
  readonly schedulerName?: string;
  /**
   * What must be removed before the Pod is scheduled.
   * @default - nothing
   */
  readonly schedulingGates?: readonly PodSchedulingGate[];
  /**
   * Name of the PriorityClass.
   * @default - the cluster's default class
   */
  readonly priorityClassName?: string;
  /**
   * Priority as a number. Kubernetes sets it from the class and refuses another.
   * @default - the class'
   */
  readonly priority?: number;
  /**
   * Whether the Pod may push out those of lower priority.
   * @default - the class'; Kubernetes takes `PreemptLowerPriority`
   */
  readonly preemptionPolicy?: 'Never' | 'PreemptLowerPriority';
  /**
   * Name of the RuntimeClass.
   * @default - the node's runtime
   */
  readonly runtimeClassName?: string;
  /**
   * What the runtime class needs beside the containers.
   * @default - the class'
   */
  readonly overhead?: Amounts;
  /**
   * What all containers of the Pod together need and may use at most. What a container has of its own is part of it.
   * @default - the sum of the containers
   * @since 1.34
   */
  readonly podResources?: Omit<ResourcesProps, 'claims'>;
  /**
   * Operating system of the Pod.
   * @default - not printed: whatever the node runs
   */
  readonly os?: 'linux' | 'windows';
  /**
   * Name service of the Pod. `None` needs `dnsConfig`.
   * @default - not printed; Kubernetes takes `ClusterFirst`
   */
  readonly dnsPolicy?: 'ClusterFirst' | 'ClusterFirstWithHostNet' | 'Default' | 'None';
  /**
   * Name servers, search domains and options, over those of the policy.
   * @default - the policy's
   */
  readonly dnsConfig?: PodDnsConfig;
  /**
   * Host name of the Pod, a DNS label.
   * @default - its name
   */
  readonly hostname?: string;
  /**
   * Subdomain of the Pod, the name of a headless Service.
   * @default - none
   */
  readonly subdomain?: string;
  /**
   * Whether the host name is the whole domain name.
   * @default - not printed; no
   */
  readonly setHostnameAsFQDN?: boolean;
  /**
   * Host name of the Pod in place of any other, a DNS name of up to 64 characters; not with `hostNetwork` or
   * `setHostnameAsFQDN`.
   * @default - the host name, with the subdomain
   * @since 1.35
   */
  readonly hostnameOverride?: string;
  /**
   * Lines of /etc/hosts.
   * @default - none but Kubernetes' own
   */
  readonly hostAliases?: readonly HostAlias[];
  /**
   * Whether the Pod uses the node's network. Each of its ports is then the node's.
   * @default - not printed; no
   */
  readonly hostNetwork?: boolean;
  /**
   * Whether the Pod sees the node's processes.
   * @default - not printed; no
   */
  readonly hostPID?: boolean;
  /**
   * Whether the Pod shares the node's memory segments and queues.
   * @default - not printed; no
   */
  readonly hostIPC?: boolean;
  /**
   * Whether user numbers are the node's; `false` gives the Pod its own.
   * @default - not printed; yes
   * @since 1.33
   */
  readonly hostUsers?: boolean;
  /**
   * Whether the containers see each other's processes.
   * @default - not printed; no
   */
  readonly shareProcessNamespace?: boolean;
  /**
   * Whether the addresses of all Services become environment variables.
   * @default - not printed; Kubernetes does so
   */
  readonly enableServiceLinks?: boolean;
  /**
   * Conditions beside the probes that must be true for the Pod to be ready.
   * @default - none
   */
  readonly readinessGates?: readonly PodReadinessGate[];
  /**
   * Claims for devices.
   * @default - none
   * @since 1.34
   */
  readonly resourceClaims?: readonly PodResourceClaim[];
}

/** What only some workloads may say of their Pods, and the workload decides. */
export interface PodLifetime {
  /** What happens when a container ends. */
  readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never';
  /** Seconds from the start of the Pod to its end, from 1. */
  readonly activeDeadlineSeconds?: PodSpec['activeDeadlineSeconds'];
}
