import type { Chart } from 'cdk8s';
import { StatefulApp } from '../../../src/constructs/stateful-app';

/** The example of the doc comment of `StatefulApp`; a test compares the two. */
export function example(chart: Chart): void {
  const store = new StatefulApp(chart, 'store', {
    image: 'registry.example.com/store:7.2.1',
    ports: { client: 6379, peers: 16379 },
    replicas: 3,
    claims: { data: { storage: '10Gi', mountPath: '/data' } },
    headlessService: { publishNotReadyAddresses: true },
    podDisruptionBudget: { maxUnavailable: 1 },
  });
  store.podAddress(0, 'client'); // store-0.store:6379
  store.claim('data').ofPod(0); // { name: 'data-store-0' }; store.claim('date') does not compile
}
