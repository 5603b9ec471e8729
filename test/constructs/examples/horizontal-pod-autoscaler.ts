import type { Chart } from 'cdk8s';
import { HorizontalPodAutoscaler } from '../../../src/constructs/horizontal-pod-autoscaler';
import { WebDeployment } from '../../../src/constructs/web-deployment';

/** The example of the doc comment of `HorizontalPodAutoscaler`; a test compares the two. */
export function example(chart: Chart): void {
  const images = new WebDeployment(chart, 'images', {
    image: 'registry.example.com/images:2.0.1',
    resources: { requests: { cpu: '500m' } },
  });
  new HorizontalPodAutoscaler(chart, 'images-load', {
    target: images,
    minReplicas: 2,
    maxReplicas: 20,
    metrics: [
      { resource: 'cpu', averageUtilization: 70 },
      { external: 'queue_depth', selector: { matchLabels: { queue: 'images' } }, averageValue: 30 },
    ],
    behavior: { scaleDown: { stabilizationWindowSeconds: 600 } },
  });
}
