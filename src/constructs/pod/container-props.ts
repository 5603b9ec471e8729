import type { Container, SecurityContext, VolumeDevice } from '../../api/kubernetes';
import type { Quantity } from '../../values/quantity';
import type { Env, EnvFromValue } from './env';
import type { Hook } from './handler';
import type { kplus } from './kplus';
import type { ContainerPorts } from './port';
import type { ProbeProps } from './probe';
import type { Profile, Unsettable } from './profile';
import type { ResourcesProps } from './resources';
import type { Mount } from './volume';

/** A folder of a container with a read-only root that it may write to, as an emptyDir of its own. */
export interface WritablePath {
  /** Absolute path in the container, without `:`. */
  readonly path: string;
  /**
   * How much may be written before the Pod is evicted, such as `64Mi`.
   * @default - no limit but the node's disk
   */
  readonly sizeLimit?: Quantity;
  /**
   * `Memory` keeps the files in memory, where they count as the container's.
   * @default - on the node's disk
   */
  readonly medium?: 'Memory';
}

/**
 * One container of a Pod, whatever workload it is in.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container
 */
export interface ContainerProps<Port extends string = string> {
  /** Image with tag or digest, such as `nginx:1.27`. */
  readonly image: string;
  /**
   * When the node fetches the image.
   * @default - not printed; Kubernetes takes `IfNotPresent`, and `Always` for the tag `latest`
   */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /**
   * The program and its first arguments, in place of the image's entry point. No shell is involved.
   * @default - the image's
   */
  readonly command?: readonly string[];
  /**
   * Arguments, in place of the image's.
   * @default - the image's
   */
  readonly args?: readonly string[];
  /**
   * Folder in which the program starts.
   * @default - the image's
   */
  readonly workingDir?: string;
  /**
   * Ports by name: 1 to 15 lower-case letters, digits and `-`.
   * @default - none
   */
  readonly ports?: ContainerPorts<Port>;
  /**
   * Environment variables by name, in order.
   * @default - the image's
   */
  readonly env?: Env;
  /**
   * ConfigMaps and Secrets of which every key becomes a variable; a later one wins, and `env` wins over all.
   * @default - none
   */
  readonly envFrom?: readonly EnvFromValue[];
  /**
   * What the container needs and may use.
   * @default - not printed: nothing is reserved and nothing limited
   */
  readonly resources?: ResourcesProps;
  /**
   * What happens when the node changes the resources of a running container; on since Kubernetes 1.33.
   * @since 1.33
   * @default - not printed
   */
  readonly resizePolicy?: Container['resizePolicy'];
  /**
   * When the container gets traffic.
   * @default - as soon as it runs
   */
  readonly readinessProbe?: ProbeProps<NoInfer<Port>> | kplus.Probe;
  /**
   * When the container is restarted.
   * @default - when its program ends
   */
  readonly livenessProbe?: ProbeProps<NoInfer<Port>> | kplus.Probe;
  /**
   * What must succeed once before the other probes begin.
   * @default - nothing
   */
  readonly startupProbe?: ProbeProps<NoInfer<Port>> | kplus.Probe;
  /**
   * What runs right after the start, and before the end within the grace period; `sleep` since Kubernetes 1.30.
   * @default - nothing
   */
  readonly lifecycle?: {
    readonly postStart?: Hook<NoInfer<Port>> | kplus.Handler;
    readonly preStop?: Hook<NoInfer<Port>> | kplus.Handler;
  };
  /**
   * Volumes and where they appear: `data.mountedAt('/data')`. They need not be listed at the Pod.
   * @default - none
   */
  readonly volumeMounts?: readonly Mount[];
  /**
   * Claims in block mode and the device they appear as. The claim's volume must be listed at the Pod.
   * @default - none
   */
  readonly volumeDevices?: readonly VolumeDevice[];
  /**
   * Folders that the program writes to. Each becomes an emptyDir of this container.
   * @default - none: with `readOnlyRootFilesystem`, nothing can be written
   */
  readonly writablePaths?: readonly (string | WritablePath)[];
  /**
   * Security of this container, over what the profile says; `null` leaves a field out.
   * @default - what the profile says
   */
  readonly securityContext?: Unsettable<SecurityContext>;
  /**
   * Security defaults of this container where they differ from the Pod's.
   * @default - the Pod's
   */
  readonly profile?: Profile;
  /**
   * File whose content becomes the reason of the container's end.
   * @default - not printed; Kubernetes takes `/dev/termination-log`
   */
  readonly terminationMessagePath?: string;
  /**
   * Whether the end of the log stands in for an empty reason.
   * @default - not printed; Kubernetes takes `File`
   */
  readonly terminationMessagePolicy?: 'File' | 'FallbackToLogsOnError';
  /**
   * Whether standard input stays open.
   * @default - not printed; closed
   */
  readonly stdin?: boolean;
  /**
   * Whether standard input closes after the first client.
   * @default - not printed; it stays open
   */
  readonly stdinOnce?: boolean;
  /**
   * Whether the container has a terminal; needs `stdin`.
   * @default - not printed; none
   */
  readonly tty?: boolean;
}

/** What the API refuses in a container that runs to its end before the others start. */
export type InitRefusals = 'readinessProbe' | 'livenessProbe' | 'startupProbe' | 'lifecycle';

/**
 * A container that starts before the others: it runs to its end first; or, with `restartPolicy: 'Always'`, it is a sidecar, which
 * starts first, may have probes and hooks, runs beside the others and ends after them.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
 */
export type InitContainerProps =
  | (Omit<ContainerProps, InitRefusals> & { readonly [Key in InitRefusals]?: never } & {
      /**
       * `Always` makes it a sidecar.
       * @default - not printed: it runs to its end
       * @since 1.29
       */
      readonly restartPolicy?: never;
    })
  | (ContainerProps & {
      /**
       * Makes it a sidecar.
       * @since 1.29
       */
      readonly restartPolicy: 'Always';
    });
