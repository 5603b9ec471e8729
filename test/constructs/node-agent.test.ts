import { fieldsOf } from '../../src/api/field-types';
import { NodeAgent } from '../../src/constructs/node-agent';
import type { NodeAgentProps } from '../../src/constructs/node-agent-props';
import { Volume } from '../../src/constructs/pod/volume';
import { setDefaults } from '../../src/constructs/scope-defaults';
import { everyNodeAgentProp } from './everything-workloads';
import { chart, kinds, printed, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/logs:3.1.0';
const make = (props: object): NodeAgent => new NodeAgent(chart(), 'logs', { image, ...props } as NodeAgentProps<never>);
const pod = (props: object) => rendered(make(props).daemonSet).spec.template.spec;
const refusal = (props: object): string => refusalOf(() => make(props));

test('a minimal one is a DaemonSet whose Pods are restricted', () => {
  const target = chart();
  const agent = new NodeAgent(target, 'logs', { image });
  expect(printed(target)).toMatchInlineSnapshot(`
   "apiVersion: apps/v1
   kind: DaemonSet
   metadata:
     labels:
       app.kubernetes.io/instance: logs
       app.kubernetes.io/name: logs
     name: logs
   spec:
     selector:
       matchLabels:
         app.kubernetes.io/instance: logs
         app.kubernetes.io/name: logs
     template:
       metadata:
         labels:
           app.kubernetes.io/instance: logs
           app.kubernetes.io/name: logs
       spec:
         automountServiceAccountToken: false
         containers:
           - image: registry.example.com/logs:3.1.0
             name: logs
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
  expect(agent.podSecurity).toBe('restricted');
});

test('with every prop, every field of the API is there', () => {
  const build = () => {
    const target = chart({ namespace: 'shop' });
    const update = { updateStrategy: 'RollingUpdate', maxUnavailable: 2 } as const;
    return { target, agent: new NodeAgent(target, 'logs', { ...everyNodeAgentProp, ...update }) };
  };
  const { target, agent } = build();
  const { metadata, spec } = rendered(agent.daemonSet);
  expect([...fieldsOf('DaemonSetSpec').keys()].filter((field) => !(field in spec))).toEqual([]);
  expect(metadata.labels).toMatchObject({ more: 'a' });
  expect(kinds(target)).toEqual(['DaemonSet', 'NetworkPolicy']);
  expect(agent.port('http')).toEqual({ name: 'http', containerPort: 8080, protocol: 'TCP' });
  expect(printed(target)).toBe(printed(target));
  expect(printed(target)).toBe(printed(build().target));
});

test('paths of the node are read-only, at the same path and in a volume named after them', () => {
  const spec = pod({
    hostPaths: {
      '/var/log': {},
      '/': { mountPath: '/host', mountPropagation: 'HostToContainer' },
      '/run/app.sock': { readOnly: false, type: 'Socket' },
    },
  });
  expect(spec.volumes).toEqual([
    { name: 'host-var-log', hostPath: { path: '/var/log' } },
    { name: 'host-root', hostPath: { path: '/' } },
    { name: 'host-run-app-sock', hostPath: { path: '/run/app.sock', type: 'Socket' } },
  ]);
  expect(spec.containers[0].volumeMounts).toEqual([
    { name: 'host-var-log', mountPath: '/var/log', readOnly: true },
    { name: 'host-root', mountPath: '/host', readOnly: true, mountPropagation: 'HostToContainer' },
    { name: 'host-run-app-sock', mountPath: '/run/app.sock', readOnly: false },
  ]);
});

test('access to the node takes nothing of the profile away, and says what the namespace must allow', () => {
  const agent = make({ hostPaths: { '/var/log': {} } });
  const { securityContext, containers } = rendered(agent.daemonSet).spec.template.spec;
  expect(securityContext.runAsNonRoot).toBe(true);
  expect(containers[0].securityContext.capabilities).toEqual({ drop: ['ALL'] });
  expect(agent.podSecurity).toBe('privileged');
});

test.each([
  [{ hostNetwork: true }],
  [{ hostPID: true }],
  [{ hostIPC: true }],
  [{ ports: { http: { containerPort: 80, hostPort: 80 } } }],
  [{ volumes: [Volume.hostPath('log', '/var/log')] }],
  [{ sidecars: { a: { image, securityContext: { privileged: true } } } }],
  [{ initContainers: { a: { image, securityContext: { privileged: true } } } }],
])('%j needs a privileged namespace', (props) => {
  expect(make(props).podSecurity).toBe('privileged');
});

test('without access to the node, the profile says what the namespace must allow', () => {
  expect(make({ profile: 'baseline' }).podSecurity).toBe('baseline');
  const target = chart();
  setDefaults(target, { profile: 'baseline' });
  expect(new NodeAgent(target, 'logs', { image }).podSecurity).toBe('baseline');
});

test('in the network of the node it still finds Services by name, unless told otherwise', () => {
  expect(pod({ hostNetwork: true }).dnsPolicy).toBe('ClusterFirstWithHostNet');
  expect(pod({ hostNetwork: true, dnsPolicy: 'Default' }).dnsPolicy).toBe('Default');
  expect(pod({})).not.toHaveProperty('dnsPolicy');
});

test('taints are tolerated by name, and then in full', () => {
  const spec = pod({
    tolerate: ['controlPlane', 'uninitialized', 'noSchedule', 'noExecute', 'everything'],
    tolerations: [{ key: 'spot' }],
  });
  expect(spec.tolerations).toEqual([
    { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' },
    { key: 'node.cloudprovider.kubernetes.io/uninitialized', operator: 'Exists', effect: 'NoSchedule' },
    { operator: 'Exists', effect: 'NoSchedule' },
    { operator: 'Exists', effect: 'NoExecute' },
    { operator: 'Exists' },
    { key: 'spot' },
  ]);
});

test('an update is printed as it was written, and a surge with the 0 that Kubernetes asks for', () => {
  const strategyOf = (props: object): unknown => rendered(make(props).daemonSet).spec.updateStrategy;
  expect(strategyOf({})).toBeUndefined();
  expect(strategyOf({ updateStrategy: 'OnDelete' })).toEqual({ type: 'OnDelete' });
  expect(strategyOf({ updateStrategy: 'RollingUpdate' })).toEqual({ type: 'RollingUpdate' });
  expect(strategyOf({ maxUnavailable: '10%' })).toEqual({ rollingUpdate: { maxUnavailable: '10%' } });
  expect(strategyOf({ maxSurge: 1 })).toEqual({ rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } });
});

test('overrides and a ServiceAccount of its own', () => {
  const agent = make({
    serviceAccount: true,
    overrides: { daemonSet: { spec: { template: { spec: { hostPID: true } } } } },
  });
  expect(agent.serviceAccount?.name).toBe('logs');
  expect(agent.serviceAccountName).toBe('logs');
  expect(rendered(agent.daemonSet).spec.template.spec).toMatchObject({ hostPID: true, serviceAccountName: 'logs' });
});

test.each([
  [
    'a relative path',
    { hostPaths: { 'var/log': {} } },
    'hostPaths."var/log" is "var/log"; allowed: an absolute path without ":" such as "/var/cache". To fix it, write the path in the container, from "/" on.',
  ],
  [
    'a path out of itself',
    { hostPaths: { '/var/../etc': {} } },
    'hostPaths."/var/../etc" is "/var/../etc"; allowed: a path without "..". To fix it, write where it leads to.',
  ],
  [
    'two paths of one volume name',
    { hostPaths: { '/var/log': {}, '/var_log': {} } },
    'hostPaths."/var_log" is "/var_log", whose volume would be called "host-var-log" as that of "/var/log"; allowed: a path that makes a volume name of its own, of up to 63 characters. To fix it, mount Volume.hostPath() under a name of your choice with `volumeMounts`.',
  ],
  [
    'an unknown taint',
    { tolerate: ['controlplane'] },
    'tolerate[0] is "controlplane"; allowed: "controlPlane", "uninitialized", "noSchedule", "noExecute" or "everything". To fix it, write "controlPlane".',
  ],
  [
    'a surge beside a loss',
    { maxSurge: 1, maxUnavailable: 1 },
    'maxSurge is 1 beside maxUnavailable; allowed: one of the two: a node has the new Pod first, or is without one for a while. To fix it, leave out maxUnavailable.',
  ],
  [
    'no loss at all',
    { maxUnavailable: 0 },
    'maxUnavailable is 0, so that no Pod could ever be replaced; allowed: a number or percentage above 0. To fix it, leave it out for one Pod after the other.',
  ],
  [
    'OnDelete with a surge',
    { updateStrategy: 'OnDelete', maxSurge: 1 },
    'updateStrategy is "OnDelete" beside maxSurge or maxUnavailable; allowed: "RollingUpdate" with one of those, or "OnDelete" without. To fix it, leave out one or the other.',
  ],
  [
    'a surge of Pods that take a port of the node',
    { maxSurge: 1, ports: { http: { containerPort: 80, hostPort: 80 } } },
    'maxSurge is 1 while the Pods take ports of the node, so that a new one finds no room beside the old one; allowed: maxUnavailable, which ends the old Pod first. To fix it, leave out maxSurge.',
  ],
  [
    'the same in the network of the node',
    { maxSurge: '50%', hostNetwork: true, ports: { http: 80 } },
    'maxSurge is "50%" while the Pods take ports of the node, so that a new one finds no room beside the old one; allowed: maxUnavailable, which ends the old Pod first. To fix it, leave out maxSurge.',
  ],
  [
    'another port of the node in its network',
    { hostNetwork: true, ports: { http: { containerPort: 80, hostPort: 81 } } },
    'ports.http.hostPort is 81 while containerPort is 80; allowed: the same number with hostNetwork. To fix it, leave out hostPort.',
  ],
  [
    'a policy that does not hold',
    { hostNetwork: true, networkPolicy: { allowFrom: [] } },
    'networkPolicy is asked for beside hostNetwork; allowed: a policy for Pods with an address of their own: it does not hold for the traffic of the node. To fix it, leave out one of the two.',
  ],
  [
    'an override of nothing',
    { overrides: { podDisruptionBudget: {} } },
    'overrides is "podDisruptionBudget"; allowed: "daemonSet". To fix it, choose one of these.',
  ],
])('refuses %s', (_what, props, message) => {
  expect(refusal(props)).toBe(`test/logs: ${message}`);
});

test('no autoscaler can have it', () => {
  expect(refusalOf(() => make({}).toScalingTarget())).toBe(
    'test/logs: props is a DaemonSet for an autoscaler; allowed: a workload with a number of Pods. To fix it, use Worker, or leave the autoscaler out: there is one Pod for each node.',
  );
});
