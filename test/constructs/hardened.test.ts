import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { App } from '../../src/app';
import * as index from '../../src/index';
import { ConfiguredApp } from '../../src/constructs/configured-app';
import { CronJob } from '../../src/constructs/cron-job';
import { DebugPod } from '../../src/constructs/debug-pod';
import { Job } from '../../src/constructs/job';
import { NginxWithBackendDeployment } from '../../src/constructs/nginx-with-backend-deployment';
import { NginxWithBackendPod } from '../../src/constructs/nginx-with-backend-pod';
import { NodeAgent } from '../../src/constructs/node-agent';
import { Pod } from '../../src/constructs/pod';
import { ReplicaSet } from '../../src/constructs/replica-set';
import { setDefaults } from '../../src/constructs/scope-defaults';
import { StatefulApp } from '../../src/constructs/stateful-app';
import { WebDeployment } from '../../src/constructs/web-deployment';
import type { WebDeploymentProps } from '../../src/constructs/web-deployment-props';
import { Worker } from '../../src/constructs/worker';
import { singleObjects } from '../linters/single-objects';
import { container, guarded, probed, workloads } from '../linters/workloads';
import { chart, kinds, printed, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/shop:1.4.2';

/** What is asked for and said. */
const web = { ...guarded, ports: { http: 8080 }, replicas: 2 } as const;

/** A chart for which `hardened` is set. */
function hardenedChart(): Chart {
  const target = chart({ namespace: 'shop' });
  setDefaults(target, { hardened: true });
  return target;
}

/** What a hardened construct is asked for, one by one. */
function lacks(make: (target: Chart) => unknown): readonly string[] {
  const message = refusalOf(() => make(hardenedChart()));
  return /without (.*); allowed: /.exec(message)![1]!.split('; ');
}

function webLacks(props: object): readonly string[] {
  return lacks((target) => new WebDeployment(target, 'web', { ...web, ...props } as WebDeploymentProps));
}

function deployment(props: object) {
  return rendered(new WebDeployment(hardenedChart(), 'web', { ...web, ...props } as WebDeploymentProps).deployment);
}

function budget(props: object) {
  const made = new WebDeployment(hardenedChart(), 'web', { ...web, ...props } as WebDeploymentProps);
  return rendered(made.podDisruptionBudget)?.spec;
}

test('what only the author can know is asked for in one message', () => {
  const target = chart();
  setDefaults(target, { hardened: true });
  const make = (): unknown => new WebDeployment(target, 'web', { image, ports: { http: 8080 } });
  expect(refusalOf(make)).toMatchInlineSnapshot(
    `"test/web: hardened is true, without the digest (@sha256:…) in the image of container "web"; resources requests.cpu, requests.memory, requests.ephemeral-storage, limits.cpu, limits.memory, limits.ephemeral-storage of container "web"; a readinessProbe of container "web"; a livenessProbe of container "web"; replicas from 2 up, or autoscaling; a networkPolicy with allowFrom and allowTo; a namespace other than "default", of the chart or its scope; allowed: a workload that says all of it. To fix it, add what is missing, or write \`hardened: false\` here: see docs/hardened.md."`,
  );
});

describe('what is asked for', () => {
  test('a digest, resources and probes of every container, and no probes of those that end', () => {
    expect(
      webLacks({ image, sidecars: { metrics: { ...probed, resources: {} } }, initContainers: { wait: { image } } }),
    ).toMatchInlineSnapshot(`
     [
       "the digest (@sha256:…) in the image of container "wait"",
       "resources requests.cpu, requests.memory, requests.ephemeral-storage, limits.cpu, limits.memory, limits.ephemeral-storage of container "wait"",
       "the digest (@sha256:…) in the image of container "web"",
       "resources requests.cpu, requests.memory, requests.ephemeral-storage, limits.cpu, limits.memory, limits.ephemeral-storage of container "metrics"",
     ]
    `);
  });

  test('probes that differ in more than their times', () => {
    const probe = { httpGet: { path: '/health', port: 8080 } };
    expect(webLacks({ readinessProbe: probe, livenessProbe: { ...probe, periodSeconds: 30 } })).toEqual([
      'a livenessProbe other than the readinessProbe of container "web"',
    ]);
  });

  test('secrets as files', () => {
    const env = { DB_PASSWORD: { valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } } };
    const asked = ['files in place of variables for the secrets of container "web"'];
    expect(webLacks({ env })).toEqual(asked);
    expect(webLacks({ envFrom: [{ secretRef: { name: 'db' } }] })).toEqual(asked);
    const secrets = { database: { name: 'db', keys: ['password'] } } as const;
    expect(lacks((target) => new ConfiguredApp(target, 'web', { ...web, secrets }))).toEqual(asked);
  });

  test('two Pods, fixed or by an autoscaler', () => {
    expect(webLacks({ replicas: undefined })).toEqual(['replicas from 2 up, or autoscaling']);
    expect(webLacks({ replicas: 1 })).toEqual(['replicas from 2 up, or autoscaling']);
    const autoscaling = { maxReplicas: 4 };
    expect(webLacks({ replicas: undefined, autoscaling })).toEqual(['autoscaling.minReplicas from 2 up']);
  });

  test('a policy for both directions', () => {
    expect(webLacks({ networkPolicy: undefined })).toEqual(['a networkPolicy with allowFrom and allowTo']);
    expect(webLacks({ networkPolicy: { allowFrom: [] } })).toEqual(['networkPolicy.allowTo']);
    expect(webLacks({ networkPolicy: { egress: [{}] } })).toEqual(['networkPolicy.allowFrom']);
  });

  test('a strategy that leaves Pods, a Service behind the nodes, and the strict profile', () => {
    expect(webLacks({ strategy: 'Recreate' })).toEqual(['a strategy other than "Recreate"']);
    expect(webLacks({ service: { type: 'NodePort' } })).toEqual(['a service.type other than "NodePort"']);
    expect(webLacks({ profile: 'baseline' })).toEqual(['the profile "restricted"']);
    expect(webLacks({ sidecars: { proxy: { ...probed, profile: 'privileged' } } })).toEqual([
      'the profile "restricted" of container "proxy"',
    ]);
  });

  test('a namespace that is not "default"', () => {
    const target = chart({ namespace: 'default' });
    expect(refusalOf(() => new WebDeployment(target, 'web', { ...web, hardened: true }))).toContain(
      'without a namespace other than "default"',
    );
  });
});

