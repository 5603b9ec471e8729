import type { Chart } from 'cdk8s';
import { Job } from '../../../src/constructs/job';

/** The example of the doc comment of `Job`; a test compares the two. */
export function example(chart: Chart): void {
  new Job(chart, 'migrate', {
    image: 'registry.example.com/shop:1.4.2',
    args: ['migrate'],
    nameSuffix: 'content',
    backoffLimit: 2,
    activeDeadlineSeconds: 600,
    podFailurePolicy: {
      rules: [
        { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] },
        { action: 'FailJob', onExitCodes: { operator: 'In', values: [42] } },
      ],
    },
  });
}
