import { describeRoute } from '../../../src/checks/judge/describe-route';
import { describeWithEngine } from '../../support/with-engine';
import { judgeObjects, subject } from './judge-objects';

const route = (spec: object, kind = 'HTTPRoute', version = 'v1'): ReturnType<typeof subject> =>
  subject({ apiVersion: `gateway.networking.k8s.io/${version}`, kind, metadata: { name: 'front' }, spec });

test('a route that the API server takes is no problem', () => {
  expect(describeRoute(route({ rules: [{ backendRefs: [{ name: 'web', port: 80 }] }] }))).toEqual([]);
  expect(describeRoute(route({}, 'GRPCRoute'))).toEqual([]);
  expect(describeRoute(route({}, 'HTTPRoute', 'v1beta1'))).toEqual([]);
});

test('what it refuses is an error at its field', () => {
  expect(describeRoute(route({ rules: [{ backendRefs: [{ name: 'web' }] }] }))).toEqual([
    {
      code: 'PLM5001',
      severity: 'error',
      message: 'Invalid value: an object with name, group, kind, weight: must have a port, because it is a Service',
      object: { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', name: 'front' },
      field: 'spec.rules[0].backendRefs[0]',
      construct: 'at spec.rules[0].backendRefs[0]',
    },
  ]);
});

test('what only the experimental channel takes is a warning', () => {
  expect(describeRoute(route({ useDefaultGateways: 'All' }))).toMatchObject([
    {
      code: 'PLM5006',
      severity: 'warning',
      message:
        'Only the experimental channel of the Gateway API takes this. The standard one says: Unknown field: must be left out',
      field: 'spec.useDefaultGateways',
      fix: 'Leave it out unless the cluster has the experimental channel.',
    },
  ]);
  const wrong = describeRoute(route({ useDefaultGateways: 'all' }));
  expect(wrong).toMatchObject([{ code: 'PLM5001', field: 'spec.useDefaultGateways' }]);
});

test('other kinds and versions are left to others', () => {
  expect(describeRoute(route({}, 'TCPRoute'))).toBeUndefined();
  expect(describeRoute(route({}, 'HTTPRoute', 'v1alpha2'))).toBeUndefined();
  expect(describeRoute(subject('not: [read'))).toBeUndefined();
});

describeWithEngine('judge', () => {
  test('counts routes among what is judged', () => {
    const { judged, notJudged, problems } = judgeObjects([route({}), route({ rules: [] }), route({}, 'TCPRoute')]);
    expect([judged, notJudged.map(({ kind }) => kind)]).toEqual([2, ['TCPRoute']]);
    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ['PLM5001', 'spec.rules'],
      ['PLM5007', undefined],
    ]);
  });
});
