import { App, Chart, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { chart, kinds, printed, rendered } from './synth-one';

const image = 'registry.example.com/shop:1.4.2';

test('a minimal one is a Deployment and a Service', () => {
  const target = chart();
  new WebDeployment(target, 'web', { image, ports: { http: 8080 } });
  expect(printed(target)).toMatchInlineSnapshot(`
   "apiVersion: apps/v1
   kind: Deployment
   metadata:
     labels:
       app.kubernetes.io/instance: web
       app.kubernetes.io/name: web
     name: web
   spec:
     selector:
       matchLabels:
         app.kubernetes.io/instance: web
         app.kubernetes.io/name: web
     template:
       metadata:
         labels:
           app.kubernetes.io/instance: web
           app.kubernetes.io/name: web
       spec:
         automountServiceAccountToken: false
         containers:
           - image: registry.example.com/shop:1.4.2
             name: web
             ports:
               - containerPort: 8080
                 name: http
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
   ---
   apiVersion: v1
   kind: Service
   metadata:
     labels:
       app.kubernetes.io/instance: web
       app.kubernetes.io/name: web
     name: web
   spec:
     ports:
       - name: http
         port: 8080
         targetPort: http
     selector:
       app.kubernetes.io/instance: web
       app.kubernetes.io/name: web
   "
  `);
});

test('without ports there is no Service, and without a request nothing else', () => {
  const target = chart();
  const web = new WebDeployment(target, 'web', { image });
  expect(kinds(target)).toEqual(['Deployment']);
  expect([web.service, web.ingress, web.horizontalPodAutoscaler, web.serviceAccount]).toEqual(Array(4).fill(undefined));
});

test('printing twice gives the same bytes', () => {
  const target = chart();
  new WebDeployment(target, 'web', { image, ports: { http: 80 }, spread: ['zones'], replicas: 2 });
  expect(printed(target)).toBe(printed(target));
});

test('moving it to another place in the tree changes no byte', () => {
  const here = chart();
  new WebDeployment(here, 'web', { image, ports: { http: 80 } });
  const there = chart();
  new WebDeployment(new Construct(new Construct(there, 'a'), 'b'), 'web', { image, ports: { http: 80 } });
  expect(printed(there)).toBe(printed(here));
});

test('a name, an app and labels go where they belong', () => {
  const target = chart({ labels: { stage: 'test' }, namespace: 'shop' });
  const { deployment, service } = new WebDeployment(target, 'web', {
    image,
    ports: { http: 80 },
    name: 'shop-web',
    app: 'shop',
    labels: { team: 'a' },
    annotations: { note: 'b' },
    podLabels: { tier: 'c' },
    podAnnotations: { roll: 'd' },
  });
  const selector = { 'app.kubernetes.io/name': 'shop', 'app.kubernetes.io/instance': 'shop-web' };
  const metadata = {
    name: 'shop-web',
    namespace: 'shop',
    labels: { ...selector, stage: 'test', team: 'a' },
    annotations: { note: 'b' },
  };
  expect(rendered(deployment).metadata).toEqual(metadata);
  expect(rendered(service).metadata).toEqual(metadata);
  expect(rendered(deployment).spec.selector.matchLabels).toEqual(selector);
  expect(rendered(service).spec.selector).toEqual(selector);
  expect(rendered(deployment).spec.template.metadata).toEqual({
    labels: { ...selector, stage: 'test', team: 'a', tier: 'c' },
    annotations: { roll: 'd' },
  });
});

test('the selector of a workload that runs already can be kept', () => {
  const { deployment } = new WebDeployment(chart(), 'web', { image, selectorLabels: { run: 'old' } });
  expect(rendered(deployment).spec.selector.matchLabels).toEqual({ run: 'old' });
  expect(rendered(deployment).spec.template.metadata.labels).toEqual({ run: 'old' });
});

test('the Service maps its ports by name', () => {
  const web = new WebDeployment(chart(), 'web', {
    image,
    ports: {
      http: { containerPort: 8080, servicePort: 80, appProtocol: 'http', nodePort: 30080 },
      dns: { containerPort: 53, protocol: 'UDP' },
      debug: { containerPort: 9229, exposed: false },
    },
    service: { type: 'NodePort', name: 'front', sessionAffinity: 'ClientIP' },
  });
  expect(rendered(web.service).metadata.name).toBe('front');
  expect(rendered(web.service).spec).toEqual({
    type: 'NodePort',
    sessionAffinity: 'ClientIP',
    selector: web.selectorLabels,
    ports: [
      { name: 'http', port: 80, targetPort: 'http', appProtocol: 'http', nodePort: 30080 },
      { name: 'dns', port: 53, targetPort: 'dns', protocol: 'UDP' },
    ],
  });
  expect(web.port('http')).toEqual({
    name: 'http',
    containerPort: 8080,
    servicePort: 80,
    protocol: 'TCP',
    service: 'front',
  });
  expect(web.port('debug').servicePort).toBeUndefined();
});

test('a rollout is printed as it was written', () => {
  const { deployment } = new WebDeployment(chart(), 'web', {
    image,
    replicas: 4,
    strategy: 'RollingUpdate',
    maxSurge: 1,
    maxUnavailable: '25%',
    revisionHistoryLimit: 3,
    progressDeadlineSeconds: 120,
    minReadySeconds: 5,
    paused: true,
  });
  const { selector: _selector, template: _template, ...spec } = rendered(deployment).spec;
  expect(spec).toEqual({
    replicas: 4,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' } },
    revisionHistoryLimit: 3,
    progressDeadlineSeconds: 120,
    minReadySeconds: 5,
    paused: true,
  });
  expect(rendered(new WebDeployment(chart(), 'web', { image, strategy: 'Recreate' }).deployment).spec.strategy).toEqual(
    {
      type: 'Recreate',
    },
  );
});

test('with an autoscaler the Deployment has no replicas', () => {
  const { deployment, horizontalPodAutoscaler } = new WebDeployment(chart(), 'web', {
    image,
    autoscaling: {
      minReplicas: 2,
      maxReplicas: 9,
      cpuUtilization: 70,
      behavior: { scaleDown: { selectPolicy: 'Disabled' } },
    },
  });
  expect(rendered(deployment).spec).not.toHaveProperty('replicas');
  expect(rendered(horizontalPodAutoscaler).spec).toEqual({
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
    minReplicas: 2,
    maxReplicas: 9,
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }],
    behavior: { scaleDown: { selectPolicy: 'Disabled' } },
  });
});

