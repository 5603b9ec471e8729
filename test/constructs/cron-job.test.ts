import { Cron } from 'cdk8s';
import { fieldsOf } from '../../src/api/field-types';
import { CronJob } from '../../src/constructs/cron-job';
import type { CronJobProps } from '../../src/constructs/cron-job-props';
import { cron } from '../../src/constructs/job/cron';
import { setDefaults } from '../../src/constructs/scope-defaults';
import { everyCronJobProp } from './everything-jobs';
import { chart, printed, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/shop:1';
const cronJob = (props: object = {}, id = 'report'): CronJob =>
  new CronJob(chart(), id, { image, schedule: '@daily', ...props } as CronJobProps) as unknown as CronJob;
const refusal = (props: object, id = 'report'): string => refusalOf(() => cronJob(props, id));
const lacking = (type: string, object: object): readonly string[] =>
  [...fieldsOf(type).keys()].filter((field) => !(field in object)).sort();

test('the least CronJob there is', () => {
  const target = chart();
  new CronJob(target, 'report', { image, schedule: cron.daily({ hour: 3 }) });
  expect(printed(target)).toMatchInlineSnapshot(`
   "apiVersion: batch/v1
   kind: CronJob
   metadata:
     labels:
       app.kubernetes.io/instance: report
       app.kubernetes.io/name: report
     name: report
   spec:
     jobTemplate:
       metadata:
         labels:
           app.kubernetes.io/instance: report
           app.kubernetes.io/name: report
       spec:
         template:
           metadata:
             labels:
               app.kubernetes.io/instance: report
               app.kubernetes.io/name: report
           spec:
             automountServiceAccountToken: false
             containers:
               - image: registry.example.com/shop:1
                 name: report
                 securityContext:
                   allowPrivilegeEscalation: false
                   capabilities:
                     drop:
                       - ALL
                   readOnlyRootFilesystem: true
             restartPolicy: Never
             securityContext:
               fsGroup: 10001
               runAsGroup: 10001
               runAsNonRoot: true
               runAsUser: 10001
               seccompProfile:
                 type: RuntimeDefault
     schedule: 0 3 * * *
   "
  `);
});

test('with every prop, every field of the API is there but those that Kubernetes sets', () => {
  const everything = new CronJob(chart({ namespace: 'shop' }), 'report', {
    ...everyCronJobProp,
    completionMode: 'Indexed',
    completions: 4,
    backoffLimitPerIndex: 1,
    maxFailedIndexes: 2,
    successPolicy: { rules: [{ succeededIndexes: '0,2-3', succeededCount: 2 }, { succeededCount: 4 }] },
    restartPolicy: 'Never',
    podFailurePolicy: { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] }] },
  });
  const { spec } = rendered(everything.object);
  expect(lacking('CronJobSpec', spec)).toEqual([]);
  expect(lacking('JobSpec', spec.jobTemplate.spec)).toEqual(['manualSelector', 'selector']);
  expect(lacking('PodSpec', spec.jobTemplate.spec.template.spec)).toEqual(['ephemeralContainers', 'serviceAccount']);
  expect(spec).toMatchObject({ suspend: false, jobTemplate: { spec: { suspend: true } } });
  expect(spec.jobTemplate.metadata).toEqual({
    labels: { team: 'a', app: 'shop', of: 'jobs' },
    annotations: { of: 'jobs' },
  });
});

test('the Jobs have the labels of the scope too', () => {
  const target = chart();
  setDefaults(target, {
    profile: 'baseline',
    namePrefix: 'staging-',
    labels: { team: 'a' },
    annotations: { note: 'b' },
  });
  const { metadata, spec } = rendered(new CronJob(target, 'report', { image, schedule: '@daily' }).object);
  expect(metadata).toMatchObject({ name: 'staging-report', annotations: { note: 'b' } });
  expect(spec.jobTemplate.metadata).toEqual({ labels: { ...metadata.labels, team: 'a' } });
  expect(spec.jobTemplate.spec.template.spec.securityContext).toEqual({ seccompProfile: { type: 'RuntimeDefault' } });
});

