/** Objects that the API server refuses, or that do not work, one for each remedy; and updates that it refuses. */
type Data = Readonly<Record<string, unknown>>;

const container = { name: 'web', image: 'nginx:1.27' };
const labels = { app: 'web' };

function podWith(spec: Data, own: Data = {}): Data {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: { containers: [{ ...container, ...own }], ...spec },
  };
}

function workload(kind: string, spec: Data, podSpec: Data = {}): Data {
  const template = { metadata: { labels }, spec: { containers: [container], ...podSpec } };
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: 'web' },
    spec: { selector: { matchLabels: labels }, template, ...spec },
  };
}

function job(spec: Data = {}, podSpec: Data = {}): Data {
  const template = { spec: { containers: [container], restartPolicy: 'Never', ...podSpec } };
  return { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'web' }, spec: { template, ...spec } };
}

function cronJob(spec: Data): Data {
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'web' },
    spec: { schedule: '@daily', jobTemplate: { spec: job().spec }, ...spec },
  };
}

function service(spec: Data): Data {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { selector: labels, ...spec } };
}

function claim(spec: Data): Data {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'web' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '2Gi' } }, ...spec },
  };
}

function scaler(spec: Data): Data {
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web' },
    spec: { scaleTargetRef, ...spec },
  };
}

function configMap(data: Data, own: Data = {}): Data {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, data, ...own };
}

function ingress(path: Data): Data {
  const backend = { service: { name: 'web', port: { number: 80 } } };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'web' },
    spec: { rules: [{ http: { paths: [{ backend, ...path }] } }] },
  };
}

function roleBinding(role: string): Data {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'web' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: role },
    subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: 'default' }],
  };
}

function volume(server: string): Data {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'web' },
    spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, nfs: { server, path: '/' } },
  };
}

function storageClass(provisioner: string): Data {
  return { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'web' }, provisioner };
}

function secret(own: Data): Data {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'web' }, ...own };
}

const probe = { httpGet: { path: '/', port: 80 } };

