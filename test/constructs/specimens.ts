import type { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigMap } from '../../src/constructs/config-map';
import { ConfiguredApp } from '../../src/constructs/configured-app';
import { CronJob } from '../../src/constructs/cron-job';
import { DebugPod } from '../../src/constructs/debug-pod';
import { DefaultDeny } from '../../src/constructs/default-deny';
import { GrpcRoute } from '../../src/constructs/grpc-route';
import { HorizontalPodAutoscaler } from '../../src/constructs/horizontal-pod-autoscaler';
import { HttpRoute } from '../../src/constructs/http-route';
import { Ingress } from '../../src/constructs/ingress';
import { Job } from '../../src/constructs/job';
import { NetworkPolicy } from '../../src/constructs/network-policy';
import { NginxWithBackendDeployment } from '../../src/constructs/nginx-with-backend-deployment';
import { NginxWithBackendPod } from '../../src/constructs/nginx-with-backend-pod';
import { NodeAgent } from '../../src/constructs/node-agent';
import { PersistentVolume } from '../../src/constructs/persistent-volume';
import { PersistentVolumeClaim } from '../../src/constructs/persistent-volume-claim';
import { Pod } from '../../src/constructs/pod';
import { PodDisruptionBudget } from '../../src/constructs/pod-disruption-budget';
import { ReplicaSet } from '../../src/constructs/replica-set';
import { Secret } from '../../src/constructs/secret';
import { Service } from '../../src/constructs/service';
import { StatefulApp } from '../../src/constructs/stateful-app';
import { StorageClass } from '../../src/constructs/storage-class';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { Worker } from '../../src/constructs/worker';
import { configMapProps, secretProps } from './arbitrary-configuration';
import { cronJobProps, debugPodProps, jobProps, plainPodProps } from './arbitrary-jobs';
import * as network from './arbitrary-network';
import { webDeploymentProps } from './arbitrary-props';
import { claimProps, storageClassProps, volumeProps } from './arbitrary-storage';
import { nodeAgentProps, statefulAppProps, workerProps } from './arbitrary-workloads';
import { everyProp } from './everything';
import { everyCronJobProp, everyJobProp, everyPodProp } from './everything-jobs';
import { everyNodeAgentProp, everyReplicaSetProp, everyStatefulAppProp, everyWorkerProp } from './everything-workloads';
import { chart } from './synth-one';

type Maker = new (scope: Construct, id: string, props: never) => Construct;

/** Valid props by chance, by what is made with them. */
const byChance: readonly (readonly [Maker, fc.Arbitrary<unknown>])[] = [
  [ConfigMap, configMapProps],
  [CronJob, cronJobProps],
  [DebugPod, debugPodProps],
  [DefaultDeny, network.defaultDenyProps],
  [GrpcRoute, network.grpcRouteProps],
  [HorizontalPodAutoscaler, network.autoscalerProps],
  [HttpRoute, network.httpRouteProps],
  [Ingress, network.ingressProps],
  [Job, jobProps],
  [NetworkPolicy, network.networkPolicyProps],
  [NodeAgent, nodeAgentProps],
  [PersistentVolume, volumeProps],
  [PersistentVolumeClaim, claimProps],
  [Pod, plainPodProps],
  [PodDisruptionBudget, network.budgetProps],
  [Secret, secretProps],
  [Service, network.serviceProps],
  [StatefulApp, statefulAppProps],
  [StorageClass, storageClassProps],
  [WebDeployment, webDeploymentProps],
  [Worker, workerProps],
];

const { serviceAccountName: _account, ...web } = everyProp;
const { serviceAccountName: _worker, ...worker } = everyWorkerProp;
const { serviceAccountName: _agent, ...agent } = everyNodeAgentProp;
const { serviceAccountName: _app, ...app } = everyStatefulAppProp;
const image = 'registry.example.com/shop:1.4.2';
const backend = { ...web, name: 'backend', ports: { app: 8080 } };

/** With as many props as there are. */
const withEverything: readonly (readonly [Maker, object])[] = [
  [
    ConfiguredApp,
    { ...web, settings: { data: { LEVEL: 'info' } }, secrets: { login: { name: 'login', keys: ['a'] } } },
  ],
  [CronJob, everyCronJobProp],
  [Job, everyJobProp],
  [
    NginxWithBackendDeployment,
    {
      backend: { image, ports: { app: 8080 }, env: backend.env, resources: backend.resources },
      routes: [
        { prefix: '/', proxyTo: 'app', timeouts: { read: '30s' }, requestHeaders: { set: { 'X-A': 'b' } } },
        { exact: '/old', redirect: { to: '/new', status: 301 } },
        { prefix: '/files', files: { directory: '/srv', index: ['index.html'] } },
      ],
      nginx: {
        gzip: true,
        maxBodySize: '1Mi',
        keepAlive: { connections: 8 },
        realClientIp: { trusted: ['10.0.0.0/8'] },
      },
      replicas: 2,
    },
  ],
  [NginxWithBackendPod, { backend: { image, ports: { app: 8080 } }, routes: [{ prefix: '/', proxyTo: 'app' }] }],
  [NodeAgent, agent],
  [Pod, everyPodProp],
  [ReplicaSet, everyReplicaSetProp],
  [StatefulApp, app],
  [WebDeployment, web],
  [Worker, worker],
];

/** Makes constructs of every class: those of the examples, some with everything, and some by chance. */
export function makeSpecimens(chances: number): void {
  for (const file of readdirSync(join(__dirname, 'examples')).sort()) {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    (require(`./examples/${file}`) as { example(chart: Chart): void }).example(chart({ namespace: 'shop' }));
  }
  for (const [Maker, props] of withEverything) new Maker(chart({ namespace: 'shop' }), 'a', props as never);
  for (const [Maker, props] of byChance) {
    for (const one of fc.sample(props, { numRuns: chances, seed: 2027 })) {
      new Maker(chart({ namespace: 'shop' }), 'a', one as never);
    }
  }
}
