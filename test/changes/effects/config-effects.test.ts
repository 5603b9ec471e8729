import { compareObjects } from '../../../src/changes/compare-objects';
import { compared, deployment, effectsAmong, object } from '../objects';

const config = (value: string) => object('v1', 'ConfigMap', 'settings', { data: { value } });
const secret = (value: string) => object('v1', 'Secret', 'settings', { stringData: { value } });
const fromEnv = { envFrom: [{ configMapRef: { name: 'settings' } }] };
const mounted = (subPath?: string) =>
  deployment(
    { volumeMounts: [{ name: 'files', mountPath: '/etc/app', ...(subPath && { subPath }) }] },
    {},
    { volumes: [{ name: 'files', configMap: { name: 'settings' } }] },
  );

const stale = 'stale: Deployment web reads it only when its Pods start, and this change restarts none of them.';

describe('configuration is stale', () => {
  test.each([
    ['as environment', deployment(fromEnv)],
    [
      'as one variable',
      deployment({ env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'settings', key: 'value' } } }] }),
    ],
    ['as a file of a subPath', mounted('value')],
  ])('where Pods read it %s and do not restart', (_, web) => {
    expect(effectsAmong([config('1'), web], [config('2'), web])).toEqual([stale]);
  });

  test('where it is a Secret', () => {
    const web = deployment({ envFrom: [{ secretRef: { name: 'settings' } }] });
    expect(effectsAmong([secret('1'), web], [secret('2'), web])).toEqual([stale]);
  });

  test('where Pods go on reading what is deleted', () => {
    const web = deployment(fromEnv);
    expect(effectsAmong([config('1'), web], [web])).toEqual([
      'stale: Deployment web still reads it: Pods that start from now on fail.',
    ]);
  });

  test('not where the same change restarts the Pods', () => {
    const hashed = (hash: string) => deployment({ ...fromEnv, args: [hash] });
    expect(effectsAmong([config('1'), hashed('1')], [config('2'), hashed('2')]).join()).not.toMatch(/stale/);
  });

  test('not where an add-on restarts them', () => {
    const reloaded = {
      ...deployment(fromEnv),
      metadata: { name: 'web', namespace: 'shop', annotations: { 'reloader.stakater.com/auto': 'true' } },
    };
    expect(effectsAmong([config('1'), reloaded], [config('2'), reloaded]).join()).not.toMatch(/stale/);
  });

  test('not in another namespace', () => {
    const elsewhere = { ...deployment(fromEnv), metadata: { name: 'web', namespace: 'other' } };
    expect(effectsAmong([config('1'), elsewhere], [config('2'), elsewhere]).join()).not.toMatch(/stale/);
  });

  test('not in another cluster, where an output holds several', () => {
    const both = (staging: string, production: string) => [
      ...compared([config(staging), deployment(fromEnv)], 'staging/web.yaml'),
      ...compared([config(production), deployment({ ...fromEnv, args: [production] })], 'production/web.yaml'),
    ];
    const stale = (...sides: Parameters<typeof compareObjects>) =>
      compareObjects(...sides).changes.filter(({ effects }) => effects[0].kind === 'stale');
    expect(stale(both('1', '1'), both('1', '2'))).toEqual([]);
    expect(stale(both('1', '1'), both('2', '2')).map(({ after }) => after?.file)).toEqual(['staging/web.yaml']);
  });
});

test('files that are mounted follow later', () => {
  const web = mounted();
  expect(effectsAmong([config('1'), web], [config('2'), web])).toEqual([
    'later: Deployment web mounts it and sees the new files after a minute or so, if it reads them again.',
  ]);
});
