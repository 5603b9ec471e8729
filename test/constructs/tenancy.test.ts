import { Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import * as api from '../../src/api/api';
import { fieldsOf } from '../../src/api/field-types';
import { ClusterRole } from '../../src/constructs/cluster-role';
import { ClusterRoleBinding } from '../../src/constructs/cluster-role-binding';
import { LimitRange, type LimitRangeProps } from '../../src/constructs/limit-range';
import { Namespace, type NamespaceProps } from '../../src/constructs/namespace';
import { PriorityClass, type PriorityClassProps } from '../../src/constructs/priority-class';
import { ResourceQuota, type ResourceQuotaProps } from '../../src/constructs/resource-quota';
import { Role } from '../../src/constructs/role';
import { RoleBinding } from '../../src/constructs/role-binding';
import { setDefaults } from '../../src/constructs/scope-defaults';
import { ServiceAccount, type ServiceAccountObjectProps } from '../../src/constructs/service-account';
import { grant, grantUrls } from '../../src/constructs/tenancy/grant';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { chart, kinds, printed, refusalOf, rendered } from './synth-one';

const own = { name: 'given', labels: { team: 'a' }, annotations: { note: 'b' } };
const shop = () => chart({ namespace: 'shop' });

/** The fields of a type of the API that an object lacks. */
const lacking = (type: string, object: object): readonly string[] =>
  [...fieldsOf(type).keys()].filter((field) => !(field in object)).sort();

describe('a Namespace', () => {
  test('enforces the standard that our Pods meet, unless said otherwise', () => {
    expect(rendered(new Namespace(chart({ namespace: 'elsewhere' }), 'shop').object)).toEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'shop', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
    });
    const target = chart();
    setDefaults(target, { profile: 'baseline' });
    expect(rendered(new Namespace(target, 'a').object).metadata.labels).toEqual({
      'pod-security.kubernetes.io/enforce': 'baseline',
    });
    expect(rendered(new Namespace(target, 'b', { podSecurity: 'privileged' }).object).metadata.labels).toEqual({
      'pod-security.kubernetes.io/enforce': 'privileged',
    });
    expect(rendered(new Namespace(target, 'c', { podSecurity: false }).object).metadata.labels).toBeUndefined();
  });

  test('with every prop, brings its quota, its limits and its denial along', () => {
    const props: Required<NamespaceProps> = {
      ...own,
      podSecurity: { enforce: 'baseline', warn: 'restricted', audit: 'restricted', version: 'v1.27' },
      quota: { hard: { pods: 10 } },
      limits: { pod: { max: { memory: '1Gi' } } },
      denyTraffic: 'all',
      finalizers: ['kubernetes'],
      overrides: { namespace: { metadata: { labels: { by: 'override' } } } },
    };
    const target = shop();
    const namespace = new Namespace(target, 'team', props);
    expect(kinds(target)).toEqual(['Namespace', 'ResourceQuota', 'LimitRange', 'NetworkPolicy']);
    expect(rendered(namespace.object)).toMatchInlineSnapshot(`
     {
       "apiVersion": "v1",
       "kind": "Namespace",
       "metadata": {
         "annotations": {
           "note": "b",
         },
         "labels": {
           "by": "override",
           "pod-security.kubernetes.io/audit": "restricted",
           "pod-security.kubernetes.io/audit-version": "v1.27",
           "pod-security.kubernetes.io/enforce": "baseline",
           "pod-security.kubernetes.io/enforce-version": "v1.27",
           "pod-security.kubernetes.io/warn": "restricted",
           "pod-security.kubernetes.io/warn-version": "v1.27",
           "team": "a",
         },
         "name": "given",
       },
       "spec": {
         "finalizers": [
           "kubernetes",
         ],
       },
     }
    `);
    for (const inside of [namespace.resourceQuota, namespace.limitRange, namespace.networkPolicy]) {
      expect(rendered(inside).metadata).toMatchObject({ namespace: 'given', labels: { team: 'a' } });
    }
    expect(printed(target)).toBe(printed(target));
  });

  test('refuses an override for what it does not make', () => {
    const props: NamespaceProps = { overrides: { resourceQuota: { metadata: { name: 'a' } } } };
    expect(refusalOf(() => new Namespace(chart(), 'shop', props))).toMatchInlineSnapshot(
      `"test/shop: overrides is "resourceQuota"; allowed: "namespace". To fix it, choose one of these."`,
    );
  });

  test.each([
    ['Shop', {}],
    ['shop', { podSecurity: { enforce: 'strict' } }],
    ['shop', { podSecurity: { version: '1.27' } }],
    ['shop', { denyTraffic: 'both' }],
    ['shop', { quota: { hard: { cpu: 'lots' } } }],
  ])('is refused as %s with %j', (name, props) => {
    expect(refusalOf(() => new Namespace(chart(), name, props as NamespaceProps))).toContain('allowed: ');
  });

  test('can be selected by kplus', () => {
    const target = shop();
    const namespace = new Namespace(target, 'front');
    const web = new WebDeployment(target, 'web', { image: 'a:1' });
    new kplus.NetworkPolicy(target, 'policy', {
      selector: web,
      ingress: { rules: [{ peer: namespace }] },
    });
    expect(printed(target)).toContain('kubernetes.io/metadata.name: front');
  });
});

