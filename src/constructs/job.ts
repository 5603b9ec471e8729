import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import { checkProps } from './check-props';
import { compact } from './compact';
import { contentSuffix, suffixLength } from './job/content-hash';
import { FixedWorkload } from './job/fixed-workload';
import { nameFlawWithRoom } from './job/job-name';
import { jobSpec } from './job/job-spec';
import type { JobProps } from './job-props';
import { mergeSpec } from './merge-spec';
import { defineObject } from './object';

/**
 * A Job: Pods that run to their end, once. A new Pod takes the place of one that fails, up to `backoffLimit` times.
 *
 * Kubernetes lets nobody change the Pod template of a Job. Where manifests are applied again and again, let the name follow
 * the content with `nameSuffix: 'content'`, so that a new image is a new Job.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/
 *
 * @example
 * new Job(chart, 'migrate', {
 *   image: 'registry.example.com/shop:1.4.2',
 *   args: ['migrate'],
 *   nameSuffix: 'content',
 *   backoffLimit: 2,
 *   activeDeadlineSeconds: 600,
 *   podFailurePolicy: {
 *     rules: [
 *       { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] },
 *       { action: 'FailJob', onExitCodes: { operator: 'In', values: [42] } },
 *     ],
 *   },
 * });
 */
export class Job<
  Port extends string = never,
  Main extends string = never,
  Beside extends string = never,
> extends FixedWorkload<Port> {
  /** Name of the Job, as in `metadata.name`, with its suffix. */
  readonly name: string;
  /** The Job. */
  readonly object: ApiObject;

  protected readonly podSpec: api.PodSpec;

  /**
   * @param id Name of the Job, unless `name` is given: a DNS label.
   * @throws {PropsError} for values that the API server would refuse, and for props that contradict each other
   */
  constructor(scope: Construct, id: string, props: JobProps<Port, Main, Beside>) {
    checkProps(scope, id, { Job }, props);
    const settled = props as unknown as JobProps;
    super(scope, id, settled, nameFlawOf(settled));
    const spec = this.settleSpec(settled);
    this.podSpec = spec.template.spec!;
    const job = this.settleName(
      { apiVersion: 'batch/v1', kind: 'Job', metadata: this.identity.metadata(), spec },
      settled,
    );
    this.object = defineObject(this, 'job', job);
    this.name = this.object.name;
    this.node.defaultChild = this.object;
  }

  private settleSpec(props: JobProps): api.JobSpec {
    const { manualSelector, suspend } = props;
    if (manualSelector !== true && props.selector !== undefined) {
      this.place.at('selector').refuse({
        found: 'given without manualSelector: true',
        allowed: 'nothing: Kubernetes makes the selector',
        fix: 'leave it out, or add manualSelector: true and see that no other Pods have these labels',
      });
    }
    const selector = manualSelector ? (props.selector ?? { matchLabels: this.selectorLabels }) : undefined;
    return { ...compact({ manualSelector, selector, suspend }), ...jobSpec(this.place, this.identity, props) };
  }

  /** The Job with its overrides, which count for the hash too. */
  private settleName(job: api.Job, props: JobProps): api.Job {
    const { overrides, nameSuffix } = props;
    const merged = overrides === undefined ? job : mergeSpec(this, 'overrides', job, overrides);
    if (nameSuffix === undefined) return merged;
    this.place.at('nameSuffix').oneOf(nameSuffix, ['content']);
    if (props.manualSelector) {
      this.place.at('nameSuffix').refuse({
        found: '"content" beside manualSelector: true',
        allowed: 'a selector that Kubernetes makes: the next Job would take the Pods of this one for its own',
        fix: 'leave out one of the two',
      });
    }
    const name = merged.metadata?.name ?? this.identity.name;
    return { ...merged, metadata: { ...merged.metadata, name: `${name}${contentSuffix(merged.spec!)}` } };
  }
}

function nameFlawOf({ completionMode, completions, nameSuffix }: JobProps): ReturnType<typeof nameFlawWithRoom> {
  const index = completionMode === 'Indexed' && completions! > 0 ? `-${completions! - 1}`.length : 0;
  const suffix = nameSuffix === undefined ? 0 : suffixLength;
  const parts = [...(suffix > 0 ? ['the hash of its content'] : []), ...(index > 0 ? ['the index of each Pod'] : [])];
  return nameFlawWithRoom(suffix + index, `${parts.join(' and ')} is put after it`);
}
