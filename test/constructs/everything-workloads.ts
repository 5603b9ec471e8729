import type { NodeAgentObjects } from '../../src/constructs/node-agent-props';
import type { ReplicaSetProps } from '../../src/constructs/replica-set';
import type { StatefulAppObjects } from '../../src/constructs/stateful-app-props';
import type { WorkerObjects } from '../../src/constructs/worker-props';
import type { ClaimTemplateOptions } from '../../src/constructs/workload/claim-templates';
import type { HeadlessServiceProps } from '../../src/constructs/workload/headless-service';
import type { HostPathProps } from '../../src/constructs/workload/host-access';
import { everyProp } from './everything';

const {
  hostname: _hostname,
  ingress: _ingress,
  overrides: _overrides,
  paused,
  podDisruptionBudget,
  progressDeadlineSeconds,
  serviceAccount: _serviceAccount,
  serviceAccountName,
  spread,
  subdomain: _subdomain,
  service,
  ports,
  ...shared
} = everyProp;

const {
  appProtocol: _appProtocol,
  exposed: _exposed,
  nodePort: _nodePort,
  servicePort: _servicePort,
  ...http
} = ports.http as Exclude<typeof ports.http, number>;
const { networkPolicy, minReadySeconds, revisionHistoryLimit, ...pod } = shared;
const named = { hostname: 'shop', subdomain: 'shops' };

/** Every prop of a Worker but those that exclude each other. The compiler asks for each new one. */
export const everyWorkerProp: Omit<Required<WorkerObjects<'http'>>, 'serviceAccount'> = {
  ...shared,
  ...named,
  serviceAccountName,
  podDisruptionBudget,
  spread,
  paused,
  progressDeadlineSeconds,
  ports: { http },
  overrides: { deployment: { metadata: { labels: { more: 'a' } } } },
};

/** Every prop of a ReplicaSet. */
export const everyReplicaSetProp: Required<ReplicaSetProps<'http'>> = {
  ...pod,
  ...named,
  serviceAccountName,
  minReadySeconds,
  ports: { http },
  replicas: 2,
  overrides: { metadata: { labels: { more: 'a' } } },
};

const headlessService: Required<HeadlessServiceProps> = {
  name: 'shop-peers',
  labels: { of: 'service' },
  annotations: { of: 'service' },
  ipFamilies: ['IPv4'],
  ipFamilyPolicy: 'SingleStack',
  publishNotReadyAddresses: true,
};

const claim: Required<ClaimTemplateOptions> = {
  storage: '10Gi',
  storageLimit: '20Gi',
  accessModes: ['ReadWriteOncePod'],
  storageClassName: 'fast',
  volumeAttributesClassName: 'gold',
  volumeName: 'pv-1',
  selector: { matchLabels: { tier: 'fast' } },
  dataSource: { snapshot: 'before' },
  labels: { of: 'claim' },
  annotations: { of: 'claim' },
};

/** Every prop of a StatefulApp but those that exclude each other. */
export const everyStatefulAppProp: Omit<Required<StatefulAppObjects<'http', 'store' | 'raw'>>, 'serviceAccount'> = {
  ...shared,
  serviceAccountName,
  podDisruptionBudget,
  spread,
  ports,
  service: service as Exclude<typeof service, false>,
  headlessService,
  claims: {
    store: {
      ...claim,
      volumeMode: 'Filesystem',
      mountPath: '/store',
      readOnly: false,
      subPath: 'a',
      mountPropagation: 'None',
      mountedIn: { log: '/store', prepare: { mountPath: '/store', readOnly: true } },
    },
    raw: { storage: 1e9, volumeMode: 'Block', devicePath: '/dev/raw', dataSource: { kind: 'Image', name: 'a' } },
  },
  podManagementPolicy: 'Parallel',
  ordinals: { start: 1 },
  persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Retain' },
  overrides: { headlessService: { spec: { sessionAffinity: 'None' } } },
};

const hostPath: Required<HostPathProps> = {
  mountPath: '/host/log',
  readOnly: true,
  recursiveReadOnly: 'IfPossible',
  type: 'Directory',
  subPath: 'a',
  subPathExpr: '$(A)',
  mountPropagation: 'HostToContainer',
};
const { subPathExpr: _subPathExpr, ...hostLog } = hostPath;

/** Every prop of a NodeAgent but those that exclude each other. */
export const everyNodeAgentProp: Omit<Required<NodeAgentObjects<'http'>>, 'serviceAccount'> = {
  ...pod,
  ...named,
  networkPolicy,
  minReadySeconds,
  revisionHistoryLimit,
  serviceAccountName,
  ports: { http },
  tolerate: ['controlPlane'],
  hostPaths: { '/var/log': hostLog },
  overrides: { daemonSet: { metadata: { labels: { more: 'a' } } } },
};
