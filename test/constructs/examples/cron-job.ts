import type { Chart } from 'cdk8s';
import { CronJob } from '../../../src/constructs/cron-job';
import { cron } from '../../../src/constructs/job/cron';

/** The example of the doc comment of `CronJob`; a test compares the two. */
export function example(chart: Chart): void {
  new CronJob(chart, 'report', {
    schedule: cron.daily({ hour: 3, minute: 30 }),
    timeZone: 'Europe/Berlin',
    image: 'registry.example.com/shop:1.4.2',
    args: ['report'],
    concurrencyPolicy: 'Forbid',
    startingDeadlineSeconds: 600,
    backoffLimit: 2,
  });
}
