import type { Construct } from 'constructs';
import type { PodSpec } from '../../api/kubernetes';
import type { Flaw } from '../../problems/props-error';
import type { Labels } from '../labels';
import { Place } from '../place';
import type { ContainerPorts } from '../pod/port';
import { type NameOf, nameOf } from '../pod/reference';
import { type Identity, settleIdentity } from '../workload/identity';
import { type PodPort, podPorts, portOf } from '../workload/pod-port';
import { type Scaled, SelectableWorkload } from '../workload/selectable';
import type { IdentityProps } from '../workload/workload-props';

/** What is settled of a workload before its objects are made. */
interface FixedWorkloadProps extends IdentityProps {
  readonly ports?: ContainerPorts<string>;
  readonly serviceAccountName?: NameOf;
}

/** A workload whose Pods no autoscaler can add to: a Job, a CronJob, a Pod. Services and NetworkPolicies can select them. */
export abstract class FixedWorkload<Port extends string = string> extends SelectableWorkload {
  readonly selectorLabels: Labels;
  /** Name of the service account that the Pods run as; `undefined` when none was named, and it is `default`. */
  readonly serviceAccountName: string | undefined;
  /** Name, labels and annotations. */
  protected readonly identity: Identity;
  protected readonly place: Place;
  private readonly ports: ReadonlyMap<string, PodPort>;

  protected constructor(
    scope: Construct,
    id: string,
    props: FixedWorkloadProps,
    nameFlaw: (name: unknown) => Flaw | undefined,
  ) {
    super(scope, id);
    this.place = new Place(this);
    this.identity = settleIdentity(this, this.place, props, nameFlaw);
    this.selectorLabels = this.identity.selector;
    this.serviceAccountName = props.serviceAccountName && nameOf(props.serviceAccountName);
    this.ports = podPorts(props.ports);
  }

  /** The spec of the Pods. */
  protected abstract readonly podSpec: PodSpec;

  /**
   * A declared port of the main container, for whoever connects to it.
   *
   * @throws {PropsError} for a port that was not declared (which does not compile)
   */
  port<Name extends Port>(name: Name): PodPort<Name> {
    return portOf(this.place, this.ports, name) as PodPort<Name>;
  }

  /** @throws {PropsError} always: an autoscaler sets the number of Pods, and this has none to set */
  override toScalingTarget(): never {
    return this.place.at('autoscaling').refuse({
      found: 'asked for by an autoscaler',
      allowed: 'a workload with a number of Pods',
      fix: 'use a workload that stays, such as WebDeployment',
    });
  }

  protected override scaled(): Scaled {
    return { replicas: undefined, containers: this.podSpec.containers };
  }
}
