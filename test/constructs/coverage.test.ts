import { ApiObject, type Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { type FieldType, fieldsOf } from '../../src/api/field-types';
import { CronJob } from '../../src/constructs/cron-job';
import { HorizontalPodAutoscaler } from '../../src/constructs/horizontal-pod-autoscaler';
import { Ingress } from '../../src/constructs/ingress';
import { Job } from '../../src/constructs/job';
import { NetworkPolicy } from '../../src/constructs/network-policy';
import { NodeAgent } from '../../src/constructs/node-agent';
import { PersistentVolume } from '../../src/constructs/persistent-volume';
import { PersistentVolumeClaim } from '../../src/constructs/persistent-volume-claim';
import { Pod } from '../../src/constructs/pod';
import { PodDisruptionBudget } from '../../src/constructs/pod-disruption-budget';
import { ReplicaSet } from '../../src/constructs/replica-set';
import { Service } from '../../src/constructs/service';
import { StatefulApp } from '../../src/constructs/stateful-app';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { chart } from './synth-one';

const image = 'registry.example.com/shop:1.4.2';
const web = (scope: Chart) => new WebDeployment(scope, 'web', { image, ports: { http: 8080 } });

/** How an override of each kind is given to a construct that makes one. */
const makers: Readonly<Record<string, (scope: Chart, override: never) => Construct>> = {
  Deployment: (scope, deployment) => new WebDeployment(scope, 'a', { image, overrides: { deployment } }),
  StatefulSet: (scope, statefulSet) =>
    new StatefulApp(scope, 'a', { image, ports: { http: 8080 }, overrides: { statefulSet } }),
  DaemonSet: (scope, daemonSet) => new NodeAgent(scope, 'a', { image, overrides: { daemonSet } }),
  ReplicaSet: (scope, replicaSet) => new ReplicaSet(scope, 'a', { image, overrides: replicaSet }),
  Job: (scope, job) => new Job(scope, 'a', { image, overrides: job }),
  CronJob: (scope, cronJob) => new CronJob(scope, 'a', { image, schedule: '@daily', overrides: cronJob }),
  Pod: (scope, pod) => new Pod(scope, 'a', { image, overrides: pod }),
  Service: (scope, overrides) => new Service(scope, 'a', { selector: web(scope), ports: { http: 80 }, overrides }),
  Ingress: (scope, overrides) => new Ingress(scope, 'a', { backend: web(scope).port('http'), overrides }),
  HorizontalPodAutoscaler: (scope, overrides) =>
    new HorizontalPodAutoscaler(scope, 'a', { target: web(scope), maxReplicas: 3, overrides }),
  PodDisruptionBudget: (scope, overrides) =>
    new PodDisruptionBudget(scope, 'a', { for: web(scope), maxUnavailable: 1, overrides } as never),
  NetworkPolicy: (scope, overrides) =>
    new NetworkPolicy(scope, 'a', { for: web(scope), allowFrom: [], overrides } as never),
  PersistentVolumeClaim: (scope, overrides) => new PersistentVolumeClaim(scope, 'a', { storage: '1Gi', overrides }),
  PersistentVolume: (scope, overrides) =>
    new PersistentVolume(scope, 'a', {
      capacity: '1Gi',
      source: { nfs: { server: 'a', path: '/' } },
      overrides,
    } as never),
};

const marker = 'set-by-the-override';

/** An override for each field of a type, with the marker where the field has its value. */
function* overrides(type: string, path: string, above: readonly string[] = []): Generator<readonly [string, object]> {
  if (above.includes(type)) return;
  for (const [field, of] of fieldsOf(type)) {
    const here = path === '' ? field : `${path}.${field}`;
    if (path === '' && ['apiVersion', 'kind', 'metadata', 'status'].includes(field)) continue;
    if (of.type === '') yield [here, { [field]: leaf(of) }];
    else
      for (const [deeper, inside] of overrides(of.type, here, [...above, type]))
        yield [deeper, { [field]: around(of, inside) }];
  }
}

function leaf({ shape }: FieldType): unknown {
  if (shape === 'list') return [marker];
  return shape === 'map' ? { key: marker } : marker;
}

/** An item of a list needs the key by which it is found. */
function around({ keys = [], shape }: FieldType, inside: object): unknown {
  if (shape === 'map') return { key: inside };
  if (shape !== 'list') return inside;
  return [{ ...Object.fromEntries(keys.slice(0, 1).map((key) => [key, 'key'])), ...inside }];
}

describe.each(Object.keys(makers))('every field of %s', (kind) => {
  test('can be reached', () => {
    const unreachable: string[] = [];
    let fields = 0;
    for (const [path, override] of overrides(kind, '')) {
      fields += 1;
      const scope = chart({ namespace: 'shop' });
      const made = ApiObject.of(makers[kind]!(scope, override as never));
      if (!JSON.stringify(made.toJson()).includes(marker)) unreachable.push(path);
    }
    expect(unreachable).toEqual([]);
    expect(fields).toBeGreaterThan(3);
  });
});
