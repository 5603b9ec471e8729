import type { DaemonSet } from '../api/kubernetes';
import type { Patch } from '../api/patch';
import type { ContainerPorts } from './pod/port';
import type { CompanionOverrides, CompanionProps } from './workload/companion-props';
import type { DaemonUpdate } from './workload/daemon-set';
import type { HostPaths } from './workload/host-access';
import type { RevisionProps } from './workload/revisions';
import type { Tolerated } from './workload/tolerate';
import type { WorkloadProps } from './workload/workload-props';

/** Changes to the objects of a `NodeAgent`, merged as Kubernetes merges a strategic merge patch. */
export interface NodeAgentOverrides extends CompanionOverrides {
  /** Changes to the DaemonSet. */
  readonly daemonSet?: Patch<DaemonSet>;
}

/** The props of a `NodeAgent` that stand each for itself. */
export interface NodeAgentObjects<Port extends string>
  extends WorkloadProps<Port>, RevisionProps, CompanionProps<Port> {
  /**
   * Ports of the main container by name.
   * @default - none
   */
  readonly ports?: ContainerPorts<Port>;
  /**
   * Taints of nodes that the Pods stand, by name; `tolerations` follow them. Kubernetes adds those of nodes that are not
   * ready, short of memory, disk or process numbers, or closed.
   * @default - none: not on the control plane, and not on nodes with taints of their own
   */
  readonly tolerate?: readonly Tolerated[];
  /**
   * Paths of the node that the main container sees, read-only unless said otherwise. See `podSecurity`.
   * @default - none
   */
  readonly hostPaths?: HostPaths;
  /**
   * Changes to the objects, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: NodeAgentOverrides;
}

/** Props of a `NodeAgent`. `maxSurge` and `maxUnavailable` exclude each other, and `OnDelete` excludes both. */
export type NodeAgentProps<Port extends string = string> = NodeAgentObjects<Port> & DaemonUpdate;
