import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { fieldsOf } from '../../src/api/field-types';
import { PersistentVolume } from '../../src/constructs/persistent-volume';
import { PersistentVolumeClaim, type PersistentVolumeClaimProps } from '../../src/constructs/persistent-volume-claim';
import type { PersistentVolumeProps } from '../../src/constructs/persistent-volume-props';
import { StorageClass, type StorageClassProps } from '../../src/constructs/storage-class';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { chart, printed, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/shop:1';

/** The fields of a type of the API that an object lacks. */
const lacking = (type: string, object: object): readonly string[] =>
  [...fieldsOf(type).keys()].filter((field) => !(field in object)).sort();

const hostname = {
  required: {
    nodeSelectorTerms: [{ matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: ['node-1'] }] }],
  },
};

describe('a PersistentVolumeClaim', () => {
  test('a minimal one asks for a size, for one node', () => {
    const target = chart({ namespace: 'shop' });
    new PersistentVolumeClaim(target, 'data', { storage: '10Gi' });
    expect(printed(target)).toMatchInlineSnapshot(`
     "apiVersion: v1
     kind: PersistentVolumeClaim
     metadata:
       name: data
       namespace: shop
     spec:
       accessModes:
         - ReadWriteOnce
       resources:
         requests:
           storage: 10Gi
     "
    `);
  });

  test('with every prop, every field of the API is there but the two sources at once', () => {
    const props: Required<PersistentVolumeClaimProps> = {
      name: 'given',
      labels: { team: 'a' },
      annotations: { note: 'b' },
      storage: '1.5Ti',
      storageLimit: '2Ti',
      accessModes: ['ReadWriteMany', 'ReadOnlyMany'],
      storageClassName: 'fast',
      volumeAttributesClassName: 'gold',
      volumeMode: 'Block',
      volumeName: 'disk',
      selector: { matchLabels: { tier: 'a' } },
      dataSource: { claim: 'other' },
      overrides: { metadata: { labels: { more: 'c' } } },
    };
    const object = rendered(new PersistentVolumeClaim(chart(), 'data', props).object);
    expect(lacking('PersistentVolumeClaimSpec', object.spec)).toEqual(['dataSourceRef']);
    expect(object).toEqual({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'given', labels: { team: 'a', more: 'c' }, annotations: { note: 'b' } },
      spec: {
        accessModes: ['ReadWriteMany', 'ReadOnlyMany'],
        storageClassName: 'fast',
        volumeAttributesClassName: 'gold',
        volumeMode: 'Block',
        resources: { limits: { storage: '2Ti' }, requests: { storage: '1.5Ti' } },
        selector: { matchLabels: { tier: 'a' } },
        volumeName: 'disk',
        dataSource: { kind: 'PersistentVolumeClaim', name: 'other' },
      },
    });
  });

  test.each([
    [
      { snapshot: { name: 'nightly' } },
      { dataSource: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'nightly' } },
    ],
    [
      { apiGroup: 'example.com', kind: 'Backup', name: 'monday', namespace: 'backups' },
      { dataSourceRef: { apiGroup: 'example.com', kind: 'Backup', name: 'monday', namespace: 'backups' } },
    ],
  ])('is filled from %p', (dataSource, expected) => {
    const { object } = new PersistentVolumeClaim(chart(), 'data', { storage: 1, dataSource });
    expect(rendered(object).spec).toMatchObject(expected);
  });

  test('is mounted as a volume that knows who may mount it', () => {
    const claim = new PersistentVolumeClaim(chart(), 'data', { storage: '1Gi' });
    const volume = claim.volume();
    expect(volume.toApi()).toEqual({ name: 'data', persistentVolumeClaim: { claimName: 'data' } });
    expect(volume.accessModes).toEqual(['ReadWriteOnce']);
    expect(claim.volume('other', { readOnly: true }).toApi()).toEqual({
      name: 'other',
      persistentVolumeClaim: { claimName: 'data', readOnly: true },
    });
  });

  test.each([
    ['no size', { storage: undefined }, 'storage is undefined'],
    ['a size of 0', { storage: 0 }, 'storage is 0; allowed: a size above 0 such as "10Gi"'],
    ['a wrong size', { storage: '10GB' }, 'storage is "10GB"'],
    [
      'a limit below the size',
      { storage: '2Gi', storageLimit: '1Gi' },
      'storageLimit is "1Gi", below the "2Gi" of `storage`',
    ],
    ['no access mode', { accessModes: [] }, 'accessModes is empty'],
    ['an unknown access mode', { accessModes: ['ReadWriteonce'] }, 'write "ReadWriteOnce"'],
    [
      'a mode that is alone',
      { accessModes: ['ReadWriteOnce', 'ReadWriteOncePod'] },
      'accessModes is ReadWriteOnce and ReadWriteOncePod; allowed: "ReadWriteOncePod" alone, or the other access modes',
    ],
    ['a wrong class', { storageClassName: 'My' }, 'storageClassName is "My"'],
    ['a wrong volume', { volumeName: 'My' }, 'volumeName is "My"'],
    ['a wrong volume mode', { volumeMode: 'block' }, 'volumeMode is "block"'],
    ['a wrong source', { dataSource: { claim: 'My' } }, 'dataSource.claim is "My"'],
  ])('refuses %s', (_what, props, found) => {
    const message = refusalOf(() => new PersistentVolumeClaim(chart(), 'data', { storage: 1, ...props } as never));
    expect(message).toContain(`test/data: `);
    expect(message).toContain(found);
  });

  test('refuses a name of a volume that is no DNS label', () => {
    const claim = new PersistentVolumeClaim(chart(), 'data.example.com', { storage: '1Gi' });
    expect(refusalOf(() => claim.volume())).toContain('volume is "data.example.com"');
  });
});

