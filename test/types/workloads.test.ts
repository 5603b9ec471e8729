import type { ClaimReference } from '../../src/constructs/stateful-app';
import type { PodPort } from '../../src/constructs/workload/pod-port';
import { NodeAgent } from '../../src/constructs/node-agent';
import { ReplicaSet } from '../../src/constructs/replica-set';
import { StatefulApp } from '../../src/constructs/stateful-app';
import { Worker } from '../../src/constructs/worker';
import { chart } from '../constructs/synth-one';

const image = 'registry.example.com/shop:1';

/** What must not compile; the function is never called, because most of it would throw. */
function neverCalled(): void {
  const target = chart();

  const worker = new Worker(target, 'worker', { image, ports: { metrics: 9090 } });
  worker.port('metrics');
  // @ts-expect-error: not declared
  worker.port('metric');
  // @ts-expect-error: none is declared
  new Worker(target, 'a', { image }).port('http');
  // @ts-expect-error: no Service offers the port
  new Worker(target, 'b', { image, ports: { http: { containerPort: 80, servicePort: 80 } } });
  // @ts-expect-error: there is no Service
  new Worker(target, 'c', { image, service: {} });
  // @ts-expect-error: an autoscaler and a fixed number
  new Worker(target, 'd', { image, replicas: 2, autoscaling: { maxReplicas: 3 } });
  // @ts-expect-error: no surge where all Pods end first
  new Worker(target, 'e', { image, strategy: 'Recreate', maxSurge: 1 });
  // @ts-expect-error: a probe of a port that is not declared
  new Worker(target, 'f', { image, ports: { http: 80 }, livenessProbe: { tcpSocket: { port: 'htpp' } } });
  // @ts-expect-error: a policy of a port that is not declared
  new Worker(target, 'g', { image, ports: { http: 80 }, networkPolicy: { allowFrom: [], ports: ['htpp'] } });
  // @ts-expect-error: no such object
  new Worker(target, 'h', { image, overrides: { service: {} } });

  const app = new StatefulApp(target, 'app', {
    image,
    ports: { client: 6379 },
    claims: {
      data: { storage: '10Gi', mountPath: '/data' },
      raw: { storage: 1, volumeMode: 'Block', devicePath: '/dev/raw' },
    },
  });
  app.podAddress(0, 'client');
  const data: ClaimReference<'data'> = app.claim('data');
  // @ts-expect-error: not declared
  app.podAddress(0, 'clinet');
  // @ts-expect-error: not declared
  app.claim('date');
  // @ts-expect-error: the name is a type
  const wrongClaim: ClaimReference<'data'> = app.claim('raw');
  // @ts-expect-error: none is declared
  new StatefulApp(target, 'i', { image }).claim('data');
  // @ts-expect-error: a claim says how much it must hold
  new StatefulApp(target, 'j', { image, claims: { data: { mountPath: '/data' } } });
  // @ts-expect-error: a device is not mounted
  new StatefulApp(target, 'k', { image, claims: { a: { storage: 1, volumeMode: 'Block', mountPath: '/data' } } });
  // @ts-expect-error: a file system is no device
  new StatefulApp(target, 'l', { image, claims: { a: { storage: 1, devicePath: '/dev/a' } } });
  // @ts-expect-error: no such access mode
  new StatefulApp(target, 'm', { image, claims: { a: { storage: 1, mountPath: '/a', accessModes: ['RWO'] } } });
  // @ts-expect-error: Pods that nobody replaces have no partition
  new StatefulApp(target, 'n', { image, updateStrategy: 'OnDelete', partition: 1 });
  // @ts-expect-error: each Pod has a name of its own
  new StatefulApp(target, 'o', { image, hostname: 'a' });
  // @ts-expect-error: an Ingress is for a WebDeployment
  new StatefulApp(target, 'p', { image, ingress: { host: 'a' } });

  const agent = new NodeAgent(target, 'agent', { image, ports: { metrics: 2020 }, hostPaths: { '/var/log': {} } });
  agent.port('metrics');
  // @ts-expect-error: not declared
  agent.port('metric');
  // @ts-expect-error: there is one Pod for each node
  new NodeAgent(target, 'q', { image, replicas: 2 });
  // @ts-expect-error: a node has the new Pod first, or is without one
  new NodeAgent(target, 'r', { image, maxSurge: 1, maxUnavailable: 1 });
  // @ts-expect-error: Pods that nobody replaces have no surge
  new NodeAgent(target, 's', { image, updateStrategy: 'OnDelete', maxSurge: 1 });
  // @ts-expect-error: no such taint
  new NodeAgent(target, 't', { image, tolerate: ['controlplane'] });
  // @ts-expect-error: no such type of path
  new NodeAgent(target, 'u', { image, hostPaths: { '/var/log': { type: 'Folder' } } });

  const set = new ReplicaSet(target, 'set', { image, ports: { http: 80 } });
  // @ts-expect-error: not declared
  set.port('htpp');
  // @ts-expect-error: a ReplicaSet keeps no old versions
  new ReplicaSet(target, 'v', { image, revisionHistoryLimit: 2 });
  // @ts-expect-error: no such field of the API
  new ReplicaSet(target, 'w', { image, overrides: { spec: { replica: 1 } } });

  const anyWorker: Worker = worker;
  const someWorker: Worker<string> = worker;
  const anyApp: StatefulApp = app;
  const someApp: StatefulApp<string, string> = app;
  const someAgent: NodeAgent<string> = agent;
  const port: PodPort<'http'> = set.port('http');
  void [anyWorker, someWorker, anyApp, someApp, someAgent, port, data, wrongClaim];
}

test('what must not compile does not', () => {
  expect(neverCalled).toBeInstanceOf(Function);
});