describe('what is set', () => {
  test('images are fetched anew, those of init containers and sidecars too', () => {
    const { containers, initContainers } = deployment({
      sidecars: { proxy: probed },
      initContainers: { wait: container },
    }).spec.template.spec;
    for (const one of [...containers, ...initContainers]) expect(one.imagePullPolicy).toBe('Always');
  });

  test('the Pods run on different nodes and in different zones where it is possible', () => {
    const { affinity, topologySpreadConstraints } = deployment({}).spec.template.spec;
    expect({ affinity, topologySpreadConstraints }).toMatchInlineSnapshot(`
     {
       "affinity": {
         "podAntiAffinity": {
           "preferredDuringSchedulingIgnoredDuringExecution": [
             {
               "podAffinityTerm": {
                 "labelSelector": {
                   "matchLabels": {
                     "app.kubernetes.io/instance": "web",
                     "app.kubernetes.io/name": "web",
                   },
                 },
                 "topologyKey": "kubernetes.io/hostname",
               },
               "weight": 100,
             },
           ],
         },
       },
       "topologySpreadConstraints": [
         {
           "labelSelector": {
             "matchLabels": {
               "app.kubernetes.io/instance": "web",
               "app.kubernetes.io/name": "web",
             },
           },
           "maxSkew": 1,
           "topologyKey": "topology.kubernetes.io/zone",
           "whenUnsatisfiable": "ScheduleAnyway",
         },
       ],
     }
    `);
  });

  test('the Pods are evicted one by one', () => {
    expect(budget({})).toMatchInlineSnapshot(`
     {
       "maxUnavailable": 1,
       "selector": {
         "matchLabels": {
           "app.kubernetes.io/instance": "web",
           "app.kubernetes.io/name": "web",
         },
       },
       "unhealthyPodEvictionPolicy": "AlwaysAllow",
     }
    `);
  });

  test('what was said stays', () => {
    const podAntiAffinity = { requiredDuringSchedulingIgnoredDuringExecution: [] };
    const nodeAffinity = { preferredDuringSchedulingIgnoredDuringExecution: [] };
    const { affinity, containers, automountServiceAccountToken, topologySpreadConstraints } = deployment({
      affinity: { nodeAffinity, podAntiAffinity },
      imagePullPolicy: 'IfNotPresent',
      automountServiceAccountToken: true,
      spread: ['nodes'],
    }).spec.template.spec;
    expect(affinity).toEqual({ nodeAffinity, podAntiAffinity });
    expect(containers[0].imagePullPolicy).toBe('IfNotPresent');
    expect(automountServiceAccountToken).toBe(true);
    expect(topologySpreadConstraints).toHaveLength(1);
    expect(topologySpreadConstraints[0].topologyKey).toBe('kubernetes.io/hostname');
    expect(deployment({ affinity: { nodeAffinity } }).spec.template.spec.affinity.nodeAffinity).toEqual(nodeAffinity);
    expect(budget({ podDisruptionBudget: { minAvailable: 1 } })).toMatchObject({
      minAvailable: 1,
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
    });
    expect(
      budget({ podDisruptionBudget: { minAvailable: 1, unhealthyPodEvictionPolicy: 'IfHealthyBudget' } }),
    ).toMatchObject({ unhealthyPodEvictionPolicy: 'IfHealthyBudget' });
  });

  test('nginx has probes that differ', () => {
    const pair = workloads.find(({ name }) => name === 'NginxWithBackendPod')!;
    const target = hardenedChart();
    pair.hardened(target);
    const [{ spec }] = target.toJson().filter(({ kind }: { readonly kind: string }) => kind === 'Pod');
    const { livenessProbe, readinessProbe } = spec.containers[0];
    expect(readinessProbe.httpGet.path).toBe('/nginx-health');
    expect(livenessProbe).toEqual({ tcpSocket: { port: 'http' } });
  });
});

