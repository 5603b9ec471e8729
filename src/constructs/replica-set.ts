import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import type { Patch } from '../api/patch';
import { subdomainNameFlaw } from '../values/name';
import { numberFlaw } from '../values/number';
import { checkProps } from './check-props';
import { compact } from './compact';
import { defineObject } from './object';
import type { ContainerPorts } from './pod/port';
import { ContainerWorkload } from './workload/container-workload';
import { type PodPort, podPorts, portOf } from './workload/pod-port';
import { podTemplate } from './workload/pod-template';
import { type RevisionProps, revisions } from './workload/revisions';
import type { WorkloadProps } from './workload/workload-props';

/** Props of a `ReplicaSet`. */
export interface ReplicaSetProps<Port extends string = string>
  extends WorkloadProps<Port>, Pick<RevisionProps, 'minReadySeconds'> {
  /**
   * Ports of the main container by name.
   * @default - none
   */
  readonly ports?: ContainerPorts<Port>;
  /**
   * How many Pods, from 0.
   * @default - not printed; Kubernetes takes 1
   */
  readonly replicas?: number;
  /**
   * Changes to the object, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<api.ReplicaSet>;
}

/**
 * A number of equal Pods, and nothing that replaces them when their template changes: that is what a Deployment adds, so
 * `WebDeployment` and `Worker` are for almost everything.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/replicaset/
 *
 * @example
 * const canary = new ReplicaSet(chart, 'canary', {
 *   image: 'registry.example.com/shop:1.5.0-rc.1',
 *   ports: { http: 8080 },
 *   replicas: 1,
 * });
 * canary.port('http'); // { containerPort: 8080, … }
 */
export class ReplicaSet<Port extends string = never> extends ContainerWorkload {
  /** The ReplicaSet. */
  readonly object: ApiObject;

  private readonly ports: ReadonlyMap<string, PodPort>;

  /**
   * @param id Name of the ReplicaSet, unless `name` is given.
   * @throws {PropsError} for values that the API server would refuse
   */
  constructor(scope: Construct, id: string, given: ReplicaSetProps<Port>) {
    checkProps(scope, id, { ReplicaSet }, given);
    const { overrides, ...props } = given as ReplicaSetProps;
    super(scope, id, props, subdomainNameFlaw);
    const { identity, place } = this.context;
    const { replicas } = props;
    if (replicas !== undefined) place.at('replicas').check(numberFlaw(replicas, 0));
    this.ports = podPorts(props.ports);
    const replicaSet: api.ReplicaSet = {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: identity.metadata(),
      spec: {
        ...compact({ replicas }),
        ...revisions(place, { minReadySeconds: props.minReadySeconds }),
        selector: { matchLabels: identity.selector },
        template: podTemplate(this.context, props, replicas),
      },
    };
    this.object = defineObject(this, 'replicaSet', replicaSet, overrides);
    this.node.defaultChild = this.object;
  }

  /**
   * A declared port.
   *
   * @throws {PropsError} for a port that was not declared (which does not compile)
   */
  port<Name extends Port>(name: Name): PodPort<Name> {
    return portOf(this.context.place, this.ports, name) as PodPort<Name>;
  }
}
