import { App as Cdk8sApp, Chart } from 'cdk8s';
import { targetMinors } from '../../src/api/minors';
import type { TargetMinor } from '../../src/api/minors';
import { App } from '../../src/app';
import { inspect } from '../../src/build';
import { HorizontalPodAutoscaler } from '../../src/constructs/horizontal-pod-autoscaler';
import { Job } from '../../src/constructs/job';
import type { JobProps } from '../../src/constructs/job-props';
import { PersistentVolume } from '../../src/constructs/persistent-volume';
import { PersistentVolumeClaim } from '../../src/constructs/persistent-volume-claim';
import { Volume } from '../../src/constructs/pod/volume';
import { Service } from '../../src/constructs/service';
import { StatefulApp } from '../../src/constructs/stateful-app';
import { WebDeployment } from '../../src/constructs/web-deployment';
import type { WebDeploymentProps } from '../../src/constructs/web-deployment-props';
import { chart, printed, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/shop:1.4.2';
const appArmorProfile = { type: 'RuntimeDefault' };
const labelSelector = { matchLabels: { app: 'shop' } };
const csi = { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-1' };

type Fill = (chart: Chart) => void;
const web =
  (props: Partial<WebDeploymentProps<'http'>>): Fill =>
  (target) =>
    void new WebDeployment(target, 'web', { image, ports: { http: 8080 }, ...props } as WebDeploymentProps<'http'>);
const job =
  (props: Partial<JobProps>): Fill =>
  (target) =>
    void new Job(target, 'job', { image, ...props } as JobProps);
const indexed = { completionMode: 'Indexed', completions: 5 } as const;

/** What the props say, the prop that is refused before, and the first minor that takes it. */
const newer: readonly (readonly [prop: string, since: TargetMinor, fill: Fill])[] = [
  [
    'initContainers.proxy.restartPolicy',
    '1.29',
    web({
      initContainers: {
        proxy: {
          image,
          restartPolicy: 'Always',
          ports: { proxy: 9090 },
          readinessProbe: { httpGet: { port: 'proxy' } },
          startupProbe: { tcpSocket: { port: 'proxy' } },
          lifecycle: { preStop: { exec: { command: ['/drain'] } } },
        },
      },
    }),
  ],
  ['lifecycle.preStop.sleep', '1.30', web({ lifecycle: { preStop: { sleep: { seconds: 5 } } } })],
  ['securityContext.appArmorProfile', '1.30', web({ securityContext: { appArmorProfile } })],
  ['containerSecurityContext.appArmorProfile', '1.30', web({ containerSecurityContext: { appArmorProfile } })],
  [
    'sidecars.log.securityContext.appArmorProfile',
    '1.30',
    web({ sidecars: { log: { image, securityContext: { appArmorProfile } } } }),
  ],
  [
    'affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].matchLabelKeys',
    '1.31',
    web({
      affinity: {
        podAntiAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            { topologyKey: 'zone', labelSelector, matchLabelKeys: ['pod-template-hash'] },
          ],
        },
      },
    }),
  ],
  [
    'volumeMounts[0].recursiveReadOnly',
    '1.31',
    web({
      volumeMounts: [Volume.emptyDir('data').mountedAt('/data', { readOnly: true, recursiveReadOnly: 'IfPossible' })],
    }),
  ],
  ['resizePolicy', '1.33', web({ resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }] })],
  ['hostUsers', '1.33', web({ hostUsers: false })],
  [
    'securityContext.supplementalGroupsPolicy',
    '1.33',
    web({ securityContext: { supplementalGroupsPolicy: 'Strict' } }),
  ],
  ['securityContext.seLinuxChangePolicy', '1.33', web({ securityContext: { seLinuxChangePolicy: 'Recursive' } })],
  ['podResources', '1.34', web({ podResources: { requests: { cpu: 1 }, limits: { cpu: 2, memory: '1Gi' } } })],
  [
    'resources.claims',
    '1.34',
    web({
      resources: { claims: [{ name: 'gpu' }] },
      resourceClaims: [{ name: 'gpu', resourceClaimTemplateName: 'gpu' }],
    }),
  ],
  ['resourceClaims', '1.34', web({ resourceClaims: [{ name: 'gpu', resourceClaimName: 'gpu' }] })],
  ['hostnameOverride', '1.35', web({ hostnameOverride: 'shop.example.com' })],
  ['volumes.model.image', '1.35', web({ volumeMounts: [Volume.image('model', image).mountedAt('/model')] })],
  [
    'env.TOKEN.valueFrom.fileKeyRef',
    '1.35',
    web({
      volumes: [Volume.emptyDir('made')],
      env: { TOKEN: { valueFrom: { fileKeyRef: { volumeName: 'made', path: 'made.env', key: 'TOKEN' } } } },
    }),
  ],
  ['service.trafficDistribution', '1.31', web({ service: { trafficDistribution: 'PreferClose' } })],
  [
    'autoscaling.behavior.scaleUp.tolerance',
    '1.35',
    web({ autoscaling: { maxReplicas: 3, behavior: { scaleUp: { tolerance: '0.05' } } } }),
  ],
  [
    'behavior.scaleDown.tolerance',
    '1.35',
    (target) =>
      void new HorizontalPodAutoscaler(target, 'load', {
        target: new WebDeployment(target, 'web', { image, resources: { requests: { cpu: 1 } } }),
        maxReplicas: 3,
        behavior: { scaleDown: { tolerance: '0.05' } },
      }),
  ],
  [
    'trafficDistribution',
    '1.34',
    (target) =>
      void new Service(target, 'front', {
        ports: { http: 80 },
        selector: { app: 'a' },
        trafficDistribution: 'PreferSameZone',
      }),
  ],
  [
    'volumeAttributesClassName',
    '1.34',
    (target) => void new PersistentVolumeClaim(target, 'data', { storage: '1Gi', volumeAttributesClassName: 'gold' }),
  ],
  [
    'volumeAttributesClassName',
    '1.34',
    (target) =>
      void new PersistentVolume(target, 'disk', {
        capacity: '1Gi',
        source: { csi },
        volumeAttributesClassName: 'gold',
      }),
  ],
  [
    'claims.store.volumeAttributesClassName',
    '1.34',
    (target) =>
      void new StatefulApp(target, 'db', {
        image,
        ports: { db: 5432 },
        claims: { store: { storage: '1Gi', mountPath: '/store', volumeAttributesClassName: 'gold' } },
      }),
  ],
  ['podReplacementPolicy', '1.29', job({ podReplacementPolicy: 'Failed' })],
  ['backoffLimitPerIndex', '1.29', job({ ...indexed, backoffLimitPerIndex: 1, maxFailedIndexes: 2 })],
  ['managedBy', '1.32', job({ managedBy: 'kueue.x-k8s.io/multikueue' })],
  [
    'successPolicy',
    '1.31',
    job({ ...indexed, successPolicy: { rules: [{ succeededIndexes: '0,2-4', succeededCount: 2 }] } }),
  ],
  [
    'podFailurePolicy.rules[0].action',
    '1.29',
    job({
      ...indexed,
      backoffLimitPerIndex: 1,
      podFailurePolicy: { rules: [{ action: 'FailIndex', onExitCodes: { operator: 'In', values: [42] } }] },
    }),
  ],
];

