import type { Chart } from 'cdk8s';
import { ResourceQuota } from '../../../src/constructs/resource-quota';

/** The example of the doc comment of `ResourceQuota`; a test compares the two. */
export function example(chart: Chart): void {
  new ResourceQuota(chart, 'team', { hard: { 'requests.cpu': 8, 'requests.memory': '16Gi', pods: 40 } });
}
