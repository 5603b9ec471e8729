import type { Chart } from 'cdk8s';
import { Application } from '../../src/constructs/application';
import { ConfiguredApp } from '../../src/constructs/configured-app';
import { CronJob } from '../../src/constructs/cron-job';
import { DebugPod } from '../../src/constructs/debug-pod';
import { Job } from '../../src/constructs/job';
import { dns, podsIn } from '../../src/constructs/network/destination';
import { NetworkPolicy } from '../../src/constructs/network-policy';
import { NginxWithBackendDeployment } from '../../src/constructs/nginx-with-backend-deployment';
import { NginxWithBackendPod } from '../../src/constructs/nginx-with-backend-pod';
import { NodeAgent } from '../../src/constructs/node-agent';
import { Pod } from '../../src/constructs/pod';
import { PodDisruptionBudget } from '../../src/constructs/pod-disruption-budget';
import { ReplicaSet } from '../../src/constructs/replica-set';
import { StatefulApp } from '../../src/constructs/stateful-app';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { Worker } from '../../src/constructs/worker';
import type { PodSelection } from '../../src/constructs/network/pod-selection';

/** One construct as the linters see it. */
export interface Subject {
  /** Name of the class. */
  readonly name: string;
  /** As it is written with nothing but what it requires. */
  readonly plain: (chart: Chart) => unknown;
  /** With all that `hardened` asks for, in a chart for which it is set. */
  readonly hardened: (chart: Chart) => unknown;
}

const image = 'registry.example.com/shop:1.4.2';
const digest = `@sha256:${'0'.repeat(64)}`;
const amounts = { cpu: '250m', memory: '128Mi', 'ephemeral-storage': '64Mi' };

/** What `hardened` asks of every container. */
export const container = {
  image: `${image}${digest}`,
  resources: { requests: amounts, limits: amounts },
};

/** And of every container that is there to stay. */
export const probed = {
  ...container,
  readinessProbe: { httpGet: { path: '/ready', port: 8080 } },
  livenessProbe: { tcpSocket: { port: 8080 } },
};

/** And of every workload that can say so itself: a policy for both directions. */
export const guarded = {
  ...probed,
  networkPolicy: { allowFrom: [podsIn('ingress-nginx')], allowTo: [podsIn('kube-system')] },
};

/** For a construct without a `networkPolicy`. */
export function policyBeside(
  chart: Chart,
  workload: PodSelection,
  annotations?: Readonly<Record<string, string>>,
): void {
  const [allowFrom, allowTo] = [[podsIn('ingress-nginx')], [dns()]];
  new NetworkPolicy(chart, 'traffic', { for: workload, allowFrom, allowTo, annotations });
}

/** kube-score does not know ReplicaSets, and takes a policy for their Pods for one that selects nothing. */
const unknownPods = { 'kube-score/ignore': 'networkpolicy-targets-pod' };

const ports = { http: 8080 };
const backend = { image, ports: { app: 8080 } };
const nginx = { ...container, image: `nginxinc/nginx-unprivileged:1.27-alpine${digest}` };
const hardenedPair = {
  nginx,
  backend: { ...container, ports: backend.ports, livenessProbe: { httpGet: { path: '/live', port: 'app' } } },
} as const;

/** A Deployment that has no place for its budget and its policy. */
function hardenedNginxDeployment(chart: Chart): void {
  const shop = new NginxWithBackendDeployment(chart, 'shop', { ...hardenedPair, replicas: 2 });
  const unhealthyPodEvictionPolicy = 'AlwaysAllow';
  new PodDisruptionBudget(chart, 'evictions', { for: shop, maxUnavailable: 1, unhealthyPodEvictionPolicy });
  policyBeside(chart, shop);
}

/** Everything that an application can have. */
function hardenedApplication(chart: Chart): void {
  const { image: hardenedImage, ...part } = guarded;
  const shop = new Application(chart, 'shop', {
    image: hardenedImage,
    settings: { data: { LOG_LEVEL: 'info' } },
    web: { ...part, ports, replicas: 2 },
    workers: { mail: { ...part, replicas: 2 } },
    schedules: { report: { resources: part.resources, schedule: '@daily', startingDeadlineSeconds: 600 } },
    database: {
      ...guarded,
      replicas: 1,
      ports: { postgres: 5432 },
      claims: { data: { storage: '10Gi', mountPath: '/data' } },
    },
  });
  policyBeside(chart, shop.schedules.report);
}

