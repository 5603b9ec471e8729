import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  CronJob,
  Job,
  NginxWithBackendDeployment,
  NodeAgent,
  ReplicaSet,
  StatefulApp,
  WebDeployment,
  Worker,
  cron,
} from '../index';

/** Workloads: what makes Pods and keeps them. */
export class Workloads extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'study' });

    // Replaces Pods one at a time: one more than asked for while it does, never one less.
    new WebDeployment(this, 'rolling', {
      image: 'nginxinc/nginx-unprivileged:1.27-alpine',
      ports: { http: { containerPort: 8080, servicePort: 80 } },
      writablePaths: ['/tmp'],
      replicas: 3,
      maxSurge: 1,
      maxUnavailable: 0,
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
      readinessProbe: { httpGet: { path: '/' } },
      podDisruptionBudget: { maxUnavailable: 1 },
      spread: ['zones', 'nodes'],
    });

    // Takes all Pods away before it makes new ones, and waits until somebody unpauses it.
    new WebDeployment(this, 'recreated', {
      image: 'ghcr.io/example/single-writer:2.3.0',
      strategy: 'Recreate',
      replicas: 1,
      paused: true,
    });

    // As many Pods as there is work, between two and ten.
    new WebDeployment(this, 'scaled', {
      image: 'ghcr.io/example/shop:1.4.2',
      ports: { http: 8080 },
      resources: { requests: { cpu: '250m', memory: '128Mi' }, limits: { memory: '256Mi' } },
      autoscaling: { minReplicas: 2, maxReplicas: 10, cpuUtilization: 70 },
      serviceAccount: true,
    });

    // nginx and a backend in each of two Pods, rolled when the configuration of nginx changes.
    new NginxWithBackendDeployment(this, 'echo', {
      replicas: 2,
      routes: [{ prefix: '/', proxyTo: 'echo' }],
      backend: { name: 'echo', image: 'ealen/echo-server:0.9.2', ports: { echo: 8080 }, env: { PORT: 8080 } },
    });

    // Takes its work from a queue: nobody connects to it.
    new Worker(this, 'mail', {
      image: 'ghcr.io/example/shop:1.4.2',
      args: ['work', 'mail'],
      terminationGracePeriodSeconds: 120,
      networkPolicy: { allowFrom: [] },
    });

    // Each Pod with a name and storage of its own.
    new StatefulApp(this, 'store', {
      image: 'ghcr.io/example/store:7.2.1',
      ports: { client: 6379 },
      replicas: 3,
      claims: { data: { storage: '1Gi', mountPath: '/data' } },
      podDisruptionBudget: { maxUnavailable: 1 },
    });

    // What a Deployment makes for each of its versions; by itself it keeps a number of Pods and updates none.
    new ReplicaSet(this, 'replicated', {
      image: 'nginxinc/nginx-unprivileged:1.27-alpine',
      ports: { http: 8080 },
      writablePaths: ['/tmp'],
      replicas: 3,
    });

    // One Pod on every node, to collect its logs.
    new NodeAgent(this, 'log-agent', {
      image: 'fluent/fluent-bit:3.1',
      profile: 'baseline',
      hostPaths: { '/var/log': {} },
      tolerate: ['controlPlane'],
    });

    // Work that is done once, and work that is done every night.
    new Job(this, 'migration', {
      image: 'ghcr.io/example/shop:1.4.2',
      args: ['migrate'],
      backoffLimit: 2,
      ttlSecondsAfterFinished: 3600,
    });
    new CronJob(this, 'report', {
      schedule: cron.daily({ hour: 3, minute: 30 }),
      timeZone: 'Europe/Berlin',
      image: 'ghcr.io/example/shop:1.4.2',
      args: ['report'],
      concurrencyPolicy: 'Forbid',
    });
  }
}
