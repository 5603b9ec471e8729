import { kubernetesMinors } from '../../src/engine';
import { anyPod, engineOf, kindOf, samples, service, texts, workload } from './objects';

describe.each(kubernetesMinors)('what Kubernetes %s says to changed objects', (minor) => {
  const update = (oldObject: object, object: object, settings: object = {}) =>
    engineOf(minor).review({ operation: 'update', oldObject, object, ...settings });

  test('an object that did not change is allowed, whatever its kind', () => {
    const { judged } = engineOf(minor).describe();
    for (const text of samples().filter((sample) => judged.includes(kindOf(sample)))) {
      const review = engineOf(minor).review({ operation: 'update', text, oldObject: text });
      expect({ kind: kindOf(text), allowed: review.allowed, errors: review.errors }).toEqual({
        kind: kindOf(text),
        allowed: true,
        errors: [],
      });
    }
  });

  test('a selector cannot change', () => {
    const labels = { app: 'new' };
    const changed = workload('Deployment', {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: anyPod },
    });
    expect(update(workload('Deployment'), changed).errors).toMatchObject([
      { field: 'spec.selector', detail: 'field is immutable' },
    ]);
  });

  test('a StatefulSet cannot change its claims, and can change its image', () => {
    const changed = workload('StatefulSet', { serviceName: 'other' });
    expect(update(workload('StatefulSet'), changed).errors).toMatchObject([
      { type: 'FieldValueForbidden', field: 'spec' },
    ]);
    expect(
      update(workload('StatefulSet'), workload('StatefulSet', {}, { containers: [{ name: 'app', image: 'b' }] }))
        .allowed,
    ).toBe(true);
  });

  test('what the server set and the text leaves out is not a change', () => {
    expect(
      texts(
        update(
          service({ type: 'LoadBalancer', externalTrafficPolicy: 'Local' }),
          service({ type: 'LoadBalancer', externalTrafficPolicy: 'Local' }),
        ),
      ),
    ).toEqual([]);
    const job = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'app', labels: {} },
      spec: { template: { spec: { ...anyPod, restartPolicy: 'Never' } } },
    };
    expect(texts(update(job, { ...job, metadata: { name: 'app', labels: { a: 'b' } } }))).toEqual([]);
  });

  test('a Job template cannot change', () => {
    const job = (image: string) => ({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'app' },
      spec: { template: { spec: { containers: [{ name: 'app', image }], restartPolicy: 'Never' } } },
    });
    expect(update(job('a'), job('b')).errors).toMatchObject([{ field: 'spec.template', detail: 'field is immutable' }]);
  });

  test('a Secret cannot change its type, nor an immutable ConfigMap its data', () => {
    const secret = (type: string) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'app' }, type });
    expect(update(secret('a'), secret('b')).errors).toMatchObject([{ field: 'type', detail: 'field is immutable' }]);
    const config = (value: string) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'app' },
      immutable: true,
      data: { value },
    });
    expect(update(config('a'), config('b')).errors).toMatchObject([{ type: 'FieldValueForbidden', field: 'data' }]);
  });

  test('a claim can grow and not shrink, and what growing depends on is said', () => {
    const claim = (storage: string) => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'app' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } },
    });
    expect(update(claim('1Gi'), claim('2Gi'))).toMatchObject({ allowed: true, advice: [{ type: 'NotJudged' }] });
    expect(update(claim('2Gi'), claim('1Gi')).errors).toMatchObject([{ field: 'spec.resources.requests.storage' }]);
  });

  test('an autoscaler is compared with its predecessor of another version', () => {
    const scaler = (apiVersion: string, spec: object) => ({
      apiVersion,
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'app' },
      spec: { maxReplicas: 2, scaleTargetRef: { kind: 'Deployment', name: 'app', apiVersion: 'apps/v1' }, ...spec },
    });
    expect(
      update(scaler('autoscaling/v1', { targetCPUUtilizationPercentage: 80 }), scaler('autoscaling/v2', {})).allowed,
    ).toBe(true);
  });

  test('another object is no update', () => {
    expect(update(service({}), workload('Deployment'))).toMatchObject({ judged: false, allowed: false });
    expect(update(workload('Deployment'), workload('Deployment', {}, anyPod, 'other'))).toMatchObject({
      judged: false,
    });
  });
});
