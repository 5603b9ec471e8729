import type { Container, Deployment, PodSpec, Probe, Service, VolumeSource } from '../../src/api/kubernetes';
import type { Patch } from '../../src/api/patch';

/** These lines are checked by the compiler; at run time there is nothing to do but to have been loaded. */
const expectCompiled = (...values: readonly unknown[]): void => expect(values.length).toBeGreaterThan(0);

test('quantities, ports and percentages are plain values', () => {
  const container: Container = { name: 'a', resources: { limits: { cpu: '500m', memory: 1024 } } };
  const deployment: Deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    spec: { selector: {}, strategy: { rollingUpdate: { maxSurge: '25%', maxUnavailable: 1 } }, template: {} },
  };
  expectCompiled(container, deployment);
});

test('fields have the names of the API', () => {
  const pod: PodSpec = { containers: [], hostPID: true, setHostnameAsFQDN: true };
  const service: Service = {
    apiVersion: 'v1',
    kind: 'Service',
    spec: { clusterIP: 'None', loadBalancerIP: '1.2.3.4' },
  };
  const source: VolumeSource = { downwardAPI: { items: [{ path: 'a' }] } };
  // @ts-expect-error: cdk8s-plus-27 calls it so
  const renamed: PodSpec = { containers: [], hostPid: true };
  expectCompiled(pod, service, source, renamed);
});

test('an interface that merely has a value is no quantity', () => {
  const probe: Probe = { httpGet: { port: 80, httpHeaders: [{ name: 'Host', value: 'a' }] } };
  // @ts-expect-error: a header is an object
  const wrong: Probe = { httpGet: { port: 80, httpHeaders: ['Host: a'] } };
  expectCompiled(probe, wrong);
});

test('what is required stays required, and nothing is writable', () => {
  // @ts-expect-error: a container has a name
  const nameless: Container = { image: 'a' };
  const container: Container = { name: 'a', args: ['b'] };
  // @ts-expect-error: readonly
  const write = (): void => void (container.name = 'b');
  // @ts-expect-error: a readonly list
  const push = (): void => void container.args?.push('c');
  expectCompiled(nameless, write, push);
});

test('a patch is a deep-partial with real names and merge keys', () => {
  const patch: Patch<Deployment> = {
    spec: {
      paused: null,
      template: {
        spec: {
          hostPID: true,
          containers: [{ name: 'web', $patch: 'delete' }],
          initContainers: [{ $patch: 'replace' }, { name: 'only', image: 'a' }],
          volumes: [{ name: 'data', emptyDir: null }],
        },
      },
    },
  };
  // @ts-expect-error: no such field
  const unknown: Patch<Deployment> = { spec: { replica: 1 } };
  // @ts-expect-error: an item is found by its name
  const nameless: Patch<Deployment> = { spec: { template: { spec: { containers: [{ image: 'a' }] } } } };
  // @ts-expect-error: not a number
  const type: Patch<Deployment> = { spec: { replicas: 'three' } };
  const mount: Patch<Container> = { volumeMounts: [{ mountPath: '/a', readOnly: true }] };
  expectCompiled(patch, unknown, nameless, type, mount);
});
