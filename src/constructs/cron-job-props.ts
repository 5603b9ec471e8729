import type { Cron } from 'cdk8s';
import type { CronJob } from '../api/kubernetes';
import type { Patch } from '../api/patch';
import type { CronText } from './job/cron';
import type { JobCompletion, JobLimits, JobPodProps, JobRestart } from './job/job-spec-props';
import type { Labels } from './labels';

/** The props of a `CronJob` that stand each for itself. */
export interface CronJobObject<Port extends string, Main extends string, Beside extends string>
  extends JobPodProps<Port, Main, Beside>, JobLimits {
  /**
   * When a Job is made: `cron.daily({ hour: 3 })`, text such as `30 3 * * MON-FRI` or `@daily`, or the `Cron` of cdk8s.
   * Text that is known only when the program runs goes through `cron.parse`.
   *
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
   */
  readonly schedule: CronText | Cron;
  /**
   * Time zone of the schedule, a name of the IANA database such as `Europe/Berlin`. Where clocks change, a time of the night
   * may come twice or not at all.
   * @default - not printed; Kubernetes takes that of its controller manager, which is most often UTC
   */
  readonly timeZone?: string;
  /**
   * What happens when the last Job still runs: both run, the new one is left out, or the old one is ended.
   * @default - not printed; Kubernetes takes `Allow`
   */
  readonly concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
  /**
   * Seconds after its time that a Job may still be made, from 10: below that, Kubernetes may miss it. A Job that comes too
   * late counts as missed.
   * @default - not printed; the last one that was missed is made, however late
   */
  readonly startingDeadlineSeconds?: number;
  /**
   * How many Jobs that succeeded are kept, from 0.
   * @default - not printed; Kubernetes takes 3
   */
  readonly successfulJobsHistoryLimit?: number;
  /**
   * How many Jobs that failed are kept, from 0.
   * @default - not printed; Kubernetes takes 1
   */
  readonly failedJobsHistoryLimit?: number;
  /**
   * Whether no more Jobs are made. Those that run go on.
   * @default - not printed; Jobs are made
   */
  readonly suspend?: boolean;
  /**
   * Whether each Job waits when it is made, for a queue that starts it.
   * @default - not printed; it starts at once
   */
  readonly jobSuspend?: boolean;
  /**
   * Further labels of the Jobs, which have those of the CronJob.
   * @default - none
   */
  readonly jobLabels?: Labels;
  /**
   * Annotations of the Jobs.
   * @default - none
   */
  readonly jobAnnotations?: Labels;
  /**
   * Changes to the CronJob, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<CronJob>;
}

/** Props of a `CronJob`. */
export type CronJobProps<
  Port extends string = string,
  Main extends string = string,
  Beside extends string = string,
> = CronJobObject<Port, Main, Beside> & JobCompletion & JobRestart<NoInfer<Main | Beside>>;
