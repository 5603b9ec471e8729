import type { SecurityContext } from '../../api/kubernetes';
import type { Labels } from '../labels';
import type { ContainerProps } from '../pod/container-props';
import type { PodProps } from '../pod/pod-props';
import type { Unsettable } from '../pod/profile';

/** How a workload and its Pods are named and labelled. */
export interface IdentityProps {
  /**
   * Name of the workload and of every object beside it.
   * @default - the id of the construct
   */
  readonly name?: string;
  /**
   * Name of the application that the workload is part of, `app.kubernetes.io/name`.
   * @default - the name
   */
  readonly app?: string;
  /**
   * Labels by which the Pods are found, in place of ours: to adopt a workload that runs already, because its selector
   * cannot be changed.
   * @default - `app.kubernetes.io/name` and `app.kubernetes.io/instance`
   */
  readonly selectorLabels?: Labels;
  /**
   * Labels of every object and Pod.
   * @default - those of the chart
   */
  readonly labels?: Labels;
  /**
   * Annotations of every object, not of the Pods.
   * @default - none
   */
  readonly annotations?: Labels;
  /**
   * Further labels of the Pods.
   * @default - none
   */
  readonly podLabels?: Labels;
  /**
   * Annotations of the Pods. A change rolls them.
   * @default - none
   */
  readonly podAnnotations?: Labels;
}

/** A workload with one main container: the container's props and the Pod's stand side by side. */
export interface WorkloadProps<Port extends string>
  extends IdentityProps, PodProps, Omit<ContainerProps<Port>, 'ports' | 'profile' | 'securityContext'> {
  /**
   * Name of the main container, a DNS label.
   * @default - the name of the workload
   */
  readonly containerName?: string;
  /**
   * Security of the main container, over what the profile says; `null` leaves a field out.
   * @default - what the profile says
   */
  readonly containerSecurityContext?: Unsettable<SecurityContext>;
}
