import type { Deployment, Ingress, Service } from '../api/kubernetes';
import type { Patch } from '../api/patch';
import type { AvailabilityProps, CompanionProps, ScaledCompanionOverrides } from './workload/companion-props';
import type { IngressProps } from './workload/ingress';
import type { RolloutProps, Strategy } from './workload/rollout';
import type { Scale } from './workload/scaling';
import type { ServiceProps, WebPorts } from './workload/service-props';
import type { WorkloadProps } from './workload/workload-props';

/** Changes to the objects of a `WebDeployment`, merged as Kubernetes merges a strategic merge patch. */
export interface WebDeploymentOverrides extends ScaledCompanionOverrides {
  /** Changes to the Deployment. */
  readonly deployment?: Patch<Deployment>;
  /** Changes to the Service. */
  readonly service?: Patch<Service>;
  /** Changes to the Ingress. */
  readonly ingress?: Patch<Ingress>;
}

/** The props of a `WebDeployment` that stand each for itself. */
export interface WebDeploymentObjects<Port extends string>
  extends WorkloadProps<Port>, RolloutProps, CompanionProps<Port>, AvailabilityProps {
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
   * Changes to the objects, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: WebDeploymentOverrides;
}

/** Props of a `WebDeployment`. `replicas` and `autoscaling` exclude each other, as do `Recreate` and `maxSurge`. */
export type WebDeploymentProps<Port extends string = string> = WebDeploymentObjects<Port> & Scale & Strategy;
