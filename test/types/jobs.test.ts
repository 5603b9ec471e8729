import { CronJob } from '../../src/constructs/cron-job';
import { DebugPod } from '../../src/constructs/debug-pod';
import { cron } from '../../src/constructs/job/cron';
import { Job } from '../../src/constructs/job';
import { Pod } from '../../src/constructs/pod';
import { chart } from '../constructs/synth-one';

const image = 'registry.example.com/shop:1';

/** What must not compile; the function is never called, because most of it would throw. */
function neverCalled(): void {
  const target = chart();
  const job = new Job(target, 'job', { image, ports: { metrics: 9090 } });
  job.port('metrics');
  // @ts-expect-error: not declared
  job.port('metrisc');
  // @ts-expect-error: none is declared
  new Job(target, 'a', { image }).port('metrics');
  // @ts-expect-error: an indexed Job has an end
  new Job(target, 'b', { image, completionMode: 'Indexed' });
  // @ts-expect-error: a Job does not go on for ever
  new Job(target, 'c', { image, restartPolicy: 'Always' });
  const ignored = { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] } as const;
  new Job(target, 'd', { image, podFailurePolicy: { rules: [ignored] } });
  // @ts-expect-error: where Pods stay, none of them fails
  new Job(target, 'e', { image, restartPolicy: 'OnFailure', podFailurePolicy: { rules: [ignored] } });
  const onExitCodes = { operator: 'In', values: [1] } as const;
  // @ts-expect-error: a rule has one reason
  new Job(target, 'f', { image, podFailurePolicy: { rules: [{ ...ignored, onExitCodes }] } });
  const named = {
    image,
    containerName: 'main',
    sidecars: { log: { image } },
    initContainers: { prepare: { image } },
  } as const;
  const rule = <Name extends string>(containerName: Name) =>
    ({ rules: [{ action: 'FailJob', onExitCodes: { ...onExitCodes, containerName } }] }) as const;
  new Job(target, 'g', { ...named, podFailurePolicy: rule('main') });
  new Job(target, 'h', { ...named, podFailurePolicy: rule('log') });
  new Job(target, 'i', { ...named, podFailurePolicy: rule('prepare') });
  // @ts-expect-error: no such container
  new Job(target, 'j', { ...named, podFailurePolicy: rule('lgo') });
  // @ts-expect-error: no selector unasked
  new Job(target, 'k', { image, selector: {} });
  // @ts-expect-error: the next Job would take the Pods of this one
  new Job(target, 'l', { image, manualSelector: true, nameSuffix: 'content' });

  new CronJob(target, 'm', { image, schedule: '30 3 * * MON-FRI' });
  new CronJob(target, 'n', { image, schedule: '@daily', ports: { metrics: 1 } }).port('metrics');
  new CronJob(target, 'o', { ...named, schedule: '@every 1h', podFailurePolicy: rule('log') });
  // @ts-expect-error: no such container
  new CronJob(target, 'p', { ...named, schedule: '@daily', podFailurePolicy: rule('lgo') });
  // @ts-expect-error: a schedule cannot have a default
  new CronJob(target, 'q', { image });
  // @ts-expect-error: four fields
  new CronJob(target, 'r', { image, schedule: '30 3 * *' });
  // @ts-expect-error: no such word
  new CronJob(target, 's', { image, schedule: '@dayly' });
  const read: string = String(target);
  // @ts-expect-error: nobody knows what it says
  new CronJob(target, 't', { image, schedule: read });
  new CronJob(target, 'u', { image, schedule: cron.parse(read) });
  // @ts-expect-error: Kubernetes makes the selector of each Job
  new CronJob(target, 'v', { image, schedule: '@daily', manualSelector: true });
  // @ts-expect-error: 60 cannot be divided by 7
  cron.every({ minutes: 7 });
  // @ts-expect-error: one of the two
  cron.every({ minutes: 15, hours: 2 });
  // @ts-expect-error: no such day
  cron.weekly({ day: 'Mon', hour: 1 });
  // @ts-expect-error: at which hour?
  cron.daily({ minute: 1 });

  const pod = new Pod(target, 'w', { image, ports: { http: 80 } });
  // @ts-expect-error: not declared
  pod.port('htpp');
  // @ts-expect-error: an image cannot have a default
  new Pod(target, 'x', {});
  new DebugPod(target, 'y', { passesAs: pod });
  // @ts-expect-error: a workload
  new DebugPod(target, 'z', { passesAs: 'pod' });
  const anyJob: Job = job;
  const someJob: Job<string> = job;
  const anyPod: Pod = pod;
  void [anyJob, someJob, anyPod];
}

test('what must not compile does not', () => {
  expect(neverCalled).toBeInstanceOf(Function);
});