describe('a ResourceQuota', () => {
  test('has every field of its spec, and amounts as they are written', () => {
    const props: Required<ResourceQuotaProps> = {
      ...own,
      hard: { 'requests.cpu': '1000m', 'limits.memory': '8Gi', 'count/jobs.batch': 5 },
      scopes: ['NotTerminating'],
      scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['high'] }] },
      overrides: { spec: { hard: { pods: 3 } } },
    };
    const { spec } = rendered(new ResourceQuota(shop(), 'quota', props).object);
    expect(spec.hard).toEqual({ 'requests.cpu': '1000m', 'limits.memory': '8Gi', 'count/jobs.batch': 5, pods: 3 });
    expect(lacking('ResourceQuotaSpec', spec)).toEqual([]);
  });
});

describe('a LimitRange', () => {
  const container = {
    min: { cpu: '10m' },
    max: { cpu: 2 },
    default: { cpu: '500m' },
    defaultRequest: { cpu: '100m' },
    maxLimitRequestRatio: { cpu: 10 },
  };

  test('has every field of its items', () => {
    const props: Required<LimitRangeProps> = {
      ...own,
      container,
      pod: { max: { memory: '1Gi' } },
      persistentVolumeClaim: { max: { storage: '10Gi' } },
      overrides: { metadata: { labels: { by: 'override' } } },
    };
    const { limits } = rendered(new LimitRange(shop(), 'limits', props).object).spec;
    expect(limits.map(({ type }: { readonly type: string }) => type)).toEqual([
      'Container',
      'Pod',
      'PersistentVolumeClaim',
    ]);
    expect(lacking('LimitRangeItem', limits[0])).toEqual([]);
  });

  test('refuses a least above a most, and no limits', () => {
    const wrong = { container: { ...container, defaultRequest: { cpu: '3' } } };
    expect(refusalOf(() => new LimitRange(chart(), 'limits', wrong))).toMatchInlineSnapshot(
      `"test/limits: container.defaultRequest.cpu is "3", above default "500m"; allowed: "500m" or less. To fix it, lower it, or raise default."`,
    );
    expect(refusalOf(() => new LimitRange(chart(), 'limits', {}))).toMatchInlineSnapshot(
      `"test/limits: props is without a limit; allowed: at least one of container, pod and persistentVolumeClaim. To fix it, write container: { defaultRequest: { cpu: '100m', memory: '64Mi' } }."`,
    );
  });
});

describe('a PriorityClass', () => {
  test('has every field, and no namespace', () => {
    const props: Required<PriorityClassProps> = {
      ...own,
      value: 1000,
      globalDefault: false,
      preemptionPolicy: 'Never',
      description: 'For what can wait.',
      overrides: { metadata: { labels: { by: 'override' } } },
    };
    const object = rendered(new PriorityClass(shop(), 'low', props).object);
    expect(lacking('PriorityClass', object)).toEqual([]);
    expect(object.metadata).toEqual({
      name: 'given',
      labels: { team: 'a', by: 'override' },
      annotations: { note: 'b' },
    });
  });

  test('keeps off the names and numbers of Kubernetes', () => {
    expect(refusalOf(() => new PriorityClass(chart(), 'system-mine', { value: 1 }))).toMatchInlineSnapshot(
      `"test/system-mine: id is "system-mine"; allowed: a name that does not begin with "system-", which Kubernetes keeps for its own. To fix it, write "mine"."`,
    );
    expect(refusalOf(() => new PriorityClass(chart(), 'mine', { value: 2e9 }))).toMatchInlineSnapshot(
      `"test/mine: value is 2000000000; allowed: a whole number from -2147483648 to 1000000000. To fix it, choose a number in that range."`,
    );
  });
});

