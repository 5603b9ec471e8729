import { Construct } from 'constructs';
import { fieldsOf } from '../../src/api/field-types';
import { Volume } from '../../src/constructs/pod/volume';
import { setDefaults } from '../../src/constructs/scope-defaults';
import { StatefulApp } from '../../src/constructs/stateful-app';
import type { StatefulAppProps } from '../../src/constructs/stateful-app-props';
import { everyStatefulAppProp } from './everything-workloads';
import { chart, kinds, printed, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/store:7.2.1';
const refusal = (props: object, id = 'store'): string =>
  refusalOf(() => new StatefulApp(chart(), id, { image, ...props } as StatefulAppProps));

test('a minimal one is a StatefulSet and the Service that names its Pods', () => {
  const target = chart();
  new StatefulApp(target, 'store', { image, claims: { data: { storage: '10Gi', mountPath: '/data' } } });
  expect(printed(target)).toMatchInlineSnapshot(`
   "apiVersion: apps/v1
   kind: StatefulSet
   metadata:
     labels:
       app.kubernetes.io/instance: store
       app.kubernetes.io/name: store
     name: store
   spec:
     selector:
       matchLabels:
         app.kubernetes.io/instance: store
         app.kubernetes.io/name: store
     serviceName: store
     template:
       metadata:
         labels:
           app.kubernetes.io/instance: store
           app.kubernetes.io/name: store
       spec:
         automountServiceAccountToken: false
         containers:
           - image: registry.example.com/store:7.2.1
             name: store
             securityContext:
               allowPrivilegeEscalation: false
               capabilities:
                 drop:
                   - ALL
               readOnlyRootFilesystem: true
             volumeMounts:
               - mountPath: /data
                 name: data
         securityContext:
           fsGroup: 10001
           runAsGroup: 10001
           runAsNonRoot: true
           runAsUser: 10001
           seccompProfile:
             type: RuntimeDefault
     volumeClaimTemplates:
       - metadata:
           name: data
         spec:
           accessModes:
             - ReadWriteOnce
           resources:
             requests:
               storage: 10Gi
   ---
   apiVersion: v1
   kind: Service
   metadata:
     labels:
       app.kubernetes.io/instance: store
       app.kubernetes.io/name: store
     name: store
   spec:
     clusterIP: None
     selector:
       app.kubernetes.io/instance: store
       app.kubernetes.io/name: store
   "
  `);
});

test('with every prop, every field of the API is there but those that Kubernetes sets itself', () => {
  const make = () => {
    const target = chart({ namespace: 'shop' });
    const update = { updateStrategy: 'RollingUpdate', partition: 1, maxUnavailable: '50%', replicas: 3 } as const;
    return { target, app: new StatefulApp(target, 'store', { ...everyStatefulAppProp, ...update }) };
  };
  const { target, app } = make();
  const lacking = (type: string, object: object): readonly string[] =>
    [...fieldsOf(type).keys()].filter((field) => !(field in object)).sort();
  const { spec } = rendered(app.statefulSet);
  expect(lacking('StatefulSetSpec', spec)).toEqual([]);
  expect(lacking('RollingUpdateStatefulSetStrategy', spec.updateStrategy.rollingUpdate)).toEqual([]);
  expect(lacking('PodSpec', spec.template.spec)).toEqual([
    'activeDeadlineSeconds',
    'ephemeralContainers',
    'hostname',
    'restartPolicy',
    'serviceAccount',
    'subdomain',
  ]);
  expect(lacking('PersistentVolumeClaimSpec', spec.volumeClaimTemplates[0].spec)).toEqual(['dataSourceRef']);
  expect(kinds(target)).toEqual(['StatefulSet', 'Service', 'Service', 'PodDisruptionBudget', 'NetworkPolicy']);
  expect(rendered(app.headlessService).spec).toMatchObject({ publishNotReadyAddresses: true, sessionAffinity: 'None' });
  expect(printed(target)).toBe(printed(target));
  expect(printed(target)).toBe(printed(make().target));
});

test('moving it to another place in the tree changes no byte', () => {
  const here = chart();
  new StatefulApp(here, 'store', { image, ports: { client: 80 } });
  const there = chart();
  new StatefulApp(new Construct(there, 'a'), 'store', { image, ports: { client: 80 } });
  expect(printed(there)).toBe(printed(here));
});

test('claims appear in the containers that they are for, and never among the volumes', () => {
  const { statefulSet } = new StatefulApp(chart(), 'store', {
    image,
    writablePaths: ['/tmp'],
    sidecars: { backup: { image } },
    initContainers: { prepare: { image } },
    claims: {
      data: {
        storage: '10Gi',
        accessModes: ['ReadWriteOncePod'],
        mountPath: '/data',
        subPath: 'db',
        mountedIn: { backup: { mountPath: '/from', readOnly: true }, prepare: '/data' },
      },
      raw: { storage: '1Gi', volumeMode: 'Block', devicePath: '/dev/raw', storageClassName: '' },
    },
  });
  const { template, volumeClaimTemplates } = rendered(statefulSet).spec;
  expect(template.spec.volumes).toEqual([{ name: 'store-tmp', emptyDir: {} }]);
  expect(template.spec.containers[0].volumeMounts).toEqual([
    { name: 'data', mountPath: '/data', subPath: 'db' },
    { name: 'store-tmp', mountPath: '/tmp' },
  ]);
  expect(template.spec.containers[0].volumeDevices).toEqual([{ name: 'raw', devicePath: '/dev/raw' }]);
  expect(template.spec.containers[1].volumeMounts).toEqual([{ name: 'data', mountPath: '/from', readOnly: true }]);
  expect(template.spec.initContainers[0].volumeMounts).toEqual([{ name: 'data', mountPath: '/data' }]);
  expect(volumeClaimTemplates).toEqual([
    {
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOncePod'], resources: { requests: { storage: '10Gi' } } },
    },
    {
      metadata: { name: 'raw' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: '',
        volumeMode: 'Block',
        resources: { requests: { storage: '1Gi' } },
      },
    },
  ]);
});

test('a container may be called as any object has a property', () => {
  const claims = { data: { storage: 1, mountPath: '/data' } };
  const { statefulSet } = new StatefulApp(chart(), 'store', { image, sidecars: { constructor: { image } }, claims });
  expect(rendered(statefulSet).spec.template.spec.containers[1]).not.toHaveProperty('volumeMounts');
});

test('labels of the scope stay out of the templates, which nobody can change', () => {
  const target = chart({ labels: { stage: 'test' } });
  const { statefulSet } = new StatefulApp(target, 'store', {
    image,
    labels: { team: 'a' },
    claims: { data: { storage: 1, mountPath: '/data', labels: { kept: 'b' }, annotations: { why: 'c' } } },
  });
  expect(rendered(statefulSet).spec.volumeClaimTemplates[0].metadata).toEqual({
    name: 'data',
    labels: { kept: 'b' },
    annotations: { why: 'c' },
  });
});

test('the headless Service has every port under the number of the container, the one for clients maps and hides', () => {
  const app = new StatefulApp(chart({ namespace: 'shop' }), 'store', {
    image,
    ports: { client: { containerPort: 6379, servicePort: 80 }, peers: { containerPort: 16379, exposed: false } },
    service: true,
  });
  expect(rendered(app.headlessService)).toMatchObject({
    metadata: { name: 'store' },
    spec: {
      clusterIP: 'None',
      selector: app.selectorLabels,
      ports: [
        { name: 'client', port: 6379, targetPort: 'client' },
        { name: 'peers', port: 16379, targetPort: 'peers' },
      ],
    },
  });
  expect(rendered(app.service)).toMatchObject({
    metadata: { name: 'store-client' },
    spec: { selector: app.selectorLabels, ports: [{ name: 'client', port: 80, targetPort: 'client' }] },
  });
  expect(rendered(app.statefulSet).spec.serviceName).toBe('store');
  expect(app.port('client')).toMatchObject({ service: 'store-client', servicePort: 80 });
});

test('without a Service for clients, a port is found at the headless one', () => {
  const app = new StatefulApp(chart(), 'store', {
    image,
    ports: { client: 6379 },
    headlessService: { name: 'nodes' },
  });
  expect(app.port('client')).toEqual({
    name: 'client',
    containerPort: 6379,
    servicePort: 6379,
    protocol: 'TCP',
    service: 'nodes',
  });
  expect(app.podAddress(0)).toBe('store-0.nodes');
});

test('each Pod has an address, and each claim of a Pod a name', () => {
  const app = new StatefulApp(chart({ namespace: 'shop' }), 'store', {
    image,
    ports: { client: 6379 },
    replicas: 3,
    ordinals: { start: 1 },
    claims: { data: { storage: '1Gi', mountPath: '/data' } },
  });
  expect(app.podAddress(3, 'client')).toBe('store-3.store.shop.svc:6379');
  expect(app.claim('data').template).toBe('data');
  const volume = Volume.persistentVolumeClaim('from', app.claim('data').ofPod(1), { readOnly: true });
  expect(volume.source).toEqual({ persistentVolumeClaim: { claimName: 'data-store-1', readOnly: true } });
  expect(refusalOf(() => app.podAddress(0))).toBe(
    'test/store: ordinal is 0; allowed: a whole number from 1 to 3. To fix it, choose a number in that range.',
  );
  expect(refusalOf(() => app.claim('data').ofPod(4))).toContain('ordinal is 4');
  const anyApp = app as unknown as StatefulApp<string, string>;
  expect(refusalOf(() => anyApp.claim('date'))).toBe(
    'test/store: claim is "date"; allowed: "data". To fix it, write "data".',
  );
  expect(refusalOf(() => anyApp.podAddress(1, 'clinet'))).toContain('To fix it, write "client".');
});

test('a StatefulSet that sleeps, or that somebody else scales, keeps the names of its Pods', () => {
  expect(new StatefulApp(chart(), 'store', { image, replicas: 0 }).podAddress(7)).toBe('store-7.store');
  expect(new StatefulApp(chart(), 'store', { image }).podAddress(7)).toBe('store-7.store');
  const scaled = new StatefulApp(chart(), 'store', { image, autoscaling: { maxReplicas: 4 } });
  expect(scaled.podAddress(3)).toBe('store-3.store');
  expect(refusalOf(() => scaled.podAddress(4))).toContain('from 0 to 3');
});

test('an autoscaler scales the StatefulSet', () => {
  const app = new StatefulApp(chart(), 'store', { image, autoscaling: { minReplicas: 3, maxReplicas: 5 } });
  expect(rendered(app.statefulSet).spec).not.toHaveProperty('replicas');
  expect(rendered(app.horizontalPodAutoscaler).spec.scaleTargetRef).toEqual({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    name: 'store',
  });
});

test('an update is printed as it was written', () => {
  const strategyOf = (props: object): unknown =>
    rendered(new StatefulApp(chart(), 'store', { image, ...props }).statefulSet).spec.updateStrategy;
  expect(strategyOf({})).toBeUndefined();
  expect(strategyOf({ updateStrategy: 'OnDelete' })).toEqual({ type: 'OnDelete' });
  expect(strategyOf({ partition: 0, maxUnavailable: '10%' })).toEqual({
    rollingUpdate: { partition: 0, maxUnavailable: '10%' },
  });
});

test('a prefix of the scope is part of every name', () => {
  const target = chart();
  setDefaults(target, { namePrefix: 'test-' });
  const app = new StatefulApp(target, 'store', {
    image,
    name: 'kv',
    ports: { client: 80 },
    service: true,
    claims: { data: { storage: 1, mountPath: '/data' } },
  });
  const made = [app.statefulSet, app.headlessService, app.service].map((object) => object?.name);
  expect(made).toEqual(['test-kv', 'test-kv', 'test-kv-client']);
  expect(app.podAddress(0)).toBe('test-kv-0.test-kv');
  expect(app.claim('data').ofPod(0).name).toBe('data-test-kv-0');
});

test('the profile is the Pod’s, so that it may write where its claim is mounted', () => {
  const { statefulSet } = new StatefulApp(chart(), 'store', { image });
  expect(rendered(statefulSet).spec.template.spec.securityContext).toMatchObject({ fsGroup: 10001 });
});

test.each([
  [
    'a name whose Pods could not be labelled',
    {},
    'a'.repeat(53),
    `id is "${'a'.repeat(53)}", of 53 characters; allowed: up to 52: Kubernetes adds 11 for a label of each Pod, which has 63 at most. To fix it, choose a shorter name.`,
  ],
  [
    'a claim that is mounted nowhere',
    { claims: { data: { storage: '1Gi' } } },
    'store',
    'claims.data is mounted nowhere; allowed: a claim that at least one container uses. To fix it, write mountPath: "/data".',
  ],
  [
    'a claim in a container that is not there',
    { sidecars: { backup: { image } }, claims: { data: { storage: '1Gi', mountedIn: { bakcup: '/data' } } } },
    'store',
    'claims.data.mountedIn is "bakcup"; allowed: "backup". To fix it, write "backup".',
  ],
  [
    'a claim of nothing',
    { claims: { data: { storage: 0, mountPath: '/data' } } },
    'store',
    'claims.data.storage is 0; allowed: a size above 0 such as "10Gi". To fix it, write how much is needed.',
  ],
  [
    'a claim whose name is none of a volume',
    { claims: { Data: { storage: 1, mountPath: '/data' } } },
    'store',
    'claims.Data is "Data"; allowed: 1 to 63 characters: lower-case letters, digits and -, with a letter or digit first and last. To fix it, write "data" or choose another name.',
  ],
  [
    'a volume with the name of a claim',
    { volumes: [Volume.emptyDir('data')], claims: { data: { storage: 1, mountPath: '/data' } } },
    'store',
    'volumes.data is declared twice, as {"emptyDir":{}} and as {"persistentVolumeClaim":{"claimName":"data-<name of the Pod>"}}; allowed: one volume of each name. To fix it, rename one of the two, or declare the volume once and mount it twice.',
  ],
  [
    'a claim where something else is mounted',
    {
      volumeMounts: [Volume.emptyDir('a').mountedAt('/data')],
      claims: { data: { storage: 1, mountPath: '/data' } },
    },
    'store',
    'volumeMounts[1].mountPath is "/data" for volume "data", where "a" is mounted; allowed: one volume for each path. To fix it, choose another path for one of the two.',
  ],
  [
    'a mapped port without a Service that maps',
    { ports: { client: { containerPort: 6379, servicePort: 80 } } },
    'store',
    'ports.client.servicePort is 80 without a Service for clients; allowed: the port of the container: a headless Service maps none and hides none. To fix it, add service: true, or leave it out.',
  ],
  [
    'a Service without a port',
    { service: true },
    'store',
    'service is asked for without a port; allowed: a Service with at least one port. To fix it, declare a port in `ports`, or leave the Service out.',
  ],
  [
    'two Services of one name',
    { ports: { client: 80 }, service: { name: 'store' } },
    'store',
    'service.name is "store", which is the headless Service; allowed: a name for each of the two. To fix it, leave out one of the names.',
  ],
  [
    'OnDelete with a partition',
    { updateStrategy: 'OnDelete', partition: 1 },
    'store',
    'updateStrategy is "OnDelete" beside partition or maxUnavailable; allowed: "RollingUpdate" with those, or "OnDelete" without. To fix it, leave out one or the other.',
  ],
  [
    'an update of nothing',
    { maxUnavailable: '0%' },
    'store',
    'maxUnavailable is "0%", so that no Pod could ever be replaced; allowed: a number or percentage above 0. To fix it, leave it out for one Pod after the other.',
  ],
  [
    'a negative partition',
    { partition: -1 },
    'store',
    'partition is -1; allowed: a whole number from 0 up. To fix it, choose a number in that range.',
  ],
  [
    'a policy that is none',
    { podManagementPolicy: 'parallel' },
    'store',
    'podManagementPolicy is "parallel"; allowed: "OrderedReady" or "Parallel". To fix it, write "Parallel".',
  ],
  [
    'a retention that is none',
    { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Keep' } },
    'store',
    'persistentVolumeClaimRetentionPolicy.whenDeleted is "Keep"; allowed: "Retain" or "Delete". To fix it, choose one of these.',
  ],
  [
    'a negative first Pod',
    { ordinals: { start: -1 } },
    'store',
    'ordinals.start is -1; allowed: a whole number from 0 up. To fix it, choose a number in that range.',
  ],
  [
    'an override of nothing',
    { overrides: { service: {} } },
    'store',
    'overrides is "service"; allowed: "statefulSet" or "headlessService". To fix it, choose one of these.',
  ],
])('refuses %s', (_what, props, id, message) => {
  expect(refusal(props, id)).toBe(`test/${id}: ${message}`);
});
