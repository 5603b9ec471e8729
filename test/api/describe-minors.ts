import { readMinor, releases } from './kubernetes-releases';
import type { Field, Minor } from './kubernetes-releases';

/** The groups of kinds that are served by default, by the folder of their types. */
const groups: Readonly<Record<string, string>> = {
  admissionregistration: 'admissionregistration.k8s.io/',
  apiextensions: 'apiextensions.k8s.io/',
  apps: 'apps/',
  autoscaling: 'autoscaling/',
  batch: 'batch/',
  certificates: 'certificates.k8s.io/',
  coordination: 'coordination.k8s.io/',
  core: '',
  discovery: 'discovery.k8s.io/',
  events: 'events.k8s.io/',
  flowcontrol: 'flowcontrol.apiserver.k8s.io/',
  networking: 'networking.k8s.io/',
  node: 'node.k8s.io/',
  policy: 'policy/',
  rbac: 'rbac.authorization.k8s.io/',
  resource: 'resource.k8s.io/',
  scheduling: 'scheduling.k8s.io/',
  storage: 'storage.k8s.io/',
};

/** The beta versions that are served by default, and the last minor that does so (`pkg/controlplane/instance.go`). */
const servedBetas: Readonly<Record<string, string>> = {
  'flowcontrol.v1beta2': '1.28',
  'flowcontrol.v1beta3': '1.31',
};

/** The feature gates of fields whose source does not name theirs; `''` where there is none. */
const gates: Readonly<Record<string, string>> = {
  'admissionregistration.v1.MutatingWebhook.matchConditions': 'AdmissionWebhookMatchConditions',
  'admissionregistration.v1.ValidatingWebhook.matchConditions': 'AdmissionWebhookMatchConditions',
  'apiextensions.v1.ValidationRule.fieldPath': '',
  'apiextensions.v1.ValidationRule.optionalOldSelf': '',
  'apiextensions.v1.ValidationRule.reason': '',
  'autoscaling.v2.HPAScalingRules.tolerance': 'HPAConfigurableTolerance',
  'batch.v1.JobSpec.backoffLimitPerIndex': 'JobBackoffLimitPerIndex',
  'batch.v1.JobSpec.managedBy': 'JobManagedBy',
  'batch.v1.JobSpec.maxFailedIndexes': 'JobBackoffLimitPerIndex',
  'batch.v1.JobSpec.podReplacementPolicy': 'JobPodReplacementPolicy',
  'batch.v1.JobSpec.successPolicy': 'JobSuccessPolicy',
  'core.v1.Container.resizePolicy': 'InPlacePodVerticalScaling',
  'core.v1.Container.restartPolicy': 'SidecarContainers',
  'core.v1.EphemeralContainer.resizePolicy': 'InPlacePodVerticalScaling',
  'core.v1.EphemeralContainer.restartPolicy': 'SidecarContainers',
  'core.v1.EphemeralContainer.restartPolicyRules': 'ContainerRestartRules',
  'core.v1.EnvVarSource.fileKeyRef': 'EnvFiles',
  'core.v1.Lifecycle.stopSignal': 'ContainerStopSignals',
  'core.v1.LifecycleHandler.sleep': 'PodLifecycleSleepAction',
  'core.v1.PodAffinityTerm.matchLabelKeys': 'MatchLabelKeysInPodAffinity',
  'core.v1.PodAffinityTerm.mismatchLabelKeys': 'MatchLabelKeysInPodAffinity',
  'core.v1.PodResourceClaim.resourceClaimName': 'DynamicResourceAllocation',
  'core.v1.PodResourceClaim.resourceClaimTemplateName': 'DynamicResourceAllocation',
  'core.v1.PodSecurityContext.appArmorProfile': 'AppArmorFields',
  'core.v1.PodSpec.hostUsers': 'UserNamespacesSupport',
  'core.v1.PodSpec.resourceClaims': 'DynamicResourceAllocation',
  'core.v1.RegularContainer.resizePolicy': 'InPlacePodVerticalScaling',
  'core.v1.RegularContainer.restartPolicy': 'ContainerRestartRules',
  'core.v1.ResourceClaim.request': 'DynamicResourceAllocation',
  'core.v1.SecurityContext.appArmorProfile': 'AppArmorFields',
  'core.v1.SecurityContext.procMount': 'ProcMountType',
  'core.v1.ServiceSpec.trafficDistribution': 'ServiceTrafficDistribution',
  'core.v1.Volume.image': 'ImageVolume',
  'core.v1.VolumeMount.recursiveReadOnly': 'RecursiveReadOnlyMounts',
  'core.v1.VolumeProjection.podCertificate': 'PodCertificateRequest',
  'core.v1.PodCertificateProjection.userAnnotations': 'PodCertificateRequest',
  'discovery.v1.EndpointHints.forNodes': 'PreferSameTrafficDistribution',
  'coordination.v1.LeaseSpec.preferredHolder': 'CoordinatedLeaderElection',
  'coordination.v1.LeaseSpec.strategy': 'CoordinatedLeaderElection',
  'flowcontrol.v1beta2.PriorityLevelConfigurationSpec.exempt': '',
  'flowcontrol.v1beta3.PriorityLevelConfigurationSpec.exempt': '',
  'meta.v1.DeleteOptions.ignoreStoreReadErrorWithClusterBreakingPotential': 'AllowUnsafeMalformedObjectDeletion',
  'storage.v1.CSIDriverSpec.preventPodSchedulingIfMissing': 'VolumeLimitScaling',
  'storage.v1.CSIDriverSpec.seLinuxMount': 'SELinuxMountReadWriteOncePod',
};

