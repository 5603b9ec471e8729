/** What a cluster is asked about by `plimsoll check --server`. */
export interface Scenario {
  readonly name: string;
  /** A context of the kubeconfig that `kubeconfig.ts` writes. @default 'admin' */
  readonly context?: string;
  /** More arguments. @default - none */
  readonly args?: readonly string[];
  /** The objects, as JSON, which is YAML too. */
  readonly objects: readonly object[];
}

const labels = { app: 'live' };

function deployment(name: string, spec: object, app: object = labels): object {
  const template = { metadata: { labels: app }, spec: { containers: [{ name: 'web', image: 'web:1' }] } };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: { selector: { matchLabels: app }, template, ...spec },
  };
}

function config(name: string, more: object = {}, metadata: object = {}): object {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, ...metadata }, ...more };
}

function secret(password: string): object {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'sealed' },
    immutable: true,
    data: { password: Buffer.from(password).toString('base64') },
  };
}

function pod(metadata: object, spec: object = {}): object {
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers: [{ name: 'a', image: 'a:1' }], ...spec } };
}

/** What is in the cluster before. */
export const present: readonly object[] = [
  {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'tight', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
  },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: 'tight' } },
  deployment('live', { replicas: 1 }),
  secret('before'),
];

const two = [config('a'), config('b', { data: { 'a b': 'c' } })];

/** All that is asked. */
export const scenarios: readonly Scenario[] = [
  { name: 'both take all', objects: [config('a'), config('b', { data: { a: 'b' } }), deployment('web', {})] },
  {
    name: 'both refuse what is broken, and take the rest',
    objects: [
      config('fine'),
      deployment('a', { replicas: -1, minReadySeconds: -1 }),
      deployment('b', { replica: 1 }),
      config('c', { data: { 'a b': 'c' } }),
      { apiVersion: 'v1', kind: 'Service', metadata: { name: 'd' }, spec: { ports: [{ port: 'http' }] } },
      { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'e' }, data: { a: 'not base64!' } },
      { apiVersion: 'policy/v1beta1', kind: 'PodDisruptionBudget', metadata: { name: 'f' }, spec: {} },
    ],
  },
  { name: 'an update that only the cluster knows', objects: [deployment('live', {}, { app: 'other' }), config('a')] },
  { name: 'an immutable Secret', objects: [secret('after'), config('a')] },
  { name: 'a rule of a namespace', objects: [pod({ name: 'p', namespace: 'tight' }), config('a')] },
  { name: 'a name that the server would make', objects: [pod({ generateName: 'p-' })] },
  {
    name: 'what is not there yet',
    objects: [
      config('a', {}, { namespace: 'nowhere' }),
      { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'thing' } },
      pod({ name: 'p', namespace: 'tight' }, { serviceAccountName: 'somebody' }),
      config('b'),
    ],
  },
  {
    name: 'a field that the target lacks and the cluster has',
    args: ['--kubernetes', '1.27'],
    objects: [
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'near' },
        spec: { ports: [{ port: 80 }], trafficDistribution: 'PreferClose' },
      },
    ],
  },
  { name: 'no permission', context: 'stranger', objects: two },
  { name: 'a wrong token', context: 'nobody', objects: two },
  { name: 'nobody listens', context: 'closed', objects: two },
  { name: 'nobody answers', context: 'silent', objects: two },
  { name: 'no such context', context: 'elsewhere', objects: two },
];
