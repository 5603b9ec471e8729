import type { Chart } from 'cdk8s';
import { PersistentVolumeClaim } from '../../../src/constructs/persistent-volume-claim';
import { StorageClass } from '../../../src/constructs/storage-class';

/** The example of the doc comment of `StorageClass`; a test compares the two. */
export function example(chart: Chart): void {
  const fast = new StorageClass(chart, 'fast', {
    provisioner: 'ebs.csi.aws.com',
    parameters: { type: 'gp3' },
    reclaimPolicy: 'Retain',
    volumeBindingMode: 'WaitForFirstConsumer',
    allowVolumeExpansion: true,
  });
  new PersistentVolumeClaim(chart, 'orders', { storage: '50Gi', storageClassName: fast });
}
