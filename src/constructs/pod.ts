import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import { labelNameFlaw } from '../values/name';
import { numberFlaw } from '../values/number';
import { checkProps } from './check-props';
import { FixedWorkload } from './job/fixed-workload';
import { flatPodSpec } from './job/job-spec';
import { mergeSpec } from './merge-spec';
import { defineObject } from './object';
import type { PlainPodProps } from './plain-pod-props';

/**
 * One Pod, which nobody replaces when its node fails and of which next to nothing can be changed. For what is to stay, take
 * a workload; for what is to end, a `Job`.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/
 *
 * @example
 * const pod = new Pod(chart, 'mail', {
 *   image: 'registry.example.com/mail:2.0.1',
 *   ports: { smtp: 2525 },
 *   initContainers: { rules: { image: 'registry.example.com/mail:2.0.1', args: ['compile-rules'] } },
 *   restartPolicy: 'OnFailure',
 * });
 * pod.port('smtp'); // { containerPort: 2525, … }; pod.port('smpt') does not compile
 */
export class Pod<Port extends string = never> extends FixedWorkload<Port> {
  /** Name of the Pod, as in `metadata.name`. */
  readonly name: string;
  /** The Pod. */
  readonly object: ApiObject;

  protected readonly podSpec: api.PodSpec;

  /**
   * @param id Name of the Pod, unless `name` is given: a DNS label.
   * @throws {PropsError} for values that the API server would refuse, and for conflicts between containers
   */
  constructor(scope: Construct, id: string, props: PlainPodProps<Port>) {
    checkProps(scope, id, { Pod }, props);
    const { restartPolicy, activeDeadlineSeconds, overrides, ...settled } = props as unknown as PlainPodProps;
    super(scope, id, settled, labelNameFlaw);
    if (restartPolicy !== undefined) {
      this.place.at('restartPolicy').oneOf(restartPolicy, ['Always', 'OnFailure', 'Never']);
    }
    if (activeDeadlineSeconds !== undefined) {
      this.place.at('activeDeadlineSeconds').check(numberFlaw(activeDeadlineSeconds, 1));
    }
    this.podSpec = flatPodSpec(this.place, this.identity, settled, restartPolicy, activeDeadlineSeconds);
    const metadata = this.identity.metadata(this.identity.podMetadata);
    const pod: api.Pod = { apiVersion: 'v1', kind: 'Pod', metadata, spec: this.podSpec };
    const merged = overrides === undefined ? pod : mergeSpec(this, 'overrides', pod, overrides);
    this.object = defineObject(this, 'pod', merged);
    this.name = this.object.name;
    this.node.defaultChild = this.object;
  }
}
