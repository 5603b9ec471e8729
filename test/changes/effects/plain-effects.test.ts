import type { Problem } from '../../../src/problems/problem';
import { deployment, effectsAmong, object } from '../objects';
import type { Fields } from '../objects';

const refusal: Problem = {
  code: 'PLM5002',
  severity: 'error',
  field: 'spec.selector',
  message: 'Invalid value: v1.LabelSelector{MatchLabels: map[]}: field is immutable\n  spec.selector.a: 1 -> 2',
};
const refusals = () => [[refusal]];
const selecting = (value: string, annotations: Fields = {}) => ({
  ...deployment({ image: `web:${value}` }, { selector: { matchLabels: { a: value } } }),
  metadata: { name: 'web', namespace: 'shop', annotations },
});

describe('an update that the API server refuses', () => {
  test('does nothing else', () => {
    expect(effectsAmong([selecting('1')], [selecting('2')], { refusals })).toEqual([
      'immutable: The API server refuses the update: spec.selector: field is immutable.',
    ]);
  });

  test.each([
    ['Argo CD', { 'argocd.argoproj.io/sync-options': 'Force=true,Replace=true' }, 'argocd.argoproj.io/sync-options'],
    ['Flux', { 'kustomize.toolkit.fluxcd.io/force': 'enabled' }, 'kustomize.toolkit.fluxcd.io/force'],
  ])('is a replacement where %s is told so', (_, annotations, name) => {
    expect(effectsAmong([selecting('1', annotations)], [selecting('2', annotations)], { refusals })).toEqual([
      'downtime: All its Pods stop before the new object is there.',
      `replaced: It is deleted and made anew, as ${name} asks for.`,
    ]);
  });
});

test('only labels and annotations are metadata', () => {
  const labelled = (version: string) => object('v1', 'ConfigMap', 'a', { metadata: { labels: { version } } });
  expect(effectsAmong([labelled('1')], [labelled('2')])).toEqual([
    'metadata: Only its own labels and annotations change.',
  ]);
});

test('a workload of another name is another workload', () => {
  const named = (name: string) => ({ ...deployment(), metadata: { name, namespace: 'shop' } });
  expect(effectsAmong([named('old')], [named('new')])).toEqual([
    'downtime: 3 Pods stop, and others start, in no certain order.',
    'replaced: The one named old goes and this one comes.',
  ]);
});

test('a workload in another namespace is another workload', () => {
  const inside = (namespace: string) => ({ ...deployment(), metadata: { name: 'web', namespace } });
  expect(effectsAmong([inside('a')], [inside('b')])[1]).toMatch(/^replaced: The one in namespace a goes/);
});

test('a refusal that the server gives twice is said once', () => {
  const twice = () => [[refusal, refusal]];
  expect(effectsAmong([selecting('1')], [selecting('2')], { refusals: twice })).toHaveLength(1);
});
