import { kubernetesMinors } from '../../src/engine';
import { anyPod, engineOf, kindOf, pod, samples, service, texts, workload } from './objects';

describe.each(kubernetesMinors)('what Kubernetes %s says to new objects', (minor) => {
  const create = (object: object, settings: object = {}) =>
    engineOf(minor).review({ operation: 'create', object, ...settings });

  test('every kind that is judged has a sample, and the sample is allowed', () => {
    const { judged } = engineOf(minor).describe();
    const allowed = samples()
      .filter((text) => judged.includes(kindOf(text)))
      .map((text) => ({
        kind: kindOf(text),
        review: engineOf(minor).review({ operation: 'create', text, podSecurity: 'restricted' }),
      }));
    const bad = allowed.filter(({ review }) => !review.judged || !review.allowed || review.advice.length > 0);
    expect(bad).toEqual([]);
    const old = judged.filter((kind) => kind.includes('v1beta2'));
    expect(judged.filter((kind) => !allowed.some((sample) => sample.kind === kind))).toEqual(old);
  });

  test('a selector that misses its own template', () => {
    const object = workload('Deployment', { selector: { matchLabels: { app: 'other' } } });
    expect(create(object)).toMatchObject({
      judged: true,
      allowed: false,
      errors: [
        {
          type: 'FieldValueInvalid',
          field: 'spec.template.metadata.labels',
          value: { app: 'app' },
          detail: '`selector` does not match template `labels`',
        },
      ],
      status: { code: 422, reason: 'Invalid' },
    });
  });

  test('an unknown field, and a field in the wrong case', () => {
    expect(create(workload('Deployment', { replica: 1, minreadySeconds: 1 }))).toMatchObject({
      allowed: false,
      errors: [
        { type: 'UnknownField', field: 'spec.minreadySeconds', message: 'unknown field "spec.minreadySeconds"' },
        { type: 'UnknownField', field: 'spec.replica' },
      ],
      status: { code: 400 },
    });
  });

  test('a privileged container is allowed, as the server is set up', () => {
    expect(
      create(pod({ containers: [{ name: 'a', image: 'b', securityContext: { privileged: true } }] })).allowed,
    ).toBe(true);
  });

  test('a node port out of range, and a cluster IP that is none', () => {
    expect(texts(create(service({ type: 'NodePort', ports: [{ port: 80, nodePort: 80 }] })))).toEqual([
      'spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid range. The range of valid ports is 30000-32767',
    ]);
    expect(create(service({ clusterIP: '10.0.0.300' })).errors).toMatchObject([{ field: 'spec.clusterIPs[0]' }]);
  });

  test('a node port out of range is no matter to a dry run, which allocates nothing', () => {
    expect(create(service({ type: 'NodePort', ports: [{ port: 80, nodePort: 80 }] }), { dryRun: true }).allowed).toBe(
      true,
    );
  });

  test('two address families, where the cluster has one', () => {
    const object = service({ ipFamilyPolicy: 'RequireDualStack' });
    expect(create(object).allowed).toBe(true);
    expect(texts(create(object, { cluster: { ipFamilies: ['IPv4'] } }))).toEqual([
      'spec.ipFamilyPolicy: Invalid value: "RequireDualStack": this cluster is not configured for dual-stack services',
    ]);
  });

  test('a priority without its class', () => {
    expect(texts(create(pod({ ...anyPod, priority: 7 })))).toEqual([
      'pods "app" is forbidden: the integer value of priority (7) must not be provided in pod spec; priority admission controller computed 0 from the given PriorityClass name',
    ]);
    expect(
      create(pod({ ...anyPod, priority: 7, priorityClassName: 'high' }), {
        cluster: { priorityClasses: { high: { value: 7 } } },
      }).allowed,
    ).toBe(true);
    expect(texts(create(pod({ ...anyPod, priorityClassName: 'high' }), { cluster: { priorityClasses: {} } }))).toEqual([
      'pods "app" is forbidden: no PriorityClass with name high was found',
    ]);
  });

  test('a class that nobody described is taken to be there, and the answer says so', () => {
    expect(create(pod({ ...anyPod, priorityClassName: 'high' }))).toMatchObject({
      allowed: true,
      advice: [{ type: 'NotJudged', field: 'spec.priorityClassName', severity: 'info' }],
    });
  });

  test('Pod Security labels that mean nothing', () => {
    const labels = { 'pod-security.kubernetes.io/enforce': 'strict' };
    expect(create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'app', labels } }).errors).toMatchObject([
      {
        field: 'metadata.labels[pod-security.kubernetes.io/enforce]',
        value: 'strict',
        detail: 'must be one of privileged, baseline, restricted',
      },
    ]);
  });

  test('an object without namespace gets the given one, and managed fields are not looked at', () => {
    const metadata = { name: 'app', managedFields: [{ manager: 'x', operation: 'nonsense' }] };
    const review = create({ apiVersion: 'v1', kind: 'ConfigMap', metadata }, { namespace: 'shop', defaulted: true });
    expect(review).toMatchObject({ allowed: true, defaulted: { metadata: { name: 'app', namespace: 'shop' } } });
    expect(review.defaulted).not.toHaveProperty('metadata.managedFields');
  });

  test('an object of another namespace than the request', () => {
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'app', namespace: 'a' } };
    expect(create(object, { requestNamespace: 'b' })).toMatchObject({ allowed: false, status: { code: 400 } });
  });

  test('a generated name is judged, and not shown', () => {
    const review = create(
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { generateName: 'app-' } },
      { defaulted: true },
    );
    expect(review).toMatchObject({ allowed: true, defaulted: { metadata: { generateName: 'app-' } } });
    expect(review.defaulted).not.toHaveProperty('metadata.name');
  });

  test('a List is judged item by item', () => {
    const items = [
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'right' } },
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'Wrong' } },
    ];
    const review = create({ apiVersion: 'v1', kind: 'List', items });
    expect(review).toMatchObject({ judged: true, allowed: false, errors: [{ field: 'items[1].metadata.name' }] });
    expect(review.items).toHaveLength(2);
    const typed = items.map(({ metadata }) => ({ metadata }));
    expect(create({ apiVersion: 'v1', kind: 'ConfigMapList', items: typed }).errors).toMatchObject([
      { field: 'items[1].metadata.name' },
    ]);
  });

  test('a version that is not served names the one to use', () => {
    expect(create({ apiVersion: 'extensions/v1beta1', kind: 'Ingress', metadata: { name: 'app' } })).toMatchObject({
      judged: true,
      allowed: false,
      errors: [
        {
          type: 'NotFound',
          field: 'apiVersion',
          detail: `Kubernetes ${minor} does not serve Ingress in extensions/v1beta1; use networking.k8s.io/v1`,
        },
      ],
    });
    expect(
      create({ apiVersion: 'policy/v1beta1', kind: 'PodSecurityPolicy', metadata: { name: 'app' } }).errors[0]!.detail,
    ).toContain('removed in 1.25');
  });

  test('what is not covered is not judged, and never valid', () => {
    for (const [apiVersion, kind] of [
      ['example.com/v1', 'Widget'],
      ['v1', 'Node'],
    ]) {
      expect(create({ apiVersion, kind, metadata: { name: 'app' } })).toMatchObject({
        judged: false,
        allowed: false,
        errors: [],
      });
    }
  });

  test('a time zone is known, and a wrong one is not', () => {
    const cron = (timeZone: string) => ({
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'app' },
      spec: {
        schedule: '0 3 * * *',
        timeZone,
        jobTemplate: { spec: { template: { spec: { ...anyPod, restartPolicy: 'Never' } } } },
      },
    });
    expect(create(cron('Europe/Berlin')).allowed).toBe(true);
    expect(create(cron('Europe/Atlantis')).errors).toMatchObject([
      { field: 'spec.timeZone', detail: 'unknown time zone Europe/Atlantis' },
    ]);
  });

  test('what only a cluster can give is not made up', () => {
    const job = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'app' },
      spec: { template: { spec: { ...anyPod, restartPolicy: 'Never' } } },
    };
    for (const object of [job, service({ type: 'LoadBalancer', externalTrafficPolicy: 'Local' })]) {
      const { defaulted } = create(object, { defaulted: true });
      expect(create(object, { defaulted: true }).defaulted).toEqual(defaulted);
      for (const path of [
        'metadata.uid',
        'spec.selector',
        'spec.clusterIP',
        'spec.healthCheckNodePort',
        'spec.ports.0.nodePort',
      ]) {
        expect(defaulted).not.toHaveProperty(path);
      }
      expect(create(defaulted!, { defaulted: true }).defaulted).toEqual(defaulted);
    }
  });

  test('the same request has the same answer, whatever came before', () => {
    const object = workload(
      'StatefulSet',
      { replicas: -1 },
      { containers: [{ name: 'A', image: '', ports: [{ containerPort: 0 }] }] },
    );
    const first = create(object);
    create(pod());
    create(service({ type: 'NodePort' }));
    expect(create(object)).toEqual(first);
    expect(create(object, { podSecurity: 'restricted' }).errors).toEqual(first.errors);
  });
});

