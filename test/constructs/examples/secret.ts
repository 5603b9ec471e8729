import type { Chart } from 'cdk8s';
import { Secret } from '../../../src/constructs/secret';
import { WebDeployment } from '../../../src/constructs/web-deployment';

/** The example of the doc comment of `Secret`; a test compares the two. */
export function example(chart: Chart): void {
  const login = Secret.basicAuth('database-login');
  new WebDeployment(chart, 'web', {
    image: 'registry.example.com/shop:1.4.2',
    ports: { http: 8080 },
    env: { DB_USER: login.key('username'), DB_PASSWORD: login.key('password') }, // 'pasword' does not compile
    imagePullSecrets: [Secret.dockerConfigJson('registry-login')],
    ingress: { host: 'shop.example.com', tls: [{ secretName: Secret.tls('shop-certificate') }] },
  });
}