/** What is said to the objects of an app: by the constructs, or by the API server's code and the tables. */
function errors(kubernetes: TargetMinor, ...fills: readonly Fill[]): readonly string[] {
  const app = new App({ kubernetes });
  fills.forEach((fill, index) => fill(new Chart(app, `chart-${index}`, { namespace: `shop-${index}` })));
  const { problems } = inspect(app, app.judging);
  return problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`);
}

const chartFor = (kubernetes?: TargetMinor): Chart => new Chart(new App({ kubernetes }), 'test');

test('everything that is newer than 1.27 is taken by 1.36, and nothing of it is dropped', () => {
  expect(errors('1.36', ...newer.map(([, , fill]) => fill))).toEqual([]);
});

describe.each(newer)('%s, since %s,', (prop, since, fill) => {
  const before = targetMinors[targetMinors.indexOf(since) - 1]!;

  test('is allowed for the minor that brought it', () => {
    expect(errors(since, fill)).toEqual([]);
  });

  test.each(['1.27', before] as const)('is refused for %s, with what to do', (target) => {
    const message = refusalOf(() => fill(chartFor(target)));
    expect(message).toMatch(new RegExp(`^test/[a-z]+: ${prop.replace(/[.[\]]/g, '\\$&')} is (given|"\\w+") for Kube`));
    expect(message).toContain(`for Kubernetes ${target}, `);
    expect(message).toContain(`set kubernetes: '1.`);
  });

  test('is not looked at in an app of cdk8s, nor in one that is not judged', () => {
    expect(() => fill(new Chart(new Cdk8sApp(), 'test'))).not.toThrow();
    expect(() => fill(new Chart(new App({ judge: false }), 'test'))).not.toThrow();
  });
});

