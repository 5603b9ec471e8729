import * as kplus from 'cdk8s-plus-27';
import { ApiObject } from 'cdk8s';
import { fieldsOf } from '../../src/api/field-types';
import { Job } from '../../src/constructs/job';
import type { JobProps } from '../../src/constructs/job-props';
import { setDefaults } from '../../src/constructs/scope-defaults';
import { everyJobProp } from './everything-jobs';
import { chart, printed, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/shop:1';
const job = (props: object = {}, id = 'migrate'): Job =>
  new Job(chart(), id, { image, ...props } as JobProps) as unknown as Job;
const refusal = (props: object, id = 'migrate'): string => refusalOf(() => job(props, id));
const lacking = (type: string, object: object): readonly string[] =>
  [...fieldsOf(type).keys()].filter((field) => !(field in object)).sort();

test('the least Job there is', () => {
  const target = chart();
  new Job(target, 'migrate', { image });
  expect(printed(target)).toMatchInlineSnapshot(`
   "apiVersion: batch/v1
   kind: Job
   metadata:
     labels:
       app.kubernetes.io/instance: migrate
       app.kubernetes.io/name: migrate
     name: migrate
   spec:
     template:
       metadata:
         labels:
           app.kubernetes.io/instance: migrate
           app.kubernetes.io/name: migrate
       spec:
         automountServiceAccountToken: false
         containers:
           - image: registry.example.com/shop:1
             name: migrate
             securityContext:
               allowPrivilegeEscalation: false
               capabilities:
                 drop:
                   - ALL
               readOnlyRootFilesystem: true
         restartPolicy: Never
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

test('with every prop, every field of the API is there but those that exclude others', () => {
  const everything = new Job(chart({ namespace: 'shop' }), 'job', {
    ...everyJobProp,
    completionMode: 'Indexed',
    completions: 4,
    backoffLimitPerIndex: 1,
    maxFailedIndexes: 2,
    successPolicy: { rules: [{ succeededIndexes: '0,2-3', succeededCount: 2 }, { succeededCount: 4 }] },
    restartPolicy: 'Never',
    podFailurePolicy: {
      rules: [
        { action: 'FailJob', onExitCodes: { containerName: 'main', operator: 'In', values: [42, 7, 42] } },
        { action: 'Count', onExitCodes: { containerName: 'prepare', operator: 'NotIn', values: [0] } },
        { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }, { type: 'Own', status: 'False' }] },
      ],
    },
    manualSelector: true,
    selector: { matchLabels: { app: 'shop' } },
  });
  const { spec } = rendered(everything.object);
  expect(lacking('JobSpec', spec)).toEqual([]);
  // Ephemeral containers are added to running Pods only; `serviceAccount` is the old name of `serviceAccountName`.
  expect(lacking('PodSpec', spec.template.spec)).toEqual(['ephemeralContainers', 'serviceAccount']);
  // When one container of several ends is the Pod's to say; the override can.
  expect(lacking('Container', spec.template.spec.containers[0])).toEqual(['restartPolicy', 'restartPolicyRules']);
  expect(spec).toMatchObject({ suspend: false, activeDeadlineSeconds: 600 });
  expect(spec.template.spec).toMatchObject({ restartPolicy: 'Never', activeDeadlineSeconds: 50 });
  expect(spec.podFailurePolicy).toEqual({
    rules: [
      { action: 'FailJob', onExitCodes: { containerName: 'main', operator: 'In', values: [7, 42] } },
      { action: 'Count', onExitCodes: { containerName: 'prepare', operator: 'NotIn', values: [0] } },
      {
        action: 'Ignore',
        onPodConditions: [
          { type: 'DisruptionTarget', status: 'True' },
          { type: 'Own', status: 'False' },
        ],
      },
    ],
  });
});

test('a selector of its own finds the Pods by the labels that they have', () => {
  const { spec } = rendered(job({ manualSelector: true }).object);
  expect(spec.selector.matchLabels).toEqual({
    'app.kubernetes.io/name': 'migrate',
    'app.kubernetes.io/instance': 'migrate',
  });
  expect(spec.template.metadata.labels).toEqual(spec.selector.matchLabels);
});

test('profile and prefix are those of the scope, and the container has no prefix', () => {
  const target = chart();
  setDefaults(target, { profile: 'privileged', namePrefix: 'staging-', labels: { team: 'a' } });
  const { metadata, spec } = rendered(new Job(target, 'migrate', { image }).object);
  expect(metadata).toMatchObject({ name: 'staging-migrate', labels: { team: 'a' } });
  expect(spec.template.spec).toEqual({ containers: [{ image, name: 'migrate' }], restartPolicy: 'Never' });
});

test('the account that it runs as can be asked for', () => {
  expect(job({ serviceAccountName: { name: 'shop' } }).serviceAccountName).toBe('shop');
  expect(job().serviceAccountName).toBeUndefined();
});

test('overrides reach what has no prop', () => {
  const made = job({
    overrides: { metadata: { finalizers: ['example.com/keep'] }, spec: { backoffLimit: null } },
    backoffLimit: 1,
  });
  expect(rendered(made.object).metadata.finalizers).toEqual(['example.com/keep']);
  expect(rendered(made.object).spec.backoffLimit).toBeUndefined();
  expect(refusal({ overrides: { spec: { backofLimit: 1 } } })).toMatchInlineSnapshot(
    `"test/migrate: overrides.spec.backofLimit is no field of the API; allowed: backoffLimit. To fix it, write backoffLimit."`,
  );
});

describe('a name that follows the content', () => {
  const nameOf = (props: object): string => job({ nameSuffix: 'content', ...props }).name;
  const first = nameOf({});

  test('has a suffix, which the labels do not have', () => {
    expect(first).toMatch(/^migrate-[0-9a-f]{10}$/);
    expect(rendered(job({ nameSuffix: 'content' }).object).metadata).toEqual({
      name: first,
      labels: { 'app.kubernetes.io/name': 'migrate', 'app.kubernetes.io/instance': 'migrate' },
    });
  });

  test('stays the same on every machine', () => {
    expect(first).toMatchInlineSnapshot(`"migrate-7e78b1a792"`);
  });

  test.each([
    { image: `${image}.1` },
    { env: { A: 'b' } },
    { podLabels: { a: 'b' } },
    { completions: 2 },
    { podFailurePolicy: { rules: [] } },
    { overrides: { spec: { template: { spec: { hostname: 'a' } } } } },
  ])('is another with %j, which cannot be changed', (props) => {
    expect(nameOf(props)).not.toBe(first);
  });

  test.each([
    { backoffLimit: 1 },
    { parallelism: 1 },
    { activeDeadlineSeconds: 1 },
    { ttlSecondsAfterFinished: 1 },
    { suspend: true },
    { annotations: { a: 'b' } },
    { overrides: { spec: { backoffLimit: 3 } } },
  ])('is the same with %j, which can be changed', (props) => {
    expect(nameOf(props)).toBe(first);
  });

  test('does not depend on the order of labels', () => {
    expect(nameOf({ podLabels: { a: 'b', c: 'd' } })).toBe(nameOf({ podLabels: { c: 'd', a: 'b' } }));
  });
});

test.each([
  ['a wrong id', {}, 'My_Job', 'id is "My_Job"', 'write "my-job"'],
  ['a name with a dot', { name: 'a.b' }, 'migrate', 'name is "a.b"', 'write "a-b"'],
  ['a name without room for its hash', { nameSuffix: 'content' }, 'a'.repeat(53), '53 characters long', 'shorter'],
  [
    'a name without room for its indexes',
    { completionMode: 'Indexed', completions: 11 },
    'a'.repeat(61),
    'at most 60 characters: the index of each Pod is put after it',
    'shorter',
  ],
  ['another restart policy', { restartPolicy: 'Always' }, 'migrate', 'restartPolicy is "Always"', 'choose one'],
  ['another mode', { completionMode: 'indexed' }, 'migrate', 'completionMode is "indexed"', 'write "Indexed"'],
  ['an indexed Job without an end', { completionMode: 'Indexed' }, 'migrate', 'completions is left out', 'how many'],
  [
    'too much at a time',
    { completionMode: 'Indexed', completions: 1, parallelism: 100001 },
    'migrate',
    'parallelism is 100001',
    'range',
  ],
  ['a negative number', { backoffLimit: -1 }, 'migrate', 'backoffLimit is -1', 'range'],
  ['no time at all', { activeDeadlineSeconds: 0 }, 'migrate', 'activeDeadlineSeconds is 0', 'range'],
  ['no time for a Pod', { podActiveDeadlineSeconds: 0 }, 'migrate', 'podActiveDeadlineSeconds is 0', 'range'],
  ['a negative life', { ttlSecondsAfterFinished: -1 }, 'migrate', 'ttlSecondsAfterFinished is -1', 'range'],
  ['another suffix', { nameSuffix: 'hash' }, 'migrate', 'nameSuffix is "hash"', 'choose one'],
  [
    'a suffix with a selector of its own',
    { nameSuffix: 'content', manualSelector: true },
    'migrate',
    'nameSuffix is "content" beside manualSelector',
    'leave out one',
  ],
  ['a selector unasked', { selector: {} }, 'migrate', 'selector is given without manualSelector', 'leave it out'],
  [
    'a policy where Pods stay',
    { restartPolicy: 'OnFailure', podFailurePolicy: { rules: [] } },
    'migrate',
    'podFailurePolicy is beside restartPolicy: "OnFailure"',
    'leave out one',
  ],
  ['a probe without a port', { livenessProbe: { httpGet: {} } }, 'migrate', 'left out', 'declare the port'],
] as const)('refuses %s', (_what, props, id, found, fix) => {
  const message = refusal(props, id);
  expect(message).toContain(found);
  expect(message).toContain(fix);
  expect(message.startsWith(`test/${id}: `)).toBe(true);
});

const codes = { operator: 'In', values: [1] };
test.each([
  ['no reason', { action: 'Count' }, 'rules[0] is without a reason', 'add one of them'],
  ['two', { action: 'Count', onExitCodes: codes, onPodConditions: [] }, 'at once', 'make two rules'],
  ['another action', { action: 'FailPod', onExitCodes: codes }, 'action is "FailPod"', 'FailJob'],
  ['no code', { action: 'Count', onExitCodes: { ...codes, values: [] } }, 'values is an empty list', 'at least one'],
  ['success', { action: 'Count', onExitCodes: { ...codes, values: [0] } }, 'values[0] is 0', 'range'],
  ['no operator', { action: 'Count', onExitCodes: { values: [1] } }, 'operator is undefined', 'choose one'],
  [
    'no such container',
    { action: 'Count', onExitCodes: { ...codes, containerName: 'migrat' } },
    'containerName is "migrat"',
    'write "migrate"',
  ],
  ['no condition', { action: 'Count', onPodConditions: [] }, 'onPodConditions is an empty list', 'at least one'],
  ['no type', { action: 'Count', onPodConditions: [{ type: 'a b' }] }, 'type is "a b"', 'simpler key'],
  [
    'no status',
    { action: 'Count', onPodConditions: [{ type: 'a', status: 'true' }] },
    'status is "true"',
    'write "True"',
  ],
] as const)('refuses a rule of failure with %s', (_what, rule, found, fix) => {
  const message = refusal({ podFailurePolicy: { rules: [rule] } });
  expect(message).toContain(found);
  expect(message).toContain(fix);
  expect(message).toContain('podFailurePolicy.rules[0]');
});

test('refuses more rules than there may be, with the whole message', () => {
  const rules = Array.from({ length: 21 }, () => ({ action: 'Count', onExitCodes: codes }));
  expect(refusal({ podFailurePolicy: { rules } })).toMatchInlineSnapshot(
    `"test/migrate: podFailurePolicy.rules is a list of 21; allowed: up to 20 rules. To fix it, merge some of them, or leave some out."`,
  );
});

test('a declared port can be asked for, another one not', () => {
  const made = new Job(chart(), 'migrate', { image, ports: { metrics: 9090 } });
  expect(made.port('metrics')).toEqual({ name: 'metrics', containerPort: 9090, protocol: 'TCP' });
  expect(refusalOf(() => (made as Job<string>).port('metrisc'))).toContain('write "metrics"');
});

test('a kplus NetworkPolicy selects its Pods, and no autoscaler scales it', () => {
  const target = chart();
  const made = new Job(target, 'migrate', { image });
  const policy = new kplus.NetworkPolicy(target, 'policy', { selector: made });
  expect(rendered(ApiObject.of(policy)).spec.podSelector.matchLabels).toEqual(made.selectorLabels);
  expect(refusalOf(() => made.toScalingTarget())).toMatchInlineSnapshot(
    `"test/migrate: autoscaling is asked for by an autoscaler; allowed: a workload with a number of Pods. To fix it, use a workload that stays, such as WebDeployment."`,
  );
});
