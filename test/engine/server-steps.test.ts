import { kubernetesMinors } from '../../src/engine';
import { anyPod, engineOf, kindOf, pod, samples, service, texts } from './objects';

const labels = { app: 'app' };
const job = (name: string, template: object, spec: object = {}, metadata: object = {}): object => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name, ...metadata },
  spec: { template: { ...template, spec: { ...anyPod, restartPolicy: 'Never' } }, ...spec },
});

describe.each(kubernetesMinors)('where Kubernetes %s does more than its rules say', (minor) => {
  const create = (object: object, settings: object = {}) =>
    engineOf(minor).review({ operation: 'create', object, ...settings });
  const update = (oldObject: object, object: object) =>
    engineOf(minor).review({ operation: 'update', oldObject, object });

  test('a Job without labels shares those of its template, and what the server adds to them', () => {
    const fieldsOf = (metadata: object): readonly string[] =>
      create(job('A b', { metadata: { labels } }, {}, metadata)).errors.map(({ field }) => field);
    expect(fieldsOf({}).filter((field) => field === 'metadata.labels')).toHaveLength(2);
    expect(fieldsOf({ labels: { own: 'label' } })).not.toContain('metadata.labels');
  });

  test('the labels that a Job was given by the server are not made up, and are no change', () => {
    const object = job('app', { metadata: { labels } }, { suspend: true });
    const { defaulted } = create(object, { defaulted: true });
    expect(defaulted).toMatchObject({ metadata: { labels }, spec: { template: { metadata: { labels } } } });
    expect((defaulted as { metadata: { labels: object } }).metadata.labels).toEqual(labels);
    expect(texts(update(object, object))).toEqual([]);
  });

  test('a toleration of a Pod cannot be taken away, and those that every Pod gets come back', () => {
    const toleration = { key: 'example.com/gone', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 60 };
    const tolerant = pod({ ...anyPod, tolerations: [toleration] });
    expect(texts(update(tolerant, pod()))).toEqual([
      'spec.tolerations: Forbidden: existing toleration can not be modified except its tolerationSeconds',
    ]);
    expect(texts(update(tolerant, pod({ ...anyPod, tolerations: [{ ...toleration, tolerationSeconds: 5 }] })))).toEqual(
      [],
    );
    expect(texts(update(pod(), tolerant))).toEqual([]);
    expect(texts(update(create(pod(), { defaulted: true }).defaulted!, pod()))).toEqual([]);
  });

  test('a version that goes away is warned of although the object is not readable', () => {
    const text =
      minor === '1.27'
        ? samples()
            .find((sample) => kindOf(sample).endsWith('v1beta3 FlowSchema'))!
            .replace('v1beta3', 'v1beta2')
        : samples().find((sample) => kindOf(sample) === 'v1 Endpoints')!;
    for (const wrong of [`${text.trimEnd()}\nunknownField: 1\n`, text.replace(/^metadata:$/mu, 'metadata: 1\nx:')]) {
      const review = engineOf(minor).review({ operation: 'create', text: wrong });
      expect(review).toMatchObject({ allowed: false, status: { code: 400 }, warnings: [expect.any(String)] });
      expect(review.warnings[0]).toContain('is deprecated in');
    }
  });

  test('a warning that is no header is not sent', () => {
    const owner = { apiVersion: 'v1', kind: 'Pod', name: 'app', uid: 'a\tb' };
    const metadata = { name: 'app', ownerReferences: [owner, { ...owner }] };
    const config = { apiVersion: 'v1', kind: 'ConfigMap', metadata };
    expect(create(config)).toMatchObject({ allowed: true, warnings: [] });
    const named = [owner, owner].map((one) => ({ ...one, uid: 'a-b' }));
    expect(create({ ...config, metadata: { ...metadata, ownerReferences: named } }).warnings).toHaveLength(1);
  });

  test('warnings of more than 4,096 characters are cut to 256 each, and end there', () => {
    const warningsFor = (count: number, length: number): readonly string[] => {
      const names = Array.from({ length: count }, (_, index) => `${'A'.repeat(length)}${100 + index}`);
      const env = names.flatMap((name) => [{ name }, { name }]);
      return create(pod({ containers: [{ ...anyPod.containers[0], env }] })).warnings;
    };
    const lengths = (list: readonly string[]): readonly number[] => [...new Set(list.map(({ length }) => length))];
    expect(warningsFor(5, 400)).toHaveLength(5);
    expect(lengths(warningsFor(5, 400))).not.toContain(256);
    expect(lengths(warningsFor(60, 400))).toEqual([256]);
    expect(warningsFor(60, 400)).toHaveLength(16);
  });

  test('where the server fails, its answer is 500 without a reason, and the field is named all the same', () => {
    for (const [runtimeClassName, message] of [
      ['', 'resource name may not be empty'],
      ['.', `invalid resource name ".": [may not be '.']`],
      ['a/b/c', `invalid resource name "a/b/c": [may not contain '/']`],
    ] as const) {
      const review = create(pod({ ...anyPod, runtimeClassName }));
      expect(review.status).toEqual({ code: 500, message });
      expect(review.errors).toEqual([
        { type: 'InternalError', field: 'spec.runtimeClassName', detail: message, message },
      ]);
    }
    const ports = (second: number): object[] => [
      { name: 'a', port: 80, nodePort: 30080 },
      { name: 'b', port: 81, nodePort: second },
    ];
    const of = (second: number): object => service({ type: 'NodePort', ports: ports(second) });
    expect(update(of(30081), of(30080)).status).toEqual({ code: 500, message: 'duplicate nodePort: {TCP 30080}' });
  });

  test('an empty overhead is none where the class has one, since 1.36', () => {
    const cluster = { runtimeClasses: { kata: { overhead: { cpu: '250m' } } } };
    const review = create(pod({ ...anyPod, runtimeClassName: 'kata', overhead: {} }), { cluster });
    expect(review.allowed).toBe(minor !== '1.27');
  });

  test('an overhead without a class is refused after everything else that is wrong with it', () => {
    const refused = 'pods "app" is forbidden: pod rejected: Pod Overhead set without corresponding RuntimeClass';
    expect(texts(create(pod({ ...anyPod, overhead: { cpu: '1' } })))).toEqual([`${refused} defined Overhead`]);
    const review = create(pod({ ...anyPod, overhead: { 'a..b': '1' } }));
    expect(review.status).toMatchObject({ code: 422 });
    expect(review.errors[0]!.field).toBe('spec.overhead.limits[a..b]');
  });

  test('what may not change is told field by field, a line each', () => {
    const old = pod({ ...anyPod, nodeSelector: { disk: 'ssd', zone: 'a' } });
    const changed = pod({
      containers: [
        { ...anyPod.containers[0], resources: { requests: { cpu: '1500m' } }, env: [{ name: 'LEVEL', value: 'info' }] },
      ],
      nodeSelector: { zone: 'b' },
      hostNetwork: true,
    });
    const [first, ...lines] = texts(update(old, changed))[0]!.split('\n');
    expect(first).toContain('spec: Forbidden: pod updates may not change fields other than');
    expect(lines).toEqual([
      'containers[0].env[0]: not set -> {name: "LEVEL", value: "info"}',
      'containers[0].resources.requests[cpu]: not set -> "1500m"',
      'nodeSelector[disk]: "ssd" -> not set',
      'nodeSelector[zone]: "a" -> "b"',
      'hostNetwork: false -> true',
    ]);
  });

  test('what changed is told in few words, whatever its size', () => {
    const env = Array.from({ length: 500 }, (_, index) => ({ name: `V${index}`, value: 'x'.repeat(1000) }));
    const changed = pod({ containers: [{ ...anyPod.containers[0], env }] });
    const [text] = texts(update(pod(), changed));
    expect(text!.length).toBeLessThan(5000);
    expect(text!.endsWith('\nand 480 more')).toBe(true);
  });
});
