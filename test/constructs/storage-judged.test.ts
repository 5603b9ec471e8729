import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chart } from 'cdk8s';
import fc from 'fast-check';
import { ConfigMap } from '../../src/constructs/config-map';
import { PersistentVolume } from '../../src/constructs/persistent-volume';
import { PersistentVolumeClaim } from '../../src/constructs/persistent-volume-claim';
import { Volume } from '../../src/constructs/pod/volume';
import { Secret } from '../../src/constructs/secret';
import { ServiceAccountToken } from '../../src/constructs/service-account-token';
import { StorageClass } from '../../src/constructs/storage-class';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { kubernetesMinors } from '../../src/engine/artefact';
import { kubectlCreate, testWithKubectl } from '../support/kubectl';
import { describeWithEngine } from '../support/with-engine';
import { configMapProps, objectNames, secretProps } from './arbitrary-configuration';
import { claimProps, storageClassProps, volumeProps } from './arbitrary-storage';
import { judgeChart } from './judge-chart';
import { chart, printed } from './synth-one';

const makers = {
  ConfigMap: [ConfigMap, configMapProps],
  Secret: [Secret, secretProps],
  PersistentVolumeClaim: [PersistentVolumeClaim, claimProps],
  PersistentVolume: [PersistentVolume, volumeProps],
  StorageClass: [StorageClass, storageClassProps],
} as const;

const make = (Maker: unknown, target: Chart, name: string, props: unknown): unknown =>
  new (Maker as typeof PersistentVolumeClaim)(target, name, props as never);

describe.each(Object.entries(makers))('a %s with whatever valid props', (_kind, [Maker, arbitrary]) => {
  const any = fc.tuple(objectNames, arbitrary as fc.Arbitrary<unknown>);

  test('is printed, and again the same', () => {
    fc.assert(
      fc.property(any, ([name, props]) => {
        const [first, second] = [chart(), chart()];
        make(Maker, first, name, props);
        make(Maker, second, name, props);
        expect(printed(first)).toBe(printed(first));
        expect(printed(first)).toBe(printed(second));
      }),
      { numRuns: 50, seed: 2027 },
    );
  });

  describeWithEngine('before the engine', () => {
    test.each(kubernetesMinors)('is taken by Kubernetes %s', (kubernetes) => {
      fc.assert(
        fc.property(any, ([name, props]) => {
          expect(judgeChart(kubernetes, (target) => void make(Maker, target, name, props))).toEqual([]);
        }),
        { numRuns: 50, seed: 2027 },
      );
    });
  });
});

describeWithEngine('the rest, before the engine', () => {
  test.each(kubernetesMinors)('is taken by Kubernetes %s', (kubernetes) => {
    const errors = judgeChart(kubernetes, (target) => {
      const settings = new ConfigMap(target, 'settings', {
        data: { LEVEL: 'info' },
        hashedName: true,
        immutable: true,
      });
      const token = new ServiceAccountToken(target, 'token', { serviceAccountName: 'builder' });
      const claim = new PersistentVolumeClaim(target, 'data', { storage: '1Gi' });
      new WebDeployment(target, 'web', {
        image: 'registry.example.com/shop:1',
        env: { LEVEL: settings.key('LEVEL'), TOKEN: token.key('token') },
        imagePullSecrets: [Secret.dockerConfigJson('login')],
        volumeMounts: [
          claim.volume().mountedAt('/data'),
          Volume.projected('all', [
            settings.projected({ items: { LEVEL: { path: 'settings/level', mode: 0o440 } } }),
            Secret.basicAuth('database').projected({ optional: true }),
            { downwardAPI: { labels: 'metadata.labels', uid: { fieldPath: 'metadata.uid', mode: 0o400 } } },
            { serviceAccountToken: { path: 'token', audience: 'vault', expirationSeconds: 600 } },
          ]).mountedAt('/all'),
          Volume.downwardAPI('pod', {
            team: "metadata.labels['team']",
            memory: { resource: 'limits.memory', containerName: 'web', divisor: '1Mi' },
          }).mountedAt('/pod'),
          Volume.ephemeral('scratch', { storage: '5Gi', labels: { a: 'b' } }).mountedAt('/scratch'),
          Volume.csi('vault', { driver: 'secrets-store.csi.k8s.io', readOnly: true }).mountedAt('/vault'),
        ],
      });
    });
    expect(errors).toEqual([]);
  });
});

testWithKubectl('kubectl reads what they print', async () => {
  const target = chart({ namespace: 'shop' });
  const each = Object.entries(makers);
  for (const [kind, [Maker, arbitrary]] of each) {
    fc.sample(arbitrary as fc.Arbitrary<unknown>, { numRuns: 5, seed: 2027 }).forEach((props, index) => {
      make(Maker, target, `${kind.toLowerCase()}-${index}`, props);
    });
  }
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-storage-'));
  try {
    const file = join(folder, 'storage.yaml');
    writeFileSync(file, printed(target));
    const read = (await kubectlCreate(file)).match(/^kind: .*$/gm);
    expect(read).toEqual(each.flatMap(([kind]) => Array.from({ length: 5 }, () => `kind: ${kind}`)));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
