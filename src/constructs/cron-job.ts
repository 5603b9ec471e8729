import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import { cronFlaw } from '../values/cron';
import { numberFlaw } from '../values/number';
import { timeZoneFlaw } from '../values/time-zone';
import { checkProps } from './check-props';
import { compact } from './compact';
import type { CronJobProps } from './cron-job-props';
import { FixedWorkload } from './job/fixed-workload';
import { nameFlawWithRoom } from './job/job-name';
import { jobSpec } from './job/job-spec';
import { checkAnnotations, checkLabels, someLabels } from './labels';
import { mergeSpec } from './merge-spec';
import { defineObject } from './object';

/** Kubernetes puts `-` and ten digits after the name of a CronJob to name each Job. */
const nameFlaw = nameFlawWithRoom(11, 'the time is put after it to name each Job');

/**
 * A CronJob: a Job at certain times.
 *
 * A Job can come twice or not at all around a failure of the cluster: what it does must stand both.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
 *
 * @example
 * new CronJob(chart, 'report', {
 *   schedule: cron.daily({ hour: 3, minute: 30 }),
 *   timeZone: 'Europe/Berlin',
 *   image: 'registry.example.com/shop:1.4.2',
 *   args: ['report'],
 *   concurrencyPolicy: 'Forbid',
 *   startingDeadlineSeconds: 600,
 *   backoffLimit: 2,
 * });
 */
export class CronJob<
  Port extends string = never,
  Main extends string = never,
  Beside extends string = never,
> extends FixedWorkload<Port> {
  /** Name of the CronJob, as in `metadata.name`. */
  readonly name: string;
  /** The CronJob. */
  readonly object: ApiObject;

  protected readonly podSpec: api.PodSpec;

  /**
   * @param id Name of the CronJob, unless `name` is given: a DNS label of up to 52 characters.
   * @throws {PropsError} for values that the API server would refuse, for a schedule that never fires, and for props that
   * contradict each other
   */
  constructor(scope: Construct, id: string, props: CronJobProps<Port, Main, Beside>) {
    checkProps(scope, id, { CronJob }, props);
    const settled = props as unknown as CronJobProps;
    super(scope, id, settled, nameFlaw);
    const spec = this.settleSpec(settled);
    this.podSpec = spec.jobTemplate.spec!.template.spec!;
    const metadata = this.identity.metadata();
    const cronJob: api.CronJob = { apiVersion: 'batch/v1', kind: 'CronJob', metadata, spec };
    const { overrides } = settled;
    const merged = overrides === undefined ? cronJob : mergeSpec(this, 'overrides', cronJob, overrides);
    this.object = defineObject(this, 'cronJob', merged);
    this.name = this.object.name;
    this.node.defaultChild = this.object;
  }

  private settleSpec(props: CronJobProps): api.CronJobSpec {
    this.checkTimes(props);
    const lacks = props.startingDeadlineSeconds === undefined ? ['startingDeadlineSeconds'] : [];
    return compact({
      schedule: scheduleOf(props),
      timeZone: props.timeZone,
      concurrencyPolicy: props.concurrencyPolicy,
      startingDeadlineSeconds: props.startingDeadlineSeconds,
      successfulJobsHistoryLimit: props.successfulJobsHistoryLimit,
      failedJobsHistoryLimit: props.failedJobsHistoryLimit,
      suspend: props.suspend,
      jobTemplate: {
        metadata: this.jobMetadata(props),
        spec: { ...compact({ suspend: props.jobSuspend }), ...jobSpec(this.place, this.identity, props, lacks) },
      },
    });
  }

  private checkTimes(props: CronJobProps): void {
    const { place } = this;
    place.at('schedule').check(cronFlaw(scheduleOf(props)));
    if (props.timeZone !== undefined) place.at('timeZone').check(timeZoneFlaw(props.timeZone));
    if (props.concurrencyPolicy !== undefined) {
      place.at('concurrencyPolicy').oneOf(props.concurrencyPolicy, ['Allow', 'Forbid', 'Replace']);
    }
    this.checkNumber(props, 'startingDeadlineSeconds', 10);
    this.checkNumber(props, 'successfulJobsHistoryLimit', 0);
    this.checkNumber(props, 'failedJobsHistoryLimit', 0);
  }

  private checkNumber(
    props: CronJobProps,
    name: 'startingDeadlineSeconds' | 'successfulJobsHistoryLimit' | 'failedJobsHistoryLimit',
    least: number,
  ): void {
    if (props[name] !== undefined) this.place.at(name).check(numberFlaw(props[name], least));
  }

  private jobMetadata({ jobLabels, jobAnnotations }: CronJobProps): api.ObjectMeta {
    checkLabels(this.place.at('jobLabels'), jobLabels);
    checkAnnotations(this.place.at('jobAnnotations'), jobAnnotations);
    return compact({
      labels: { ...this.identity.metadata().labels, ...jobLabels },
      annotations: someLabels({ ...jobAnnotations }),
    });
  }
}

function scheduleOf({ schedule }: CronJobProps): string {
  return typeof schedule === 'object' && schedule !== null ? schedule.expressionString : schedule;
}
