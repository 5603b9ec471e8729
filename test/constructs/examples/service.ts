import type { Chart } from 'cdk8s';
import { Service } from '../../../src/constructs/service';
import { WebDeployment } from '../../../src/constructs/web-deployment';

/** The example of the doc comment of `Service`; a test compares the two. */
export function example(chart: Chart): void {
  const web = new WebDeployment(chart, 'web', {
    image: 'registry.example.com/shop:1.4.2',
    ports: { http: 8080, metrics: { containerPort: 9090, exposed: false } },
  });
  new Service(chart, 'web-public', {
    type: 'LoadBalancer',
    externalTrafficPolicy: 'Local',
    selector: web,
    ports: { http: 80 }, // leads to the port of that name; { port: 80, targetPort: 'htpp' } does not compile
  });
}