test('what a later minor knows, an earlier one refuses by name', () => {
  const object = {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'VolumeAttributesClass',
    metadata: { name: 'app' },
    driverName: 'csi.example.com',
    parameters: { a: 'b' },
  };
  expect(engineOf('1.36').review({ operation: 'create', object }).allowed).toBe(true);
  expect(engineOf('1.27').review({ operation: 'create', object }).errors[0]!.detail).toBe(
    'Kubernetes 1.27 does not serve VolumeAttributesClass in storage.k8s.io/v1; it is served since 1.34',
  );
});

test('a field that a feature gate drops is named with its gate', () => {
  const review = engineOf('1.27').review({ operation: 'create', object: pod({ ...anyPod, hostUsers: false }) });
  expect(review).toMatchObject({
    allowed: true,
    dropped: [{ field: 'spec.hostUsers', gate: 'UserNamespacesStatelessPodsSupport', since: '1.33' }],
  });
});

test('a version that goes away is warned of, in the words of the server', () => {
  const sample = samples().find((text) => kindOf(text).endsWith('v1beta3 FlowSchema'))!;
  expect(engineOf('1.27').review({ operation: 'create', text: sample.replace('v1beta3', 'v1beta2') }).warnings).toEqual(
    [
      'flowcontrol.apiserver.k8s.io/v1beta2 FlowSchema is deprecated in v1.26+, unavailable in v1.29+; use flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema',
    ],
  );
});
