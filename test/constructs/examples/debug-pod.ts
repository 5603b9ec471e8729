import type { Chart } from 'cdk8s';
import { DebugPod } from '../../../src/constructs/debug-pod';
import { WebDeployment } from '../../../src/constructs/web-deployment';

/** The example of the doc comment of `DebugPod`; a test compares the two. */
export function example(chart: Chart): void {
  const web = new WebDeployment(chart, 'web', {
    image: 'registry.example.com/shop:1.4.2',
    networkPolicy: { allowTo: [{ ipBlock: { cidr: '10.0.0.0/8' } }] },
  });
  new DebugPod(chart, 'look', { passesAs: web });
}
