/** An object of the API, to be spoilt. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- faults reach into any field, also into those that are none
export type Spoilt = any;

/** One fault in otherwise clean manifests. */
export interface Fault {
  readonly name: string;
  /** Whether the fault shows only beside what was there before. */
  readonly isChange?: true;
  /** Puts the fault into one of the objects, found by kind and name. */
  readonly spoil: (find: (kind: string, name?: string) => Spoilt, all: Spoilt[]) => unknown;
}

const pod = (workload: Spoilt): Spoilt => workload.spec.template.spec;
const main = (workload: Spoilt): Spoilt => pod(workload).containers[0];

/** Faults that are made, from those that any schema shows to those that only whoever knows all objects can see. */
export const faults: readonly Fault[] = [
  { name: 'unknown field', spoil: (find) => (main(find('Deployment')).imagePullPolice = 'Always') },
  { name: 'wrong type', spoil: (find) => (find('Deployment').spec.replicas = 'three') },
  { name: 'name with an underscore', spoil: (find) => (find('ConfigMap').metadata.name = 'web_settings') },
  { name: 'label value with a space', spoil: (find) => (find('Deployment').metadata.labels.team = 'shop team') },
  { name: 'quantity `128MB`', spoil: (find) => (main(find('Deployment')).resources.requests.memory = '128MB') },
  { name: 'Secret with bad base64', spoil: (find) => (find('Secret').data.password = 'not base64!') },
  { name: 'container without a name', spoil: (find) => delete main(find('Deployment')).name },
  { name: 'containerPort 70000', spoil: (find) => (main(find('Deployment')).ports[0].containerPort = 70000) },
  { name: 'port 70000 of a Service', spoil: (find) => (find('Service', 'web').spec.ports[0].port = 70000) },
  {
    name: 'selector that does not match the template',
    spoil: (find) => (find('Deployment').spec.selector.matchLabels['app.kubernetes.io/name'] = 'other'),
  },
  {
    name: 'two containers of one name, in a Deployment',
    spoil: (find) => pod(find('Deployment')).containers.push(structuredClone(main(find('Deployment')))),
  },
  {
    name: 'the same in a StatefulSet',
    spoil: (find) =>
      pod(find('StatefulSet')).containers.push({ ...structuredClone(main(find('StatefulSet'))), ports: [] }),
  },
  {
    name: 'two ports of one name, in a StatefulSet',
    spoil: (find) => main(find('StatefulSet')).ports.push({ name: 'http', containerPort: 9090 }),
  },
  {
    name: 'two variables of one name',
    spoil: (find) =>
      (main(find('Deployment')).env = [
        { name: 'LOG_LEVEL', value: 'info' },
        { name: 'LOG_LEVEL', value: 'debug' },
      ]),
  },
  {
    name: 'volumeMount without a volume',
    spoil: (find) => (main(find('Deployment')).volumeMounts = [{ name: 'cache', mountPath: '/cache' }]),
  },
  {
    name: 'two handlers in one probe',
    spoil: (find) => (main(find('Deployment')).livenessProbe.exec = { command: ['true'] }),
  },
  {
    name: 'probe on an unknown port',
    spoil: (find) => (main(find('Deployment')).livenessProbe.tcpSocket.port = 'htpp'),
  },
  { name: 'request above its limit', spoil: (find) => (main(find('Deployment')).resources.requests.cpu = '2') },
  {
    name: 'maxSurge and maxUnavailable both 0',
    spoil: (find) =>
      (find('Deployment').spec.strategy = {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: 0, maxUnavailable: 0 },
      }),
  },
  { name: 'cron typo `0 25 * * *`', spoil: (find) => (find('CronJob').spec.schedule = '0 25 * * *') },
  { name: 'targetPort that nobody has', spoil: (find) => (find('Service', 'web').spec.ports[0].targetPort = 'htpp') },
  {
    name: 'Ingress to a missing Service',
    spoil: (find) => (find('Ingress').spec.rules[0].http.paths[0].backend.service.name = 'wbe'),
  },
  {
    name: 'missing ConfigMap',
    spoil: (find) => (main(find('Deployment')).envFrom = [{ configMapRef: { name: 'web-setings' } }]),
  },
  { name: 'missing ServiceAccount', spoil: (find) => (pod(find('Deployment')).serviceAccountName = 'wbe') },
  {
    name: 'password in a variable',
    spoil: (find) => (main(find('Deployment')).env = [{ name: 'DB_PASSWORD', value: 'correct-horse-battery' }]),
  },
  {
    name: 'privileged container',
    spoil: (find) =>
      Object.assign(main(find('Deployment')).securityContext, { privileged: true, allowPrivilegeEscalation: true }),
  },
  {
    name: 'container that runs as root',
    spoil: (find) =>
      Object.assign(pod(find('Deployment')).securityContext, { runAsNonRoot: false, runAsUser: 0, runAsGroup: 0 }),
  },
  {
    name: 'budget that blocks every eviction',
    spoil: (find) => (find('PodDisruptionBudget', 'web').spec.maxUnavailable = 0),
  },
  {
    name: 'budget with both of its fields',
    spoil: (find) => (find('PodDisruptionBudget', 'web').spec.minAvailable = 1),
  },
  {
    name: 'autoscaler beside replicas',
    spoil: (_find, all) => all.push(autoscaler('web')),
  },
  { name: 'autoscaler of nothing', spoil: (_find, all) => all.push(autoscaler('wbe')) },
  {
    name: 'NetworkPolicy that selects nothing',
    spoil: (find) => (find('NetworkPolicy', 'web').spec.podSelector.matchLabels['app.kubernetes.io/name'] = 'wbe'),
  },
  { name: 'the same object twice', spoil: (find, all) => all.push(structuredClone(find('ConfigMap'))) },
  {
    name: 'immutable field changed (a selector)',
    isChange: true,
    spoil: (find) =>
      [find('Deployment').spec.selector.matchLabels, find('Deployment').spec.template.metadata.labels].forEach(
        (labels) => (labels.tier = 'front'),
      ),
  },
];

function autoscaler(name: string): Spoilt {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name }, minReplicas: 2, maxReplicas: 4 },
  };
}