test('an app that says nothing is meant for 1.27', () => {
  expect(refusalOf(() => newer[0]![2](chartFor()))).toMatchInlineSnapshot(
    `"test/web: initContainers.proxy.restartPolicy is given for Kubernetes 1.27, which does not know it; allowed: nothing of it before Kubernetes 1.29. To fix it, set kubernetes: '1.29' on the App if that is what the cluster runs, or leave it out."`,
  );
  expect(refusalOf(() => web({ hostUsers: false })(chartFor()))).toMatchInlineSnapshot(
    `"test/web: hostUsers is given for Kubernetes 1.27, where its feature gate UserNamespacesSupport is off; allowed: nothing of it before Kubernetes 1.33. To fix it, set kubernetes: '1.33' on the App if that is what the cluster runs, or leave it out."`,
  );
  expect(refusalOf(() => newer.at(-1)![2](chartFor('1.28')))).toMatchInlineSnapshot(
    `"test/job: podFailurePolicy.rules[0].action is "FailIndex" for Kubernetes 1.28, which does not take it; allowed: nothing of it before Kubernetes 1.29. To fix it, set kubernetes: '1.29' on the App if that is what the cluster runs, or leave it out."`,
  );
});

test('a value that every minor takes is taken in a field that has others', () => {
  expect(errors('1.27', web({ containerSecurityContext: { procMount: 'Default' } }))).toEqual([]);
});

test('an override reaches newer fields, and merges them', () => {
  const { deployment } = new WebDeployment(chart(), 'web', {
    image,
    overrides: {
      deployment: {
        spec: {
          template: {
            spec: {
              resources: { limits: { cpu: 2 } },
              containers: [
                {
                  name: 'web',
                  restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: [42] } }],
                },
              ],
            },
          },
        },
      },
    },
  });
  const { spec } = rendered(deployment).spec.template;
  expect(spec.resources).toEqual({ limits: { cpu: 2 } });
  expect(spec.containers).toMatchObject([{ name: 'web', image, restartPolicyRules: [{ action: 'Restart' }] }]);
});

test('a newer field that is misspelt gets the nearest names', () => {
  const patch = { spec: { trafficDistribtion: 'PreferClose' } } as object;
  expect(refusalOf(() => new Service(chart(), 'a', { ports: { http: 80 }, overrides: patch }))).toMatchInlineSnapshot(
    `"test/a: overrides.service.spec.trafficDistribtion is no field of the API; allowed: trafficDistribution. To fix it, write trafficDistribution."`,
  );
});

test('sidecars take part in the ports of their Pod, and init containers that end do not', () => {
  const clash = (restartPolicy?: 'Always'): Fill =>
    web({ initContainers: { proxy: { image, restartPolicy, ports: { proxy: 8080 } } as never } });
  expect(() => clash()(chart())).not.toThrow();
  expect(refusalOf(() => clash('Always')(chart()))).toMatchInlineSnapshot(
    `"test/web: initContainers.proxy.ports is 8080/TCP in container "proxy", where container "web" listens already; allowed: one container for each port and protocol of a Pod. To fix it, let "proxy" or "web" listen on another port."`,
  );
});

test.each([
  ['a probe before the others start', web({ initContainers: { a: { image, readinessProbe: {} } as never } })],
  ['another restart', web({ initContainers: { a: { image, restartPolicy: 'Never' } as never } })],
  [
    'a hook beside a wait',
    web({ lifecycle: { preStop: { sleep: { seconds: 1 }, exec: { command: ['a'] } } as never } }),
  ],
  ['no wait', web({ lifecycle: { preStop: { sleep: { seconds: 0 } } } })],
  [
    'recursion of what can be written',
    web({ volumeMounts: [Volume.emptyDir('a').mountedAt('/a', { recursiveReadOnly: 'Enabled' })] }),
  ],
  ['a success of no index', job({ ...indexed, successPolicy: { rules: [{ succeededIndexes: '3,5' }] } })],
  [
    'more successes than indexes',
    job({ ...indexed, successPolicy: { rules: [{ succeededIndexes: '0-2', succeededCount: 4 }] } }),
  ],
  ['no rule of success', job({ ...indexed, successPolicy: { rules: [] } })],
  ['an empty rule of success', job({ ...indexed, successPolicy: { rules: [{} as never] } })],
  ['a limit for each index of none', job({ backoffLimitPerIndex: 1 } as never)],
  ['failed indexes without a limit', job({ ...indexed, maxFailedIndexes: 1 })],
  [
    'a limit for each index of Pods that go on',
    job({ ...indexed, backoffLimitPerIndex: 1, restartPolicy: 'OnFailure' } as never),
  ],
  [
    'replacement before the failure is known',
    job({ podReplacementPolicy: 'TerminatingOrFailed', podFailurePolicy: { rules: [] } }),
  ],
  ['a manager that is no path', job({ managedBy: 'kueue' })],
  ['another distribution', web({ service: { trafficDistribution: 'PreferFar' as never } })],
])('refuses %s', (_what, fill) => {
  expect(refusalOf(() => fill(chart()))).toMatchSnapshot();
});

test('twice the same', () => {
  const print = (): string => {
    const target = chart({ namespace: 'shop' });
    web({ hostnameOverride: 'a.b', podResources: { limits: { cpu: 1 } } })(target);
    return printed(target);
  };
  expect(print()).toBe(print());
});
