import { judge } from '../../../src/checks/judge/judge';
import type { Review, ReviewRequest } from '../../../src/engine/review';
import { describeWithEngine } from '../../support/with-engine';
import { judgeObjects, subject } from './judge-objects';

const pod = (namespace?: string): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', ...(namespace && { namespace }) },
  spec: { containers: [{ name: 'web', image: 'nginx:1.27' }] },
});

const namespace = (name: string, labels: object): object => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels },
});

const deployment = (image: string, replicas: unknown = 2): object => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    replicas,
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image }] } },
  },
});

const configMap = (data: object): object => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, data });

describeWithEngine('judge', () => {
  test('says nothing about objects that are in order', () => {
    expect(judgeObjects([subject(pod()), subject(deployment('nginx'))])).toEqual({
      judged: 2,
      notJudged: [],
      problems: [],
    });
  });

  test('says what the API server would refuse, where it is and in which words', () => {
    const { problems } = judgeObjects([subject(deployment('nginx', -1))]);
    expect(problems).toEqual([
      {
        code: 'PLM5001',
        severity: 'error',
        message: 'Invalid value: -1: must be greater than or equal to 0',
        object: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
        field: 'spec.replicas',
        construct: 'at spec.replicas',
        fix: 'Choose a number of at least 0.',
      },
    ]);
  });

  test('names fields as they are written, not as the server keeps them', () => {
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'login' }, stringData: { 'a b': 'x' } };
    const definition = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'widgets.example.com' },
      spec: {
        group: 'example.com',
        names: { kind: 'Widget', plural: 'widgets' },
        scope: 'Namespaced',
        versions: [
          {
            name: 'v1',
            served: true,
            storage: true,
            schema: { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'objekt' } } } },
          },
        ],
      },
    };
    const { problems } = judgeObjects([subject(secret), subject(definition)]);
    expect(problems.map(({ field }) => field)).toEqual([
      'stringData[a b]',
      'spec.versions[0].schema.openAPIV3Schema.properties[spec].type',
    ]);
  });

  test('names the field that cannot be read', () => {
    const { problems } = judgeObjects([subject(configMap({ a: 'x', b: 1 }))]);
    expect(problems.map(({ field }) => field)).toEqual(['data.b']);
  });

  test('judges what a controller would make of an object', () => {
    const container = { name: 'web', image: 'nginx' };
    const template = { metadata: { labels: { app: 'web' } }, spec: { containers: [container, container] } };
    const spec = { serviceName: 'web', selector: { matchLabels: { app: 'web' } }, template };
    const { problems } = judgeObjects([
      subject({ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'web' }, spec }),
    ]);
    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ['PLM5005', 'spec.template.spec.containers[1].name'],
    ]);
  });

  test('says once what both the server and we warn of', () => {
    const container = {
      name: 'web',
      image: 'nginx',
      env: [
        { name: 'A', value: '1' },
        { name: 'A', value: '2' },
      ],
    };
    const { problems } = judgeObjects([subject({ ...pod(), spec: { containers: [container] } })]);
    expect(problems.map(({ code, field, severity }) => [code, severity, field])).toEqual([
      ['PLM5006', 'warning', 'spec.containers[0].env[1].name'],
    ]);
  });

  describe('takes the Pod Security level of a namespace', () => {
    const codes = (subjects: readonly object[], podSecurity?: 'baseline' | 'restricted'): readonly string[] =>
      judgeObjects(
        subjects.map((it) => subject(it)),
        { podSecurity },
      ).problems.map(({ code }) => code);

    test('from the Namespace among the objects, wherever it stands', () => {
      const shop = namespace('shop', { 'pod-security.kubernetes.io/enforce': 'restricted' });
      expect(codes([pod('shop'), shop])).toEqual(['PLM5001']);
      expect(codes([pod('other'), shop])).toEqual([]);
    });

    test('from the settings where the Namespace is not among them, or has no labels', () => {
      expect(codes([pod('shop')], 'restricted')).toEqual(['PLM5001']);
      expect(codes([pod('shop'), namespace('shop', {})], 'restricted')).toEqual(['PLM5001']);
      expect(codes([pod()])).toEqual([]);
    });

    test('from the labels even where the settings are stricter', () => {
      const shop = namespace('shop', { 'pod-security.kubernetes.io/enforce': 'privileged' });
      expect(codes([pod('shop'), shop], 'restricted')).toEqual([]);
    });

    test('and warns where the namespace only warns', () => {
      const shop = namespace('shop', { 'pod-security.kubernetes.io/warn': 'restricted' });
      expect(codes([pod('shop'), shop])).toEqual(['PLM5003']);
    });

    test('of its own set, where two sets have a namespace of one name', () => {
      const inSet = (object: object, set: string): ReturnType<typeof subject> => ({ ...subject(object), set });
      const strict = namespace('shop', { 'pod-security.kubernetes.io/enforce': 'restricted' });
      const lax = namespace('shop', { 'pod-security.kubernetes.io/enforce': 'privileged' });
      const subjects = [inSet(strict, 'a'), inSet(lax, 'b'), inSet(pod('shop'), 'b')];
      expect(judgeObjects(subjects).problems).toEqual([]);
    });
  });

  describe('where an object is there already', () => {
    test('judges the update, and names both values', () => {
      const before = { ...configMap({ a: '1' }), immutable: true };
      const { problems } = judgeObjects([subject({ ...configMap({ a: '2' }), immutable: true }, before)]);
      expect(problems).toMatchObject([
        {
          code: 'PLM5002',
          field: 'data',
          message: 'Forbidden: field is immutable when `immutable` is set\n  data.a: "1" -> "2"',
        },
      ]);
    });

    test('takes what may change', () => {
      expect(judgeObjects([subject(deployment('nginx:2'), deployment('nginx:1'))]).problems).toEqual([]);
    });

    test('says once what is wrong with the object itself', () => {
      const { problems } = judgeObjects([subject(deployment('nginx', -1), deployment('nginx', 1))]);
      expect(problems.map(({ code }) => code)).toEqual(['PLM5001']);
    });

    test('asks nothing more where it stays the same', () => {
      const asked: ReviewRequest[] = [];
      const reviewAll = (requests: readonly ReviewRequest[]): readonly Review[] => {
        asked.push(...requests);
        return requests.map(() => ({ judged: true, allowed: true, errors: [], warnings: [], dropped: [], advice: [] }));
      };
      judge([subject(configMap({ a: '1', b: '2' }), configMap({ b: '2', a: '1' }))], { kubernetes: '1.27', reviewAll });
      expect(asked.map(({ operation }) => operation)).toEqual(['create']);
    });
  });

  test('lists the kinds that cannot be judged: a line for each of Kubernetes, one line for all others', () => {
    const object = (apiVersion: string, kind: string): ReturnType<typeof subject> =>
      subject({ apiVersion, kind, metadata: { name: 'x' } });
    const { judged, notJudged, problems } = judgeObjects([
      object('v1', 'Node'),
      object('cert-manager.io/v1', 'Certificate'),
      object('cert-manager.io/v1', 'Certificate'),
      object('example.com/v1', 'Thing'),
    ]);
    expect(judged).toBe(0);
    expect(notJudged.map(({ count, kind }) => [kind, count])).toEqual([
      ['Node', 1],
      ['Certificate', 2],
      ['Thing', 1],
    ]);
    expect(problems.map(({ message, severity }) => [severity, message])).toEqual([
      ['warning', '1 object of kind Node (v1) was not judged: this kind is not covered for Kubernetes 1.27.'],
      ['warning', '3 custom resources were not judged: Certificate (cert-manager.io/v1, 2), Thing (example.com/v1).'],
    ]);
  });
});

test('an engine that fails on an object is an error of that object', () => {
  const failed: Review = {
    judged: false,
    reason: 'the engine failed on this object',
    failure: 'out of memory\nat wasm',
    allowed: false,
    errors: [],
    warnings: [],
    dropped: [],
    advice: [],
  };
  const { problems } = judge([subject(pod())], { kubernetes: '1.27', reviewAll: () => [failed] });
  expect(problems).toMatchObject([
    { code: 'PLM5008', severity: 'error', message: 'The engine failed on this object: out of memory.' },
  ]);
});