/** Gates by the names that they had before. */
const formerNames: Readonly<Record<string, string>> = { UserNamespacesSupport: 'UserNamespacesStatelessPodsSupport' };

/** Where the marker in the source names a gate that is not one of Kubernetes' own list, or not the one that decides. */
const corrected: Readonly<Record<string, string>> = { PodCertificateProjection: 'PodCertificateRequest' };

/** Values of late fields that every minor takes. */
const everywhere: Readonly<Record<string, string>> = { 'core.v1.SecurityContext.procMount': 'Default' };

type Minors = readonly (readonly [string, Minor])[];

/** The container of `containers`: what was made for sidecars is allowed there later. */
const regularContainer = 'core.v1.RegularContainer';

/** What `src/api/newer-fields.ts` holds. */
export interface MinorsTable {
  readonly servedKinds: Readonly<Record<string, { readonly since?: string; readonly until?: string }>>;
  readonly newerFields: Readonly<Record<string, string>>;
}

/** Compares the minors. */
export function describeMinors(): MinorsTable {
  const minors: Minors = Object.keys(releases).map((minor) => [minor, withRegularContainers(readMinor(minor))]);
  const roots = rootsOf(minors);
  const facts = newerFieldsOf(minors, roots);
  return { servedKinds: servedKindsOf(minors, roots), newerFields: pruned(minors, roots, facts) };
}

function withRegularContainers(minor: Minor): Minor {
  const { restartPolicy, ...others } = minor.types['core.v1.Container']!;
  const mayRestart = minor.isOn.ContainerRestartRules !== undefined;
  const own = mayRestart ? { ...others, restartPolicy: restartPolicy! } : others;
  const gatesOfOwn = Object.keys(own).flatMap((field) => {
    const gate = minor.gates[`core.v1.Container.${field}`];
    return gate === undefined ? [] : [[`${regularContainer}.${field}`, gate] as const];
  });
  const spec = { ...minor.types['core.v1.PodSpec']!, containers: { type: regularContainer, isMap: false } };
  return {
    ...minor,
    types: { ...minor.types, [regularContainer]: own, 'core.v1.PodSpec': spec },
    gates: { ...minor.gates, ...Object.fromEntries(gatesOfOwn) },
  };
}

/** The kinds that some minor serves by default: `apps/v1 Deployment` by `apps.v1.Deployment`. */
function rootsOf(minors: Minors): ReadonlyMap<string, string> {
  const roots = new Map<string, string>();
  for (const [, { types }] of minors) {
    for (const [type, fields] of Object.entries(types)) {
      const [folder, version, kind] = type.split('.') as [string, string, string];
      const isServed = /^v\d+$/.test(version) || servedBetas[`${folder}.${version}`] !== undefined;
      const isDefinition = type === 'apiextensions.v1.CustomResourceDefinition';
      if (!isServed || groups[folder] === undefined) continue;
      if (isDefinition || (fields.apiVersion && fields.kind && fields.metadata)) {
        roots.set(type, `${groups[folder]}${version} ${kind}`);
      }
    }
  }
  return roots;
}

function servedKindsOf(minors: Minors, roots: ReadonlyMap<string, string>): MinorsTable['servedKinds'] {
  const [oldest] = minors[0]!;
  const served: Record<string, { readonly since?: string; readonly until?: string }> = {};
  for (const [type, kind] of roots) {
    const [since] = minors.find(([, { types }]) => types[type] !== undefined)!;
    const until = servedBetas[type.split('.').slice(0, 2).join('.')];
    if (since !== oldest || until !== undefined) {
      served[kind] = { ...(since !== oldest && { since }), ...(until !== undefined && { until }) };
    }
  }
  return sorted(served);
}

/** Every field that came, or was switched on, after its kind or after the oldest minor: `@since`, `@came..since`, `=gate`. */
function newerFieldsOf(
  minors: Minors,
  roots: ReadonlyMap<string, string>,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const markers = Object.assign({}, ...minors.map(([, it]) => it.gates)) as Readonly<Record<string, string>>;
  const found = new Map<string, ReadonlyMap<string, string>>();
  const undecided: string[] = [];
  for (const type of reachable(minors, roots)) {
    const [first] = minors.find(([, { types }]) => types[type] !== undefined)!;
    const facts = new Map<string, string>();
    for (const field of allFields(minors, type).keys()) {
      const name = `${type}.${field}`;
      const marker = gates[name] ?? markers[name];
      const gate = marker === undefined ? undefined : (corrected[marker] ?? marker);
      const [came] = minors.find(([, { types }]) => types[type]?.[field] !== undefined)!;
      if (gate === undefined && came === first) continue;
      if (gate === undefined) undecided.push(name);
      const since = gate === undefined || gate === '' ? came : onSince(minors, gate, came);
      if (since === undefined || since === first) continue;
      const except = everywhere[name] === undefined ? '' : `!${everywhere[name]}`;
      facts.set(field, `@${came === since ? '' : `${came}..`}${since}${gate ? `=${gate}` : ''}${except}`);
    }
    if (facts.size > 0) found.set(type, facts);
  }
  if (undecided.length > 0) throw new Error(`Add the feature gates of ${undecided.join(', ')}`);
  return found;
}

