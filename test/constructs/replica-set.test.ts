import { fieldsOf } from '../../src/api/field-types';
import { ReplicaSet, type ReplicaSetProps } from '../../src/constructs/replica-set';
import { everyReplicaSetProp } from './everything-workloads';
import { chart, kinds, printed, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/shop:1.5.0';
const refusal = (props: object): string =>
  refusalOf(() => new ReplicaSet(chart(), 'canary', { image, ...props } as ReplicaSetProps));

test('a minimal one is a selector and a Pod', () => {
  const target = chart();
  const { object } = new ReplicaSet(target, 'canary', { image, profile: 'privileged' });
  const selector = { 'app.kubernetes.io/instance': 'canary', 'app.kubernetes.io/name': 'canary' };
  expect(rendered(object)).toEqual({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name: 'canary', labels: selector },
    spec: {
      selector: { matchLabels: selector },
      template: { metadata: { labels: selector }, spec: { containers: [{ name: 'canary', image }] } },
    },
  });
  expect(kinds(target)).toEqual(['ReplicaSet']);
});

test('with every prop, every field is there, and the same on every print', () => {
  const make = () => {
    const target = chart();
    return { target, made: new ReplicaSet(target, 'canary', everyReplicaSetProp) };
  };
  const { target, made } = make();
  const { metadata, spec } = rendered(made.object);
  expect([...fieldsOf('ReplicaSetSpec').keys()].filter((field) => !(field in spec))).toEqual([]);
  expect(metadata.labels).toMatchObject({ more: 'a' });
  expect(made.port('http')).toEqual({ name: 'http', containerPort: 8080, protocol: 'TCP' });
  expect(printed(target)).toBe(printed(target));
  expect(printed(target)).toBe(printed(make().target));
});

test('the profile is the Pod’s', () => {
  const { object } = new ReplicaSet(chart(), 'canary', { image });
  expect(rendered(object).spec.template.spec.securityContext).toMatchObject({ runAsNonRoot: true });
});

test.each([
  [
    { replicas: -1 },
    'test/canary: replicas is -1; allowed: a whole number from 0 up. To fix it, choose a number in that range.',
  ],
  [
    { minReadySeconds: '5' },
    'test/canary: minReadySeconds is "5"; allowed: a whole number from 0 up. To fix it, write it as a number, without quotes.',
  ],
  [
    { overrides: { spec: { replica: 1 } } },
    'test/canary: overrides.replicaSet.spec.replica is no field of the API; allowed: replicas. To fix it, write replicas.',
  ],
])('refuses %j', (props, message) => {
  expect(refusal(props)).toBe(message);
});
