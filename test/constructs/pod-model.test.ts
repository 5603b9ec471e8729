import { WebDeployment } from '../../src/constructs/web-deployment';
import type { WebDeploymentProps } from '../../src/constructs/web-deployment-props';
import { ConfigMapReference, SecretReference } from '../../src/constructs/reference';
import { Volume } from '../../src/constructs/pod/volume';
import { chart, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/shop:1';
const podOf = (props: Partial<WebDeploymentProps<'http' | 'grpc'>>) =>
  rendered(new WebDeployment<'http' | 'grpc'>(chart(), 'web', { image, ...props } as never).deployment).spec.template
    .spec;
const containerOf = (props: Partial<WebDeploymentProps<'http' | 'grpc'>>) => podOf(props).containers[0];
const refusal = (props: object): string => refusalOf(() => podOf(props));

describe('profiles', () => {
  test('privileged says nothing', () => {
    expect(podOf({ profile: 'privileged' })).toEqual({ containers: [{ name: 'web', image }] });
  });

  test('baseline says what costs no image anything', () => {
    expect(podOf({ profile: 'baseline' })).toEqual({
      automountServiceAccountToken: false,
      securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
      containers: [{ name: 'web', image, securityContext: { allowPrivilegeEscalation: false } }],
    });
  });

  test('restricted says all that the standard asks for', () => {
    expect(podOf({})).toEqual({
      automountServiceAccountToken: false,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 10001,
        runAsGroup: 10001,
        fsGroup: 10001,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [
        {
          name: 'web',
          image,
          securityContext: {
            allowPrivilegeEscalation: false,
            capabilities: { drop: ['ALL'] },
            readOnlyRootFilesystem: true,
          },
        },
      ],
    });
  });

  test.each(['runAsNonRoot', 'runAsUser', 'runAsGroup', 'fsGroup', 'seccompProfile'])(
    'the Pod’s %s can be left out alone',
    (field) => {
      const { [field]: _left, ...rest } = podOf({}).securityContext;
      expect(podOf({ securityContext: { [field]: null } }).securityContext).toEqual(rest);
    },
  );

  test.each(['allowPrivilegeEscalation', 'capabilities', 'readOnlyRootFilesystem'])(
    'the container’s %s can be left out alone',
    (field) => {
      const { [field]: _left, ...rest } = containerOf({}).securityContext;
      expect(containerOf({ containerSecurityContext: { [field]: null } }).securityContext).toEqual(rest);
    },
  );

  test('the token can be mounted, or left to the service account', () => {
    expect(podOf({ automountServiceAccountToken: true }).automountServiceAccountToken).toBe(true);
    expect(podOf({ automountServiceAccountToken: null })).not.toHaveProperty('automountServiceAccountToken');
  });

  test('an added capability keeps the dropped ones dropped', () => {
    const { securityContext } = containerOf({
      containerSecurityContext: { capabilities: { add: ['NET_BIND_SERVICE'] } },
    });
    expect(securityContext.capabilities).toEqual({ drop: ['ALL'], add: ['NET_BIND_SERVICE'] });
  });

  test('a privileged container is not forbidden to escalate, which the API server would refuse', () => {
    const { securityContext } = containerOf({ containerSecurityContext: { privileged: true } });
    expect(securityContext).not.toHaveProperty('allowPrivilegeEscalation');
  });

  test('a Windows Pod gets no field of Linux', () => {
    const pod = podOf({ os: 'windows' });
    expect(pod.os).toEqual({ name: 'windows' });
    expect(pod.securityContext).toEqual({ runAsNonRoot: true });
    expect(pod.containers[0]).not.toHaveProperty('securityContext');
  });

  test('a sidecar can have a profile of its own', () => {
    const [main, sidecar] = podOf({ sidecars: { log: { image, profile: 'privileged' } } }).containers;
    expect([main.securityContext === undefined, sidecar.securityContext === undefined]).toEqual([false, true]);
  });
});

describe('writable paths', () => {
  test('each is an emptyDir of its container', () => {
    const pod = podOf({
      writablePaths: ['/tmp', { path: '/var/cache/Nginx', sizeLimit: '64Mi', medium: 'Memory' }],
      sidecars: { log: { image, writablePaths: ['/tmp'] } },
    });
    expect(pod.volumes).toEqual([
      { name: 'web-tmp', emptyDir: {} },
      { name: 'web-var-cache-nginx', emptyDir: { sizeLimit: '64Mi', medium: 'Memory' } },
      { name: 'log-tmp', emptyDir: {} },
    ]);
    expect(pod.containers[0].volumeMounts[1]).toEqual({ name: 'web-var-cache-nginx', mountPath: '/var/cache/Nginx' });
  });

  test('two paths that would share a volume by accident are refused', () => {
    expect(refusal({ writablePaths: ['/a/b', '/a-b'] })).toContain(
      'writablePaths[1] is "/a-b", whose volume would be called "web-a-b" as that of "/a/b"',
    );
    expect(refusal({ writablePaths: [`/${'a'.repeat(70)}`] })).toContain('volumeMounts');
  });
});

describe('volumes', () => {
  const data = Volume.persistentVolumeClaim('data', 'claim');

  test('a mounted volume is one of the Pod without being listed', () => {
    const pod = podOf({
      volumeMounts: [data.mountedAt('/data', { subPath: 'a/b', readOnly: true })],
      initContainers: { prepare: { image, volumeMounts: [data.mountedAt('/mnt')] } },
      volumes: [Volume.emptyDir('unmounted'), new Volume('nfs', { nfs: { server: 'a', path: '/b' } })],
    });
    expect(pod.volumes).toEqual([
      { name: 'unmounted', emptyDir: {} },
      { name: 'nfs', nfs: { server: 'a', path: '/b' } },
      { name: 'data', persistentVolumeClaim: { claimName: 'claim' } },
    ]);
    expect(pod.containers[0].volumeMounts).toEqual([
      { name: 'data', mountPath: '/data', subPath: 'a/b', readOnly: true },
    ]);
    expect(pod.initContainers[0].volumeMounts).toEqual([{ name: 'data', mountPath: '/mnt' }]);
  });

  test('ConfigMaps and Secrets become files', () => {
    const pod = podOf({
      volumes: [
        Volume.configMap('a', 'map', { items: { k: 'p', l: { path: 'q', mode: 0o400 } }, optional: true }),
        Volume.secret('b', { name: 'secret' }, { defaultMode: 0o440 }),
      ],
    });
    expect(pod.volumes).toEqual([
      {
        name: 'a',
        configMap: {
          name: 'map',
          items: [
            { key: 'k', path: 'p' },
            { key: 'l', path: 'q', mode: 256 },
          ],
          optional: true,
        },
      },
      { name: 'b', secret: { secretName: 'secret', defaultMode: 288 } },
    ]);
  });

  test('two of one name, two at one path and a device without its volume are refused', () => {
    expect(refusal({ volumes: [data, Volume.emptyDir('data')] })).toContain('volumes.data is declared twice');
    expect(refusal({ volumeMounts: [data.mountedAt('/a'), Volume.emptyDir('b').mountedAt('/a')] })).toContain(
      '"/a" for volume "b", where "data" is mounted',
    );
    expect(refusal({ volumeDevices: [{ name: 'disk', devicePath: '/dev/a' }] })).toContain('without "disk"');
    expect(refusal({ volumeMounts: [data.mountedAt('/a', { subPath: '../b' })] })).toContain('volumeMounts[0].subPath');
    expect(refusal({ volumeMounts: [data.mountedAt('/a', { subPath: 'b', subPathExpr: 'c' })] })).toContain(
      'one of the two',
    );
  });
});

describe('several containers', () => {
  test('one name for two is refused, init containers included', () => {
    expect(refusal({ sidecars: { web: { image } } })).toBe(
      'test/web: sidecars.web is a second container named "web" (the first is the main container); allowed: one container of each name, init containers included. To fix it, rename one of the two.',
    );
    expect(refusal({ sidecars: { a: { image } }, initContainers: { a: { image } } })).toContain(
      'the first is sidecars.a',
    );
  });

  test('one port for two is refused with both names', () => {
    expect(refusal({ ports: { http: 80 }, sidecars: { proxy: { image, ports: { web: 80 } } } })).toContain(
      'sidecars.proxy.ports is 80/TCP in container "proxy", where container "web" listens already',
    );
    expect(refusal({ ports: { http: 80 }, sidecars: { proxy: { image, ports: { http: 81 } } } })).toContain(
      '"http" in container "proxy", which container "web" has too',
    );
  });
});

test('one port of the node for two is refused, and another number in the node’s network', () => {
  const hostPort = (containerPort: number): object => ({ containerPort, hostPort: 8080 });
  expect(
    refusal({ ports: { http: hostPort(80) }, sidecars: { proxy: { image, ports: { web: hostPort(81) } } } }),
  ).toContain('sidecars.proxy.ports.web.hostPort is 8080, which container "web" takes too');
  // Without an address, the port is taken on each.
  const local = (hostIP: string): object => ({ proxy: { image, ports: { web: { ...hostPort(81), hostIP } } } });
  expect(refusal({ ports: { http: hostPort(80) }, sidecars: local('127.0.0.1') })).toContain('"web" takes too');
  expect(refusal({ ports: { http: { ...hostPort(80), hostIP: '127.0.0.1' } }, sidecars: local('0.0.0.0') })).toContain(
    '"web" takes too',
  );
  expect(refusal({ hostNetwork: true, ports: { http: hostPort(80) } })).toContain('8080 while containerPort is 80');
});

describe('environment', () => {
  test('text, numbers, booleans and keys, in order', () => {
    const settings = new ConfigMapReference({ name: 'settings', keys: ['LEVEL'] });
    const secret = new SecretReference({ name: 'db', keys: ['password'] });
    const container = containerOf({
      env: { B: 'x', A: 1, C: true, D: settings.key('LEVEL'), E: secret.key('password', { optional: true }) },
      envFrom: [settings.all({ prefix: 'S_' }), secret.all(), { configMapRef: { name: 'raw' } }],
    });
    expect(container.env).toEqual([
      { name: 'B', value: 'x' },
      { name: 'A', value: '1' },
      { name: 'C', value: 'true' },
      { name: 'D', valueFrom: { configMapKeyRef: { name: 'settings', key: 'LEVEL' } } },
      { name: 'E', valueFrom: { secretKeyRef: { name: 'db', key: 'password', optional: true } } },
    ]);
    expect(container.envFrom).toEqual([
      { prefix: 'S_', configMapRef: { name: 'settings' } },
      { secretRef: { name: 'db' } },
      { configMapRef: { name: 'raw' } },
    ]);
  });

  test('an empty text is a value', () => {
    expect(containerOf({ env: { EMPTY: '' } }).env).toEqual([{ name: 'EMPTY', value: '' }]);
  });
});

describe('probes and hooks', () => {
  test('of every kind, with the only port where none is named', () => {
    const container = containerOf({
      ports: { http: 8080 } as never,
      startupProbe: { grpc: { service: 'health' }, failureThreshold: 30 },
      livenessProbe: { tcpSocket: { port: 9000 }, periodSeconds: 5, terminationGracePeriodSeconds: 1 },
      readinessProbe: { httpGet: { path: '/ready', httpHeaders: { Host: 'a' }, scheme: 'HTTPS' }, successThreshold: 2 },
      lifecycle: { preStop: { exec: { command: ['sleep', '5'] } }, postStart: { httpGet: { port: 'http' } } },
    });
    expect(container).toMatchObject({
      startupProbe: { grpc: { port: 8080, service: 'health' }, failureThreshold: 30 },
      livenessProbe: { tcpSocket: { port: 9000 }, periodSeconds: 5, terminationGracePeriodSeconds: 1 },
      readinessProbe: {
        httpGet: { path: '/ready', port: 'http', scheme: 'HTTPS', httpHeaders: [{ name: 'Host', value: 'a' }] },
        successThreshold: 2,
      },
      lifecycle: { preStop: { exec: { command: ['sleep', '5'] } }, postStart: { httpGet: { port: 'http' } } },
    });
  });
});

test('quantities are printed as they are written', () => {
  const resources = { requests: { cpu: '1000m', memory: '2048Mi', 'example.com/gpu': 1 }, limits: { memory: '2Gi' } };
  expect(containerOf({ resources }).resources).toEqual(resources);
});