describe('each kind by its nature', () => {
  test('a StatefulSet may have one Pod if it says so, and then needs no budget and no distance', () => {
    const client = { ...guarded, ports: { client: 8080 } };
    expect(lacks((target) => new StatefulApp(target, 'store', client))).toEqual(['replicas, be it 1, or autoscaling']);
    const store = new StatefulApp(hardenedChart(), 'store', { ...client, replicas: 1 });
    expect(store.podDisruptionBudget).toBeUndefined();
    expect(rendered(store.statefulSet).spec.template.spec.affinity).toBeUndefined();
    const several = new StatefulApp(hardenedChart(), 'store', { ...client, replicas: 3 });
    expect(several.podDisruptionBudget).toBeDefined();
    expect(rendered(several.statefulSet).spec.template.spec.affinity.podAntiAffinity).toBeDefined();
  });

  test('a Worker is asked for what a WebDeployment is', () => {
    expect(lacks((target) => new Worker(target, 'mail', probed))).toEqual([
      'replicas from 2 up, or autoscaling',
      'a networkPolicy with allowFrom and allowTo',
    ]);
  });

  test('a DaemonSet is asked for a policy, but not in the network of the node', () => {
    expect(lacks((target) => new NodeAgent(target, 'logs', probed))).toEqual([
      'a networkPolicy with allowFrom and allowTo',
    ]);
    const target = hardenedChart();
    new NodeAgent(target, 'logs', { ...probed, hostNetwork: true });
    expect(kinds(target)).toEqual(['DaemonSet']);
  });

  test('a Job needs no probes, a CronJob a deadline, in the same message', () => {
    new Job(hardenedChart(), 'migrate', container);
    expect(lacks((target) => new CronJob(target, 'report', { ...container, schedule: '@daily' }))).toEqual([
      'startingDeadlineSeconds',
    ]);
    expect(lacks((target) => new CronJob(target, 'report', { image, schedule: '@daily' }))).toHaveLength(3);
  });

  test('a Pod needs probes even if it may end, because checkov asks for them', () => {
    const asked = ['a readinessProbe of container "look"', 'a livenessProbe of container "look"'];
    expect(lacks((target) => new DebugPod(target, 'look', container))).toEqual(asked);
    expect(lacks((target) => new Pod(target, 'look', { ...container, restartPolicy: 'Never' }))).toEqual(asked);
  });

  test('a ReplicaSet has its distance', () => {
    const { template } = rendered(new ReplicaSet(hardenedChart(), 'canary', { ...probed, replicas: 2 }).object).spec;
    expect(template.spec.affinity.podAntiAffinity).toBeDefined();
    expect(template.spec.topologySpreadConstraints).toHaveLength(1);
  });

  test('nginx with a backend is asked for digests, and the Deployment for a second Pod', () => {
    const backend = { ...probed, ports: { app: 8080 } };
    const nginx = { resources: container.resources };
    const digest = 'the digest (@sha256:…) in the image of container "nginx"';
    expect(lacks((target) => new NginxWithBackendPod(target, 'shop', { backend, nginx }))).toEqual([digest]);
    expect(
      lacks((target) => new NginxWithBackendDeployment(target, 'shop', { backend, nginx, strategy: 'Recreate' })),
    ).toEqual([digest, 'replicas from 2 up', 'a strategy other than "Recreate"']);
  });
});

