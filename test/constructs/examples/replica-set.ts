import type { Chart } from 'cdk8s';
import { ReplicaSet } from '../../../src/constructs/replica-set';

/** The example of the doc comment of `ReplicaSet`; a test compares the two. */
export function example(chart: Chart): void {
  const canary = new ReplicaSet(chart, 'canary', {
    image: 'registry.example.com/shop:1.5.0-rc.1',
    ports: { http: 8080 },
    replicas: 1,
  });
  canary.port('http'); // { containerPort: 8080, … }
}
