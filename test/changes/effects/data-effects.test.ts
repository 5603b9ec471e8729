import { deployment, effects, object, workload } from '../objects';
import type { Fields } from '../objects';

const claim = (storage: string, name = 'data') =>
  object('v1', 'PersistentVolumeClaim', name, { spec: { resources: { requests: { storage } } } });
const volume = (persistentVolumeReclaimPolicy: string) =>
  object('v1', 'PersistentVolume', 'disk', { spec: { persistentVolumeReclaimPolicy } });
const stateful = (spec: Fields = {}) =>
  workload('StatefulSet', { replicas: 3, volumeClaimTemplates: [{ metadata: { name: 'data' } }], ...spec });
const definition = (...versions: readonly string[]) =>
  object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'things', {
    spec: { versions: versions.map((name) => ({ name })) },
  });
const retention = (policy: Fields) => ({ persistentVolumeClaimRetentionPolicy: policy });

describe('data is at risk', () => {
  test.each([
    [
      'when a claim is deleted',
      claim('1Gi'),
      undefined,
      'The claim is deleted; unless its volume is retained, so is the data.',
    ],
    [
      'when a claim is renamed',
      claim('1Gi'),
      claim('1Gi', 'other'),
      'The claim is deleted; unless its volume is retained, so is the data. The new one starts empty.',
    ],
    [
      'when a claim shrinks',
      claim('2Gi'),
      claim('1024Mi'),
      'The claim asks for less than it has (2Gi -> 1024Mi): a volume cannot shrink.',
    ],
    [
      'when a namespace is deleted',
      object('v1', 'Namespace', 'shop'),
      undefined,
      'Everything in the namespace is deleted with it, claims and their data included.',
    ],
    [
      'when a volume is deleted',
      volume('Delete'),
      undefined,
      'The volume is deleted, and the storage behind it (`Delete`).',
    ],
    [
      'when a retained volume is deleted',
      volume('Retain'),
      undefined,
      'The volume is deleted; the storage behind it stays, and has no owner any more (`Retain`).',
    ],
    [
      'when a volume is no longer retained',
      volume('Retain'),
      volume('Delete'),
      'The storage is no longer kept when the claim goes (Retain -> Delete).',
    ],
    [
      'when a StatefulSet with claims is deleted',
      stateful(),
      undefined,
      'The claims of its Pods stay, and have no owner any more.',
    ],
    [
      'when it takes its claims with it',
      stateful(retention({ whenDeleted: 'Delete' })),
      undefined,
      'The claims of its Pods are deleted with it (`whenDeleted`).',
    ],
    [
      'when it is scaled down and deletes claims',
      stateful(retention({ whenScaled: 'Delete' })),
      stateful({ replicas: 1, ...retention({ whenScaled: 'Delete' }) }),
      'The claims of 2 Pods are deleted (`whenScaled`).',
    ],
    [
      'when its claim templates change',
      stateful(),
      stateful({ volumeClaimTemplates: [{ metadata: { name: 'other' } }] }),
      'The claims that its Pods have do not follow their template.',
    ],
    [
      'when a definition is deleted',
      definition('v1'),
      undefined,
      'Every object of this kind, in all namespaces, is deleted with its definition.',
    ],
    [
      'when a version of a definition is gone',
      definition('v1', 'v2'),
      definition('v2'),
      'Objects of version v1 cannot be read any more: the version is gone.',
    ],
  ])('%s', (_, before, after, reason) => {
    expect(effects(before, after)).toContain(`data: ${reason}`);
  });

  test('when Pods mount another claim', () => {
    const mounting = (source: Fields) => deployment({}, {}, { volumes: [{ name: 'data', ...source }] });
    expect(effects(mounting({ persistentVolumeClaim: { claimName: 'a' } }), mounting({ emptyDir: {} }))[0]).toBe(
      'data: Volume data is no claim in place of claim a: its data stays there.',
    );
  });

  test.each([
    ['when a claim grows', claim('1Gi'), claim('2Gi')],
    ['when a claim is written in another way', claim('1Gi'), claim('1024Mi')],
    ['when a StatefulSet is scaled down and keeps its claims', stateful(), stateful({ replicas: 1 })],
    ['when a Deployment is deleted', deployment(), undefined],
  ])('and is not %s', (_, before, after) => {
    expect(effects(before, after).join()).not.toMatch(/data:/);
  });
});