/** Every construct that makes Pods. */
export const workloads: readonly Subject[] = [
  {
    name: 'WebDeployment',
    plain: (chart) => new WebDeployment(chart, 'web', { image, ports }),
    hardened: (chart) => new WebDeployment(chart, 'web', { ...guarded, ports, replicas: 2 }),
  },
  {
    name: 'WebDeployment with everything beside it',
    plain: (chart) =>
      new WebDeployment(chart, 'web', {
        image,
        ports,
        autoscaling: { maxReplicas: 4, cpuUtilization: 80 },
        ingress: { host: 'shop.example.com' },
        serviceAccount: true,
        initContainers: { wait: { image } },
      }),
    hardened: (chart) =>
      new WebDeployment(chart, 'web', {
        ...guarded,
        ports,
        autoscaling: { minReplicas: 2, maxReplicas: 4, cpuUtilization: 80 },
        ingress: { host: 'shop.example.com' },
        serviceAccount: true,
        initContainers: { wait: container },
        sidecars: { metrics: { ...probed, readinessProbe: { httpGet: { path: '/metrics', port: 9090 } } } },
      }),
  },
  {
    name: 'ConfiguredApp',
    plain: (chart) => new ConfiguredApp(chart, 'web', { image, ports, settings: { data: { LOG_LEVEL: 'info' } } }),
    hardened: (chart) =>
      new ConfiguredApp(chart, 'web', {
        ...guarded,
        ports,
        replicas: 2,
        settings: { data: { LOG_LEVEL: 'info' } },
        secrets: { database: { name: 'shop-database', keys: ['password'], files: { mountPath: '/etc/database' } } },
      }),
  },
  {
    name: 'Application',
    plain: (chart) => new Application(chart, 'shop', { image, web: { ports } }),
    hardened: hardenedApplication,
  },
  {
    name: 'Worker',
    plain: (chart) => new Worker(chart, 'mail', { image }),
    hardened: (chart) => new Worker(chart, 'mail', { ...guarded, replicas: 2 }),
  },
  {
    name: 'StatefulApp',
    plain: (chart) => new StatefulApp(chart, 'store', { image, ports }),
    hardened: (chart) =>
      new StatefulApp(chart, 'store', {
        ...guarded,
        ports,
        replicas: 3,
        claims: { data: { storage: '10Gi', mountPath: '/data' } },
        service: true,
      }),
  },
  {
    name: 'StatefulApp of one Pod',
    plain: (chart) => new StatefulApp(chart, 'store', { image, ports, replicas: 1 }),
    hardened: (chart) => new StatefulApp(chart, 'store', { ...guarded, ports, replicas: 1 }),
  },
  {
    name: 'NodeAgent',
    plain: (chart) => new NodeAgent(chart, 'logs', { image }),
    hardened: (chart) => new NodeAgent(chart, 'logs', guarded),
  },
  {
    name: 'ReplicaSet',
    plain: (chart) => new ReplicaSet(chart, 'canary', { image }),
    hardened: (chart) => policyBeside(chart, new ReplicaSet(chart, 'canary', { ...probed, replicas: 2 }), unknownPods),
  },
  {
    name: 'NginxWithBackendDeployment',
    plain: (chart) => new NginxWithBackendDeployment(chart, 'shop', { backend }),
    hardened: hardenedNginxDeployment,
  },
  {
    name: 'NginxWithBackendPod',
    plain: (chart) => new NginxWithBackendPod(chart, 'shop', { backend }),
    hardened: (chart) => policyBeside(chart, new NginxWithBackendPod(chart, 'shop', hardenedPair)),
  },
  {
    name: 'Job',
    plain: (chart) => new Job(chart, 'migrate', { image }),
    hardened: (chart) => policyBeside(chart, new Job(chart, 'migrate', container)),
  },
  {
    name: 'CronJob',
    plain: (chart) => new CronJob(chart, 'report', { image, schedule: '@daily' }),
    hardened: (chart) =>
      policyBeside(
        chart,
        new CronJob(chart, 'report', { ...container, schedule: '@daily', startingDeadlineSeconds: 600 }),
      ),
  },
  {
    name: 'Pod',
    plain: (chart) => new Pod(chart, 'mail', { image }),
    hardened: (chart) => policyBeside(chart, new Pod(chart, 'mail', probed)),
  },
  {
    name: 'DebugPod',
    plain: (chart) => new DebugPod(chart, 'look'),
    hardened: (chart) =>
      policyBeside(
        chart,
        new DebugPod(chart, 'look', {
          ...container,
          readinessProbe: { exec: { command: ['true'] } },
          livenessProbe: { exec: { command: ['test', '-d', '/'] } },
        }),
      ),
  },
];