/** The first minor that has a gate on by default, from the one in which the field came. */
function onSince(minors: Minors, gate: string, came: string): string | undefined {
  const names = [gate, formerNames[gate]].filter((name) => name !== undefined);
  const known = minors.filter(([, { isOn }]) => names.some((name) => isOn[name] !== undefined));
  if (known.length === 0) throw new Error(`There is no feature gate ${gate}`);
  const on = known.find(([, { isOn }]) => names.some((name) => isOn[name]));
  // One that is off again in the newest minor is known to the engine.
  const isOff = minors.at(-1)![1].isOn[gate] === false;
  if (!on || isOff) return undefined;
  return Number(on[0].slice(2)) < Number(came.slice(2)) ? came : on[0];
}

function allFields(minors: Minors, type: string): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  for (const [, { types }] of minors) {
    for (const [name, field] of Object.entries(types[type] ?? {})) fields.set(name, field);
  }
  return fields;
}

/** The types that kinds lead to; what the server keeps there itself (status) is left out. */
function reachable(minors: Minors, roots: ReadonlyMap<string, string>): readonly string[] {
  const seen = new Set(roots.keys());
  for (const type of seen) {
    for (const [name, field] of allFields(minors, type)) {
      if (field.type !== '' && !(roots.has(type) && (name === 'status' || name === 'metadata'))) seen.add(field.type);
    }
  }
  return [...seen].filter((type) => minors.some(([, { types }]) => types[type] !== undefined));
}

/** The types that lead to a newer field, with nothing but the fields that do. */
function pruned(
  minors: Minors,
  roots: ReadonlyMap<string, string>,
  facts: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Readonly<Record<string, string>> {
  const types = reachable(minors, roots);
  const leading = new Set(facts.keys());
  for (let before = -1; before !== leading.size;) {
    before = leading.size;
    for (const type of types) {
      const edges = [...allFields(minors, type)].filter(([name]) => !(roots.has(type) && name === 'status'));
      if (edges.some(([, field]) => leading.has(field.type))) leading.add(type);
    }
  }
  const described: Record<string, string> = {};
  for (const type of types.filter((it) => leading.has(it))) {
    const words: string[] = [];
    for (const [name, field] of [...allFields(minors, type)].sort(([left], [right]) => (left < right ? -1 : 1))) {
      if (roots.has(type) && name === 'status') continue;
      const edge = leading.has(field.type) ? `:${field.type}${field.isMap ? '{}' : ''}` : '';
      const fact = facts.get(type)?.get(name) ?? '';
      if (edge !== '' || fact !== '') words.push(`${name}${edge}${fact}`);
    }
    const isInner = types.some((outer) => [...allFields(minors, outer).values()].some((field) => field.type === type));
    if (isInner) described[type] = words.join(' ');
    const kind = roots.get(type);
    if (kind !== undefined) described[kind] = words.join(' ');
  }
  return sorted(described);
}

function sorted<Value>(record: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** The text of `src/api/newer-fields.ts`. */
export function minorsFile(): string {
  const { newerFields, servedKinds } = describeMinors();
  const kinds = Object.entries(servedKinds).map(([kind, { since, until }]) => {
    const parts = [since && `since: '${since}'`, until && `until: '${until}'`].filter(Boolean).join(', ');
    return `  '${kind}': { ${parts} },`;
  });
  const types = Object.entries(newerFields).map(([type, fields]) => `  '${type}':\n    '${fields}',`);
  return `import type { TargetMinor } from './minors';

/*
 * What tells the minors of Kubernetes apart: what came after 1.27, and what went. Generated from the releases
 * ${Object.values(releases)
   .map((release) => `1.${release}`)
   .join(', ')}
 * by \`npx tsx test/api/write-minors.ts\`, which reads the Go modules of Kubernetes.
 */

/** The kinds that not every minor serves by default: the first minor that does, and the last. */
export const servedKinds: Readonly<Record<string, { readonly since?: TargetMinor; readonly until?: TargetMinor }>> = {
${kinds.join('\n')}
};

/**
 * The fields that not every minor has, and those that lead to them, by type or kind: \`name:Type\` for an object or a list of
 * objects, \`name:Type{}\` for a map with keys of the user's choice; \`@1.29\` is the first minor that has the field on by default,
 * \`@1.28..1.29\` the first that knows it before that, \`=Gate\` its feature gate, \`!Value\` a value that every minor takes.
 */
export const newerFields: Readonly<Record<string, string>> = {
${types.join('\n')}
};
`;
}
