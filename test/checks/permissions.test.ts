import { findingsIn } from './cross-findings';

const role = (rules: string, kind = 'ClusterRole', name = 'robot'): string => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: { name: ${name} }
rules: [${rules}]
---`;
const binding = (name: string, subject: string, kind = 'ClusterRoleBinding'): string => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: { name: robot }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${name} }
subjects: [${subject}]`;
const robot = '{ kind: ServiceAccount, name: robot, namespace: ci }';

describe('permissions', () => {
  test.each([
    ["{ apiGroups: [''], resources: [secrets], verbs: [list] }", 'read every Secret'],
    ["{ apiGroups: [''], resources: ['*'], verbs: [get] }", 'read every Secret, and act inside every Pod'],
    ["{ apiGroups: [''], resources: [pods/exec], verbs: [create] }", 'act inside every Pod'],
    ["{ apiGroups: [''], resources: [serviceaccounts/token], verbs: [create] }", 'become any ServiceAccount'],
    ["{ apiGroups: [''], resources: [users], verbs: [impersonate] }", 'act as somebody else'],
    [
      '{ apiGroups: [rbac.authorization.k8s.io], resources: [clusterroles], verbs: [bind] }',
      'give any role to anybody',
    ],
  ])('to escalate are found: %s', (rules, power) => {
    expect(findingsIn(role(rules) + binding('robot', robot))).toEqual([
      `PLM7405 warning ClusterRole/robot rules[0]: Whom ClusterRoleBinding robot names may ${power}, in the whole cluster.`,
    ]);
    // In one namespace, or given to nobody.
    expect(findingsIn(role(rules) + binding('robot', robot, 'RoleBinding'))).toEqual([]);
    expect(findingsIn(role(rules))).toEqual([]);
  });

  test.each([
    ["{ apiGroups: [''], resources: [secrets], verbs: [create] }"],
    ["{ apiGroups: [''], resources: [secrets], resourceNames: [mine], verbs: [get] }"],
    ["{ apiGroups: [example.com], resources: ['*'], verbs: ['*'] }"],
    ["{ apiGroups: [''], resources: [pods, pods/log], verbs: [get, list, watch] }"],
  ])('that are ordinary are not: %s', (rules) => {
    expect(findingsIn(role(rules) + binding('robot', robot))).toEqual([]);
  });

  test('to do everything are found, in roles and in bindings', () => {
    const everything = "{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }";
    expect(findingsIn(role(everything, 'Role'))).toEqual([
      'PLM7404 warning Role/robot rules[0]: The rule allows every verb on every resource of its namespace.',
    ]);
    expect(findingsIn(binding('cluster-admin', robot))).toEqual([
      'PLM7404 warning ClusterRoleBinding/robot subjects: ServiceAccount robot becomes administrator of the whole cluster.',
    ]);
    const anybody = '{ kind: Group, name: system:authenticated, apiGroup: rbac.authorization.k8s.io }';
    expect(findingsIn(binding('edit', anybody))).toEqual([
      'PLM7404 warning ClusterRoleBinding/robot subjects: The role edit is given to system:authenticated: to anybody.',
    ]);
    expect(findingsIn(binding('view', anybody))).toEqual([]);
    expect(
      findingsIn(binding('cluster-admin', '{ kind: Group, name: platform, apiGroup: rbac.authorization.k8s.io }')),
    ).toEqual([]);
  });
});
