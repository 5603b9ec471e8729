import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { NginxWithBackendDeployment, WebDeployment } from '../index';

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

    const labels = { app: 'replicated' };
    // What a Deployment makes for each of its versions; by itself it keeps a number of Pods and updates none.
    new k8s.KubeReplicaSet(this, 'replicated', {
      metadata: { name: 'replicated' },
      spec: {
        replicas: 3,
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'nginx:1.27' }] } },
      },
    });

    // One Pod on every node, to collect its logs.
    new k8s.KubeDaemonSet(this, 'log-agent', {
      metadata: { name: 'log-agent' },
      spec: {
        selector: { matchLabels: { app: 'log-agent' } },
        template: {
          metadata: { labels: { app: 'log-agent' } },
          spec: {
            containers: [
              {
                name: 'agent',
                image: 'fluent/fluent-bit:3.1',
                volumeMounts: [{ name: 'logs', mountPath: '/var/log', readOnly: true }],
              },
            ],
            volumes: [{ name: 'logs', hostPath: { path: '/var/log' } }],
          },
        },
      },
    });

    // Work that is done once.
    new k8s.KubeJob(this, 'migration', {
      metadata: { name: 'migration' },
      spec: {
        backoffLimit: 2,
        ttlSecondsAfterFinished: 3600,
        template: {
          spec: {
            restartPolicy: 'Never',
            containers: [{ name: 'migrate', image: 'ghcr.io/example/shop:1.4.2', args: ['migrate'] }],
          },
        },
      },
    });
  }
}
