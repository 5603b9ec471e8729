import * as kplus from 'cdk8s-plus-27';
import { ApiObject } from 'cdk8s';
import { HorizontalPodAutoscaler } from '../../src/constructs/horizontal-pod-autoscaler';
import { Ingress } from '../../src/constructs/ingress';
import { NetworkPolicy } from '../../src/constructs/network-policy';
import { PodDisruptionBudget } from '../../src/constructs/pod-disruption-budget';
import { Service } from '../../src/constructs/service';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { chart, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/shop:1';

describe('ours take what cdk8s-plus-27 makes', () => {
  const target = chart({ namespace: 'shop' });
  const theirs = new kplus.Deployment(target, 'theirs', {
    metadata: { name: 'theirs' },
    containers: [{ image, portNumber: 8080 }],
  });
  const matchLabels = { 'cdk8s.io/metadata.addr': expect.stringContaining('theirs') };

  test('an IPodSelector before a Service, in a policy and in a budget', () => {
    const service = new Service(target, 'service', {
      selector: theirs,
      ports: { http: { port: 80, targetPort: 8080 } },
    });
    expect(rendered(service.object).spec.selector).toEqual(matchLabels);
    const policy = new NetworkPolicy(target, 'policy', { for: theirs, allowFrom: [] });
    expect(rendered(policy.object).spec.podSelector).toEqual({ matchLabels });
    const pods = kplus.Pods.select(target, 'pods', { expressions: [kplus.LabelExpression.exists('app')] });
    const budget = new PodDisruptionBudget(target, 'budget', { for: pods, maxUnavailable: 1 });
    expect(rendered(budget.object).spec.selector).toEqual({ matchExpressions: [{ key: 'app', operator: 'Exists' }] });
    expect(refusalOf(() => new Service(target, 'expressions', { selector: pods, ports: { http: 80 } }))).toContain(
      'selector is a selector with expressions',
    );
  });

  test('Pods of other namespaces are no Pods of ours', () => {
    const elsewhere = chart({ namespace: 'elsewhere' });
    const select = (pods: kplus.IPodSelector): string =>
      refusalOf(() => new PodDisruptionBudget(elsewhere, 'budget', { for: pods, maxUnavailable: 1 }));
    expect(select(theirs)).toBe(
      'test/budget: for is in the namespace "shop"; allowed: what is in the namespace "elsewhere", like this object. To fix it, put both into one namespace.',
    );
    const namespaces = kplus.Namespaces.select(target, 'labelled', { labels: { a: 'b' } });
    const everywhere = kplus.Pods.select(target, 'everywhere', { labels: { a: 'b' }, namespaces });
    expect(refusalOf(() => new NetworkPolicy(chart(), 'policy', { for: everywhere, allowFrom: [] }))).toContain(
      'for is a selection of namespaces',
    );
  });

  test('an INetworkPolicyPeer as peer', () => {
    const spaces = kplus.Namespaces.select(target, 'spaces', { names: ['a', 'b'] });
    const { object } = new NetworkPolicy(target, 'peers', { allowFrom: [theirs, { from: [spaces], ports: [80] }] });
    const inside = (name: string): object => ({
      podSelector: {},
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
    });
    expect(rendered(object).spec.ingress).toEqual([
      { from: [{ ...inside('shop'), podSelector: { matchLabels } }] },
      { from: [inside('a'), inside('b')], ports: [{ port: 80 }] },
    ]);
  });

  test('an IScalable, unless its replicas are fixed', () => {
    const { object } = new HorizontalPodAutoscaler(target, 'load', { target: theirs, maxReplicas: 3 });
    expect(rendered(object).spec.scaleTargetRef).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'theirs' });
    expect(theirs.hasAutoscaler).toBe(true);
    const fixed = new kplus.Deployment(target, 'fixed', { replicas: 2, containers: [{ image }] });
    expect(refusalOf(() => new HorizontalPodAutoscaler(target, 'no', { target: fixed, maxReplicas: 3 }))).toContain(
      'with 2 replicas',
    );
    expect(refusalOf(() => new PodDisruptionBudget(target, 'none', { for: fixed, minAvailable: 2 }))).toContain(
      '2 with 2 Pods',
    );
  });

  test('a Service as backend: its first port, or the one that is said', () => {
    const service = new kplus.Service(target, 'backend', {
      metadata: { name: 'backend' },
      ports: [{ port: 80 }, { port: 81, name: 'admin' }],
    });
    const { object } = new Ingress(target, 'front', {
      rules: [{ paths: [{ backend: service }, { path: '/admin', backend: { service, port: 'admin' } }] }],
    });
    expect(rendered(object).spec.rules[0].http.paths.map((path: { backend: unknown }) => path.backend)).toEqual([
      { service: { name: 'backend', port: { number: 80 } } },
      { service: { name: 'backend', port: { name: 'admin' } } },
    ]);
  });

  test('a Secret for TLS', () => {
    const secret = kplus.Secret.fromSecretName(target, 'secret', 'cert');
    const { object } = new Ingress(target, 'tls', {
      backend: { service: 'a', port: 1 },
      tls: [{ secretName: secret }],
    });
    expect(rendered(object).spec.tls).toEqual([{ secretName: 'cert' }]);
  });
});

test('cdk8s-plus-27 takes the name of ours', () => {
  const target = chart();
  const web = new WebDeployment(target, 'web', { image, ports: { http: 80 } });
  const service = new Service(target, 'service', { selector: web, ports: { http: 80 } });
  const role = new kplus.Role(target, 'role');
  role.allowRead(service);
  expect(rendered(ApiObject.of(role)).rules).toEqual([
    { apiGroups: [''], resourceNames: ['service'], resources: ['services'], verbs: ['get', 'list', 'watch'] },
  ]);
});

test('making them does not load cdk8s-plus-27', () => {
  jest.isolateModules(() => {
    jest.doMock('cdk8s-plus-27', () => {
      throw new Error('cdk8s-plus-27 was loaded');
    });
    const cdk8s = jest.requireActual<typeof import('cdk8s')>('cdk8s');
    const target = new cdk8s.Chart(cdk8s.Testing.app(), 'test');
    for (const name of ['service', 'network-policy', 'ingress', 'http-route', 'horizontal-pod-autoscaler'] as const) {
      const { example } = jest.requireActual<{ example(target: unknown): void }>(`./examples/${name}`);
      expect(() => example(new cdk8s.Chart(target, name))).not.toThrow();
    }
  });
});
