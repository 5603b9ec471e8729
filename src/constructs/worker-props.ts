import type { Deployment } from '../api/kubernetes';
import type { Patch } from '../api/patch';
import type { ContainerPorts } from './pod/port';
import type { AvailabilityProps, CompanionProps, ScaledCompanionOverrides } from './workload/companion-props';
import type { RolloutProps, Strategy } from './workload/rollout';
import type { Scale } from './workload/scaling';
import type { WorkloadProps } from './workload/workload-props';

/** Changes to the objects of a `Worker`, merged as Kubernetes merges a strategic merge patch. */
export interface WorkerOverrides extends ScaledCompanionOverrides {
  /** Changes to the Deployment. */
  readonly deployment?: Patch<Deployment>;
}

/** The props of a `Worker` that stand each for itself. */
export interface WorkerObjects<Port extends string>
  extends WorkloadProps<Port>, RolloutProps, CompanionProps<Port>, AvailabilityProps {
  /**
   * Ports of the main container by name, for probes and for whoever reads its metrics. No Service offers them.
   * @default - none
   */
  readonly ports?: ContainerPorts<Port>;
  /**
   * Changes to the objects, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: WorkerOverrides;
}

/** Props of a `Worker`. `replicas` and `autoscaling` exclude each other, as do `Recreate` and `maxSurge`. */
export type WorkerProps<Port extends string = string> = WorkerObjects<Port> & Scale & Strategy;
