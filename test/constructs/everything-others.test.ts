import { fieldsOf } from '../../src/api/field-types';
import * as api from '../../src/api/resources';
import { ClusterRole } from '../../src/constructs/cluster-role';
import type { ClusterRoleProps } from '../../src/constructs/cluster-role';
import { ClusterRoleBinding } from '../../src/constructs/cluster-role-binding';
import type { ClusterRoleBindingProps } from '../../src/constructs/cluster-role-binding';
import { DebugPod } from '../../src/constructs/debug-pod';
import type { DebugPodProps } from '../../src/constructs/debug-pod';
import { DefaultDeny } from '../../src/constructs/default-deny';
import type { DefaultDenyProps } from '../../src/constructs/default-deny';
import { Ingress } from '../../src/constructs/ingress';
import type { IngressProps } from '../../src/constructs/ingress-props';
import { Role } from '../../src/constructs/role';
import type { RoleProps } from '../../src/constructs/role';
import { RoleBinding } from '../../src/constructs/role-binding';
import type { RoleBindingProps } from '../../src/constructs/role-binding';
import { grant } from '../../src/constructs/tenancy/grant';
import { everyPodProp } from './everything-jobs';
import { chart, printed, rendered } from './synth-one';

/** The fields of a type of the API that an object lacks. */
const lacking = (type: string, object: object): readonly string[] =>
  [...fieldsOf(type).keys()].filter((field) => !(field in object)).sort();

const target = chart({ namespace: 'shop' });
const object = {
  name: 'own',
  labels: { team: 'a' },
  annotations: { note: 'a' },
  overrides: { metadata: { annotations: { more: 'b' } } },
};
const metadata = { name: 'own', labels: { team: 'a' }, annotations: { note: 'a', more: 'b' } };
const subjects = [{ user: 'jane' }, { group: 'support' }, { serviceAccount: 'ci', namespace: 'build' }];
const rules = grant(api.pods, 'get');

describe('with every prop, every field of the API is there:', () => {
  test('a Role', () => {
    const props: Required<RoleProps> = { ...object, rules, subjects };
    const role = new Role(target, 'role', props);
    expect(rendered(role.object)).toMatchObject({ metadata, rules });
    expect(lacking('Role', rendered(role.object))).toEqual([]);
    expect(rendered(role.binding?.object).subjects).toHaveLength(3);
  });

  test('a RoleBinding', () => {
    const props: Required<RoleBindingProps> = { ...object, role: { clusterRole: 'view' }, subjects };
    const binding = rendered(new RoleBinding(target, 'role-binding', props).object);
    expect(binding).toMatchObject({ metadata, roleRef: { kind: 'ClusterRole', name: 'view' } });
    expect(lacking('RoleBinding', binding)).toEqual([]);
  });

  test('a ClusterRole', () => {
    const props: Required<Omit<ClusterRoleProps, 'aggregationRule' | 'rules'>> = {
      ...object,
      subjects,
      aggregateTo: ['view'],
    };
    const own = rendered(new ClusterRole(target, 'cluster-role', { ...props, rules }).object);
    expect(own).toMatchObject({
      metadata: { ...metadata, labels: { team: 'a', 'rbac.authorization.k8s.io/aggregate-to-view': 'true' } },
      rules,
    });
    expect(lacking('ClusterRole', own)).toEqual(['aggregationRule']);
    const aggregationRule = { clusterRoleSelectors: [{ matchLabels: { a: 'b' } }] };
    const others = new ClusterRole(target, 'cluster-role-2', { ...props, name: 'two', aggregationRule });
    expect(rendered(others.object)).toMatchObject({ aggregationRule });
  });

  test('a ClusterRoleBinding', () => {
    const props: Required<ClusterRoleBindingProps> = { ...object, role: { clusterRole: 'view' }, subjects };
    const binding = rendered(new ClusterRoleBinding(target, 'cluster-role-binding', props).object);
    expect(binding.metadata).toEqual(metadata);
    expect(lacking('ClusterRoleBinding', binding)).toEqual([]);
  });

  test('a DefaultDeny', () => {
    const props: Required<Extract<DefaultDenyProps, { traffic?: 'egress' | 'all' }>> = {
      ...object,
      traffic: 'all',
      allowDns: { port: 5353 },
    };
    const policy = rendered(new DefaultDeny(target, 'default-deny', props).object);
    expect(policy.metadata).toMatchObject(metadata);
    // Nothing comes in, so that there is no rule for it.
    expect(lacking('NetworkPolicySpec', policy.spec)).toEqual(['ingress']);
  });

  test('an Ingress', () => {
    const backend = { service: 'web', port: 80 };
    const props: Required<Omit<Extract<IngressProps, { rules: object }>, 'backend' | 'host' | 'path' | 'pathType'>> = {
      ...object,
      ingressClassName: 'nginx',
      tls: [{ secretName: 'certificate', hosts: ['shop.example.com'] }],
      rules: [{ host: 'shop.example.com', paths: [{ path: '/', pathType: 'Prefix', backend }] }],
      defaultBackend: backend,
    };
    const ingress = rendered(new Ingress(target, 'ingress', props).object);
    expect(ingress.metadata).toMatchObject(metadata);
    expect(lacking('IngressSpec', ingress.spec)).toEqual([]);
  });

  test('a DebugPod', () => {
    const props: Required<Omit<DebugPodProps<'http'>, 'passesAs'>> = everyPodProp;
    const pod = rendered(new DebugPod(target, 'debug', props).object);
    expect(pod.metadata).toMatchObject({ name: 'shop', labels: { app: 'shop' } });
    // Ephemeral containers are added to running Pods only; and `serviceAccount` is the old name of `serviceAccountName`.
    expect(lacking('PodSpec', pod.spec)).toEqual(['ephemeralContainers', 'serviceAccount']);
  });

  test('and all of it is the same on every print', () => {
    expect(printed(target)).toBe(printed(target));
  });
});