test('an Ingress leads to the Service', () => {
  const { ingress } = new WebDeployment(chart(), 'web', {
    image,
    ports: { http: 80, admin: 81 },
    ingress: {
      ingressClassName: 'nginx',
      annotations: { a: 'b' },
      defaultPort: 'http',
      tls: [{ secretName: 'cert' }, { secretName: { name: 'other' }, hosts: ['b.example.com'] }],
      rules: [
        { host: 'a.example.com', paths: [{ port: 'http' }, { path: '/admin', pathType: 'Exact', port: 'admin' }] },
      ],
    },
  });
  const backend = (name: string): object => ({ service: { name: 'web', port: { name } } });
  expect(rendered(ingress).metadata.annotations).toEqual({ a: 'b' });
  expect(rendered(ingress).spec).toEqual({
    ingressClassName: 'nginx',
    defaultBackend: backend('http'),
    tls: [
      { hosts: ['a.example.com'], secretName: 'cert' },
      { hosts: ['b.example.com'], secretName: 'other' },
    ],
    rules: [
      {
        host: 'a.example.com',
        http: {
          paths: [
            { path: '/', pathType: 'Prefix', backend: backend('http') },
            { path: '/admin', pathType: 'Exact', backend: backend('admin') },
          ],
        },
      },
    ],
  });
});

