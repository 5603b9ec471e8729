import { PersistentVolume } from '../../src/constructs/persistent-volume';
import { PersistentVolumeClaim } from '../../src/constructs/persistent-volume-claim';
import { Volume } from '../../src/constructs/pod/volume';
import { StorageClass } from '../../src/constructs/storage-class';
import { chart } from '../constructs/synth-one';

/** What must not compile; the function is never called, because most of it would throw. */
function neverCalled(): void {
  const target = chart();
  const fast = new StorageClass(target, 'fast', { provisioner: 'ebs.csi.aws.com' });
  const claim = new PersistentVolumeClaim(target, 'data', { storage: '1Gi', storageClassName: fast });
  const disk = new PersistentVolume(target, 'disk', { capacity: '1Gi', source: { hostPath: { path: '/a' } } });
  disk.reserve(claim, 'shop');
  // @ts-expect-error: how much is asked for
  new PersistentVolumeClaim(target, 'a', {});
  // @ts-expect-error: no such access mode
  new PersistentVolumeClaim(target, 'b', { storage: '1Gi', accessModes: ['ReadWriteonce'] });
  // @ts-expect-error: no such mode
  new PersistentVolumeClaim(target, 'c', { storage: '1Gi', volumeMode: 'block' });
  // @ts-expect-error: neither a claim, a snapshot nor an object
  new PersistentVolumeClaim(target, 'd', { storage: '1Gi', dataSource: { name: 'a' } });
  // @ts-expect-error: no such field of the API
  new PersistentVolumeClaim(target, 'e', { storage: '1Gi', overrides: { spec: { acessModes: [] } } });
  // @ts-expect-error: where the data is
  new PersistentVolume(target, 'f', { capacity: '1Gi' });
  // @ts-expect-error: exactly one source
  new PersistentVolume(target, 'g', { capacity: '1Gi', source: {} });
  const [nfs, hostPath] = [{ server: 'a', path: '/b' }, { path: '/c' }];
  // @ts-expect-error: exactly one source
  new PersistentVolume(target, 'h', { capacity: '1Gi', source: { nfs, hostPath } });
  // @ts-expect-error: a claim elsewhere has a namespace
  new PersistentVolume(target, 'i', { capacity: '1Gi', source: { hostPath }, claimRef: { name: 'a' } });
  // @ts-expect-error: a name alone cannot be checked
  disk.reserve('data');
  // @ts-expect-error: who makes the volumes
  new StorageClass(target, 'j', {});
  // @ts-expect-error: volumes of a class are not recycled
  new StorageClass(target, 'k', { provisioner: 'a', reclaimPolicy: 'Recycle' });
  // @ts-expect-error: exactly one source
  Volume.of('a', { nfs, hostPath });
  // @ts-expect-error: no such type
  Volume.hostPath('a', '/b', { type: 'Folder' });
}

test('what must not compile does not', () => {
  expect(neverCalled).toBeInstanceOf(Function);
});
