import type { Chart } from 'cdk8s';
import { DefaultDeny } from '../../../src/constructs/default-deny';

/** The example of the doc comment of `DefaultDeny`; a test compares the two. */
export function example(chart: Chart): void {
  new DefaultDeny(chart, 'default-deny');
}