describe('a PersistentVolume', () => {
  const nfs = { server: 'nfs.example.com', path: '/exports' };

  test('a minimal one has a size and a source, and no namespace', () => {
    const target = chart({ namespace: 'shop' });
    new PersistentVolume(target, 'disk', { capacity: '10Gi', source: { nfs } });
    expect(printed(target)).toMatchInlineSnapshot(`
     "apiVersion: v1
     kind: PersistentVolume
     metadata:
       name: disk
     spec:
       accessModes:
         - ReadWriteOnce
       capacity:
         storage: 10Gi
       nfs:
         path: /exports
         server: nfs.example.com
     "
    `);
  });

  test('with every prop, every field of the API is there but the other sources', () => {
    const props: Required<PersistentVolumeProps> = {
      name: 'given',
      labels: { team: 'a' },
      annotations: { note: 'b' },
      capacity: '1.5Ti',
      source: { nfs: { ...nfs, readOnly: true } },
      accessModes: ['ReadWriteMany'],
      storageClassName: 'fast',
      volumeAttributesClassName: 'gold',
      reclaimPolicy: 'Retain',
      volumeMode: 'Filesystem',
      mountOptions: ['nfsvers=4.1'],
      nodeAffinity: hostname,
      claimRef: { name: 'data', namespace: 'shop' },
      overrides: { metadata: { labels: { more: 'c' } } },
    };
    const object = rendered(new PersistentVolume(chart(), 'disk', props).object);
    expect(lacking('PersistentVolumeSpec', object.spec)).toEqual(
      sources.map(([name]) => name).filter((name) => name !== 'nfs'),
    );
    expect(object).toMatchObject({
      metadata: { name: 'given', labels: { team: 'a', more: 'c' }, annotations: { note: 'b' } },
      spec: {
        capacity: { storage: '1.5Ti' },
        persistentVolumeReclaimPolicy: 'Retain',
        claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name: 'data', namespace: 'shop' },
      },
    });
  });

  // One of each: a source that is forgotten here is missing from the list above.
  const sources: readonly (readonly [string, PersistentVolumeProps['source']])[] = [
    ['awsElasticBlockStore', { awsElasticBlockStore: { volumeID: 'vol-1' } }],
    ['azureDisk', { azureDisk: { diskName: 'a', diskURI: 'b' } }],
    ['azureFile', { azureFile: { secretName: 'a', shareName: 'b' } }],
    ['cephfs', { cephfs: { monitors: ['a'] } }],
    ['cinder', { cinder: { volumeID: 'a' } }],
    ['csi', { csi: { driver: 'a', volumeHandle: 'b' } }],
    ['fc', { fc: { targetWWNs: ['a'], lun: 0 } }],
    ['flexVolume', { flexVolume: { driver: 'a' } }],
    ['flocker', { flocker: { datasetUUID: 'a' } }],
    ['gcePersistentDisk', { gcePersistentDisk: { pdName: 'a' } }],
    ['glusterfs', { glusterfs: { endpoints: 'a', path: 'b' } }],
    ['hostPath', { hostPath: { path: '/a' } }],
    ['iscsi', { iscsi: { targetPortal: 'a', iqn: 'b', lun: 0 } }],
    ['local', { local: { path: '/a' } }],
    ['nfs', { nfs }],
    ['photonPersistentDisk', { photonPersistentDisk: { pdID: 'a' } }],
    ['portworxVolume', { portworxVolume: { volumeID: 'a' } }],
    ['quobyte', { quobyte: { registry: 'a', volume: 'b' } }],
    ['rbd', { rbd: { image: 'a', monitors: ['b'] } }],
    ['scaleIO', { scaleIO: { gateway: 'a', secretRef: { name: 'b' }, system: 'c' } }],
    ['storageos', { storageos: { volumeName: 'a' } }],
    ['vsphereVolume', { vsphereVolume: { volumePath: 'a' } }],
  ];

  test.each(sources)('has a source of its own: %s', (name, source) => {
    const props = { capacity: '1Gi', source, nodeAffinity: hostname };
    expect(rendered(new PersistentVolume(chart(), 'disk', props).object).spec[name]).toEqual(
      (source as Readonly<Record<string, unknown>>)[name],
    );
  });

  test('is kept for one claim, which fits', () => {
    const target = chart({ namespace: 'shop' });
    const disk = new PersistentVolume(target, 'disk', { capacity: '10Gi', source: { nfs } });
    const claim = new PersistentVolumeClaim(target, 'data', {
      storage: '10Gi',
      storageClassName: '',
      volumeName: disk,
    });
    disk.reserve(claim);
    const claimRef = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name: 'data', namespace: 'shop' };
    expect(rendered(disk.object).spec.claimRef).toEqual(claimRef);
    expect(rendered(claim.object).spec.volumeName).toBe('disk');
    expect(printed(target)).toBe(printed(target));
    expect(refusalOf(() => disk.reserve(claim))).toBe(
      'test/disk: reserve is called for "data", while the volume is kept for "data"; allowed: one claim. ' +
        'To fix it, make a volume for each claim.',
    );
  });

  test.each([
    [
      'another volume',
      { volumeName: 'other' },
      'reserve is called for "data", which asks for the volume "other"; allowed: a claim with volumeName "disk"',
    ],
    ['too much', { storage: '11Gi' }, 'which asks for "11Gi"; allowed: a claim for at most "10Gi"'],
    [
      'another access mode',
      { accessModes: ['ReadWriteMany'] },
      'which asks for "ReadWriteMany"; allowed: access modes of the volume: "ReadWriteOnce"',
    ],
    [
      'the default class',
      { storageClassName: undefined },
      'which asks for the cluster\'s default class; allowed: a claim with storageClassName ""',
    ],
    ['another class', { storageClassName: 'fast' }, 'which asks for the class "fast"'],
    [
      'another volume mode',
      { volumeMode: 'Block' },
      'which asks for "Block"; allowed: a claim with volumeMode "Filesystem"',
    ],
  ])('is not kept for a claim that asks for %s', (_what, props, found) => {
    const target = chart({ namespace: 'shop' });
    const disk = new PersistentVolume(target, 'disk', { capacity: '10Gi', source: { nfs } });
    const fitting = { storage: '10Gi', storageClassName: '' };
    const claim = new PersistentVolumeClaim(target, 'data', { ...fitting, ...props } as never);
    expect(refusalOf(() => disk.reserve(claim))).toContain(found);
  });

  test('is not kept for a claim whose namespace is not known, unless it is said', () => {
    const target = chart();
    const disk = new PersistentVolume(target, 'disk', { capacity: '10Gi', source: { nfs } });
    const claim = new PersistentVolumeClaim(target, 'data', { storage: '1Gi', storageClassName: '' });
    expect(refusalOf(() => disk.reserve(claim))).toContain('called for "data", whose namespace is not known');
    disk.reserve(claim, 'shop');
    expect(rendered(disk.object).spec.claimRef.namespace).toBe('shop');
  });

  test.each([
    ['no source', { source: {} }, 'source is an empty object; allowed: exactly one source'],
    ['two sources', { source: { nfs, hostPath: { path: '/a' } } }, 'source is an object with nfs, hostPath'],
    [
      'local data without its node',
      { source: { local: { path: '/a' } } },
      'nodeAffinity is left out while the data is local to a node',
    ],
    ['no capacity', { capacity: '0' }, 'capacity is "0"'],
    ['an unknown policy', { reclaimPolicy: 'Keep' }, 'reclaimPolicy is "Keep"'],
    ['a claim of no namespace', { claimRef: { name: 'data', namespace: '' } }, 'claimRef.namespace is ""'],
  ])('refuses %s', (_what, props, found) => {
    const all = { capacity: '1Gi', source: { nfs }, ...props } as never;
    expect(refusalOf(() => new PersistentVolume(chart(), 'disk', all))).toContain(`test/disk: ${found}`);
  });
});

