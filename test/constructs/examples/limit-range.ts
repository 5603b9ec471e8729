import type { Chart } from 'cdk8s';
import { LimitRange } from '../../../src/constructs/limit-range';

/** The example of the doc comment of `LimitRange`; a test compares the two. */
export function example(chart: Chart): void {
  new LimitRange(chart, 'defaults', {
    container: { defaultRequest: { cpu: '100m', memory: '64Mi' }, max: { memory: '2Gi' } },
  });
}
