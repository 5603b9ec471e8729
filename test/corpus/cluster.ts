import type { Tree } from './case';

/** What is known about the cluster that is asked: the flags of the server and the objects that the runner puts there. */
export const cluster = {
  ipFamilies: ['IPv4', 'IPv6'],
  serviceRanges: ['10.96.0.0/16', 'fd00:10:96::/112'],
  nodePorts: '30000-32767',
  priorityClasses: {
    high: { value: 1000, preemptionPolicy: 'PreemptLowerPriority' },
    never: { value: 5, preemptionPolicy: 'Never' },
  },
  runtimeClasses: { sandbox: { overhead: { cpu: '100m', memory: '64Mi' } }, plain: {} },
} as const;

/** The namespaces by the Pod Security level that they enforce. */
export const namespaces = { privileged: 'default', baseline: 'baseline', restricted: 'restricted' } as const;

/** The service accounts that every namespace has. */
export const serviceAccounts = ['default', 'builder'] as const;

/** The objects that the runner puts there: those that the facts above name, and a class whose claims may grow. */
export function clusterObjects(): readonly Tree[] {
  return [
    ...Object.entries(cluster.priorityClasses).map(([name, facts]) => ({
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name },
      ...facts,
    })),
    ...Object.entries(cluster.runtimeClasses).map(([name, facts]) => ({
      apiVersion: 'node.k8s.io/v1',
      kind: 'RuntimeClass',
      metadata: { name },
      handler: name,
      ...('overhead' in facts ? { overhead: { podFixed: facts.overhead } } : {}),
    })),
    {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'expandable' },
      provisioner: 'csi.example.com',
      allowVolumeExpansion: true,
    },
    ...(['baseline', 'restricted'] as const).map((level) => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespaces[level], labels: { 'pod-security.kubernetes.io/enforce': level } },
    })),
  ];
}
