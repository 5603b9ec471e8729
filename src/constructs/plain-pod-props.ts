import type { Pod } from '../api/kubernetes';
import type { Patch } from '../api/patch';
import type { ContainerPorts } from './pod/port';
import type { WorkloadProps } from './workload/workload-props';

/** Props of a `Pod`. `PodProps` are those that every workload's Pods share. */
export interface PlainPodProps<Port extends string = string> extends WorkloadProps<Port> {
  /**
   * Ports of the main container by name.
   * @default - none
   */
  readonly ports?: ContainerPorts<Port>;
  /**
   * What happens when a container ends.
   * @default - not printed; Kubernetes takes `Always`
   */
  readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never';
  /**
   * Seconds from the start of the Pod to its end, from 1.
   * @default - none
   */
  readonly activeDeadlineSeconds?: number;
  /**
   * Changes to the Pod, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<Pod>;
}