/** As objects, or as YAML where the way it is written is what is wrong. */
export const refusedObjects: readonly (Data | string)[] = [
  podWith({ restartpolicy: 'Never' }),
  'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  a: b\n  a: c\n',
  '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"web","name":"web"}}',
  { apiVersion: 'apps/v1beta1', kind: 'Deployment', metadata: { name: 'web' } },
  { apiVersion: 'v1', kind: 'Deployment', metadata: { name: 'web' } },
  { apiVersion: 'v1', kind: 'Thing', metadata: { name: 'web' } },
  { apiVersion: 'v1', metadata: { name: 'web' } },
  { kind: 'Pod', metadata: { name: 'web' } },
  podWith({}, { env: [{ name: 'PORT', value: 80 }] }),
  workload('Deployment', { replicas: '2' }),
  workload('Deployment', { replicas: 1e15 }),
  podWith({ hostNetwork: 'yes' }),
  podWith({ containers: container }),
  secret({ data: { password: 'hunter2!' } }),
  podWith({}, { resources: { limits: { memory: '1 GB' } } }),
  { apiVersion: 'v1', kind: 'ConfigMap', data: {} },
  { ...cronJob({}), metadata: { name: 'a'.repeat(53) } },
  { ...service({ ports: [{ port: 80 }] }), metadata: { name: '1web' } },
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'My.Shop' } },
  podWith({}, { name: 'Web' }),
  { ...configMap({}), metadata: { name: 'Web' } },
  { ...configMap({}), metadata: { name: 'web', labels: { version: 'one two' } } },
  { ...configMap({}), metadata: { name: 'web', annotations: { 'a b': 'c' } } },
  configMap({ 'etc/app.conf': 'x' }),
  podWith({}, { env: [{ name: '1A', value: 'x' }] }),
  workload('Deployment', { selector: { matchLabels: { app: 'other' } } }),
  workload('Deployment', { selector: undefined }),
  workload('Deployment', { selector: {} }),
  workload('Deployment', {}, { restartPolicy: 'Never' }),
  job({}, { restartPolicy: 'Always' }),
  job({}, { restartPolicy: undefined }),
  workload('Deployment', { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } } }),
  workload('Deployment', { strategy: { type: 'Recreate', rollingUpdate: { maxSurge: 1 } } }),
  podWith({}, { image: undefined }),
  podWith({ containers: [] }),
  podWith({ containers: [container, container] }),
  podWith(
    {},
    {
      ports: [
        { name: 'http', containerPort: 80 },
        { name: 'http', containerPort: 81 },
      ],
    },
  ),
  podWith(
    {},
    {
      env: [
        { name: 'A', value: '1' },
        { name: 'A', value: '2' },
      ],
    },
  ),
  podWith({}, { ports: [{ containerPort: 70000 }] }),
  podWith({}, { ports: [{ name: 'a-name-that-is-long', containerPort: 80 }] }),
  podWith({}, { resources: { requests: { cpu: '2' }, limits: { cpu: '1' } } }),
  podWith({}, { volumeMounts: [{ name: 'data', mountPath: '/data' }] }),
  podWith(
    { volumes: [{ name: 'a', emptyDir: {} }] },
    {
      volumeMounts: [
        { name: 'a', mountPath: '/a' },
        { name: 'a', mountPath: '/a' },
      ],
    },
  ),
  { ...volume(''), spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' } } },
  podWith({ volumes: [{ name: 'a', emptyDir: {}, hostPath: { path: '/' } }] }),
  podWith({}, { env: [{ name: 'A', value: '1', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] }),
  podWith({}, { livenessProbe: { periodSeconds: 5 } }),
  podWith({}, { livenessProbe: { ...probe, tcpSocket: { port: 80 } } }),
  podWith({}, { livenessProbe: { ...probe, successThreshold: 2 } }),
  podWith({}, { livenessProbe: { ...probe, periodSeconds: -1 } }),
  service({}),
  service({ ports: [{ port: 80 }, { port: 81 }] }),
  service({ ports: [{ port: 80, nodePort: 30080 }] }),
  service({
    ports: [
      { name: 'a', port: 80 },
      { name: 'b', port: 80 },
    ],
  }),
  ingress({ path: '/' }),
  ingress({ path: 'shop', pathType: 'Prefix' }),
  claim({ accessModes: [] }),
  claim({ resources: {} }),
  scaler({ minReplicas: 3, maxReplicas: 2 }),
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'web' },
    spec: { minAvailable: 1, maxUnavailable: 1, selector: { matchLabels: labels } },
  },
  cronJob({ schedule: '0 3 * *' }),
  cronJob({ timeZone: 'Berlin' }),
  podWith({}, { imagePullPolicy: 'Sometimes' }),
  workload('Deployment', {}, { hostNetwork: true, volumes: [{ name: 'a', hostPath: { path: '/' } }] }),
];

/** What is there, and what should replace it. */
export const refusedUpdates: readonly (readonly [Data, Data])[] = [
  [
    workload('Deployment', {}),
    {
      ...workload('Deployment', {
        selector: { matchLabels: { app: 'shop' } },
        template: { metadata: { labels: { app: 'shop' } }, spec: { containers: [container] } },
      }),
    },
  ],
  [workload('StatefulSet', { serviceName: 'a' }), workload('StatefulSet', { serviceName: 'b', replicas: 2 })],
  [job(), job({}, { containers: [{ ...container, image: 'nginx:1.28' }] })],
  [claim({}), claim({ accessModes: ['ReadOnlyMany'] })],
  [claim({}), claim({ resources: { requests: { storage: '1Gi' } } })],
  [volume('a.example.com'), volume('b.example.com')],
  [roleBinding('reader'), roleBinding('writer')],
  [configMap({ a: '1' }, { immutable: true }), configMap({ a: '2' }, { immutable: true })],
  [secret({ type: 'Opaque' }), secret({ type: 'example.com/other' })],
  [
    service({ ports: [{ port: 80 }], clusterIP: '10.0.0.1' }),
    service({ ports: [{ port: 80 }], clusterIP: '10.0.0.2' }),
  ],
  [storageClass('a.example.com'), storageClass('b.example.com')],
  [podWith({}), podWith({}, { env: [{ name: 'A', value: '1' }] })],
  [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name: 'a' },
      spec: { controller: 'a.example.com/x' },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name: 'a' },
      spec: { controller: 'b.example.com/x' },
    },
  ],
];
