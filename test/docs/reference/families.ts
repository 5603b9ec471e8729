/** A page of the reference. */
export interface Family {
  readonly page: string;
  readonly title: string;
  /** What is on it: beginnings of paths below `src/`. */
  readonly from: readonly string[];
}

/** In the order of the index. The first that has a path takes it, so what is special comes before what is general. */
const taken: readonly Family[] = [
  {
    page: 'nginx',
    title: 'nginx before a backend',
    from: ['constructs/nginx', 'constructs/workload/pod-port'],
  },
  {
    page: 'jobs',
    title: 'Jobs and schedules',
    from: ['constructs/job', 'constructs/cron-job'],
  },
  {
    page: 'pods',
    title: 'Pods and containers',
    from: ['constructs/pod/', 'constructs/pod.', 'constructs/plain-pod', 'constructs/debug-pod'],
  },
  {
    page: 'configuration',
    title: 'Configuration and secrets',
    from: [
      'constructs/config-map',
      'constructs/configuration/',
      'constructs/external-secret',
      'constructs/keyed-object',
      'constructs/reference',
      'constructs/sealed-secret',
      'constructs/secret',
      'constructs/service-account-token',
    ],
  },
  {
    page: 'tenancy',
    title: 'Namespaces, quotas and permissions',
    from: [
      'constructs/cluster-role',
      'constructs/default-deny',
      'constructs/limit-range',
      'constructs/namespace',
      'constructs/priority-class',
      'constructs/resource-quota',
      'constructs/role',
      'constructs/service-account',
      'constructs/tenancy/',
    ],
  },
  {
    page: 'network',
    title: 'Services, ways in and network policies',
    from: [
      'constructs/gateway/',
      'constructs/grpc-route',
      'constructs/http-route',
      'constructs/ingress',
      'constructs/network',
      'constructs/service',
      'constructs/traffic',
      'constructs/workload/headless-service',
      'constructs/workload/ingress',
      'constructs/workload/network-policy',
      'constructs/workload/service-props',
      'constructs/workload/service.',
    ],
  },
  {
    page: 'storage',
    title: 'Volumes and claims',
    from: ['constructs/persistent-volume', 'constructs/storage', 'constructs/workload/claim-templates'],
  },
  {
    page: 'scaling',
    title: 'Scaling and availability',
    from: [
      'constructs/horizontal-pod-autoscaler',
      'constructs/pod-disruption-budget',
      'constructs/scaling/',
      'constructs/workload/disruption-budget',
      'constructs/workload/scaling',
    ],
  },
  {
    page: 'shared',
    title: 'What holds for all constructs',
    from: [
      'api/',
      'constructs/labels',
      'constructs/metadata',
      'constructs/object',
      'constructs/one-of',
      'constructs/place',
      'constructs/scope-defaults',
      'constructs/single-object',
      'values/',
    ],
  },
  { page: 'workloads', title: 'Workloads and whole applications', from: ['constructs/'] },
  {
    page: 'problems',
    title: 'Problems and what is allowed',
    from: [
      'problems/',
      'manifest/allowances',
      'checks/',
      'api/minors',
      'check-files',
      'judging',
      'reading/',
      'reviewing',
      'validation',
    ],
  },
  { page: 'app', title: 'The app and its pipeline', from: [''] },
];

const order = [
  'app',
  'problems',
  'workloads',
  'pods',
  'jobs',
  'nginx',
  'configuration',
  'network',
  'storage',
  'scaling',
  'tenancy',
  'shared',
];

/** All families, in the order of the index. */
export const families: readonly Family[] = order.map((page) => taken.find((family) => family.page === page)!);

/** The family that a file belongs to. */
export function familyOf(file: string): Family {
  const path = file.replace(/^src\//, '');
  return taken.find(({ from }) => from.some((beginning) => path.startsWith(beginning)))!;
}