test('a NetworkPolicy restricts what it names and nothing else', () => {
  const target = chart();
  const other = new WebDeployment(target, 'other', { image });
  const { networkPolicy } = new WebDeployment(target, 'web', {
    image,
    ports: { http: 80, dns: { containerPort: 53, protocol: 'UDP' } },
    networkPolicy: { allowFrom: [other, { namespaceSelector: {} }], egress: [{ ports: [{ port: 443 }] }] },
  });
  expect(rendered(networkPolicy).spec).toEqual({
    podSelector: { matchLabels: { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': 'web' } },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [
      {
        from: [{ podSelector: { matchLabels: other.selectorLabels } }, { namespaceSelector: {} }],
        ports: [{ port: 'http' }, { port: 'dns', protocol: 'UDP' }],
      },
    ],
    egress: [{ ports: [{ port: 443 }] }],
  });
  const closed = new WebDeployment(target, 'closed', { image, networkPolicy: { allowFrom: [], allowTo: [] } });
  expect(rendered(closed.networkPolicy).spec).toEqual({
    podSelector: { matchLabels: closed.selectorLabels },
    policyTypes: ['Ingress', 'Egress'],
  });
});

test('a ServiceAccount of its own is the one that its Pods run as', () => {
  const { deployment, serviceAccount } = new WebDeployment(chart(), 'web', {
    image,
    automountServiceAccountToken: true,
    serviceAccount: { annotations: { role: 'a' }, imagePullSecrets: ['registry'] },
  });
  expect(rendered(serviceAccount).metadata).toMatchObject({ name: 'web', annotations: { role: 'a' } });
  expect(rendered(serviceAccount).imagePullSecrets).toEqual([{ name: 'registry' }]);
  expect(rendered(deployment).spec.template.spec).toMatchObject({
    serviceAccountName: 'web',
    automountServiceAccountToken: true,
  });
});

test('a budget and a spread select its Pods', () => {
  const web = new WebDeployment(chart(), 'web', {
    image,
    replicas: 3,
    podDisruptionBudget: { minAvailable: '50%', unhealthyPodEvictionPolicy: 'AlwaysAllow' },
    spread: ['zones'],
    topologySpreadConstraints: [{ maxSkew: 2, topologyKey: 'rack', whenUnsatisfiable: 'DoNotSchedule' }],
  });
  const labelSelector = { matchLabels: web.selectorLabels };
  expect(rendered(web.podDisruptionBudget).spec).toEqual({
    minAvailable: '50%',
    unhealthyPodEvictionPolicy: 'AlwaysAllow',
    selector: labelSelector,
  });
  expect(rendered(web.deployment).spec.template.spec.topologySpreadConstraints).toEqual([
    { topologyKey: 'topology.kubernetes.io/zone', maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway', labelSelector },
    { topologyKey: 'rack', maxSkew: 2, whenUnsatisfiable: 'DoNotSchedule', labelSelector },
  ]);
});

test('overrides reach every object, and JSON patches lose nothing', () => {
  const { deployment, service } = new WebDeployment(chart(), 'web', {
    image,
    ports: { http: 80 },
    overrides: {
      deployment: { spec: { template: { spec: { containers: [{ name: 'web', tty: true }], securityContext: null } } } },
      service: { spec: { ports: [{ port: 80, name: 'http', appProtocol: 'http' }] } },
    },
  });
  deployment.addJsonPatch(JsonPatch.add('/spec/strategy', { rollingUpdate: { maxSurge: 1 } }));
  expect(rendered(deployment).spec.template.spec).not.toHaveProperty('securityContext');
  expect(rendered(deployment).spec.template.spec.containers[0]).toMatchObject({ tty: true, image });
  expect(rendered(deployment).spec.strategy).toEqual({ rollingUpdate: { maxSurge: 1 } });
  expect(rendered(service).spec.ports).toEqual([{ name: 'http', port: 80, targetPort: 'http', appProtocol: 'http' }]);
});

test('the props that were given are not changed', () => {
  const env = Object.freeze({ A: 'b' });
  const ports = Object.freeze({ http: 80 });
  const props = Object.freeze({ image, env, ports, args: Object.freeze(['a']) });
  const target = new Chart(new App(), 'c');
  new WebDeployment(target, 'web', props);
  expect(printed(target)).toContain('image: ' + image);
  expect(props).toEqual({ image, env: { A: 'b' }, ports: { http: 80 }, args: ['a'] });
});
