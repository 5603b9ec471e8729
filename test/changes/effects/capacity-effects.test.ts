import { capacityOf } from '../../../src/changes/capacity';
import { compare, deployment, effects, object, workload } from '../objects';
import type { Fields } from '../objects';

const asking = (cpu: string | number, memory: string) => ({ resources: { requests: { cpu, memory } } });

describe('capacity', () => {
  test('is what all Pods ask for, before and after', () => {
    const [change] = compare(
      [deployment(asking('500m', '128Mi'))],
      [deployment(asking(1, '128Mi'), { replicas: 4 })],
    ).changes;
    expect(change.effects).toContainEqual({
      kind: 'capacity',
      before: { pods: 3, requests: { cpu: '1500m', memory: '384Mi' }, limits: {} },
      after: { pods: 4, requests: { cpu: '4', memory: '512Mi' }, limits: {} },
      reason: 'It asks for 3 -> 4 Pods, requests cpu 1500m -> 4, requests memory 384Mi -> 512Mi.',
    });
  });

  test('does not change when a quantity is written in another way', () => {
    expect(
      effects(deployment(asking('1', '1Gi')), deployment({ ...asking(1, '1024Mi'), image: 'web:2' })).join(),
    ).not.toMatch(/capacity/);
  });

  test('takes a limit for a request that is not written, and the larger of init containers and the others', () => {
    const podSpec = {
      containers: [{ name: 'a', resources: { limits: { cpu: '100m' } } }],
      initContainers: [
        { name: 'b', resources: { requests: { cpu: '1' } } },
        { name: 'c', restartPolicy: 'Always', resources: { requests: { cpu: '50m' } } },
      ],
    };
    expect(capacityOf({ kind: 'Deployment', spec: {}, podSpec, path: 'spec.template', replicas: 2 })).toEqual({
      pods: 2,
      requests: { cpu: '2' },
      limits: { cpu: '200m' },
    });
  });

  test('counts the sidecars that run beside an init container', () => {
    const init = (name: string, cpu: string, rest: Fields = {}) => ({
      name,
      resources: { requests: { cpu } },
      ...rest,
    });
    const initContainers = [init('proxy', '50m', { restartPolicy: 'Always' }), init('migrate', '1')];
    const podSpec = { containers: [{ name: 'a', resources: { requests: { cpu: '100m' } } }], initContainers };
    expect(capacityOf({ kind: 'Deployment', spec: {}, podSpec, path: 'spec.template', replicas: 1 }).requests).toEqual({
      cpu: '1050m',
    });
  });

  test('is that of one Pod where it is not known how many there are', () => {
    expect(
      effects(workload('DaemonSet', {}, asking('1', '1Gi')), workload('DaemonSet', {}, asking('2', '1Gi'))),
    ).toContain('capacity: It asks for requests cpu 1 -> 2, for each Pod.');
  });
});

test('an autoscaler keeps other numbers of Pods', () => {
  const autoscaler = (spec: Fields) => object('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', { spec });
  expect(effects(autoscaler({ maxReplicas: 10 }), autoscaler({ minReplicas: 5, maxReplicas: 20 }))).toEqual([
    'capacity: It keeps 5 to 20 Pods, and kept 1 to 10 Pods before.',
  ]);
});
