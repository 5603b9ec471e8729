import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { PodTemplateSpec } from '../../api/kubernetes';
import type { Flaw } from '../../problems/props-error';
import type { Labels } from '../labels';
import { Place } from '../place';
import { type NameOf, nameOf } from '../pod/reference';
import type { WorkloadContext } from './context';
import { settleIdentity } from './identity';
import { type Scaled, SelectableWorkload } from './selectable';
import { type ServiceAccountProps, accountNameOf } from './service-account';
import type { IdentityProps } from './workload-props';

/** The workload object among the children: a Deployment or its like. */
interface WorkloadObject {
  readonly kind: string;
  readonly spec: { readonly replicas?: number; readonly template: PodTemplateSpec };
}

/** The props that the workload itself needs; its objects take the rest. */
interface ContainerWorkloadProps extends IdentityProps {
  readonly serviceAccount?: true | ServiceAccountProps;
  readonly serviceAccountName?: NameOf;
  readonly overrides?: object;
}

/** A workload of Pods with one main container: what those of ours have in common, whatever object makes the Pods. */
export abstract class ContainerWorkload extends SelectableWorkload {
  readonly name: string;
  readonly selectorLabels: Labels;
  /** Name of the service account that the Pods run as; `undefined` when none was named, and it is `default`. */
  readonly serviceAccountName: string | undefined;
  /** What the objects of the workload take from it. */
  protected readonly context: WorkloadContext;

  /**
   * @param nameFlaw The rule for the name: that of the strictest object which bears it.
   * @throws {PropsError} for a wrong name, label or annotation
   */
  constructor(
    scope: Construct,
    id: string,
    props: ContainerWorkloadProps,
    nameFlaw: (name: unknown) => Flaw | undefined,
  ) {
    super(scope, id);
    const place = new Place(this);
    const identity = settleIdentity(this, place, props, nameFlaw);
    this.name = identity.name;
    this.selectorLabels = identity.selector;
    this.serviceAccountName =
      accountNameOf(identity, props.serviceAccount) ?? (props.serviceAccountName && nameOf(props.serviceAccountName));
    this.context = { construct: this, place, identity, overrides: props.overrides };
  }

  /** As the workload is printed, overrides included. */
  protected override scaled(): Scaled {
    const { kind, spec } = ApiObject.of(this).toJson() as WorkloadObject;
    return { kind, replicas: spec.replicas, containers: spec.template.spec?.containers ?? [] };
  }
}
