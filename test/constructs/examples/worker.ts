import type { Chart } from 'cdk8s';
import { Worker } from '../../../src/constructs/worker';

/** The example of the doc comment of `Worker`; a test compares the two. */
export function example(chart: Chart): void {
  const mail = new Worker(chart, 'mail', {
    image: 'registry.example.com/mail:1.4.2',
    args: ['--queue', 'outbox'],
    ports: { metrics: 9090 },
    livenessProbe: { httpGet: { path: '/live', port: 'metrics' } },
    terminationGracePeriodSeconds: 120,
    autoscaling: { minReplicas: 2, maxReplicas: 8, cpuUtilization: 80 },
    resources: { requests: { cpu: '250m' } },
    podDisruptionBudget: { maxUnavailable: 1 },
    networkPolicy: { allowFrom: [] },
  });
  mail.port('metrics'); // { containerPort: 9090, … }; mail.port('metric') does not compile
}
