import { compare, deployment, effects, effectsAmong, object } from '../objects';
import type { Fields } from '../objects';

const rbac = 'rbac.authorization.k8s.io/v1';
const role = (...rules: readonly Fields[]) => object(rbac, 'Role', 'reader', { rules });
const rule = (resources: readonly string[], verbs: readonly string[], more: Fields = {}) => ({
  apiGroups: [''],
  resources,
  verbs,
  ...more,
});
const binding = (...names: readonly string[]) =>
  object(rbac, 'RoleBinding', 'reader', {
    roleRef: { kind: 'Role', name: 'reader' },
    subjects: names.map((name) => ({ kind: 'ServiceAccount', name })),
  });

describe('permissions', () => {
  test('are exactly the verbs on resources that are gained and lost, and by whom', () => {
    const before = [role(rule(['pods', 'secrets'], ['get', 'list'])), binding('web')];
    const after = [role(rule(['pods'], ['get', 'list', 'watch'])), binding('web')];
    expect(compare(before, after).changes[0].effects).toEqual([
      {
        kind: 'permission',
        gained: ['watch pods'],
        lost: ['get, list secrets'],
        subjects: ['ServiceAccount shop/web'],
        field: 'rules',
        reason: 'ServiceAccount shop/web gains watch pods and loses get, list secrets.',
      },
    ]);
  });

  test.each([
    [
      'rules that are written in another way',
      role(rule(['pods', 'services'], ['get'])),
      role(rule(['services'], ['get']), rule(['pods'], ['get'])),
    ],
    ['what a wildcard gave already', role(rule(['*'], ['*'])), role(rule(['*'], ['*']), rule(['pods/log'], ['get']))],
    [
      'one object, where all were allowed',
      role(rule(['secrets'], ['get'])),
      role(rule(['secrets'], ['get']), rule(['secrets'], ['get'], { resourceNames: ['a'] })),
    ],
  ])('do not change with %s', (_, before, after) => {
    expect(effects(before, after).join()).not.toMatch(/permission/);
  });

  test('change with a wildcard, with names and with URLs', () => {
    expect(effects(role(rule(['pods'], ['get'])), role(rule(['*'], ['get'])))[0]).toMatch(/gains get \*\.$/);
    expect(
      effects(role(rule(['secrets'], ['get'])), role(rule(['secrets'], ['get'], { resourceNames: ['a'] })))[0],
    ).toMatch(/gains get secrets "a" and loses|loses get secrets\.$/);
    const urls = (path: string) =>
      object(rbac, 'ClusterRole', 'c', { rules: [{ nonResourceURLs: [path], verbs: ['get'] }] });
    expect(effects(urls('/metrics*'), urls('/metrics/cadvisor'))[0]).toMatch(/loses get \/metrics\*\.$/);
  });

  test('are given and taken by bindings', () => {
    const roles = [role(rule(['pods'], ['get']))];
    expect(effectsAmong([...roles, binding('web')], [...roles, binding('web', 'job')])).toEqual([
      'permission: ServiceAccount shop/job gains get pods.',
    ]);
    expect(effectsAmong([...roles, binding('web')], roles)).toEqual([
      'permission: ServiceAccount shop/web loses get pods.',
    ]);
    const admin = object(rbac, 'ClusterRoleBinding', 'admin', {
      roleRef: { kind: 'ClusterRole', name: 'cluster-admin' },
      subjects: [{ kind: 'User', name: 'eve' }],
    });
    expect(effects(undefined, admin)).toEqual(['permission: User eve gains whatever ClusterRole cluster-admin gives.']);
  });

  test('are those of the account that Pods act as', () => {
    expect(effects(deployment(), deployment({}, {}, { serviceAccountName: 'admin' }))[0]).toBe(
      'permission: Its Pods act as the ServiceAccount admin in place of default.',
    );
  });

  test('belong to whoever has the role, where nobody among the objects has', () => {
    expect(effects(role(), role(rule(['pods'], ['get'])))).toEqual([
      'permission: Whoever it is bound to (nobody among these objects) gains get pods.',
    ]);
  });

  test('are gathered in the cluster where roles are aggregated', () => {
    const aggregated = (label: string) =>
      object(rbac, 'ClusterRole', 'all', { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { label } }] } });
    expect(effects(aggregated('a'), aggregated('b'))[0]).toMatch(/^permission: It gathers other roles/);
  });
});
