import * as fc from 'fast-check';
import { compareObjects } from '../../src/changes/compare-objects';
import { identityOf } from '../../src/manifest/manifest';
import { compare, compared, deployment, effectsAmong, object } from './objects';

const config = (name: string, value = '1') => object('v1', 'ConfigMap', name, { data: { value } });
const labelled = (selected: string, web: string) => {
  const template = { metadata: { labels: { web } } };
  return object('apps/v1', 'Deployment', 'web', { spec: { selector: { matchLabels: { [selected]: '1' } }, template } });
};
const kinds = (...sides: Parameters<typeof compare>): readonly string[] =>
  compare(...sides).changes.map(({ before, identity, kind }) => {
    const was = kind === 'renamed' ? ` (was ${before?.identity.name})` : '';
    return `${identity.kind} ${identity.name} ${kind}${was}`;
  });

describe('two sets of objects', () => {
  test('differ in what is created, changed and deleted', () => {
    const comparison = compare(
      [config('a'), config('b'), config('c')],
      [config('a'), config('b', '2'), config('d', '3')],
    );
    expect(comparison.changes.map(({ identity, kind }) => `${identity.name} ${kind}`)).toEqual([
      'c deleted',
      'b changed',
      'd created',
    ]);
    expect(comparison).toMatchObject({ before: 3, after: 3, unchanged: 1 });
  });

  test('are matched by group, kind, namespace and name, whatever the version', () => {
    const [old, now] = ['autoscaling/v1', 'autoscaling/v2'].map((it) =>
      object(it, 'HorizontalPodAutoscaler', 'web', { spec: {} }),
    );
    expect(effectsAmong([old], [now])).toEqual([
      'nothing: It is the same object, seen through another version of the API.',
    ]);
    const other = object('example.com/v1', 'HorizontalPodAutoscaler', 'web', { spec: {} });
    expect(kinds([old], [other])).toHaveLength(2);
  });

  test('have an object renamed where nothing else differs but its name, which it may mention', () => {
    const named = (name: string) =>
      object('v1', 'Service', name, { spec: { selector: { app: name }, ports: [{ port: 80 }] } });
    expect(kinds([named('old')], [named('new')])).toEqual(['Service new renamed (was old)']);
    expect(effectsAmong([named('old')], [named('new')])).toEqual([
      'replaced: The one named old goes and this one comes.',
      'traffic: Whoever uses the old name of the Service reaches nothing.',
    ]);
  });

  test('have an object renamed whose labels stay as they were, as the old name in them', () => {
    const of = (name: string) => ({
      ...deployment({}, { selector: { matchLabels: { app: 'web' } } }),
      metadata: { name },
    });
    expect(kinds([of('web')], [of('shop-web')])).toEqual(['Deployment shop-web renamed (was web)']);
  });

  test('name objects that are written in another way and say the same', () => {
    const written = (text: string) => compared([config('a')]).map((it) => ({ ...it, text }));
    const comparison = compareObjects(written('a: 1'), written('"a": 1'));
    expect(comparison).toMatchObject({ unchanged: 1, changes: [], reworded: [{ kind: 'ConfigMap', name: 'a' }] });
  });

  test('have nothing renamed where it could be several objects, or where there is nothing to tell it by', () => {
    expect([...kinds([config('a'), config('b')], [config('c')])].sort()).toEqual([
      'ConfigMap a deleted',
      'ConfigMap b deleted',
      'ConfigMap c created',
    ]);
    expect(kinds([object('v1', 'ServiceAccount', 'a')], [object('v1', 'ServiceAccount', 'b')])).toHaveLength(2);
  });

  test('tell an object that only moves between files', () => {
    const [before, after] = [compared([config('a')], 'old.yaml'), compared([config('a')], 'new.yaml')];
    expect(compareObjects(before, after).changes).toMatchObject([
      { kind: 'moved', effects: [{ kind: 'nothing', reason: 'Only its file is another one: old.yaml -> new.yaml.' }] },
    ]);
  });

  test('match objects of one identity by their files, as outputs for several clusters have them', () => {
    const both = (staging: string, production: string) => [
      ...compared([config('a', staging)], 'staging.yaml'),
      ...compared([config('a', production)], 'production.yaml'),
    ];
    expect(compareObjects(both('1', '2'), both('1', '3')).changes.map(({ after }) => after?.file)).toEqual([
      'production.yaml',
    ]);
  });

  test('say when an object only says the same in other words', () => {
    const [written, short] = [deployment({}, { minReadySeconds: 0 }), deployment({})];
    const defaulted = (objects: readonly object[]) => objects.map(() => written);
    const [change] = compare([short], [written], { defaulted }).changes;
    expect(change).toMatchObject({
      fields: [],
      defaults: ['spec.minReadySeconds'],
      effects: [{ kind: 'nothing', reason: 'It says the same in other words.' }],
    });
  });

  test('show what a default becomes', () => {
    const strategy = { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' } };
    const stored = deployment(
      {},
      { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } } },
    );
    const after = deployment({}, { strategy });
    const defaulted = (objects: readonly object[]) => objects.map((it) => (it === after ? after : stored));
    expect(compare([deployment()], [after], { defaulted }).changes[0].fields).toEqual([
      { path: 'spec.strategy.rollingUpdate.maxSurge', kind: 'changed', before: '25%', after: 1, isDefault: 'before' },
    ]);
  });

  test('are not asked for defaults where none can be meant', () => {
    const defaulted = jest.fn(() => []);
    compare([deployment()], [deployment({ image: 'web:2' })], { defaulted });
    expect(defaulted).not.toHaveBeenCalled();
  });

  test.each([
    [
      'a label',
      config('a'),
      object('v1', 'ConfigMap', 'a', { metadata: { labels: { a: 'b' } }, data: { value: '1' } }),
      0,
    ],
    ['the data of a ConfigMap', config('a'), config('a', '2'), 0],
    [
      'the data of one that is immutable',
      { ...config('a'), immutable: true },
      { ...config('a', '2'), immutable: true },
      1,
    ],
    ['an image', deployment(), deployment({ image: 'web:2' }), 0],
    ['a label of Pods', labelled('app', '1'), labelled('app', '2'), 0],
    ['a label of Pods that is selected', labelled('web', '1'), labelled('web', '2'), 1],
    ['a selector', deployment(), deployment({}, { selector: {} }), 1],
  ])('ask whether an update is refused only where it could be: %s', (_, before, after, asked) => {
    const refusals = jest.fn(() => []);
    compare([before], [after], { refusals });
    expect(refusals).toHaveBeenCalledTimes(asked);
  });

  test('count and name what is ignored, and hide no refusal', () => {
    const labelled = (version: string) =>
      object('v1', 'ConfigMap', 'a', { metadata: { labels: { version } }, immutable: true, data: { a: version } });
    const options = {
      ignore: ['metadata.labels*', 'spec.nothing'],
      refusals: () => [
        [{ code: 'PLM5002', severity: 'error', message: 'Forbidden: no', field: 'metadata.labels' } as const],
      ],
    };
    const { changes, ignored } = compare([labelled('1')], [labelled('2')], options);
    expect(ignored).toEqual([
      { pattern: 'metadata.labels*', fields: 1, objects: [identityOf(labelled('2'))] },
      { pattern: 'spec.nothing', fields: 0, objects: [] },
    ]);
    expect(changes).toMatchObject([
      { ignored: 1, fields: [{ path: 'data.a' }], effects: [{ kind: 'immutable', field: 'metadata.labels' }] },
    ]);
  });

  test('are the same as themselves, and every change is found from both sides', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd');
    const objects = fc.uniqueArray(fc.tuple(name, fc.jsonValue({ maxDepth: 3 })), { selector: ([it]) => it });
    const make = (list: readonly (readonly [string, unknown])[]) =>
      list.map(([it, value]) => object('v1', 'ConfigMap', it, { data: { value } }));
    fc.assert(
      fc.property(objects, objects, (left, right) => {
        expect(compare(make(left), make(left)).changes).toEqual([]);
        expect(kinds(make(left), make(right))).toHaveLength(kinds(make(right), make(left)).length);
      }),
      { numRuns: 200 },
    );
  });
});
