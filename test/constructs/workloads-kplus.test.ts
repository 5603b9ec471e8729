import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import * as kplus from 'cdk8s-plus-27';
import { NodeAgent } from '../../src/constructs/node-agent';
import { Volume } from '../../src/constructs/pod/volume';
import { ReplicaSet } from '../../src/constructs/replica-set';
import { StatefulApp } from '../../src/constructs/stateful-app';
import { Worker } from '../../src/constructs/worker';
import { chart, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/shop:1';
const props = { image, resources: { requests: { cpu: 1 } } };
const labels = { 'app.kubernetes.io/name': 'app', 'app.kubernetes.io/instance': 'app' };

type Make<Workload> = (scope: Construct, replicas?: number) => Workload;

const scalable: readonly [string, string, Make<Worker | StatefulApp | ReplicaSet>][] = [
  ['Worker', 'Deployment', (scope, replicas) => new Worker(scope, 'app', { ...props, replicas })],
  ['StatefulApp', 'StatefulSet', (scope, replicas) => new StatefulApp(scope, 'app', { ...props, replicas })],
  ['ReplicaSet', 'ReplicaSet', (scope, replicas) => new ReplicaSet(scope, 'app', { ...props, replicas })],
];
const workloads: readonly [string, string, Make<Worker | StatefulApp | ReplicaSet | NodeAgent>][] = [
  ...scalable,
  ['NodeAgent', 'DaemonSet', (scope) => new NodeAgent(scope, 'app', props)],
];

describe.each(workloads)('cdk8s-plus-27 takes a %s', (_name, kind, make) => {
  test('that a Service selects', () => {
    const target = chart();
    const service = new kplus.Service(target, 'service', {
      selector: make(target),
      ports: [{ port: 80 }],
    });
    expect(rendered(ApiObject.of(service)).spec.selector).toEqual(labels);
  });

  test('that a NetworkPolicy selects and names as a peer', () => {
    const target = chart();
    const app = make(target);
    const policy = new kplus.NetworkPolicy(target, 'policy', { selector: app, ingress: { rules: [{ peer: app }] } });
    expect(rendered(ApiObject.of(policy)).spec).toMatchObject({
      podSelector: { matchLabels: labels },
      ingress: [{ from: [{ podSelector: { matchLabels: labels } }] }],
    });
  });

  test('that is its default child', () => {
    expect(ApiObject.of(make(chart())).kind).toBe(kind);
  });
});

describe.each(scalable)('a HorizontalPodAutoscaler of cdk8s-plus-27 scales a %s', (_name, kind, make) => {
  test('by its own kind', () => {
    const target = chart();
    const app = make(target);
    const scaler = new kplus.HorizontalPodAutoscaler(target, 'scaler', { target: app, maxReplicas: 3 });
    expect(rendered(ApiObject.of(scaler)).spec.scaleTargetRef).toEqual({ apiVersion: 'apps/v1', kind, name: 'app' });
    expect(scaler.node.validate()).toEqual([]);
    expect(app.hasAutoscaler).toBe(true);
  });

  test('and finds out that its replicas are fixed, by a prop or an override', () => {
    const target = chart();
    const fixed = make(target, 2);
    const scaler = new kplus.HorizontalPodAutoscaler(target, 'scaler', { target: fixed, maxReplicas: 3 });
    expect(scaler.node.validate().join()).toContain('cannot have a fixed number of replicas');
    const overridden = new Worker(target, 'other', {
      ...props,
      overrides: { deployment: { spec: { replicas: 2 } } },
    });
    expect(overridden.toScalingTarget().replicas).toBe(2);
  });
});

test('a HorizontalPodAutoscaler of cdk8s-plus-27 does not scale a NodeAgent', () => {
  const target = chart();
  const agent = new NodeAgent(target, 'app', props);
  const scale = (): unknown => new kplus.HorizontalPodAutoscaler(target, 'scaler', { target: agent, maxReplicas: 3 });
  expect(refusalOf(scale)).toContain('a DaemonSet for an autoscaler');
});

test('a claim of a StatefulApp can be mounted by a Pod of cdk8s-plus-27', () => {
  const target = chart();
  const app = new StatefulApp(target, 'app', { image, claims: { data: { storage: '1Gi', mountPath: '/data' } } });
  const claim = kplus.PersistentVolumeClaim.fromClaimName(target, 'claim', app.claim('data').ofPod(0).name);
  const volume = kplus.Volume.fromPersistentVolumeClaim(target, 'volume', claim);
  expect(Volume.from(volume).source.persistentVolumeClaim?.claimName).toBe('data-app-0');
});

test('ours take what cdk8s-plus-27 makes', () => {
  const target = chart();
  const account = kplus.ServiceAccount.fromServiceAccountName(target, 'account', 'account-name');
  const theirs = new kplus.StatefulSet(target, 'theirs', {
    service: new kplus.Service(target, 'service', { ports: [{ port: 80 }] }),
    containers: [{ image }],
  });
  const host = kplus.Volume.fromHostPath(target, 'host', 'log', { path: '/var/log' });
  const agent = new NodeAgent(target, 'agent', {
    image,
    serviceAccountName: account,
    volumeMounts: [{ volume: host, mountPath: '/log', readOnly: true }],
    networkPolicy: { allowFrom: [theirs] },
  });
  const { spec } = rendered(agent.daemonSet).spec.template;
  expect(spec.serviceAccountName).toBe('account-name');
  expect(spec.volumes[0]).toMatchObject({ name: 'log', hostPath: { path: '/var/log' } });
  expect(agent.podSecurity).toBe('privileged');
  expect(rendered(agent.networkPolicy).spec.ingress[0].from[0].podSelector.matchLabels).toBeDefined();
});

test('making them does not load cdk8s-plus-27', () => {
  jest.isolateModules(() => {
    jest.doMock('cdk8s-plus-27', () => {
      throw new Error('cdk8s-plus-27 was loaded');
    });
    const cdk8s = jest.requireActual<typeof import('cdk8s')>('cdk8s');
    const target = new cdk8s.Chart(cdk8s.Testing.app(), 'test');
    const { Worker: OurWorker } =
      jest.requireActual<typeof import('../../src/constructs/worker')>('../../src/constructs/worker');
    const { StatefulApp: OurApp } = jest.requireActual<typeof import('../../src/constructs/stateful-app')>(
      '../../src/constructs/stateful-app',
    );
    const { NodeAgent: OurAgent } = jest.requireActual<typeof import('../../src/constructs/node-agent')>(
      '../../src/constructs/node-agent',
    );
    const make = (): unknown => [
      new OurWorker(target, 'worker', { image }),
      new OurApp(target, 'app', { image, claims: { data: { storage: 1, mountPath: '/data' } } }),
      new OurAgent(target, 'agent', { image, hostPaths: { '/var/log': {} } }),
    ];
    expect(make).not.toThrow();
  });
});
