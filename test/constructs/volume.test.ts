import * as kplus from 'cdk8s-plus-27';
import { ConfigMapReference } from '../../src/constructs/reference';
import { Volume } from '../../src/constructs/pod/volume';
import { PersistentVolumeClaim } from '../../src/constructs/persistent-volume-claim';
import { checkSharedClaims } from '../../src/constructs/storage/shared-claims';
import { outside } from '../../src/constructs/outside';
import { Secret } from '../../src/constructs/secret';
import { chart, refusalOf } from './synth-one';

const settings = new ConfigMapReference({ name: 'settings', keys: ['a', 'b'] });

test('a projected volume holds keys, fields of the Pod and tokens in one folder', () => {
  const volume = Volume.projected(
    'all',
    [
      settings.projected({ items: { a: 'conf/a', b: { path: 'b', mode: 0o400 } } }),
      Secret.basicAuth('login').projected({ optional: true }),
      { configMap: 'other', items: { x: 'y' } },
      { downwardAPI: { name: 'metadata.name' } },
      { serviceAccountToken: { path: 'token', audience: 'vault', expirationSeconds: 600 } },
    ],
    { defaultMode: 0o440 },
  );
  expect(volume.toApi()).toEqual({
    name: 'all',
    projected: {
      defaultMode: 288,
      sources: [
        {
          configMap: {
            name: 'settings',
            items: [
              { key: 'a', path: 'conf/a' },
              { key: 'b', path: 'b', mode: 256 },
            ],
          },
        },
        { secret: { name: 'login', optional: true } },
        { configMap: { name: 'other', items: [{ key: 'x', path: 'y' }] } },
        { downwardAPI: { items: [{ fieldRef: { fieldPath: 'metadata.name' }, path: 'name' }] } },
        { serviceAccountToken: { path: 'token', audience: 'vault', expirationSeconds: 600 } },
      ],
    },
  });
});

test('what the Pod is told of itself becomes files', () => {
  const volume = Volume.downwardAPI(
    'pod',
    {
      labels: 'metadata.labels',
      team: { fieldPath: "metadata.labels['team']", apiVersion: 'v1', mode: 0o444 },
      'limits/memory': { resource: 'limits.memory', containerName: 'web', divisor: '1Mi', mode: 0o400 },
    },
    { defaultMode: 0o444 },
  );
  expect(volume.source).toEqual({
    downwardAPI: {
      defaultMode: 292,
      items: [
        { fieldRef: { fieldPath: 'metadata.labels' }, path: 'labels' },
        { fieldRef: { apiVersion: 'v1', fieldPath: "metadata.labels['team']" }, mode: 292, path: 'team' },
        {
          resourceFieldRef: { containerName: 'web', divisor: '1Mi', resource: 'limits.memory' },
          mode: 256,
          path: 'limits/memory',
        },
      ],
    },
  });
});

test('the others are printed with what was asked for alone', () => {
  expect(Volume.ephemeral('a', { storage: '1Gi' }).source).toEqual({
    ephemeral: {
      volumeClaimTemplate: {
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      },
    },
  });
  expect(
    Volume.ephemeral('a', { storage: '1Gi', labels: { a: 'b' }, annotations: { c: 'd' } }).source.ephemeral
      ?.volumeClaimTemplate?.metadata,
  ).toEqual({ labels: { a: 'b' }, annotations: { c: 'd' } });
  expect(
    Volume.csi('a', {
      driver: 'd',
      fsType: 'ext4',
      readOnly: true,
      volumeAttributes: { a: 'b' },
      nodePublishSecretRef: 's',
    }).source,
  ).toEqual({
    csi: {
      driver: 'd',
      fsType: 'ext4',
      readOnly: true,
      volumeAttributes: { a: 'b' },
      nodePublishSecretRef: { name: 's' },
    },
  });
  expect(Volume.csi('a', { driver: 'd' }).source).toEqual({ csi: { driver: 'd' } });
  expect(Volume.nfs('a', { server: 's', path: '/p', readOnly: true }).source).toEqual({
    nfs: { server: 's', path: '/p', readOnly: true },
  });
  expect(Volume.hostPath('a', '/var/log').source).toEqual({ hostPath: { path: '/var/log' } });
  expect(Volume.hostPath('a', '/run/a.sock', { type: 'Socket' }).source).toEqual({
    hostPath: { path: '/run/a.sock', type: 'Socket' },
  });
  expect(Volume.of('a', { iscsi: { targetPortal: 'p', iqn: 'i', lun: 0 } }).source).toEqual({
    iscsi: { targetPortal: 'p', iqn: 'i', lun: 0 },
  });
});

