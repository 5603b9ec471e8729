import type { Chart } from 'cdk8s';
import { PodDisruptionBudget } from '../../../src/constructs/pod-disruption-budget';
import { WebDeployment } from '../../../src/constructs/web-deployment';

/** The example of the doc comment of `PodDisruptionBudget`; a test compares the two. */
export function example(chart: Chart): void {
  const web = new WebDeployment(chart, 'web', { image: 'registry.example.com/shop:1.4.2', replicas: 3 });
  new PodDisruptionBudget(chart, 'web-evictions', {
    for: web,
    maxUnavailable: 1,
    unhealthyPodEvictionPolicy: 'AlwaysAllow',
  });
}
