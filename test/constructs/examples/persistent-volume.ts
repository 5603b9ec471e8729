import type { Chart } from 'cdk8s';
import { PersistentVolume } from '../../../src/constructs/persistent-volume';
import { PersistentVolumeClaim } from '../../../src/constructs/persistent-volume-claim';

/** The example of the doc comment of `PersistentVolume`; a test compares the two. */
export function example(chart: Chart): void {
  const archive = new PersistentVolume(chart, 'archive', {
    capacity: '500Gi',
    accessModes: ['ReadWriteMany'],
    source: { nfs: { server: 'nfs.example.com', path: '/archive' } },
    mountOptions: ['nfsvers=4.1'],
  });
  const claim = new PersistentVolumeClaim(chart, 'shop-archive', {
    storage: '500Gi',
    accessModes: ['ReadWriteMany'],
    storageClassName: '',
    volumeName: archive,
  });
  archive.reserve(claim, 'shop'); // no other claim gets it
}
