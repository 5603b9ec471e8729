import { Testing, Yaml } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { GeneratedNginxWithBackendProps } from '../../src/constructs/nginx-with-backend-props';
import type { NginxWithBackendPodProps } from '../../src/constructs/nginx-with-backend-pod';
import { NginxWithBackendPod } from '../../src/constructs/nginx-with-backend-pod';
import { Volume } from '../../src/constructs/pod/volume';
import { backend, pairOf, render } from './nginx-pair';

const containers = (props: NginxWithBackendPodProps) => pairOf(props).pod.spec.containers;

describe('nginx with a backend in a Pod', () => {
  it('is two objects with safe defaults when only the backend is named', () => {
    const { pod } = pairOf({ backend });
    expect(Yaml.stringify(pod)).toMatchInlineSnapshot(`
     "apiVersion: v1
     kind: Pod
     metadata:
       labels:
         app.kubernetes.io/instance: shop
         app.kubernetes.io/name: shop
       name: shop
     spec:
       automountServiceAccountToken: false
       containers:
         - image: nginxinc/nginx-unprivileged:1.27-alpine
           livenessProbe:
             httpGet:
               path: /nginx-health
               port: http
           name: nginx
           ports:
             - containerPort: 8090
               name: http
           readinessProbe:
             httpGet:
               path: /nginx-health
               port: http
           securityContext:
             allowPrivilegeEscalation: false
             capabilities:
               drop:
                 - ALL
             readOnlyRootFilesystem: true
           volumeMounts:
             - mountPath: /etc/nginx/nginx.conf
               name: nginx-config
               readOnly: true
               subPath: nginx.conf
             - mountPath: /tmp
               name: nginx-tmp
         - image: ghcr.io/acme/shop:1.4.2
           name: backend
           ports:
             - containerPort: 8080
               name: app
           readinessProbe:
             tcpSocket:
               port: app
           securityContext:
             allowPrivilegeEscalation: false
             capabilities:
               drop:
                 - ALL
             readOnlyRootFilesystem: true
       securityContext:
         fsGroup: 10001
         runAsGroup: 10001
         runAsNonRoot: true
         runAsUser: 10001
         seccompProfile:
           type: RuntimeDefault
       volumes:
         - configMap:
             name: shop-nginx
           name: nginx-config
         - emptyDir: {}
           name: nginx-tmp
     "
    `);
  });

  it('sends everything to the only port of the backend', () => {
    const { config } = pairOf({ backend });
    expect(config).toContain('listen 8090;');
    expect(config).toContain('server 127.0.0.1:8080;');
    expect(config).toContain('location / {\n      proxy_pass http://backend-app;\n    }');
  });

  it('expresses the simple-echo Pod of the book, whose nginx configures itself', () => {
    const objects = render(
      (chart) =>
        new NginxWithBackendPod(chart, 'simple-echo', {
          profile: 'privileged',
          nginx: {
            generateConfig: false,
            image: 'gihyodocker/nginx-proxy:latest',
            port: 80,
            env: { BACKEND_HOST: 'localhost:8080' },
            readinessProbe: false,
          },
          backend: { name: 'echo', image: 'gihyodocker/echo:latest', ports: { echo: 8080 }, readinessProbe: false },
        }),
    );
    expect(objects).toHaveLength(1);
    expect(objects[0]!.spec).toEqual({
      containers: [
        {
          name: 'nginx',
          image: 'gihyodocker/nginx-proxy:latest',
          env: [{ name: 'BACKEND_HOST', value: 'localhost:8080' }],
          ports: [{ name: 'http', containerPort: 80 }],
        },
        { name: 'echo', image: 'gihyodocker/echo:latest', ports: [{ name: 'echo', containerPort: 8080 }] },
      ],
    });
  });

  it('takes its names from the props when they are given', () => {
    const { objects } = pairOf({
      backend: { ...backend, name: 'api' },
      name: 'front',
      app: 'site',
      nginx: { name: 'edge' },
    });
    expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
      'ConfigMap front-nginx',
      'Pod front',
    ]);
    expect(objects[1]!.metadata.labels).toEqual({
      'app.kubernetes.io/name': 'site',
      'app.kubernetes.io/instance': 'front',
    });
    expect(objects[1]!.spec.containers.map(({ name }: { name: string }) => name)).toEqual(['edge', 'api']);
  });

  it('puts labels and annotations for Pods on the Pod', () => {
    const { pod } = pairOf({
      backend,
      podLabels: { tier: 'web' },
      podAnnotations: { a: '1' },
      annotations: { b: '2' },
    });
    expect(pod.metadata.labels).toMatchObject({ tier: 'web' });
    expect(pod.metadata.annotations).toEqual({ a: '1', b: '2' });
  });

  it('probes nginx where it answers by itself', () => {
    const healthOf = (nginx: GeneratedNginxWithBackendProps['nginx']) => {
      const { readinessProbe, livenessProbe } = containers({ backend, nginx })[0];
      return [readinessProbe, livenessProbe];
    };
    const probe = (path: string) => ({ httpGet: { path, port: 'http' } });
    expect(healthOf({})).toEqual([probe('/nginx-health'), probe('/nginx-health')]);
    expect(healthOf({ healthPath: '/am i well' })).toEqual([probe('/am%20i%20well'), probe('/am%20i%20well')]);
    expect(healthOf({ healthPath: false })).toEqual([{ tcpSocket: { port: 'http' } }, undefined]);
    expect(healthOf({ readinessProbe: false, livenessProbe: false })).toEqual([undefined, undefined]);
  });

  it('probes the port of the backend that routes lead to, unless told otherwise', () => {
    const ports = { metrics: 9090, app: 8080 };
    const probeOf = (readinessProbe?: false | { httpGet: { path: string; port: 'app' } }) =>
      containers({ backend: { ...backend, ports, readinessProbe }, routes: [{ prefix: '/', proxyTo: 'app' }] })[1]
        .readinessProbe;
    expect(probeOf()).toEqual({ tcpSocket: { port: 'app' } });
    expect(probeOf(false)).toBeUndefined();
    expect(probeOf({ httpGet: { path: '/ready', port: 'app' } })).toEqual({ httpGet: { path: '/ready', port: 'app' } });
  });

  it('mounts the configuration where the image looks for it, beside what the user mounts', () => {
    const site = Volume.emptyDir('site');
    const [nginx] = containers({
      backend,
      nginx: { configPath: '/opt/nginx.conf', volumeMounts: [site.mountedAt('/srv')], writablePaths: ['/var/cache'] },
    });
    expect(nginx.volumeMounts).toEqual([
      { name: 'nginx-config', mountPath: '/opt/nginx.conf', subPath: 'nginx.conf', readOnly: true },
      { name: 'site', mountPath: '/srv' },
      { name: 'nginx-tmp', mountPath: '/tmp' },
      { name: 'nginx-var-cache', mountPath: '/var/cache' },
    ]);
  });

  it('leaves a /tmp of the user alone', () => {
    const { pod } = pairOf({ backend, nginx: { writablePaths: [{ path: '/tmp', sizeLimit: '64Mi' }] } });
    expect(pod.spec.volumes).toContainEqual({ name: 'nginx-tmp', emptyDir: { sizeLimit: '64Mi' } });
    expect(pod.spec.volumes).toHaveLength(2);
  });

  it('has further containers, and whatever else a Pod has', () => {
    const { pod } = pairOf({
      backend,
      sidecars: { log: { image: 'fluent-bit:3' } },
      initContainers: { migrate: { image: 'shop:1', command: ['migrate'] } },
      terminationGracePeriodSeconds: 60,
      restartPolicy: 'Never',
      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }],
    });
    expect(pod.spec).toMatchObject({
      containers: [{ name: 'nginx' }, { name: 'backend' }, { name: 'log' }],
      initContainers: [{ name: 'migrate' }],
      terminationGracePeriodSeconds: 60,
      restartPolicy: 'Never',
      topologySpreadConstraints: [{ labelSelector: { matchLabels: { 'app.kubernetes.io/instance': 'shop' } } }],
    });
  });

  it('lets every field of the API be changed', () => {
    const { pod, objects } = pairOf({
      backend,
      overrides: {
        config: { immutable: true },
        pod: { spec: { containers: [{ name: 'nginx', terminationMessagePolicy: 'FallbackToLogsOnError' }] } },
      },
    });
    expect(objects[0]).toMatchObject({ kind: 'ConfigMap', immutable: true });
    expect(pod.spec.containers[0]).toMatchObject({ name: 'nginx', terminationMessagePolicy: 'FallbackToLogsOnError' });
  });

  it('can be selected by a Service and a NetworkPolicy of cdk8s-plus', () => {
    const objects = render((chart) => {
      const pair = new NginxWithBackendPod(chart, 'shop', { backend });
      const ports = [{ port: 80, targetPort: pair.port('http').containerPort }];
      new kplus.Service(chart, 'service', { selector: pair, ports });
      new kplus.NetworkPolicy(chart, 'policy', {
        selector: pair,
        ingress: { rules: [{ peer: pair, ports: [kplus.NetworkPolicyPort.tcp(8090)] }] },
      });
    });
    const matchLabels = { 'app.kubernetes.io/name': 'shop', 'app.kubernetes.io/instance': 'shop' };
    expect(objects.find(({ kind }) => kind === 'Service')!.spec).toMatchObject({
      selector: matchLabels,
      ports: [{ port: 80, targetPort: 8090 }],
    });
    expect(objects.find(({ kind }) => kind === 'NetworkPolicy')!.spec).toMatchObject({
      podSelector: { matchLabels },
      ingress: [{ from: [{ podSelector: { matchLabels } }] }],
    });
  });

  it('tells its ports by name', () => {
    const pair = new NginxWithBackendPod(Testing.chart(), 'shop', {
      backend: { ...backend, ports: { app: 8080, dns: { containerPort: 53, protocol: 'UDP' } } },
      routes: [{ prefix: '/', proxyTo: 'app' }],
    });
    expect(pair.port('http')).toEqual({ name: 'http', containerPort: 8090, protocol: 'TCP' });
    expect(pair.port('dns')).toEqual({ name: 'dns', containerPort: 53, protocol: 'UDP' });
    expect(() => pair.port('dnss' as 'dns')).toThrow('ports is "dnss"; allowed: "http", "app" or "dns"');
  });

  it('makes the same bytes each time, and its children can be reached', () => {
    const chart = Testing.chart();
    const pair = new NginxWithBackendPod(chart, 'shop', { backend });
    expect(Yaml.stringify(Testing.synth(chart))).toBe(Yaml.stringify(Testing.synth(chart)));
    expect([pair.name, pair.pod.kind, pair.config?.name]).toEqual(['shop', 'Pod', 'shop-nginx']);
  });
});