test('the Cron of cdk8s is a schedule', () => {
  const { spec } = rendered(cronJob({ schedule: Cron.schedule({ minute: '5', hour: '3' }) }).object);
  expect(spec.schedule).toBe('5 3 * * *');
});

test('overrides reach what has no prop', () => {
  const made = cronJob({ overrides: { spec: { jobTemplate: { metadata: { finalizers: ['example.com/keep'] } } } } });
  expect(rendered(made.object).spec.jobTemplate.metadata.finalizers).toEqual(['example.com/keep']);
});

test.each([
  ['a name that is too long', {}, 'a'.repeat(53), 'at most 52 characters', 'shorter'],
  ['a wrong hour', { schedule: '0 25 * * *' }, 'report', 'schedule is "0 25 * * *", with "25" as an hour', 'number'],
  ['a schedule that never fires', { schedule: '0 0 30 2 *' }, 'report', 'which never fires', 'another day'],
  ['no schedule', { schedule: undefined }, 'report', 'schedule is undefined', 'five fields'],
  ['a zone in the schedule', { schedule: 'TZ=UTC @daily' }, 'report', 'without a time zone', '`timeZone`'],
  ['an offset', { timeZone: '+02:00' }, 'report', 'timeZone is "+02:00"', 'name a place'],
  ['another policy', { concurrencyPolicy: 'forbid' }, 'report', '"forbid"', 'write "Forbid"'],
  ['a deadline that is missed', { startingDeadlineSeconds: 9 }, 'report', 'startingDeadlineSeconds is 9', 'range'],
  ['no number', { failedJobsHistoryLimit: '1' }, 'report', 'failedJobsHistoryLimit is "1"', 'without quotes'],
  ['a negative one', { successfulJobsHistoryLimit: -1 }, 'report', 'successfulJobsHistoryLimit is -1', 'range'],
  ['a wrong label', { jobLabels: { a: 'b c' } }, 'report', 'jobLabels.a is "b c"', 'shorten'],
  ['a wrong annotation', { jobAnnotations: { a: 1 } }, 'report', 'jobAnnotations.a is 1', 'quotes'],
] as const)('refuses %s', (_what, props, id, found, fix) => {
  const message = refusal(props, id);
  expect(message).toContain(found);
  expect(message).toContain(fix);
  expect(message.startsWith(`test/${id}: `)).toBe(true);
});

test('the whole message of a schedule that never fires', () => {
  expect(refusal({ schedule: '0 0 31 4 *' })).toMatchInlineSnapshot(
    `"test/report: schedule is "0 0 31 4 *", which never fires; allowed: a day that at least one of the months has. To fix it, choose another day or month."`,
  );
});

test('hardened asks for what strict linters ask for, and only the author knows', () => {
  const amounts = { cpu: 1, memory: '64Mi', 'ephemeral-storage': '64Mi' };
  const hardened = {
    image: `${image}@sha256:${'0'.repeat(64)}`,
    resources: { requests: amounts, limits: amounts },
    hardened: true,
  };
  const make = (props: object): CronJob =>
    new CronJob(chart({ namespace: 'shop' }), 'report', { schedule: '@daily', ...hardened, ...props }) as never;
  expect(refusalOf(() => make({}))).toMatchInlineSnapshot(
    `"test/report: hardened is true, without startingDeadlineSeconds; allowed: a workload that says all of it. To fix it, add what is missing, or write \`hardened: false\` here: see docs/hardened.md."`,
  );
  const { spec } = rendered(make({ startingDeadlineSeconds: 600 }).object);
  expect(spec.jobTemplate.spec.template.spec.containers[0].imagePullPolicy).toBe('Always');
});