describe('a StorageClass', () => {
  test('a minimal one has a provisioner, and no namespace', () => {
    const target = chart({ namespace: 'shop' });
    new StorageClass(target, 'fast', { provisioner: 'ebs.csi.aws.com' });
    expect(printed(target)).toMatchInlineSnapshot(`
     "apiVersion: storage.k8s.io/v1
     kind: StorageClass
     metadata:
       name: fast
     provisioner: ebs.csi.aws.com
     "
    `);
  });

  test('with every prop, every field of the API is there', () => {
    const props: Required<StorageClassProps> = {
      name: 'given',
      labels: { team: 'a' },
      annotations: { note: 'b' },
      provisioner: 'ebs.csi.aws.com',
      parameters: { type: 'gp3' },
      reclaimPolicy: 'Retain',
      volumeBindingMode: 'WaitForFirstConsumer',
      allowVolumeExpansion: true,
      mountOptions: ['noatime'],
      allowedTopologies: [{ matchLabelExpressions: [{ key: 'topology.kubernetes.io/zone', values: ['a'] }] }],
      isDefaultClass: true,
      overrides: { metadata: { labels: { more: 'c' } } },
    };
    const object = rendered(new StorageClass(chart(), 'fast', props).object);
    expect(lacking('StorageClass', object)).toEqual([]);
    expect(object.metadata).toEqual({
      name: 'given',
      labels: { team: 'a', more: 'c' },
      annotations: { note: 'b', 'storageclass.kubernetes.io/is-default-class': 'true' },
    });
  });

  test.each([
    ['an unknown policy', { reclaimPolicy: 'Recycle' }, 'reclaimPolicy is "Recycle"; allowed: "Retain" or "Delete"'],
    ['an unknown time', { volumeBindingMode: 'Later' }, 'volumeBindingMode is "Later"'],
  ])('refuses %s', (_what, props, found) => {
    const all = { provisioner: 'a', ...props } as never;
    expect(refusalOf(() => new StorageClass(chart(), 'fast', all))).toContain(`test/fast: ${found}`);
  });
});

