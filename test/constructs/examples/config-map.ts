import type { Chart } from 'cdk8s';
import { ConfigMap } from '../../../src/constructs/config-map';
import { WebDeployment } from '../../../src/constructs/web-deployment';

/** The example of the doc comment of `ConfigMap`; a test compares the two. */
export function example(chart: Chart): void {
  const settings = new ConfigMap(chart, 'settings', { data: { LOG_LEVEL: 'info', 'app.yaml': 'cache: 5m' } });
  new WebDeployment(chart, 'web', {
    image: 'registry.example.com/shop:1.4.2',
    env: { LOG_LEVEL: settings.key('LOG_LEVEL') }, // 'LOG_LEVLE' does not compile
    volumeMounts: [settings.files({ items: { 'app.yaml': 'app.yaml' } }).mountedAt('/etc/shop', { readOnly: true })],
    podAnnotations: { 'checksum/config': settings.hash },
  });
}
