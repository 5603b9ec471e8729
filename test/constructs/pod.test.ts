import { fieldsOf } from '../../src/api/field-types';
import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { DebugPod } from '../../src/constructs/debug-pod';
import type { DebugPodProps } from '../../src/constructs/debug-pod';
import { Job } from '../../src/constructs/job';
import type { PlainPodProps } from '../../src/constructs/plain-pod-props';
import { Pod } from '../../src/constructs/pod';
import { setDefaults } from '../../src/constructs/scope-defaults';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { everyPodProp } from './everything-jobs';
import { chart, printed, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/shop:1';
const refusal = (props: object, id = 'shop'): string =>
  refusalOf(() => new Pod(chart(), id, { image, ...props } as PlainPodProps));
const lacking = (type: string, object: object): readonly string[] =>
  [...fieldsOf(type).keys()].filter((field) => !(field in object)).sort();

describe('a Pod', () => {
  test('the least there is', () => {
    const target = chart();
    new Pod(target, 'shop', { image });
    expect(printed(target)).toMatchInlineSnapshot(`
     "apiVersion: v1
     kind: Pod
     metadata:
       labels:
         app.kubernetes.io/instance: shop
         app.kubernetes.io/name: shop
       name: shop
     spec:
       automountServiceAccountToken: false
       containers:
         - image: registry.example.com/shop:1
           name: shop
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
  });

  test('with every prop, every field of the API is there', () => {
    const { metadata, spec } = rendered(new Pod(chart(), 'shop', everyPodProp).object);
    expect(lacking('PodSpec', spec)).toEqual(['ephemeralContainers', 'serviceAccount']);
    // When one container of several ends is the Pod's to say; the override can.
    expect(lacking('Container', spec.containers[0])).toEqual(['restartPolicy', 'restartPolicyRules']);
    expect(spec).toMatchObject({ restartPolicy: 'Never', activeDeadlineSeconds: 60 });
    expect(metadata).toEqual({
      name: 'shop',
      labels: { team: 'a', tier: 'web', app: 'shop' },
      annotations: { note: 'c' },
    });
  });

  test('has profile, prefix, labels and annotations of its scope', () => {
    const target = chart({ namespace: 'shop' });
    setDefaults(target, {
      profile: 'privileged',
      namePrefix: 'staging-',
      labels: { team: 'a' },
      annotations: { note: 'b' },
    });
    const pod = new Pod(target, 'shop', { image, podAnnotations: { other: 'c' } });
    expect(rendered(pod.object)).toEqual({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: 'staging-shop',
        namespace: 'shop',
        labels: { ...pod.selectorLabels, team: 'a' },
        annotations: { note: 'b', other: 'c' },
      },
      spec: { containers: [{ image, name: 'shop' }] },
    });
  });

  test.each([
    ['a name with a dot', {}, 'a.b', 'id is "a.b"', 'write "a-b"'],
    ['another restart policy', { restartPolicy: 'always' }, 'shop', 'restartPolicy is "always"', 'write "Always"'],
    ['no time at all', { activeDeadlineSeconds: 0 }, 'shop', 'activeDeadlineSeconds is 0', 'range'],
    ['a sidecar of its name', { sidecars: { shop: { image } } }, 'shop', 'a second container named "shop"', 'rename'],
    ['no field of the API', { overrides: { spec: { restart: 'Never' } } }, 'shop', 'overrides.spec.restart', 'field'],
  ] as const)('refuses %s', (_what, props, id, found, fix) => {
    const message = refusal(props, id);
    expect(message).toContain(found);
    expect(message).toContain(fix);
    expect(message.startsWith(`test/${id}: `)).toBe(true);
  });
});

describe('a DebugPod', () => {
  const debug = (props: object = {}): string => refusalOf(() => new DebugPod(chart(), 'look', props as DebugPodProps));

  test('the least there is', () => {
    const target = chart();
    new DebugPod(target, 'look');
    expect(printed(target)).toMatchInlineSnapshot(`
     "apiVersion: v1
     kind: Pod
     metadata:
       labels:
         app.kubernetes.io/instance: look
         app.kubernetes.io/name: look
       name: look
     spec:
       activeDeadlineSeconds: 3600
       automountServiceAccountToken: false
       containers:
         - command:
             - sleep
             - "3600"
           image: busybox:1.37
           name: look
           securityContext:
             allowPrivilegeEscalation: false
             capabilities:
               drop:
                 - ALL
             readOnlyRootFilesystem: true
           volumeMounts:
             - mountPath: /tmp
               name: look-tmp
       restartPolicy: Never
       securityContext:
         fsGroup: 10001
         runAsGroup: 10001
         runAsNonRoot: true
         runAsUser: 10001
         seccompProfile:
           type: RuntimeDefault
       terminationGracePeriodSeconds: 1
       volumes:
         - emptyDir: {}
           name: look-tmp
     "
    `);
  });

  test('has another image, another life and a terminal', () => {
    const { spec } = rendered(
      new DebugPod(chart(), 'look', { image, activeDeadlineSeconds: 60, stdin: true, tty: true, writablePaths: [] })
        .object,
    );
    expect(spec).toMatchObject({
      activeDeadlineSeconds: 60,
      containers: [{ image, command: ['sleep', '60'], stdin: true, tty: true }],
    });
    expect(spec.volumes).toBeUndefined();
  });

  test('passes as a workload before NetworkPolicies, and is never ready for its Services', () => {
    const target = chart();
    const web = new WebDeployment(target, 'web', { image });
    const { metadata, spec } = rendered(
      new DebugPod(target, 'look', { passesAs: web, readinessGates: [{ conditionType: 'own' }] }).object,
    );
    expect(metadata).toEqual({ name: 'look', labels: web.selectorLabels });
    expect(spec.readinessGates).toEqual([{ conditionType: 'own' }, { conditionType: 'cdk8s-plimsoll/never-ready' }]);
  });

  test('does not pass as what would adopt it', () => {
    const target = chart();
    const selectorLabels = { app: 'agent' };
    const agent = Object.assign(new Construct(target, 'agent'), { selectorLabels });
    agent.node.defaultChild = new ApiObject(agent, 'daemonSet', { apiVersion: 'apps/v1', kind: 'DaemonSet' });
    expect(refusalOf(() => new DebugPod(target, 'look', { passesAs: agent }))).toMatchInlineSnapshot(
      `"test/look: passesAs is a DaemonSet, which would take the Pod for one of its own and delete it or another; allowed: a workload that finds its Pods by more than its labels, such as a WebDeployment. To fix it, leave it out, and allow the traffic with a NetworkPolicy for this Pod."`,
    );
  });

  test('passes as a Job, unless the Job finds its Pods by labels alone', () => {
    const target = chart();
    const job = new Job(target, 'job', { image });
    const manual = new Job(target, 'manual', { image, manualSelector: true });
    expect(new DebugPod(target, 'look', { passesAs: job }).selectorLabels).toEqual(job.selectorLabels);
    expect(refusalOf(() => new DebugPod(target, 'other', { passesAs: manual }))).toContain('passesAs is a Job');
  });

  test('refuses what contradicts itself', () => {
    expect(debug({ activeDeadlineSeconds: 0 })).toContain('test/look: activeDeadlineSeconds is 0');
    expect(debug({ passesAs: { selectorLabels: {} }, selectorLabels: {} })).toContain('leave out selectorLabels');
  });
});
