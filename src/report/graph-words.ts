import type { Graph, GraphGroup, GraphNode, GroupLabel } from '../graph/graph';
import { counted } from '../changes/data';

/** What kinds of objects have in common; drawings tell them apart by colour, and by the kind itself. */
export type Family = 'workload' | 'network' | 'configuration' | 'storage' | 'identity' | 'control' | 'other';

const families: readonly (readonly [Family, string])[] = [
  ['workload', 'Pod Deployment StatefulSet DaemonSet ReplicaSet ReplicationController Job CronJob PodTemplate Rollout'],
  [
    'network',
    `Service Ingress IngressClass NetworkPolicy Gateway GatewayClass HTTPRoute GRPCRoute TLSRoute TCPRoute UDPRoute
    ReferenceGrant Endpoints EndpointSlice IngressRoute VirtualService DestinationRule`,
  ],
  ['configuration', 'ConfigMap Secret SealedSecret ExternalSecret SecretStore ClusterSecretStore Certificate Bundle'],
  ['storage', 'PersistentVolume PersistentVolumeClaim StorageClass VolumeAttachment CSIDriver VolumeSnapshot'],
  ['identity', 'ServiceAccount Role RoleBinding ClusterRole ClusterRoleBinding'],
  [
    'control',
    `HorizontalPodAutoscaler VerticalPodAutoscaler ScaledObject PodDisruptionBudget ResourceQuota LimitRange
    PriorityClass RuntimeClass Namespace`,
  ],
];

const familyOfKind: ReadonlyMap<string, Family> = new Map(
  families.flatMap(([family, kinds]) => kinds.split(/\s+/).map((kind) => [kind, family] as const)),
);

export function familyOf({ identity }: GraphNode): Family {
  return familyOfKind.get(identity.kind) ?? 'other';
}

/** The first line of a node: what it is. */
export function kindText({ identity, is, namespace, selected }: GraphNode): string {
  const kind = identity.kind || 'object';
  if (is === 'object') return kind;
  if (is === 'outside') return `${kind}, not in this set`;
  const place = namespace === '' ? '' : ` in ${namespace}`;
  return selected ? `${kind}s of ${selected} objects${place}` : `${kind}s${place}, none in this set`;
}

/** The second line: what it is called. */
export function nameText({ identity, is }: GraphNode): string {
  return identity.name || (is === 'selection' ? 'all of them' : 'without a name');
}

/** What is wrong with a node, at its worst. */
export function severityOf({ problems }: GraphNode): 'error' | 'warning' | undefined {
  if (problems.some(({ severity }) => severity === 'error')) return 'error';
  return problems.length > 0 ? 'warning' : undefined;
}

/** Signs for what becomes of an object: a colour alone does not say it to everybody. */
export const changeSigns = { created: '+', changed: '~', deleted: '−', renamed: '→', moved: '' } as const;

/** All of a node in one sentence without a full stop: `Deployment web, in shop, changed, 2 warnings`. */
export function describeNode(node: GraphNode): string {
  const { identity, is } = node;
  const more = [...(is === 'outside' ? ['not in this set'] : []), ...moreAbout(node)];
  return [`${is === 'outside' ? identity.kind : kindText(node)} ${nameText(node)}`, ...more].join(', ');
}

/** What is to be said of a node besides its kind and name. */
export function moreAbout({ change, is, namespace, problems }: GraphNode): readonly string[] {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  return [
    ...(namespace === '' || is === 'selection' ? [] : [`in ${namespace}`]),
    ...(change ? [change.kind] : []),
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ];
}

/** `namespace shop · chart web`. */
export function groupTitle({ labels }: GraphGroup): string {
  return labels.map(({ kind, name }: GroupLabel) => `${kind} ${name}`).join(' · ');
}

/** `12 objects, 15 references`, and what else there is. */
export function countGraph({ edges, nodes, problems }: Graph): string {
  const count = (is: GraphNode['is']): number => nodes.filter((node) => node.is === is).length;
  const all = nodes.flatMap((node) => node.problems).concat(problems);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  const changed = nodes.filter(({ change }) => change).length;
  return [
    counted(count('object'), 'object'),
    counted(edges.length, 'reference'),
    ...(count('outside') > 0 ? [`${count('outside')} not in this set`] : []),
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(all.length > errors ? [counted(all.length - errors, 'warning')] : []),
    ...(changed > 0 ? [`${changed} with changes`] : []),
  ].join(', ');
}
