import type { Chart } from 'cdk8s';
import { WebDeployment } from '../../../src/constructs/web-deployment';

/** The example of the doc comment of `WebDeployment`; a test compares the two. */
export function example(chart: Chart): void {
  const web = new WebDeployment(chart, 'web', {
    image: 'registry.example.com/shop:1.4.2',
    ports: { http: { containerPort: 8080, servicePort: 80 } },
    readinessProbe: { httpGet: { path: '/ready' } },
    writablePaths: ['/tmp'],
    replicas: 3,
    ingress: { host: 'shop.example.com' },
  });
  web.port('http'); // { servicePort: 80, … } for whoever connects; web.port('htpp') does not compile
}
