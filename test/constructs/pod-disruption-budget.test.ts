import { fieldsOf } from '../../src/api/field-types';
import { NodeAgent } from '../../src/constructs/node-agent';
import { PodDisruptionBudget } from '../../src/constructs/pod-disruption-budget';
import type { PodDisruptionBudgetProps } from '../../src/constructs/pod-disruption-budget';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { chart, printed, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/shop:1';

test('the least it can be', () => {
  const target = chart();
  new PodDisruptionBudget(target, 'web', { for: { matchLabels: { app: 'web' } }, maxUnavailable: 1 });
  expect(printed(target)).toMatchInlineSnapshot(`
   "apiVersion: policy/v1
   kind: PodDisruptionBudget
   metadata:
     name: web
   spec:
     maxUnavailable: 1
     selector:
       matchLabels:
         app: web
   "
  `);
  expect(printed(target)).toBe(printed(target));
});

test('every field is there but one of the two that exclude each other', () => {
  const everything: Required<Omit<PodDisruptionBudgetProps, 'maxUnavailable'>> = {
    name: 'budget',
    labels: { a: 'b' },
    annotations: { c: 'd' },
    for: { matchExpressions: [{ key: 'app', operator: 'Exists' }] },
    minAvailable: '50%',
    unhealthyPodEvictionPolicy: 'AlwaysAllow',
    overrides: { metadata: { labels: { more: 'a' } } },
  };
  const { object } = new PodDisruptionBudget(chart(), 'web', everything as PodDisruptionBudgetProps);
  const { metadata, spec } = rendered(object);
  expect(metadata).toEqual({ name: 'budget', labels: { a: 'b', more: 'a' }, annotations: { c: 'd' } });
  expect([...fieldsOf('PodDisruptionBudgetSpec').keys()].filter((field) => !(field in spec))).toEqual([
    'maxUnavailable',
  ]);
  expect(spec).toEqual({
    minAvailable: '50%',
    unhealthyPodEvictionPolicy: 'AlwaysAllow',
    selector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] },
  });
});

test('any budget is taken where the number of Pods is not known', () => {
  const target = chart();
  const scaled = new WebDeployment(target, 'web', { image, autoscaling: { maxReplicas: 9 } });
  const agent = new NodeAgent(target, 'agent', { image });
  for (const [index, pods] of [scaled, agent, {}].entries()) {
    const { object } = new PodDisruptionBudget(target, `budget-${index}`, { for: pods, minAvailable: 1 });
    expect(rendered(object).spec.minAvailable).toBe(1);
  }
});

describe('refuses', () => {
  const web = (replicas?: number): WebDeployment => new WebDeployment(chart(), 'web', { image, replicas });
  const refusal = (props: object): string =>
    refusalOf(() => new PodDisruptionBudget(chart(), 'web', props as PodDisruptionBudgetProps));

  test('a budget that lets no Pod go, in words that say what would happen', () => {
    expect(refusal({ for: web(2), minAvailable: 2 })).toBe(
      'test/web: minAvailable is 2 with 2 Pods at least, so that no Pod could ever be evicted; allowed: a budget that lets one Pod go. To fix it, set maxUnavailable: 1.',
    );
  });

  test.each([
    ['a budget for the one Pod there is by default', { for: web(), minAvailable: 1 }, 'with 1 Pod at least', '2 Pods'],
    ['nothing that may go', { for: web(3), maxUnavailable: '0%' }, 'maxUnavailable is "0%"', 'maxUnavailable: 1'],
    ['neither of the two', { for: web(3) }, 'without minAvailable and maxUnavailable', 'maxUnavailable: 1'],
    ['a percentage above all', { for: {}, minAvailable: '101%' }, '"101%"', 'such a value'],
    ['Pods that are none', { for: 'web', maxUnavailable: 1 }, 'for is "web"', 'pass the construct'],
  ] as const)('%s', (_what, props, found, fix) => {
    const message = refusal(props);
    expect(message).toContain(found);
    expect(message).toContain(fix);
  });
});
