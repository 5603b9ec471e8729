import { compareFields } from '../../src/changes/compare-fields';
import type { FieldChange } from '../../src/changes/field-change';
import { deployment, object } from './objects';
import type { Fields } from './objects';

const lines = (changes: readonly FieldChange[]): readonly string[] =>
  changes.map(({ after, before, kind, path }) => {
    const show = (value: unknown): string => JSON.stringify(value);
    return `${path}: ${kind === 'added' ? `+${show(after)}` : kind === 'removed' ? `-${show(before)}` : `${show(before)} -> ${show(after)}`}`;
  });

const service = (spec: Fields) => object('v1', 'Service', 'web', { spec });

describe('fields are compared', () => {
  test('by the merge keys of lists, whatever the order', () => {
    const before = deployment({
      env: [
        { name: 'A', value: '1' },
        { name: 'B', value: '2' },
      ],
    });
    const after = deployment({
      env: [
        { name: 'B', value: '3' },
        { name: 'A', value: '1' },
        { name: 'C', value: '4' },
      ],
    });
    expect(lines(compareFields(before, after))).toEqual([
      'spec.template.spec.containers[name=web].env[name=B].value: "2" -> "3"',
      'spec.template.spec.containers[name=web].env[name=C]: +{"name":"C","value":"4"}',
    ]);
  });

  test('with TCP as the protocol of a port that names none', () => {
    const before = service({ ports: [{ port: 80, targetPort: 8080 }] });
    const after = service({ ports: [{ port: 80, protocol: 'TCP', targetPort: 9090 }] });
    expect(lines(compareFields(before, after))).toContain('spec.ports[port=80,protocol=TCP].targetPort: 8080 -> 9090');
  });

  test.each([
    [
      'quantities',
      deployment({ resources: { limits: { cpu: 1 } } }),
      deployment({ resources: { limits: { cpu: '1000m' } } }),
    ],
    [
      'quantities of a quota',
      object('v1', 'ResourceQuota', 'q', { spec: { hard: { pods: 1024 } } }),
      object('v1', 'ResourceQuota', 'q', { spec: { hard: { pods: '1Ki' } } }),
    ],
    ['ports', service({ ports: [{ port: 80, targetPort: 80 }] }), service({ ports: [{ port: 80, targetPort: '80' }] })],
    [
      'sets',
      object('v1', 'PersistentVolumeClaim', 'c', { spec: { accessModes: ['A', 'B'] } }),
      object('v1', 'PersistentVolumeClaim', 'c', { spec: { accessModes: ['B', 'A'] } }),
    ],
    [
      'sets inside of the items of sets',
      object('networking.k8s.io/v1', 'NetworkPolicy', 'n', {
        spec: { ingress: [{ from: [{ ipBlock: { cidr: 'a' } }, { ipBlock: { cidr: 'b' } }] }] },
      }),
      object('networking.k8s.io/v1', 'NetworkPolicy', 'n', {
        spec: { ingress: [{ from: [{ ipBlock: { cidr: 'b' } }, { ipBlock: { cidr: 'a' } }] }] },
      }),
    ],
    [
      'verbs of roles',
      object('rbac.authorization.k8s.io/v1', 'Role', 'r', { rules: [{ verbs: ['a', 'b'], resources: ['c', 'd'] }] }),
      object('rbac.authorization.k8s.io/v1', 'Role', 'r', { rules: [{ verbs: ['b', 'a'], resources: ['d', 'c'] }] }),
    ],
    [
      'rules of roles',
      object('rbac.authorization.k8s.io/v1', 'Role', 'r', { rules: [{ verbs: ['a'] }, { verbs: ['b'] }] }),
      object('rbac.authorization.k8s.io/v1', 'Role', 'r', { rules: [{ verbs: ['b'] }, { verbs: ['a'] }] }),
    ],
    ['what is null and what is not there', deployment({ env: null }), deployment({})],
    [
      'the order of keys',
      object('v1', 'ConfigMap', 'c', { data: { a: '1', b: '2' } }),
      object('v1', 'ConfigMap', 'c', { data: { b: '2', a: '1' } }),
    ],
  ])('by what they mean: %s', (_, before, after) => {
    expect(compareFields(before, after)).toEqual([]);
  });

  test.each([
    [
      'a number and a text of a ConfigMap',
      object('v1', 'ConfigMap', 'c', { data: { cpu: '1' } }),
      object('v1', 'ConfigMap', 'c', { data: { cpu: '1000m' } }),
    ],
    [
      'limits of a custom resource',
      object('example.com/v1', 'Thing', 'c', { limits: { cpu: '1' } }),
      object('example.com/v1', 'Thing', 'c', { limits: { cpu: '1000m' } }),
    ],
    ['arguments in another order', deployment({ args: ['a', 'b'] }), deployment({ args: ['b', 'a'] })],
  ])('and differ: %s', (_, before, after) => {
    expect(compareFields(before, after)).not.toEqual([]);
  });

  test('one by one between what stays at the start and at the end of a list', () => {
    const before = deployment({ args: ['a', 'b', 'c', 'd'] });
    const after = deployment({ args: ['a', 'x', 'd'] });
    expect(lines(compareFields(before, after))).toEqual([
      'spec.template.spec.containers[name=web].args[1]: "b" -> "x"',
      'spec.template.spec.containers[name=web].args[2]: -"c"',
    ]);
  });

  test('and never with the values of a Secret', () => {
    const secret = (rest: Fields) => object('v1', 'Secret', 's', rest);
    const last = (value: string) => ({ annotations: { 'kubectl.kubernetes.io/last-applied-configuration': value } });
    const changes = [
      ...compareFields(secret({ data: { a: 'old-value' } }), secret({ data: { a: 'new-value', b: 'new-value' } })),
      ...compareFields(secret({}), secret({ stringData: { a: 'new-value' } })),
      ...compareFields(secret({ metadata: last('old-value') }), secret({ metadata: last('new-value') })),
    ];
    expect(changes.map(({ isHidden, kind, path }) => [path, kind, isHidden])).toEqual([
      ['data.a', 'changed', true],
      ['data.b', 'added', true],
      ['stringData', 'added', true],
      ['metadata.annotations[kubectl.kubernetes.io/last-applied-configuration]', 'changed', true],
    ]);
    expect(JSON.stringify(changes)).not.toMatch(/old-value|new-value/);
  });

  test('where a merge key is a map instead of a text', () => {
    // Some maps cannot be turned into text at all: those without a prototype.
    const name = (of: string): Fields => Object.assign(Object.create(null) as Fields, { of });
    const before = deployment({ env: [{ name: name('a'), value: '1' }, { name: name('b') }] });
    const after = deployment({ env: [{ name: name('b') }, { name: name('a'), value: '2' }] });
    expect(lines(compareFields(before, after))).toEqual([
      'spec.template.spec.containers[name=web].env[name={"of":"a"}].value: "1" -> "2"',
    ]);
  });

  test('without running out of stack on whatever depth', () => {
    const nested = (leaf: string): Fields => {
      let data: Fields = { leaf };
      for (let level = 0; level < 1_000; level += 1) data = { data };
      return data;
    };
    expect(
      compareFields(object('example.com/v1', 'A', 'a', nested('x')), object('example.com/v1', 'A', 'a', nested('y'))),
    ).toHaveLength(1);
  });
});

test('what does not say its kind may be a Secret: its values are not shown', () => {
  const item = (password: string) => ({ metadata: { name: 'login' }, stringData: { password } });
  expect(compareFields(item('one'), item('two'))).toEqual([
    { path: 'stringData.password', kind: 'changed', isHidden: true },
  ]);
});
