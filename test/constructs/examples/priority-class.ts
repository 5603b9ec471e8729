import type { Chart } from 'cdk8s';
import { PriorityClass } from '../../../src/constructs/priority-class';
import { WebDeployment } from '../../../src/constructs/web-deployment';

/** The example of the doc comment of `PriorityClass`; a test compares the two. */
export function example(chart: Chart): void {
  const urgent = new PriorityClass(chart, 'urgent', { value: 100000, description: 'What earns the money.' });
  new WebDeployment(chart, 'web', { image: 'registry.example.com/shop:1.4.2', priorityClassName: urgent.name });
}
