import type { Chart } from 'cdk8s';
import { PersistentVolumeClaim } from '../../../src/constructs/persistent-volume-claim';
import { WebDeployment } from '../../../src/constructs/web-deployment';

/** The example of the doc comment of `PersistentVolumeClaim`; a test compares the two. */
export function example(chart: Chart): void {
  const uploads = new PersistentVolumeClaim(chart, 'uploads', { storage: '10Gi', accessModes: ['ReadWriteMany'] });
  new WebDeployment(chart, 'web', {
    image: 'registry.example.com/shop:1.4.2',
    replicas: 3,
    volumeMounts: [uploads.volume().mountedAt('/uploads')],
  });
}
