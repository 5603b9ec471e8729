import { fieldsOf } from '../../src/api/field-types';
import { HorizontalPodAutoscaler } from '../../src/constructs/horizontal-pod-autoscaler';
import type { HorizontalPodAutoscalerProps } from '../../src/constructs/horizontal-pod-autoscaler';
import { NodeAgent } from '../../src/constructs/node-agent';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { chart, printed, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/shop:1';
const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };

test('the least it can be', () => {
  const made = chart();
  new HorizontalPodAutoscaler(made, 'web', { target, maxReplicas: 3 });
  expect(printed(made)).toMatchInlineSnapshot(`
   "apiVersion: autoscaling/v2
   kind: HorizontalPodAutoscaler
   metadata:
     name: web
   spec:
     maxReplicas: 3
     scaleTargetRef:
       apiVersion: apps/v1
       kind: Deployment
       name: web
   "
  `);
  expect(printed(made)).toBe(printed(made));
});

test('a workload is told that it has an autoscaler', () => {
  const made = chart();
  const web = new WebDeployment(made, 'web', { image });
  const { object } = new HorizontalPodAutoscaler(made, 'load', { target: web, maxReplicas: 3 });
  expect(rendered(object).spec.scaleTargetRef).toEqual(target);
  expect(web.hasAutoscaler).toBe(true);
});

test('metrics of every kind, with quantities as they were written', () => {
  const selector = { matchLabels: { queue: 'images' } };
  const everything: Required<HorizontalPodAutoscalerProps> = {
    name: 'load',
    labels: { a: 'b' },
    annotations: { c: 'd' },
    target,
    minReplicas: 2,
    maxReplicas: 20,
    metrics: [
      { resource: 'cpu', averageUtilization: 70 },
      { resource: 'memory', averageValue: '1024Mi' },
      { containerResource: 'cpu', container: 'web', averageUtilization: 80 },
      { pods: 'requests', averageValue: '1000m' },
      { object: 'hits', describedObject: { ...target, name: { name: 'front' } }, selector, value: '2k' },
      { external: 'depth', selector, averageValue: 30 },
    ],
    behavior: {
      scaleUp: { selectPolicy: 'Max', policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }] },
      scaleDown: { stabilizationWindowSeconds: 600, selectPolicy: 'Disabled' },
    },
    overrides: { spec: { minReplicas: 3 } },
  };
  const { metadata, spec } = rendered(new HorizontalPodAutoscaler(chart(), 'web', everything).object);
  expect(metadata).toEqual({ name: 'load', labels: { a: 'b' }, annotations: { c: 'd' } });
  expect([...fieldsOf('HorizontalPodAutoscalerSpecV2').keys()].filter((field) => !(field in spec))).toEqual([]);
  expect(spec.minReplicas).toBe(3);
  expect(spec.behavior).toEqual(everything.behavior);
  expect(spec.metrics).toEqual([
    { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } },
    { type: 'Resource', resource: { name: 'memory', target: { type: 'AverageValue', averageValue: '1024Mi' } } },
    {
      type: 'ContainerResource',
      containerResource: { container: 'web', name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
    },
    { type: 'Pods', pods: { metric: { name: 'requests' }, target: { type: 'AverageValue', averageValue: '1000m' } } },
    {
      type: 'Object',
      object: {
        describedObject: { ...target, name: 'front' },
        metric: { name: 'hits', selector },
        target: { type: 'Value', value: '2k' },
      },
    },
    {
      type: 'External',
      external: { metric: { name: 'depth', selector }, target: { type: 'AverageValue', averageValue: 30 } },
    },
  ]);
});

describe('refuses', () => {
  const refusal = (props: object): string =>
    refusalOf(
      () =>
        new HorizontalPodAutoscaler(chart(), 'web', {
          target,
          maxReplicas: 3,
          ...props,
        } as HorizontalPodAutoscalerProps),
    );
  const fixed = new WebDeployment(chart(), 'web', { image, replicas: 2 });
  const scaled = new WebDeployment(chart(), 'web', { image, autoscaling: { maxReplicas: 3 } });

  test('a fixed number of Pods, in words that say what would happen', () => {
    expect(refusal({ target: fixed })).toBe(
      'test/web: target is "web" with 2 replicas, so that each apply would undo what the autoscaler did; allowed: a workload without replicas. To fix it, leave out its replicas and set minReplicas.',
    );
  });

  test.each([
    ['a second autoscaler', { target: scaled }, '"web", which has an autoscaler', 'into one'],
    [
      'a DaemonSet',
      { target: new NodeAgent(chart(), 'agent', { image }) },
      'target is a DaemonSet',
      'one Pod for each node',
    ],
    ['what is no target', { target: 'web' }, 'target is "web"', 'pass the construct'],
    ['a target without a kind', { target: { name: 'web' } }, 'target is an object with name', 'pass the construct'],
    ['fewer most than least', { minReplicas: 4 }, 'maxReplicas is 3', 'range'],
    ['none at all', { minReplicas: 0 }, 'minReplicas is 0', 'range'],
    ['a metric of no kind', { metrics: [{ cpu: 70 }] }, 'metrics[0] is an object with cpu', 'averageUtilization: 70'],
    ['a metric of two', { metrics: [{ resource: 'cpu', pods: 'a' }] }, 'resource and pods at once', 'write such as'],
    ['a metric without an aim', { metrics: [{ resource: 'cpu' }] }, 'metrics[0] is without an aim', 'aim at'],
    ['the wrong aim', { metrics: [{ pods: 'a', value: 1 }] }, 'with value; allowed: exactly averageValue', 'aim at'],
    ['no percentage', { metrics: [{ resource: 'cpu', averageUtilization: '70%' }] }, 'is "70%"', 'range'],
    ['no quantity', { metrics: [{ external: 'a', value: '1 k' }] }, 'metrics[0].value is "1 k"', 'write'],
    ['a long window', { behavior: { scaleUp: { stabilizationWindowSeconds: 3601 } } }, 'is 3601', 'range'],
    ['no policies', { behavior: { scaleUp: { policies: [] } } }, 'policies is an empty list', 'Disabled'],
    [
      'a policy of another type',
      { behavior: { scaleDown: { policies: [{ type: 'Pod', value: 1, periodSeconds: 1 }] } } },
      'behavior.scaleDown.policies[0].type is "Pod"',
      'write "Pods"',
    ],
  ] as const)('%s', (_what, props, found, fix) => {
    const message = refusal(props);
    expect(message).toContain(found);
    expect(message).toContain(fix);
    expect(message.startsWith('test/web: ')).toBe(true);
  });
});
