import fc from 'fast-check';
import type { CronJobProps } from '../../src/constructs/cron-job-props';
import type { DebugPodProps } from '../../src/constructs/debug-pod';
import { type Monthly, type Weekly, type Yearly, cron } from '../../src/constructs/job/cron';
import type { PodFailureRule } from '../../src/constructs/job/pod-failure-policy';
import type { JobProps } from '../../src/constructs/job-props';
import type { PlainPodProps } from '../../src/constructs/plain-pod-props';
import { labelNameFlaw } from '../../src/values/name';
import { webDeploymentProps } from './arbitrary-props';

/** Names that leave room for whatever is put after them. */
export const jobNames = fc
  .string({ unit: fc.constantFrom(...'abcxyz0189-'), minLength: 1, maxLength: 30 })
  .filter((text) => labelNameFlaw(text) === undefined);

const seconds = fc.integer({ min: 1, max: 100000 });
const few = fc.integer({ min: 0, max: 9 });

/** What all Pods can say, as a WebDeployment says it. */
const podProps = webDeploymentProps.map(({ maxSurge: _a, replicas: _b, ...props }) => props);

const limits = fc.record(
  {
    parallelism: few,
    backoffLimit: few,
    activeDeadlineSeconds: seconds,
    ttlSecondsAfterFinished: fc.nat(),
    podActiveDeadlineSeconds: seconds,
  },
  { requiredKeys: [] },
);

const completion = fc.oneof(
  fc.constant({}),
  fc.record({ completions: few }),
  fc.record({ completionMode: fc.constant('Indexed'), completions: fc.integer({ min: 0, max: 100000 }) }),
);

const rule = fc.record({ action: fc.constantFrom('FailJob', 'Ignore', 'Count') }).chain((action) =>
  fc.oneof(
    fc
      .uniqueArray(fc.integer({ min: 1, max: 255 }), { minLength: 1 })
      .chain((values) =>
        fc
          .record({ operator: fc.constantFrom('In', 'NotIn'), values: fc.constant(values) })
          .map((onExitCodes) => ({ ...action, onExitCodes })),
      ),
    fc
      .uniqueArray(fc.record({ type: fc.constantFrom('DisruptionTarget', 'example.com/Own') }), {
        minLength: 1,
        selector: ({ type }) => type,
      })
      .map((onPodConditions) => ({ ...action, onPodConditions })),
  ),
) as fc.Arbitrary<PodFailureRule>;

const restart = fc.oneof(
  fc.constant({}),
  fc.constant({ restartPolicy: 'OnFailure' }),
  fc.record({ rules: fc.array(rule, { maxLength: 20 }) }).map((podFailurePolicy) => ({ podFailurePolicy })),
);

/** Any props, one record over the other. */
const together = <T>(...records: readonly fc.Arbitrary<object>[]): fc.Arbitrary<T> =>
  fc.tuple(...records).map((parts) => Object.assign({}, ...parts) as T);

/** Valid props of a Job. */
export const jobProps = together<JobProps>(
  podProps,
  limits,
  completion,
  restart,
  fc.oneof(
    fc.constant({}),
    fc.constant({ nameSuffix: 'content' }),
    fc.constant({ manualSelector: true }),
    fc.record({ suspend: fc.boolean() }),
  ),
);

const minute = fc.integer({ min: 0, max: 59 });
const oneOrMore = <T>(one: fc.Arbitrary<T>) => fc.oneof(one, fc.array(one, { minLength: 1, maxLength: 4 }));
const daily = { minute: oneOrMore(minute), hour: oneOrMore(fc.integer({ min: 0, max: 23 })) };
const dayOfMonth = oneOrMore(fc.integer({ min: 1, max: 28 }));

/** Schedules in words. */
export const schedules = fc.oneof(
  fc.record({ minute: daily.minute }).map(cron.hourly),
  fc.record(daily).map(cron.daily),
  (
    fc.record({ ...daily, day: oneOrMore(fc.constantFrom('Sunday', 'Monday', 'Saturday')) }) as fc.Arbitrary<Weekly>
  ).map(cron.weekly),
  (fc.record({ ...daily, day: dayOfMonth }) as fc.Arbitrary<Monthly>).map(cron.monthly),
  (
    fc.record({
      ...daily,
      day: dayOfMonth,
      month: oneOrMore(fc.constantFrom('January', 'July')),
    }) as fc.Arbitrary<Yearly>
  ).map(cron.yearly),
  fc.constantFrom(1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30).map((minutes) => cron.every({ minutes } as never)),
  fc.constantFrom(1, 2, 3, 4, 6, 8, 12).map((hours) => cron.every({ hours } as never)),
  fc.constantFrom('@yearly', '@weekly', '@every 1h30m', '*/7 3-5,9 * JAN ?').map(cron.parse),
);

/** Valid props of a CronJob. */
export const cronJobProps = together<CronJobProps>(
  podProps,
  limits,
  completion,
  restart,
  fc.record({ schedule: schedules }),
  fc.record(
    {
      timeZone: fc.constantFrom('Etc/UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires'),
      concurrencyPolicy: fc.constantFrom('Allow', 'Forbid', 'Replace'),
      startingDeadlineSeconds: fc.integer({ min: 10, max: 100000 }),
      successfulJobsHistoryLimit: few,
      failedJobsHistoryLimit: few,
      suspend: fc.boolean(),
      jobSuspend: fc.boolean(),
      jobLabels: fc.constant({ of: 'jobs' }),
      jobAnnotations: fc.constant({ of: 'jobs' }),
    },
    { requiredKeys: [] },
  ),
);

const lifetime = fc.record(
  { restartPolicy: fc.constantFrom('Always', 'OnFailure', 'Never'), activeDeadlineSeconds: seconds },
  { requiredKeys: [] },
);

/** One Pod does not spread. */
const onePodProps = podProps.map(({ spread: _spread, ...props }) => props);

/** Valid props of a Pod. */
export const plainPodProps = together<PlainPodProps>(onePodProps, lifetime);

/** Valid props of a DebugPod. */
export const debugPodProps = together<DebugPodProps>(
  onePodProps,
  lifetime,
  fc.oneof(fc.constant({}), fc.constant({ passesAs: { selectorLabels: { app: 'shop' } } })),
);
