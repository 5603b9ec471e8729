import { findingsIn } from './cross-findings';
import { budget, deployment } from './objects';

const codes = (yaml: string): readonly string[] => findingsIn(yaml).map((finding) => finding.slice(0, 7));

describe('budgets', () => {
  test.each([
    ['maxUnavailable: 0', 3, true],
    ["maxUnavailable: '0%'", 3, true],
    ["maxUnavailable: '10%'", 1, false],
    ["minAvailable: '100%'", 3, true],
    ["minAvailable: '50%'", 1, true],
    ["minAvailable: '50%'", 2, false],
    ['minAvailable: 1', 1, true],
    ['minAvailable: 1', 2, false],
    ['minAvailable: 1', 0, false],
  ])('with %s block the drain of %i replicas: %s', (limit, replicas, blocks) => {
    const workload = deployment('web', '', { spec: `replicas: ${replicas}` });
    expect(codes(workload + budget('web', 'app: web', limit))).toEqual(blocks ? ['PLM7202'] : []);
  });
});

describe('a Deployment with a claim', () => {
  const claim = (mode: string): string => `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec: { accessModes: [${mode}], resources: { requests: { storage: 1Gi } } }`;
  const pod = 'volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]';

  test.each([
    ['ReadWriteOnce', '', true],
    ['ReadWriteOncePod', 'strategy: { type: RollingUpdate }', true],
    ['ReadWriteMany', '', false],
    ['ReadWriteOnce, ReadWriteMany', '', false],
    ['ReadWriteOnce', 'strategy: { type: Recreate }', false],
    ['ReadWriteOnce', 'strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } }', false],
    ['ReadWriteOnce', 'replicas: 0', false],
  ])('with %s and "%s" waits for itself: %s', (mode, spec, waits) => {
    expect(codes(deployment('web', '', { pod, spec }) + claim(mode))).toEqual(waits ? ['PLM7204'] : []);
  });
});

describe('schedules', () => {
  test.each([
    ['0 0 30 2 *', true],
    ['0 0 30,31 feb *', true],
    ['0 0 31 4,6,9,11 *', true],
    ['0 0 31 */2 *', false],
    ['0 0 29 2 *', false],
    ['0 0 30 2 1', false],
    ['0 0 28-31 2 *', false],
    ['@monthly', false],
    ['0 25 * * *', false],
    ['nonsense', false],
  ])('%s never come: %s', (schedule, never) => {
    const job = `{ apiVersion: batch/v1, kind: CronJob, metadata: { name: a }, spec: { schedule: '${schedule}' } }`;
    expect(codes(job)).toEqual(never ? ['PLM7205'] : []);
  });
});

describe('images', () => {
  test.each([
    ['nginx', true],
    ['nginx:latest', true],
    ['registry.example.com:5000/nginx', true],
    ['registry.example.com:5000/nginx:1.27', false],
    ['nginx@sha256:0123', false],
    ['nginx:latest@sha256:0123', false],
    ['auto', false],
    ['${IMAGE}', false],
  ])('%s have no fixed version: %s', (image, floats) => {
    const pod = `{ apiVersion: v1, kind: Pod, metadata: { name: a }, spec: { containers: [{ name: a, image: '${image}' }] } }`;
    expect(codes(pod)).toEqual(floats ? ['PLM7403'] : []);
  });
});
