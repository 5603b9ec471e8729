import { compare, deployment, effects, effectsAmong, object, workload } from '../objects';
import type { Fields } from '../objects';

const next = { image: 'web:2' };
const rolling = (rollingUpdate: Fields) => ({ strategy: { type: 'RollingUpdate', rollingUpdate } });
const rollout = (kind: string, spec: Fields): readonly string[] =>
  effects(workload(kind, spec), workload(kind, spec, next));

describe('a change of a Deployment', () => {
  test('restarts its Pods step by step', () => {
    expect(rollout('Deployment', { replicas: 4 })).toEqual([
      'restart: 4 Pods restart, with at most 1 more and 1 fewer at a time.',
    ]);
    expect(rollout('Deployment', { replicas: 4, ...rolling({ maxSurge: 2, maxUnavailable: 0 }) })).toEqual([
      'restart: 4 Pods restart, with at most 2 more and 0 fewer at a time.',
    ]);
  });

  test('stops all of them first with Recreate, or where all may be missing', () => {
    expect(rollout('Deployment', { replicas: 2, strategy: { type: 'Recreate' } })).toEqual([
      'downtime: 2 Pods stop before the first new one starts (`strategy.type: Recreate`).',
    ]);
    expect(rollout('Deployment', { replicas: 1, ...rolling({ maxSurge: 0, maxUnavailable: 1 }) })).toEqual([
      'downtime: 1 Pod stops at once, or may do so: `maxUnavailable` is 1.',
    ]);
  });

  test('waits while it is paused, and does nothing without Pods', () => {
    expect(rollout('Deployment', { paused: true })[0]).toMatch(/^later: The Deployment is paused/);
    expect(rollout('Deployment', { replicas: 0 })[0]).toMatch(/^later: There are no Pods/);
  });

  test('restarts nothing outside of its template', () => {
    expect(effects(deployment(), deployment({}, { revisionHistoryLimit: 2 }))).toEqual([
      'in-place: It changes, and none of its Pods with it.',
    ]);
  });

  test('does not count Pods that an autoscaler makes', () => {
    const spec = { scaleTargetRef: { kind: 'Deployment', name: 'web' } };
    const scaler = object('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', { spec });
    expect(effectsAmong([scaler, deployment()], [scaler, deployment(next)])).toEqual([
      'restart: All its Pods restart, with at most 25% more and 25% fewer at a time.',
    ]);
  });

  test('ends it when there are to be no Pods', () => {
    expect(effects(deployment(), deployment({}, { replicas: 0 }))).toContain(
      'downtime: 3 Pods stop: there are to be none.',
    );
  });
});

describe('a change of another workload', () => {
  test('restarts a StatefulSet one by one, but for what a partition keeps', () => {
    expect(rollout('StatefulSet', { replicas: 3 })).toEqual([
      'restart: 3 Pods restart, with at most 0 more and 1 fewer at a time.',
    ]);
    const partition = (from: number) => ({ replicas: 3, updateStrategy: { rollingUpdate: { partition: from } } });
    expect(rollout('StatefulSet', partition(2))[0]).toMatch(/^restart: 1 Pod restarts,/);
    expect(rollout('StatefulSet', partition(3))[0]).toMatch(/^later: Pods below number 3 stay/);
  });

  test('stops the only Pod of a StatefulSet', () => {
    expect(rollout('StatefulSet', { replicas: 1 })).toEqual([
      'downtime: Its only Pod stops before the new one starts.',
    ]);
  });

  test('restarts a DaemonSet node by node', () => {
    expect(rollout('DaemonSet', {})).toEqual([
      'restart: The Pods on all nodes restart, with at most 0 more and 1 fewer at a time.',
    ]);
  });

  test.each(['StatefulSet', 'DaemonSet'])('waits until somebody deletes the Pods of a %s with OnDelete', (kind) => {
    expect(rollout(kind, { replicas: 2, updateStrategy: { type: 'OnDelete' } })[0]).toMatch(
      /^later: Nothing restarts by itself/,
    );
  });

  test('waits for the next Job of a CronJob', () => {
    const cronJob = (image: string) =>
      object('batch/v1', 'CronJob', 'web', {
        spec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: 'web', image }] } } } } },
      });
    expect(effects(cronJob('web:1'), cronJob('web:2'))).toEqual([
      'later: The next Job is made this way; one that runs goes on as it was.',
    ]);
  });

  test('is downtime for a Pod that nobody looks after', () => {
    const pod = (image: string) => object('v1', 'Pod', 'web', { spec: { containers: [{ name: 'web', image }] } });
    expect(effects(pod('web:1'), pod('web:2'))).toEqual([
      'downtime: Its containers restart, and no other Pod takes their place.',
    ]);
  });
});

test('a workload that is deleted stops for good', () => {
  expect(effects(deployment(), undefined)).toEqual([
    'downtime: 3 Pods stop for good.',
    expect.stringMatching(/^capacity/),
  ]);
});

test('a kind of the same name that somebody else defines restarts nothing that is known of', () => {
  const other = (image: string) => object('example.com/v1', 'Deployment', 'web', { spec: { template: { image } } });
  expect(effects(other('1'), other('2'))).toEqual(['in-place: What its controller makes of that is not known here.']);
});

describe('a Job', () => {
  const job = (metadata: Fields, image = 'job:1') => ({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { namespace: 'shop', ...metadata },
    spec: { template: { spec: { containers: [{ name: 'job', image }] } } },
  });

  test('that is deleted has mostly ended', () => {
    expect(effects(job({ name: 'migration' }), undefined)[0]).toBe(
      'in-place: It goes, and with it a Pod that it still runs.',
    );
  });

  test('whose name the server chooses is another one each time, and never updated', () => {
    const [before, after] = [job({ generateName: 'migration-' }), job({ generateName: 'migration-' }, 'job:2')];
    const refusals = jest.fn(() => []);
    const { changes } = compare([before], [after], { refusals });
    expect(changes.map(({ effects: [{ kind, reason }], identity }) => [identity.name, kind, reason])).toEqual([
      ['migration-*', 'later', 'One more is created under a name of its own, each time; those that are there stay.'],
    ]);
    expect(refusals).not.toHaveBeenCalled();
    expect(effects(before, undefined)[0]).toBe('in-place: No more of them are created; those that are there stay.');
    // Each belongs to its like, whatever the order.
    const seed = job({ generateName: 'seed-' });
    expect(compare([seed, before], [after, seed]).changes).toHaveLength(1);
  });
});
