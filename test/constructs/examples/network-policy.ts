import type { Chart } from 'cdk8s';
import { dns, podsIn, portsOf } from '../../../src/constructs/network/destination';
import { NetworkPolicy } from '../../../src/constructs/network-policy';
import { WebDeployment } from '../../../src/constructs/web-deployment';

/** The example of the doc comment of `NetworkPolicy`; a test compares the two. */
export function example(chart: Chart): void {
  const web = new WebDeployment(chart, 'web', { image: 'registry.example.com/shop:1.4.2', ports: { http: 8080 } });
  const database = new WebDeployment(chart, 'database', { image: 'postgres:16.4', ports: { postgres: 5432 } });
  new NetworkPolicy(chart, 'web-traffic', {
    for: web,
    allowFrom: [{ from: [podsIn('ingress-nginx')], ports: ['http'] }],
    allowTo: [dns(), portsOf(database, 'postgres')],
  });
}
