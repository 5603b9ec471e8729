import type { Chart } from 'cdk8s';
import { HttpRoute } from '../../../src/constructs/http-route';
import { WebDeployment } from '../../../src/constructs/web-deployment';

/** The example of the doc comment of `HttpRoute`; a test compares the two. */
export function example(chart: Chart): void {
  const shop = new WebDeployment(chart, 'shop', { image: 'registry.example.com/shop:1', ports: { http: 8080 } });
  const next = new WebDeployment(chart, 'shop-next', { image: 'registry.example.com/shop:2', ports: { http: 8080 } });
  new HttpRoute(chart, 'front', {
    parentRefs: [{ name: 'public', namespace: 'gateways', sectionName: 'https' }],
    hostnames: ['shop.example.com'],
    rules: [
      { matches: [{ headers: { 'X-Preview': 'yes' } }], backendRefs: [next.port('http')] },
      {
        backendRefs: [
          { backend: shop.port('http'), weight: 95 },
          { backend: next.port('http'), weight: 5 },
        ],
        timeouts: { request: '30s' },
      },
    ],
  });
}
