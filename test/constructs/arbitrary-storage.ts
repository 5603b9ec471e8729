import fc from 'fast-check';
import type { PersistentVolumeClaimProps } from '../../src/constructs/persistent-volume-claim';
import type { PersistentVolumeProps } from '../../src/constructs/persistent-volume-props';
import type { StorageClassProps } from '../../src/constructs/storage-class';

const size = fc.constantFrom('1Gi', '10Gi', '1.5Ti', '500M', 1024, '1e9');
const className = fc.constantFrom('fast', 'slow.example.com', '');
const accessModes = fc.oneof(
  fc.constant(['ReadWriteOncePod']),
  fc.subarray(['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany'], { minLength: 1 }),
);
const volumeMode = fc.constantFrom('Filesystem', 'Block');
const labels = fc.dictionary(fc.constantFrom('a', 'b', 'example.com/c'), fc.constantFrom('', 'x', 'y'), {
  noNullPrototype: true,
});
const mountOptions = fc.array(fc.constantFrom('noatime', 'nfsvers=4.1', 'ro'), { maxLength: 3 });

/** Valid props of a PersistentVolumeClaim. */
export const claimProps = fc.record(
  {
    storage: size,
    accessModes,
    storageClassName: className,
    volumeMode,
    volumeName: fc.constantFrom('disk', 'disk-1.example.com'),
    selector: labels.map((matchLabels) => ({ matchLabels })),
    dataSource: fc.constantFrom(
      { claim: 'other' },
      { snapshot: 'nightly' },
      { apiGroup: 'example.com', kind: 'Backup', name: 'monday' },
    ),
    labels,
    annotations: labels,
  },
  { requiredKeys: ['storage'] },
) as fc.Arbitrary<PersistentVolumeClaimProps>;

const source = fc.constantFrom(
  { nfs: { server: 'nfs.example.com', path: '/exports', readOnly: true } },
  { hostPath: { path: '/var/data', type: 'Directory' } },
  { csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-1', fsType: 'ext4' } },
  { iscsi: { targetPortal: '10.0.0.1:3260', iqn: 'iqn.2001-04.com.example:disk', lun: 1 } },
  { fc: { targetWWNs: ['50060e801049cfd1'], lun: 0 } },
  { rbd: { image: 'disk', monitors: ['10.0.0.1:6789'] } },
  { cephfs: { monitors: ['10.0.0.1:6789'] } },
);

/** Valid props of a PersistentVolume. */
export const volumeProps = fc.record(
  {
    capacity: size,
    source,
    accessModes,
    storageClassName: className,
    reclaimPolicy: fc.constantFrom('Retain', 'Delete'),
    volumeMode,
    mountOptions,
    nodeAffinity: fc.constant({
      required: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: ['a'] }] }],
      },
    }),
    claimRef: fc.constant({ name: 'data', namespace: 'shop' }),
    labels,
  },
  { requiredKeys: ['capacity', 'source'] },
) as fc.Arbitrary<PersistentVolumeProps>;

/** Valid props of a StorageClass. */
export const storageClassProps = fc.record(
  {
    provisioner: fc.constantFrom('ebs.csi.aws.com', 'kubernetes.io/no-provisioner'),
    parameters: fc.dictionary(fc.constantFrom('type', 'iops'), fc.string()),
    reclaimPolicy: fc.constantFrom('Retain', 'Delete'),
    volumeBindingMode: fc.constantFrom('Immediate', 'WaitForFirstConsumer'),
    allowVolumeExpansion: fc.boolean(),
    mountOptions,
    allowedTopologies: fc.constant([
      { matchLabelExpressions: [{ key: 'topology.kubernetes.io/zone', values: ['a', 'b'] }] },
    ]),
    isDefaultClass: fc.boolean(),
    annotations: labels,
  },
  { requiredKeys: ['provisioner'] },
) as fc.Arbitrary<StorageClassProps>;