describe('with cdk8s-plus-27', () => {
  test('theirs take ours as IPersistentVolumeClaim and IPersistentVolume', () => {
    const target = chart();
    const claim = new PersistentVolumeClaim(target, 'data', { storage: '1Gi' });
    const pod = new kplus.Pod(target, 'pod', {
      containers: [{ image }],
      volumes: [kplus.Volume.fromPersistentVolumeClaim(target, 'volume', claim)],
    });
    expect(rendered(ApiObject.of(pod)).spec.volumes).toEqual([
      { name: 'pvc-data', persistentVolumeClaim: { claimName: 'data', readOnly: false } },
    ]);
    const disk = new PersistentVolume(target, 'disk', { capacity: 1, source: { hostPath: { path: '/a' } } });
    const theirs = new kplus.PersistentVolumeClaim(target, 'theirs', { volume: disk });
    expect(rendered(ApiObject.of(theirs)).spec.volumeName).toBe('disk');
  });

  test('ours take theirs by name', () => {
    const target = chart();
    const disk = kplus.PersistentVolume.fromPersistentVolumeName(target, 'disk', 'their-disk');
    const claim = new PersistentVolumeClaim(target, 'data', { storage: '1Gi', volumeName: disk });
    expect(claim.spec.volumeName).toBe('their-disk');
    const web = new WebDeployment(target, 'web', {
      image,
      volumeMounts: [claim.volume().mountedAt('/data')],
    });
    expect(rendered(web.deployment).spec.template.spec.volumes).toHaveLength(1);
  });
});
