import { Testing } from 'cdk8s';
import type { NginxWithBackendPodOptions, NginxWithBackendPodProps } from '../../src/constructs/nginx-with-backend-pod';
import { NginxWithBackendPod } from '../../src/constructs/nginx-with-backend-pod';
import type {
  NginxBackendProps,
  GeneratedNginxWithBackendProps,
  NginxProps,
  SelfConfiguredNginxProps,
} from '../../src/constructs/nginx-with-backend-props';
import type { ContainerProps } from '../../src/constructs/pod/container-props';
import { everyServerOption } from '../nginx/every-option';
import { backend, pairOf } from './nginx-pair';

const make = <Port extends string>(props: NginxWithBackendPodProps<Port>): NginxWithBackendPod<Port> =>
  new NginxWithBackendPod(Testing.chart(), 'shop', props);

const own = { generateConfig: false, image: 'nginx:1.27', port: 8000 } as const;

const everyPodProp: Required<Omit<GeneratedNginxWithBackendProps<'app'>, 'backend' | 'nginx' | 'routes'>> = {
  name: 'all',
  app: 'all',
  selectorLabels: { app: 'all' },
  labels: { a: 'b' },
  annotations: { a: 'b' },
  podLabels: { c: 'd' },
  podAnnotations: { c: 'd' },
  profile: 'baseline',
  hardened: false,
  securityContext: { fsGroup: 1 },
  sidecars: {},
  initContainers: {},
  volumes: [],
  serviceAccountName: 'all',
  automountServiceAccountToken: null,
  imagePullSecrets: ['registry'],
  terminationGracePeriodSeconds: 10,
  nodeSelector: { a: 'b' },
  nodeName: 'node',
  affinity: {},
  tolerations: [],
  topologySpreadConstraints: [],
  schedulerName: 'other',
  schedulingGates: [],
  priorityClassName: 'high',
  priority: 1,
  preemptionPolicy: 'Never',
  runtimeClassName: 'gvisor',
  overhead: {},
  podResources: {},
  os: 'linux',
  dnsPolicy: 'Default',
  dnsConfig: {},
  hostname: 'all',
  subdomain: 'all',
  setHostnameAsFQDN: false,
  hostnameOverride: 'all',
  hostAliases: [],
  hostNetwork: false,
  hostPID: false,
  hostIPC: false,
  hostUsers: true,
  shareProcessNamespace: false,
  enableServiceLinks: false,
  readinessGates: [],
  resourceClaims: [],
};

const everyContainerProp: Required<Omit<ContainerProps<never>, 'image' | 'ports'>> = {
  imagePullPolicy: 'Always',
  command: ['a'],
  args: ['b'],
  workingDir: '/work',
  env: { A: 'b' },
  envFrom: [],
  resources: { requests: { cpu: '10m' } },
  resizePolicy: [],
  readinessProbe: { exec: { command: ['ready'] } },
  livenessProbe: { exec: { command: ['alive'] } },
  startupProbe: { exec: { command: ['started'] } },
  lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } },
  volumeMounts: [],
  volumeDevices: [],
  writablePaths: ['/var/cache'],
  securityContext: { runAsUser: 101 },
  profile: 'restricted',
  terminationMessagePath: '/dev/other',
  terminationMessagePolicy: 'File',
  stdin: true,
  stdinOnce: true,
  tty: true,
};

describe('the types of nginx with a backend', () => {
  it('take all props at once', () => {
    const everyNginxProp: Required<NginxProps> = {
      ...everyContainerProp,
      ...everyServerOption,
      name: 'edge',
      image: 'nginx:1.27',
      port: 8000,
      configPath: '/etc/nginx.conf',
      generateConfig: true,
    };
    const everyBackendProp: Required<NginxBackendProps<'app'>> = {
      ...everyContainerProp,
      name: 'api',
      image: 'api:1',
      ports: { app: 8080 },
    };
    const all: Required<GeneratedNginxWithBackendProps<'app'>> & Required<NginxWithBackendPodOptions> = {
      ...everyPodProp,
      backend: everyBackendProp,
      routes: [{ prefix: '/', proxyTo: 'app' }],
      nginx: everyNginxProp,
      restartPolicy: 'Always',
      activeDeadlineSeconds: 600,
      overrides: { config: {}, pod: { spec: { hostname: 'other' } } },
    };
    expect(pairOf(all).pod.spec).toMatchObject({
      hostname: 'other',
      activeDeadlineSeconds: 600,
      containers: [
        { name: 'edge', image: 'nginx:1.27', tty: true },
        { name: 'api', image: 'api:1', stdin: true },
      ],
    });
    const selfConfigured: Required<SelfConfiguredNginxProps> = { ...everyContainerProp, ...own, name: 'edge' };
    expect(pairOf({ ...everyPodProp, backend, nginx: selfConfigured }).config).toBeUndefined();
  });

  it('refuse what cannot be, as the checks do where there is no compiler', () => {
    // @ts-expect-error -- a route leads to a port that was not declared
    expect(() => make({ backend, routes: [{ prefix: '/', proxyTo: 'ap' }] })).toThrow('routes[0].proxyTo is "ap"');
    // @ts-expect-error -- a probe names a port that was not declared
    expect(() => make({ backend: { ...backend, readinessProbe: { tcpSocket: { port: 'ap' } } } })).toThrow('"ap"');
    // @ts-expect-error -- a route does one thing
    expect(() => make({ backend, routes: [{ prefix: '/', proxyTo: 'app', file: '/a' }] })).toThrow('proxyTo and file');
    // @ts-expect-error -- a duration has a unit
    expect(() => make({ backend, nginx: { timeouts: { read: '30' } } })).toThrow('nginx.timeouts.read is "30"');
    // @ts-expect-error -- only a prefix can be replaced
    expect(() => make({ backend, routes: [{ exact: '/', proxyTo: 'app', replacePrefix: '/' }] })).toThrow('prefix');
    // @ts-expect-error -- the port was not declared
    expect(() => make({ backend }).port('ap')).toThrow('ports is "ap"');
    // @ts-expect-error -- routes mean nothing to an image that configures itself
    expect(() => make({ backend, routes: [], nginx: own })).toThrow('routes is an empty list');
    // @ts-expect-error -- nor does any setting of nginx
    expect(() => make({ backend, nginx: { ...own, gzip: true } })).toThrow('nginx.gzip is true');
    // @ts-expect-error -- files have no web sockets
    expect(make({ backend, routes: [{ prefix: '/', files: { directory: '/a' }, webSockets: true }] })).toBeDefined();
  });
});