describe('where it holds', () => {
  test('for everything in an app, a chart or a construct, unless it is said anew', () => {
    const app = new Chart(new App({ hardened: true }), 'shop', { namespace: 'shop' });
    expect(() => new WebDeployment(app, 'web', { image })).toThrow('hardened is true, without');
    new WebDeployment(app, 'plain', { image, hardened: false });

    const off = new Construct(app, 'off');
    setDefaults(off, { hardened: false });
    new WebDeployment(off, 'web', { image });
    expect(() => new WebDeployment(off, 'again', { image, hardened: true })).toThrow('hardened is true, without');
  });

  test('the switch on a construct leaves no trace', () => {
    const [plain, off] = [chart({ namespace: 'shop' }), hardenedChart()];
    const props = { image, replicas: 3, podDisruptionBudget: { maxUnavailable: 1 } } as const;
    new WebDeployment(plain, 'web', props);
    new WebDeployment(off, 'web', { ...props, hardened: false });
    expect(printed(off)).toBe(printed(plain));
  });
});

test.each(workloads.map(({ name, hardened }) => ({ name, hardened })))(
  '$name, hardened, twice the same bytes',
  ({ hardened }) => {
    const [one, two] = [hardenedChart(), hardenedChart()];
    hardened(one);
    hardened(two);
    expect(printed(one)).toBe(printed(two));
    expect(printed(one)).toBe(printed(one));
  },
);

test('the linters judge every construct that can be imported', () => {
  const constructs = Object.entries(index)
    .filter(([, value]) => typeof value === 'function' && value.prototype instanceof Construct)
    .map(([name]) => name);
  const judged = [...workloads, ...singleObjects].map(({ name }) => name);
  // These are no objects, or stand beside those that are judged.
  expect(constructs.filter((name) => !judged.includes(name)).sort()).toEqual([
    'App',
    'NetworkPolicy',
    'PodDisruptionBudget',
    'Secret',
    'SingleObject',
  ]);
});
