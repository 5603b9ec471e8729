import { readFileSync } from 'node:fs';

/** The objects whose fields `src/api/fields.ts` lists. */
export const roots: Readonly<Record<string, string>> = {
  APIService: 'KubeApiServiceProps',
  CSIDriver: 'KubeCsiDriverProps',
  ClusterRole: 'KubeClusterRoleProps',
  ClusterRoleBinding: 'KubeClusterRoleBindingProps',
  ConfigMap: 'KubeConfigMapProps',
  CronJob: 'KubeCronJobProps',
  CustomResourceDefinition: 'KubeCustomResourceDefinitionProps',
  DaemonSet: 'KubeDaemonSetProps',
  Deployment: 'KubeDeploymentProps',
  EndpointSlice: 'KubeEndpointSliceProps',
  HorizontalPodAutoscaler: 'KubeHorizontalPodAutoscalerV2Props',
  Ingress: 'KubeIngressProps',
  IngressClass: 'KubeIngressClassProps',
  Job: 'KubeJobProps',
  LimitRange: 'KubeLimitRangeProps',
  MutatingWebhookConfiguration: 'KubeMutatingWebhookConfigurationProps',
  Namespace: 'KubeNamespaceProps',
  NetworkPolicy: 'KubeNetworkPolicyProps',
  PersistentVolume: 'KubePersistentVolumeProps',
  PersistentVolumeClaim: 'KubePersistentVolumeClaimProps',
  Pod: 'KubePodProps',
  PodDisruptionBudget: 'KubePodDisruptionBudgetProps',
  PriorityClass: 'KubePriorityClassProps',
  ReplicaSet: 'KubeReplicaSetProps',
  ResourceQuota: 'KubeResourceQuotaProps',
  Role: 'KubeRoleProps',
  RoleBinding: 'KubeRoleBindingProps',
  RuntimeClass: 'KubeRuntimeClassProps',
  Secret: 'KubeSecretProps',
  Service: 'KubeServiceProps',
  ServiceAccount: 'KubeServiceAccountProps',
  StatefulSet: 'KubeStatefulSetProps',
  StorageClass: 'KubeStorageClassProps',
  ValidatingWebhookConfiguration: 'KubeValidatingWebhookConfigurationProps',
};

/** Merge keys of Kubernetes' lists (`x-kubernetes-list-map-keys`, `x-kubernetes-patch-merge-key`); `=` is a set. */
const mergeKeys: Readonly<Record<string, string>> = {
  'Container.env': 'name',
  'Container.ports': 'containerPort,protocol',
  'Container.volumeDevices': 'devicePath',
  'Container.volumeMounts': 'mountPath',
  'EphemeralContainer.env': 'name',
  'EphemeralContainer.ports': 'containerPort,protocol',
  'EphemeralContainer.volumeDevices': 'devicePath',
  'EphemeralContainer.volumeMounts': 'mountPath',
  'KubeMutatingWebhookConfigurationProps.webhooks': 'name',
  'KubeServiceAccountProps.secrets': 'name',
  'KubeValidatingWebhookConfigurationProps.webhooks': 'name',
  'ObjectMeta.finalizers': '=',
  'ObjectMeta.ownerReferences': 'uid',
  'PodSpec.containers': 'name',
  'PodSpec.ephemeralContainers': 'name',
  'PodSpec.hostAliases': 'ip',
  'PodSpec.imagePullSecrets': 'name',
  'PodSpec.initContainers': 'name',
  'PodSpec.resourceClaims': 'name',
  'PodSpec.schedulingGates': 'name',
  'PodSpec.topologySpreadConstraints': 'topologyKey,whenUnsatisfiable',
  'PodSpec.volumes': 'name',
  'ResourceRequirements.claims': 'name',
  'ServiceSpec.ports': 'port,protocol',
};

interface Declaration {
  readonly field: string;
  readonly type: string;
}

/** The interfaces of cdk8s-plus-27's `k8s` module, read from its declarations, with the names of its `toJson_*`. */
function declarations(): Map<string, readonly Declaration[]> {
  const file = require.resolve('cdk8s-plus-27/lib/imports/k8s.d.ts');
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const names = apiNames();
  const found = new Map<string, readonly Declaration[]>();
  for (const [, name, body] of text.matchAll(/export interface (\w+) \{([\s\S]*?)\n\}/g)) {
    const fields = [...body!.matchAll(/readonly ([\w$]+)\??: ([\s\S]*?);(?=\s+readonly|\s*$)/g)];
    found.set(
      name!,
      fields.map(([, field, type]) => ({
        field: names.get(`${name}.${field}`) ?? field!,
        type: type!.replace(/\s+/g, ' '),
      })),
    );
  }
  return found;
}

/** What each field of each interface is called in the API, read from the `toJson_*` functions of cdk8s-plus-27. */
export function apiNames(): ReadonlyMap<string, string> {
  const text = readFileSync(require.resolve('cdk8s-plus-27/lib/imports/k8s.js'), 'utf8');
  const names = new Map<string, string>();
  for (const [, type, body] of text.matchAll(/function toJson_(\w+)\(obj\) \{([\s\S]*?)\n\}/g)) {
    for (const [, apiName, value] of body!.matchAll(/'([^']+)': (.*)/g)) {
      const property = /obj\.([\w$]+)/.exec(value!)?.[1];
      if (property !== undefined) names.set(`${type}.${property}`, apiName!);
    }
  }
  return names;
}

/** The fields of every type that the roots lead to, in the notation of `src/api/fields.ts`. */
export function describeFields(): Record<string, string> {
  const types = declarations();
  const described: Record<string, string> = {};
  const visit = (name: string, as: string, before: string): void => {
    if (described[as] !== undefined) return;
    described[as] = '';
    const fields = types.get(name)!.map(({ field, type }) => {
      const map = /^\{ \[key: string\]: (.*); \}$/.exec(type)?.[1];
      const list = /^(\w+)\[\]$/.exec(type)?.[1];
      const inner = map ?? list ?? type;
      const structured = types.has(inner) ? inner : '';
      if (structured !== '') visit(structured, structured, '');
      if (map !== undefined) return `${field}:${structured}{}`;
      if (list !== undefined) return `${field}:${structured}[${mergeKeys[`${name}.${field}`] ?? ''}]`;
      return structured === '' ? field : `${field}:${structured}`;
    });
    described[as] = before + fields.join(' ');
  };
  for (const [kind, props] of Object.entries(roots)) visit(props, kind, 'apiVersion kind ');
  return Object.fromEntries(Object.entries(described).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The text of `src/api/fields.ts`. */
export function fieldsFile(): string {
  const lines = Object.entries(describeFields()).map(([type, fields]) => `  ${type}:\n    '${fields}',`);
  return `/**
 * The fields of Kubernetes' 1.27 types, by type: \`name\` for a plain value, \`name:Type\` for an object, \`name:Type{}\` for a
 * map with keys of the user's choice, \`name:Type[key]\` for a list with the merge keys of its items (\`[=]\` is a set, \`[]\`
 * is replaced as a whole). Generated from cdk8s-plus-27 by \`npx tsx test/api/write-fields.ts\`; a test compares.
 */
export const fieldsByType: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`;
}
