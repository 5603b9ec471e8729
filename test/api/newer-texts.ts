import type { SchemaReference } from './kubernetes-releases';

const text: SchemaReference = { scalar: 'string' };

/** Newer fields of types that the schema of the client does not have: those of CustomResourceDefinition. */
export const definitionFields: Readonly<
  Record<string, readonly { readonly name: string; readonly type: SchemaReference }[]>
> = {
  CustomResourceDefinitionVersion: [
    { name: 'selectableFields', type: { list: { elementType: { namedType: 'SelectableField' } } } },
  ],
  SelectableField: [{ name: 'jsonPath', type: text }],
  ValidationRule: [
    { name: 'fieldPath', type: text },
    { name: 'optionalOldSelf', type: { scalar: 'boolean' } },
    { name: 'reason', type: text },
  ],
};

/** Fields that their objects cannot do without. */
export const required: ReadonlySet<string> = new Set([
  'AppArmorProfile.type',
  'ContainerRestartRule.action',
  'ContainerRestartRuleOnExitCodes.operator',
  'FileKeySelector.key',
  'FileKeySelector.path',
  'FileKeySelector.volumeName',
  'SelectableField.jsonPath',
  'SleepAction.seconds',
  'SuccessPolicy.rules',
]);

/** What newer fields and types mean. */
export const texts: Readonly<Record<string, string>> = {
  AppArmorProfile: 'Which AppArmor profile holds for the processes of a container.',
  'AppArmorProfile.localhostProfile': 'Name of a profile that is loaded on the node; with `type: Localhost` only.',
  'AppArmorProfile.type': '`RuntimeDefault`, `Localhost` or `Unconfined`.',
  'Container.restartPolicy':
    '`Always` makes an init container a sidecar: it starts in its turn and runs beside the others. For other containers, and other values, since 1.35.',
  'Container.restartPolicyRules': 'What happens for which exit codes, in order; beside `restartPolicy`.',
  ContainerRestartRule: 'What happens when a container ends with some exit codes.',
  'ContainerRestartRule.action': '`Restart`, or `RestartAllContainers`.',
  'ContainerRestartRule.exitCodes': 'The exit codes that it is about.',
  ContainerRestartRuleOnExitCodes: 'Exit codes of a container.',
  'ContainerRestartRuleOnExitCodes.operator': '`In` or `NotIn`.',
  'ContainerRestartRuleOnExitCodes.values': 'Exit codes from 0 to 255.',
  'CsiDriverSpec.nodeAllocatableUpdatePeriodSeconds':
    'Seconds from one look at how many volumes a node can take to the next, from 10.',
  'CsiDriverSpec.serviceAccountTokenInSecrets':
    'Whether tokens of service accounts come with the secrets of a call instead of the context of the volume.',
  'CustomResourceDefinitionVersion.selectableFields': 'Fields of the custom resource by which it can be listed.',
  'EndpointHints.forNodes': 'Nodes whose traffic the endpoint should get.',
  'EnvVarSource.fileKeyRef': 'A variable that a container wrote to a file of a volume.',
  'EphemeralContainer.restartPolicy': 'As for other containers; Kubernetes refuses it here.',
  'EphemeralContainer.restartPolicyRules': 'As for other containers; Kubernetes refuses it here.',
  FileKeySelector: 'A variable in a file of environment variables.',
  'FileKeySelector.key': 'Name of the variable in the file.',
  'FileKeySelector.optional': 'Whether the container starts when the file or the variable is missing.',
  'FileKeySelector.path': 'Path of the file in the volume, relative, without `..`.',
  'FileKeySelector.volumeName': 'Name of the volume, an emptyDir.',
  ForNode: 'A node.',
  'ForNode.name': 'Name of the node.',
  'HpaScalingRulesV2.tolerance': 'How far a metric may be from its target before anything is scaled, such as `0.05`.',
  ImageVolumeSource: 'An image of a registry whose files are mounted, for reading alone.',
  'ImageVolumeSource.pullPolicy': 'When the node fetches the image: `Always`, `IfNotPresent` or `Never`.',
  'ImageVolumeSource.reference': 'The image with tag or digest.',
  'JobSpec.backoffLimitPerIndex': 'Failures of one index after which it has failed; for indexed Jobs.',
  'JobSpec.managedBy': "Who runs the Job, such as `kueue.x-k8s.io/multikueue`, in place of Kubernetes' own controller.",
  'JobSpec.maxFailedIndexes': 'Failed indexes after which the Job has failed; with `backoffLimitPerIndex`.',
  'JobSpec.podReplacementPolicy':
    'When a new Pod takes the place of one that ends: `TerminatingOrFailed`, or not before it has `Failed`.',
  'JobSpec.successPolicy': 'When an indexed Job has succeeded before all of its indexes have.',
  'LifecycleHandler.sleep': 'Waits.',
  'PersistentVolumeClaimSpec.volumeAttributesClassName':
    'Name of the VolumeAttributesClass; other than the storage class, it can be changed.',
  'PersistentVolumeSpec.volumeAttributesClassName': 'Name of the VolumeAttributesClass that the volume belongs to.',
  'PodAffinityTerm.matchLabelKeys': 'Keys of labels whose values must be those of the Pod itself.',
  'PodAffinityTerm.mismatchLabelKeys': 'Keys of labels whose values must not be those of the Pod itself.',
  'PodResourceClaim.resourceClaimName': 'Name of a ResourceClaim of the namespace.',
  'PodResourceClaim.resourceClaimTemplateName':
    'Name of a ResourceClaimTemplate of which each Pod gets a claim of its own.',
  'PodSecurityContext.appArmorProfile': 'AppArmor profile of every container that has none of its own.',
  'PodSecurityContext.seLinuxChangePolicy':
    'How volumes get the SELinux label of the Pod: by `MountOption`, or `Recursive`.',
  'PodSecurityContext.supplementalGroupsPolicy':
    'Whether the groups of the image count too: `Merge`, or only those that the Pod names: `Strict`.',
  'PodSpec.hostnameOverride': 'Host name of the Pod, over `hostname` and `subdomain`; a DNS name.',
  'PodSpec.resources': 'What all containers of the Pod together need and may use at most.',
  'ResourceClaim.request': 'Name of one request of the claim; all of them unless it is given.',
  'SecurityContext.appArmorProfile': 'AppArmor profile of the container, over that of the Pod.',
  SelectableField: 'A field of a custom resource by which it can be listed.',
  'SelectableField.jsonPath': 'Path of the field, such as `.spec.color`.',
  'ServiceSpec.trafficDistribution':
    'Which endpoints are preferred: `PreferClose`, and since 1.34 `PreferSameZone` or `PreferSameNode`.',
  SleepAction: 'A wait.',
  'SleepAction.seconds': 'Seconds to wait, from 1.',
  SuccessPolicy: 'When an indexed Job has succeeded.',
  'SuccessPolicy.rules': 'One to 20 rules, of which one must hold.',
  SuccessPolicyRule: 'Which indexes must succeed, how many, or how many of which.',
  'SuccessPolicyRule.succeededCount': 'How many indexes must succeed, from 1.',
  'SuccessPolicyRule.succeededIndexes': 'Indexes of which all must succeed, or `succeededCount`, such as `0,2-4`.',
  'ValidationRule.fieldPath': 'Path of the field that a failure is reported for.',
  'ValidationRule.optionalOldSelf': 'Whether the rule holds for new objects too, where `oldSelf` is optional.',
  'ValidationRule.reason': 'What a failure is reported as, such as `FieldValueInvalid`.',
  'Volume.image': 'Files of an image.',
  'VolumeMount.recursiveReadOnly':
    'Whether mounts below a read-only one are read-only too: `Disabled`, `IfPossible` or `Enabled`.',
};
