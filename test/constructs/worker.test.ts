import { fieldsOf } from '../../src/api/field-types';
import { Volume } from '../../src/constructs/pod/volume';
import { ReplicaSet } from '../../src/constructs/replica-set';
import { StatefulApp } from '../../src/constructs/stateful-app';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { Worker } from '../../src/constructs/worker';
import type { WorkerProps } from '../../src/constructs/worker-props';
import { everyWorkerProp } from './everything-workloads';
import { chart, kinds, printed, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/mail:1.4.2';
const refusal = (props: object): string =>
  refusalOf(() => new Worker(chart(), 'mail', { image, ...props } as WorkerProps));

test('a minimal one is a Deployment and nothing else, with or without ports', () => {
  const target = chart();
  new Worker(target, 'mail', { image });
  expect(printed(target)).toMatchInlineSnapshot(`
   "apiVersion: apps/v1
   kind: Deployment
   metadata:
     labels:
       app.kubernetes.io/instance: mail
       app.kubernetes.io/name: mail
     name: mail
   spec:
     selector:
       matchLabels:
         app.kubernetes.io/instance: mail
         app.kubernetes.io/name: mail
     template:
       metadata:
         labels:
           app.kubernetes.io/instance: mail
           app.kubernetes.io/name: mail
       spec:
         automountServiceAccountToken: false
         containers:
           - image: registry.example.com/mail:1.4.2
             name: mail
             securityContext:
               allowPrivilegeEscalation: false
               capabilities:
                 drop:
                   - ALL
               readOnlyRootFilesystem: true
         securityContext:
           fsGroup: 10001
           runAsGroup: 10001
           runAsNonRoot: true
           runAsUser: 10001
           seccompProfile:
             type: RuntimeDefault
   "
  `);
  const withPorts = chart();
  new Worker(withPorts, 'mail', { image, ports: { metrics: 9090 } });
  expect(kinds(withPorts)).toEqual(['Deployment']);
});

test('it is the Deployment that a WebDeployment of the same props is', () => {
  const props = { image, ports: { http: 8080 }, maxSurge: 1, spread: ['zones'], serviceAccount: true } as const;
  const worker = new Worker(chart(), 'mail', props);
  const web = new WebDeployment(chart(), 'mail', props);
  expect(rendered(worker.deployment)).toEqual(rendered(web.deployment));
  expect(rendered(worker.serviceAccount)).toEqual(rendered(web.serviceAccount));
});

test('with every prop, every field of a Deployment is there', () => {
  const make = () => {
    const target = chart({ namespace: 'shop' });
    const rolled = { strategy: 'RollingUpdate', maxSurge: 1, maxUnavailable: 0, replicas: 2 } as const;
    return { target, worker: new Worker(target, 'mail', { ...everyWorkerProp, ...rolled }) };
  };
  const { target, worker } = make();
  const { spec, metadata } = rendered(worker.deployment);
  expect([...fieldsOf('DeploymentSpec').keys()].filter((field) => !(field in spec))).toEqual([]);
  expect(metadata.labels).toMatchObject({ more: 'a' });
  expect(kinds(target)).toEqual(['Deployment', 'PodDisruptionBudget', 'NetworkPolicy']);
  expect(printed(target)).toBe(printed(target));
  expect(printed(target)).toBe(printed(make().target));
});

test('what stands beside it bears its name and selects its Pods', () => {
  const target = chart();
  const worker = new Worker(target, 'mail', {
    image,
    ports: { metrics: 9090, dns: { containerPort: 53, protocol: 'UDP' } },
    autoscaling: { minReplicas: 2, maxReplicas: 8, cpuUtilization: 80 },
    podDisruptionBudget: { maxUnavailable: 1 },
    networkPolicy: { allowFrom: [{ namespaceSelector: {} }], ports: ['metrics'] },
    serviceAccount: { name: 'mailer' },
  });
  expect(rendered(worker.horizontalPodAutoscaler).spec.scaleTargetRef).toEqual({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name: 'mail',
  });
  expect(rendered(worker.podDisruptionBudget).spec.selector.matchLabels).toEqual(worker.selectorLabels);
  expect(rendered(worker.networkPolicy).spec.ingress[0].ports).toEqual([{ port: 'metrics' }]);
  expect(rendered(worker.deployment).spec.template.spec.serviceAccountName).toBe('mailer');
  expect(worker.serviceAccountName).toBe('mailer');
  expect(worker.port('dns')).toEqual({ name: 'dns', containerPort: 53, protocol: 'UDP' });
});

test('a name need not be one of a Service', () => {
  const { deployment } = new Worker(chart(), '2nd.mail', { image, containerName: 'mail' });
  expect(rendered(deployment).metadata.name).toBe('2nd.mail');
});

test('a profile and overrides reach the Deployment', () => {
  const { deployment } = new Worker(chart(), 'mail', {
    image,
    profile: 'privileged',
    overrides: { deployment: { spec: { template: { spec: { containers: [{ name: 'mail', tty: true }] } } } } },
  });
  expect(rendered(deployment).spec.template.spec).toEqual({ containers: [{ name: 'mail', image, tty: true }] });
});

test.each([
  [
    'an override of nothing',
    { overrides: { service: {} } },
    'test/mail: overrides is "service"; allowed: "deployment". To fix it, choose one of these.',
  ],
  [
    'a budget that blocks',
    { replicas: 1, podDisruptionBudget: { maxUnavailable: 0 } },
    'test/mail: podDisruptionBudget.maxUnavailable is 0 with 1 Pod at least, so that no Pod could ever be evicted; allowed: a budget that lets one Pod go. To fix it, run at least 2 Pods, or leave the budget out.',
  ],
  [
    'a claim for one node, shared by several Pods',
    {
      replicas: 2,
      volumeMounts: [
        Volume.persistentVolumeClaim('data', 'mail', { accessModes: ['ReadWriteOnce'] }).mountedAt('/data'),
      ],
    },
    'test/mail: volumes.data is a claim with ReadWriteOnce, shared by 2 Pods; allowed: a claim with ReadWriteMany or ReadOnlyMany, or one Pod. To fix it, take a StatefulApp, which makes a claim for each Pod, or change `accessModes` of the claim.',
  ],
  [
    'a policy of a port that is not declared',
    { ports: { metrics: 9090 }, networkPolicy: { allowFrom: [], ports: ['metric'] } },
    'test/mail: networkPolicy.ports[0] is "metric"; allowed: "metrics". To fix it, write "metrics".',
  ],
])('refuses %s', (_what, props, message) => {
  expect(refusal(props)).toBe(message);
});

test('the claim that sidecars, init containers and an autoscaler share is found too', () => {
  const data = Volume.persistentVolumeClaim('data', 'mail', { accessModes: ['ReadWriteOnce'] });
  const mounted = { image, volumeMounts: [data.mountedAt('/data')] };
  const autoscaling = { maxReplicas: 3 };
  for (const props of [{ sidecars: { log: mounted } }, { initContainers: { log: mounted } }, { volumes: [data] }]) {
    expect(refusal({ ...props, autoscaling })).toContain('shared by 3 Pods');
    expect(() => new Worker(chart(), 'mail', { image, ...props })).not.toThrow();
  }
});

test('and it is found in every workload with a number of Pods', () => {
  const data = Volume.persistentVolumeClaim('data', 'shared', { accessModes: ['ReadWriteOncePod'] });
  const props = { image, replicas: 2, volumeMounts: [data.mountedAt('/data')] };
  for (const make of [
    () => new WebDeployment(chart(), 'app', props),
    () => new StatefulApp(chart(), 'app', props),
    () => new ReplicaSet(chart(), 'app', props),
  ]) {
    expect(refusalOf(make)).toContain('test/app: volumes.data is a claim with ReadWriteOncePod, shared by 2 Pods');
  }
});

test('a port that was not declared is refused at run time too', () => {
  const worker = new Worker(chart(), 'mail', { image, ports: { metrics: 9090 } });
  expect(refusalOf(() => (worker as unknown as Worker<string>).port('metric'))).toBe(
    'test/mail: port is "metric"; allowed: "metrics". To fix it, write "metrics".',
  );
});