test.each([
  [() => Volume.nfs('a', { server: 's', path: 'p' }), 'Volume "a": path is "p"; allowed: an absolute path'],
  [() => Volume.hostPath('a', 'log'), 'Volume "a": path is "log"'],
  [() => Volume.hostPath('a', '/var/../etc'), 'Volume "a": path is "/var/../etc"'],
  [() => Volume.ephemeral('a', { storage: 0 }), 'Volume "a": storage is 0'],
  [() => Volume.ephemeral('a', { storage: 1, labels: { 'a b': '' } }), 'Volume "a": labels is "a b"'],
  [() => Volume.downwardAPI('a', { '../x': 'metadata.name' }), 'Volume "a": files."../x" is "../x"'],
  [
    () => Volume.downwardAPI('a', { x: { fieldPath: 'metadata.name', mode: 0o1777 } }),
    'files.x.mode is 1023; allowed: a whole number from 0 to 511',
  ],
  [
    () => Volume.projected('a', [{ serviceAccountToken: { path: 't', expirationSeconds: 60 } }]),
    'Volume "a": sources[0].serviceAccountToken.expirationSeconds is 60; allowed: a whole number from 600 to',
  ],
  [
    () => Volume.projected('a', [{ serviceAccountToken: { path: '/t' } }]),
    'Volume "a": sources[0].serviceAccountToken.path is "/t"',
  ],
  [() => settings.projected({ items: { c: 'd' } as never }), 'keys is "c"; allowed: "a" or "b"'],
])('refuses %#', (make, message) => {
  expect(refusalOf(make)).toContain(message);
});

describe('a claim that several Pods share', () => {
  const volume = (accessModes?: readonly ('ReadWriteOnce' | 'ReadWriteMany' | 'ReadWriteOncePod')[]) => [
    Volume.persistentVolumeClaim('data', 'shop-data', { accessModes }),
  ];
  const check = (...args: Parameters<typeof volume>) => checkSharedClaims(outside('test/web'), volume(...args), 3);

  test('is refused when it is known to be for one node or one Pod', () => {
    expect(refusalOf(() => check(['ReadWriteOnce']))).toBe(
      'test/web: data is a claim with ReadWriteOnce, shared by 3 Pods; allowed: a claim with ReadWriteMany or ' +
        'ReadOnlyMany, or one Pod. To fix it, take a StatefulApp, which makes a claim for each Pod, or change ' +
        '`accessModes` of the claim.',
    );
    expect(refusalOf(() => check(['ReadWriteOncePod']))).toContain('ReadWriteOncePod, shared by 3 Pods');
  });

  test('is known by the construct that stands for its name, of ours or of kplus', () => {
    const scope = chart();
    const ours = new PersistentVolumeClaim(scope, 'ours', { storage: '1Gi' });
    const theirs = new kplus.PersistentVolumeClaim(scope, 'theirs', {
      accessModes: [kplus.PersistentVolumeAccessMode.READ_WRITE_ONCE],
    });
    for (const claim of [ours, theirs]) {
      const shared = [Volume.persistentVolumeClaim('data', claim)];
      expect(refusalOf(() => checkSharedClaims(outside('test/web'), shared, 2))).toContain('shared by 2 Pods');
    }
  });

  test('is taken when it is for many, when nothing is known of it, and for one Pod', () => {
    expect(() => check(['ReadWriteOnce', 'ReadWriteMany'])).not.toThrow();
    expect(() => check()).not.toThrow();
    expect(() => checkSharedClaims(outside('test/web'), volume(['ReadWriteOnce']), 1)).not.toThrow();
  });
});