describe('a ServiceAccount', () => {
  test('has every field', () => {
    const props: Required<ServiceAccountObjectProps> = {
      ...own,
      imagePullSecrets: ['registry', { name: 'other' }],
      automountServiceAccountToken: false,
      secrets: ['old'],
      overrides: { secrets: [{ name: 'old', $patch: 'delete' }, { name: 'new' }] },
    };
    const object = rendered(new ServiceAccount(shop(), 'account', props).object);
    expect(lacking('ServiceAccount', object)).toEqual([]);
    expect(object.secrets).toEqual([{ name: 'new' }]);
  });

  test('is what a workload runs as, ours and that of kplus', () => {
    const target = shop();
    const account = new ServiceAccount(target, 'account');
    const web = new WebDeployment(target, 'web', { image: 'a:1', serviceAccountName: account });
    expect(rendered(web.deployment).spec.template.spec.serviceAccountName).toBe('account');
    new kplus.Pod(target, 'pod', { serviceAccount: account, containers: [{ image: 'a:1' }] });
    expect(printed(target).match(/serviceAccountName: account/g)).toHaveLength(2);
  });
});

describe('roles', () => {
  test('grant verbs on resources to whoever is named, one rule for each group', () => {
    const target = shop();
    const account = new ServiceAccount(target, 'agent');
    const role = new Role(target, 'reader', {
      rules: [
        grant([api.pods, api.deployments, api.services], 'get', 'list'),
        grant(api.named(api.secrets, 'one'), 'get'),
        { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
      ],
      subjects: [
        account,
        { serviceAccount: 'other', namespace: 'elsewhere' },
        { serviceAccount: 'here' },
        { user: 'alice' },
        { group: 'developers' },
      ],
    });
    expect(rendered(role.object)).toMatchInlineSnapshot(`
     {
       "apiVersion": "rbac.authorization.k8s.io/v1",
       "kind": "Role",
       "metadata": {
         "name": "reader",
         "namespace": "shop",
       },
       "rules": [
         {
           "apiGroups": [
             "",
           ],
           "resources": [
             "pods",
             "services",
           ],
           "verbs": [
             "get",
             "list",
           ],
         },
         {
           "apiGroups": [
             "apps",
           ],
           "resources": [
             "deployments",
           ],
           "verbs": [
             "get",
             "list",
           ],
         },
         {
           "apiGroups": [
             "",
           ],
           "resourceNames": [
             "one",
           ],
           "resources": [
             "secrets",
           ],
           "verbs": [
             "get",
           ],
         },
         {
           "apiGroups": [
             "*",
           ],
           "resources": [
             "*",
           ],
           "verbs": [
             "*",
           ],
         },
       ],
     }
    `);
    expect(rendered(role.binding!.object)).toMatchInlineSnapshot(`
     {
       "apiVersion": "rbac.authorization.k8s.io/v1",
       "kind": "RoleBinding",
       "metadata": {
         "name": "reader",
         "namespace": "shop",
       },
       "roleRef": {
         "apiGroup": "rbac.authorization.k8s.io",
         "kind": "Role",
         "name": "reader",
       },
       "subjects": [
         {
           "kind": "ServiceAccount",
           "name": "agent",
           "namespace": "shop",
         },
         {
           "kind": "ServiceAccount",
           "name": "other",
           "namespace": "elsewhere",
         },
         {
           "kind": "ServiceAccount",
           "name": "here",
           "namespace": "shop",
         },
         {
           "apiGroup": "rbac.authorization.k8s.io",
           "kind": "User",
           "name": "alice",
         },
         {
           "apiGroup": "rbac.authorization.k8s.io",
           "kind": "Group",
           "name": "developers",
         },
       ],
     }
    `);
  });

  test('of the cluster take paths, and can be put together of others', () => {
    const target = shop();
    const metrics = new ClusterRole(target, 'metrics', {
      rules: [grantUrls(['/metrics', '/healthz/*'], 'get')],
      aggregateTo: ['view'],
      subjects: [{ group: 'monitoring' }],
    });
    const all = new ClusterRole(target, 'all', {
      aggregationRule: { clusterRoleSelectors: [{ matchLabels: { of: 'all' } }] },
      overrides: { metadata: { labels: { by: 'override' } } },
    });
    expect(rendered(metrics.object).metadata).toEqual({
      name: 'metrics',
      labels: { 'rbac.authorization.k8s.io/aggregate-to-view': 'true' },
    });
    expect(rendered(metrics.object).rules).toEqual([{ nonResourceURLs: ['/metrics', '/healthz/*'], verbs: ['get'] }]);
    expect(rendered(metrics.binding!.object).roleRef).toMatchObject({ kind: 'ClusterRole', name: 'metrics' });
    expect(rendered(all.object)).toMatchObject({
      metadata: { labels: { by: 'override' } },
      aggregationRule: { clusterRoleSelectors: [{ matchLabels: { of: 'all' } }] },
    });
  });

  test('are bound where they are not ours, too', () => {
    const target = shop();
    const theirs = new kplus.Role(target, 'theirs');
    const toTheirs = new RoleBinding(target, 'a', { role: theirs, subjects: [new kplus.ServiceAccount(target, 'sa')] });
    const toKnown = new ClusterRoleBinding(target, 'b', {
      role: { clusterRole: 'view' },
      subjects: [{ user: 'bob' }],
      overrides: { metadata: { labels: { by: 'override' } } },
    });
    expect(rendered(toTheirs.object).roleRef).toMatchObject({ kind: 'Role', name: theirs.name });
    expect(rendered(toTheirs.object).subjects).toEqual([
      { kind: 'ServiceAccount', name: expect.stringMatching(/^test-sa-/), namespace: 'shop' },
    ]);
    expect(rendered(toKnown.object).roleRef).toMatchObject({ kind: 'ClusterRole', name: 'view' });
    const named = new RoleBinding(target, 'c', { role: { role: 'there' }, subjects: [] });
    expect(rendered(named.object).roleRef).toMatchObject({ kind: 'Role', name: 'there' });
  });

  test('are taken by the bindings of kplus', () => {
    const target = shop();
    const role = new Role(target, 'reader', { rules: [grant(api.pods, 'get')] });
    const clusterRole = new ClusterRole(target, 'wide', { rules: [grant(api.nodes, 'get')] });
    const account = new ServiceAccount(target, 'account');
    new kplus.RoleBinding(target, 'theirs', { role }).addSubjects(account);
    new kplus.ClusterRoleBinding(target, 'wider', { role: clusterRole }).addSubjects(account);
    const subject = '- kind: ServiceAccount\n    name: account\n    namespace: shop';
    expect(printed(target).split(subject)).toHaveLength(3);
    expect(printed(target)).toContain('kind: Role\n  name: reader');
  });

  test.each([
    ['no verb', () => grant(api.pods)],
    ['no resource', () => grant([], 'get' as never)],
    ['a verb that it does not have', () => grant(api.podLog, 'list' as never)],
    ['a path with a star in it', () => grantUrls(['/a/*/b'], 'get')],
    ['no verb for a path', () => grantUrls(['/a'])],
    ['a path in a Role', () => new Role(chart(), 'a', { rules: [grantUrls(['/a'], 'get')] })],
    [
      'a Role for the whole cluster',
      () => new ClusterRoleBinding(chart(), 'a', { role: { kind: 'Role', name: 'r' }, subjects: [] }),
    ],
    [
      'an account without a namespace',
      () => new RoleBinding(chart(), 'a', { role: { clusterRole: 'view' }, subjects: [{ serviceAccount: 'a' }] }),
    ],
    [
      'a workload without an account',
      () => {
        const target = shop();
        const web = new WebDeployment(target, 'web', { image: 'a:1' });
        return new RoleBinding(target, 'a', { role: { clusterRole: 'view' }, subjects: [web] });
      },
    ],
    ['a name with a slash', () => new Role(chart(), 'a', { name: 'a/b', rules: [] })],
  ])('are refused with %s', (_what, make) => {
    expect(refusalOf(make)).toMatchSnapshot();
  });

  test('the resources are those that kplus knows, under the same groups', () => {
    const theirs = Object.values(kplus.ApiResource)
      .filter((value): value is kplus.ApiResource => value instanceof kplus.ApiResource)
      .map(({ apiGroup, resourceType }) => `${resourceType}.${apiGroup}`);
    const ours = new Set(
      Object.values(api).flatMap((value) => (typeof value === 'object' ? [`${value.resource}.${value.group}`] : [])),
    );
    // Nobody grants anything on a kind that is gone, and on one that only the control plane writes.
    expect(theirs.filter((name) => !ours.has(name))).toEqual(['componentstatuses.']);
  });
});

test('constructs in an app of cdk8s print what they print in ours', () => {
  const target = new Chart(Testing.app(), 'test', { namespace: 'shop' });
  new Role(target, 'reader', { rules: [grant(api.status(api.deployments), 'patch')] });
  expect(printed(target)).toContain('deployments/status');
});
