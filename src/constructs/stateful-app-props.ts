import type { Service, StatefulSet } from '../api/kubernetes';
import type { Patch } from '../api/patch';
import type { AvailabilityProps, CompanionProps, ScaledCompanionOverrides } from './workload/companion-props';
import type { HeadlessServiceProps } from './workload/headless-service';
import type { Scale } from './workload/scaling';
import type { ServiceProps, WebPorts } from './workload/service-props';
import type { StatefulSetProps } from './workload/stateful-set';
import type { StatefulUpdate } from './workload/stateful-update';
import type { WorkloadProps } from './workload/workload-props';

/** Changes to the objects of a `StatefulApp`, merged as Kubernetes merges a strategic merge patch. */
export interface StatefulAppOverrides extends ScaledCompanionOverrides {
  /** Changes to the StatefulSet. */
  readonly statefulSet?: Patch<StatefulSet>;
  /** Changes to the Service that gives the Pods their names. */
  readonly headlessService?: Patch<Service>;
  /** Changes to the Service for clients. */
  readonly service?: Patch<Service>;
}

/** The props of a `StatefulApp` that stand each for itself. Kubernetes sets `hostname` and `subdomain` of each Pod. */
export interface StatefulAppObjects<Port extends string, Claim extends string>
  extends
    Omit<WorkloadProps<Port>, 'hostname' | 'subdomain'>,
    StatefulSetProps<Claim>,
    CompanionProps<Port>,
    AvailabilityProps {
  /**
   * Ports of the main container by name, each offered by the headless Service under the same name and number.
   * @default - none
   */
  readonly ports?: WebPorts<Port>;
  /**
   * The Service that gives each Pod a name. Another name is another StatefulSet: it cannot be changed.
   * @default - named like the workload
   */
  readonly headlessService?: HeadlessServiceProps;
  /**
   * A Service for clients that do not care which Pod answers; `true` for one of type ClusterIP. Its name, if none is
   * given, is that of the workload and `-client`.
   * @default - none: the name of the headless Service leads to every Pod that is ready
   */
  readonly service?: true | ServiceProps;
  /**
   * Changes to the objects, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: StatefulAppOverrides;
}

/** Props of a `StatefulApp`. `replicas` and `autoscaling` exclude each other, as do `OnDelete` and `partition`. */
export type StatefulAppProps<Port extends string = string, Claim extends string = string> = StatefulAppObjects<
  Port,
  Claim
> &
  Scale &
  StatefulUpdate;
