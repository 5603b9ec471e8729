import type { Chart } from 'cdk8s';
import { Ingress } from '../../../src/constructs/ingress';
import { WebDeployment } from '../../../src/constructs/web-deployment';

/** The example of the doc comment of `Ingress`; a test compares the two. */
export function example(chart: Chart): void {
  const shop = new WebDeployment(chart, 'shop', { image: 'registry.example.com/shop:1', ports: { http: 8080 } });
  const search = new WebDeployment(chart, 'search', { image: 'registry.example.com/search:1', ports: { http: 8080 } });
  new Ingress(chart, 'front', {
    ingressClassName: 'nginx',
    tls: [{ secretName: 'shop-example-com' }],
    rules: [
      {
        host: 'shop.example.com',
        paths: [{ backend: shop.port('http') }, { path: '/search', backend: search.port('http') }],
      },
    ],
  });
}
