import type { Chart } from 'cdk8s';
import { GrpcRoute } from '../../../src/constructs/grpc-route';
import { WebDeployment } from '../../../src/constructs/web-deployment';

/** The example of the doc comment of `GrpcRoute`; a test compares the two. */
export function example(chart: Chart): void {
  const orders = new WebDeployment(chart, 'orders', {
    image: 'registry.example.com/orders:3.1.0',
    ports: { grpc: { containerPort: 9000, appProtocol: 'kubernetes.io/h2c' } },
  });
  new GrpcRoute(chart, 'front', {
    parentRefs: ['public'],
    hostnames: ['orders.example.com'],
    rules: [{ matches: [{ method: { service: 'shop.v1.Orders' } }], backendRefs: [orders.port('grpc')] }],
  });
}
