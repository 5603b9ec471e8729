import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart, Testing } from 'cdk8s';
import fc from 'fast-check';
import { App } from '../../src/app';
import { inspect } from '../../src/build';
import { DefaultDeny } from '../../src/constructs/default-deny';
import { GrpcRoute } from '../../src/constructs/grpc-route';
import { HorizontalPodAutoscaler } from '../../src/constructs/horizontal-pod-autoscaler';
import { HttpRoute } from '../../src/constructs/http-route';
import { Ingress } from '../../src/constructs/ingress';
import { NetworkPolicy } from '../../src/constructs/network-policy';
import { PodDisruptionBudget } from '../../src/constructs/pod-disruption-budget';
import { Service } from '../../src/constructs/service';
import { type KubernetesMinor, kubernetesMinors } from '../../src/engine/artefact';
import { kubectlCreate, testWithKubectl } from '../support/kubectl';
import { names } from './arbitrary-props';
import * as arbitrary from './arbitrary-network';
import { example as ingress } from './examples/ingress';
import { example as policy } from './examples/network-policy';
import { example as route } from './examples/http-route';
import { printed } from './synth-one';

/** What the API server's own code says to the objects of a chart, and whether they are printed the same again. */
function judge(kubernetes: KubernetesMinor, fill: (chart: Chart) => void): readonly string[] {
  const app = new App({ kubernetes, podSecurity: 'restricted' });
  const chart = new Chart(app, 'chart', { namespace: 'shop' });
  fill(chart);
  expect(printed(chart)).toBe(printed(chart));
  const { problems } = inspect(app, app.judging);
  return problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`);
}

type Make = (chart: Chart, id: string) => unknown;
const made: readonly (readonly [string, fc.Arbitrary<Make>])[] = [
  ['a Service', arbitrary.serviceProps.map((props) => (chart, id) => new Service(chart, id, props))],
  ['an Ingress', arbitrary.ingressProps.map((props) => (chart, id) => new Ingress(chart, id, props))],
  ['a NetworkPolicy', arbitrary.networkPolicyProps.map((props) => (chart, id) => new NetworkPolicy(chart, id, props))],
  ['a DefaultDeny', arbitrary.defaultDenyProps.map((props) => (chart, id) => new DefaultDeny(chart, id, props))],
  [
    'a HorizontalPodAutoscaler',
    arbitrary.autoscalerProps.map((props) => (chart, id) => new HorizontalPodAutoscaler(chart, id, props)),
  ],
  [
    'a PodDisruptionBudget',
    arbitrary.budgetProps.map((props) => (chart, id) => new PodDisruptionBudget(chart, id, props)),
  ],
];

describe.each(kubernetesMinors)('whatever valid props there are, Kubernetes %s takes', (kubernetes) => {
  test.each(made)('%s', (_what, makes) => {
    fc.assert(
      fc.property(names, makes, (id, make) => {
        expect(judge(kubernetes, (chart) => void make(chart, id))).toEqual([]);
      }),
      { numRuns: 60, seed: 2027 },
    );
  });
});

test('whatever valid props there are, an HttpRoute is printed as it was, and again the same', () => {
  fc.assert(
    fc.property(names, arbitrary.httpRouteProps, (id, props) => {
      const chart = new Chart(Testing.app(), 'chart');
      const { object } = new HttpRoute(chart, id, props);
      const { spec } = object.toJson();
      expect(spec.hostnames).toEqual(props.hostnames);
      expect(spec.rules).toHaveLength(props.rules.length);
      expect(spec.rules.map((rule: { backendRefs?: unknown[] }) => rule.backendRefs?.length ?? 0)).toEqual(
        props.rules.map(({ backendRefs }) => backendRefs?.length ?? 0),
      );
      expect(printed(chart)).toBe(printed(chart));
    }),
    { numRuns: 200, seed: 2027 },
  );
});

test('whatever valid props there are, a GrpcRoute is printed as it was, and again the same', () => {
  fc.assert(
    fc.property(names, arbitrary.grpcRouteProps, (id, props) => {
      const chart = new Chart(Testing.app(), 'chart');
      const { object } = new GrpcRoute(chart, id, props);
      const { spec } = object.toJson();
      const parts = ['matches', 'filters', 'backendRefs'] as const;
      const counts = (rules: readonly object[]) =>
        rules.map((rule) => parts.map((part) => (rule as Readonly<Record<string, unknown[]>>)[part]?.length ?? 0));
      expect(spec.hostnames).toEqual(props.hostnames);
      expect(counts(spec.rules)).toEqual(counts(props.rules));
      expect(printed(chart)).toBe(printed(chart));
    }),
    { numRuns: 200, seed: 2027 },
  );
});

testWithKubectl('kubectl reads the examples', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-network-'));
  try {
    for (const example of [ingress, policy, route]) {
      const chart = new Chart(new App(), 'chart', { namespace: 'shop' });
      example(chart);
      const file = join(folder, 'objects.yaml');
      writeFileSync(file, printed(chart));
      const read = await kubectlCreate(file);
      expect(read.match(/^kind: /gm)).toHaveLength(chart.toJson().length);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