describe('nginx with a backend is refused', () => {
  it.each<[string, object, string]>([
    [
      'when both listen on one port',
      { backend, nginx: { port: 8080 } },
      'backend.ports is 8080/TCP in container "backend", where container "nginx" listens already',
    ],
    [
      'when both call a port http',
      { backend: { ...backend, ports: { http: 8080 } } },
      'backend.ports is "http" in container "backend", which container "nginx" has too',
    ],
    ['when both have one name', { backend: { ...backend, name: 'nginx' } }, 'a second container named "nginx"'],
    [
      'when a port needs root, which restricted Pods have not',
      { backend, nginx: { port: 80 } },
      'shop: nginx.port is 80; allowed: a number from 1024 to 65535, because nginx is not root in the profile "restricted"',
    ],
    [
      'when a route leads nowhere',
      {
        backend,
        routes: [
          { prefix: '/', proxyTo: 'app' },
          { prefix: '/x', proxyTo: 'admin' },
        ],
      },
      'shop: routes[1].proxyTo is "admin"; allowed: a port of the backend: "app"',
    ],
    [
      'when a route leads to a port that is not TCP',
      {
        backend: { ...backend, ports: { dns: { containerPort: 53, protocol: 'UDP' } } },
        routes: [{ prefix: '/', proxyTo: 'dns' }],
      },
      'shop: routes[0].proxyTo is "dns"; allowed: a port of the backend: none is declared',
    ],
    [
      'without routes for a backend of two ports',
      { backend: { ...backend, ports: { app: 8080, admin: 9090 } } },
      'shop: routes is left out, and the backend has the ports "app", "admin"',
    ],
    [
      'without a port of the backend',
      { backend: { image: 'a' } },
      'shop: routes is left out, and the backend has no TCP port; allowed: a list of routes; none for a backend with exactly one TCP port. To fix it, declare a port in `backend.ports`',
    ],
    ['with a setting that nginx has not', { backend, nginx: { gzip: { level: 10 } } }, 'shop: nginx.gzip.level is 10'],
    ['with a port that is none', { backend: { ...backend, ports: { app: 0 } } }, 'shop: backend.ports["app"] is 0'],
    ['with an image that is none', { backend: { ...backend, image: 'a b' } }, 'shop: backend.image is "a b"'],
    [
      'with a change of a ConfigMap that is not there',
      { backend, nginx: { generateConfig: false, image: 'a', port: 8000 }, overrides: { config: {} } },
      'shop: overrides.config is a change of the ConfigMap beside generateConfig: false',
    ],
    ['with a lifetime of nothing', { backend, activeDeadlineSeconds: 0 }, 'shop: activeDeadlineSeconds is 0'],
    ['with an unknown restart policy', { backend, restartPolicy: 'never' }, 'shop: restartPolicy is "never"'],
    ['with a name that is none', { backend, name: 'Shop' }, 'shop: name is "Shop"'],
    [
      'with a configuration that no ConfigMap holds',
      {
        backend,
        routes: Array.from({ length: 9000 }, (_, index) => ({
          exact: `/${index}${'x'.repeat(100)}`,
          respond: { status: 404 },
        })),
      },
      'shop: routes is so much that nginx.conf has',
    ],
  ])('%s', (_, props, message) => {
    expect(() => pairOf(props as NginxWithBackendPodProps)).toThrow(message);
  });

  it('not for port 80 where nginx may have it', () => {
    const sysctls = [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }];
    for (const allowed of [
      { profile: 'baseline' },
      { nginx: { port: 80, profile: 'baseline' } },
      { securityContext: { sysctls } },
    ] as const) {
      expect(pairOf({ backend, nginx: { port: 80 }, ...allowed }).config).toContain('listen 80;');
    }
  });
});
