import type { TargetMinor } from './minors';

/*
 * What tells the minors of Kubernetes apart: what came after 1.27, and what went. Generated from the releases
 * 1.27.16, 1.28.15, 1.29.15, 1.30.14, 1.31.14, 1.32.13, 1.33.13, 1.34.3, 1.35.3, 1.36.3
 * by `npx tsx test/api/write-minors.ts`, which reads the Go modules of Kubernetes.
 */

/** The kinds that not every minor serves by default: the first minor that does, and the last. */
export const servedKinds: Readonly<Record<string, { readonly since?: TargetMinor; readonly until?: TargetMinor }>> = {
  'admissionregistration.k8s.io/v1 MutatingAdmissionPolicy': { since: '1.36' },
  'admissionregistration.k8s.io/v1 MutatingAdmissionPolicyBinding': { since: '1.36' },
  'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy': { since: '1.30' },
  'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding': { since: '1.30' },
  'flowcontrol.apiserver.k8s.io/v1 FlowSchema': { since: '1.29' },
  'flowcontrol.apiserver.k8s.io/v1 PriorityLevelConfiguration': { since: '1.29' },
  'flowcontrol.apiserver.k8s.io/v1beta2 FlowSchema': { until: '1.28' },
  'flowcontrol.apiserver.k8s.io/v1beta2 PriorityLevelConfiguration': { until: '1.28' },
  'flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema': { until: '1.31' },
  'flowcontrol.apiserver.k8s.io/v1beta3 PriorityLevelConfiguration': { until: '1.31' },
  'networking.k8s.io/v1 IPAddress': { since: '1.33' },
  'networking.k8s.io/v1 ServiceCIDR': { since: '1.33' },
  'resource.k8s.io/v1 DeviceClass': { since: '1.34' },
  'resource.k8s.io/v1 ResourceClaim': { since: '1.34' },
  'resource.k8s.io/v1 ResourceClaimTemplate': { since: '1.34' },
  'resource.k8s.io/v1 ResourceSlice': { since: '1.34' },
  'storage.k8s.io/v1 VolumeAttributesClass': { since: '1.34' },
};

/**
 * The fields that not every minor has, and those that lead to them, by type or kind: `name:Type` for an object or a list of
 * objects, `name:Type{}` for a map with keys of the user's choice; `@1.29` is the first minor that has the field on by default,
 * `@1.28..1.29` the first that knows it before that, `=Gate` its feature gate, `!Value` a value that every minor takes.
 */
export const newerFields: Readonly<Record<string, string>> = {
  'admissionregistration.k8s.io/v1 MutatingWebhookConfiguration': 'webhooks:admissionregistration.v1.MutatingWebhook',
  'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration':
    'webhooks:admissionregistration.v1.ValidatingWebhook',
  'admissionregistration.v1.MutatingWebhook': 'matchConditions@1.27..1.28=AdmissionWebhookMatchConditions',
  'admissionregistration.v1.ValidatingWebhook': 'matchConditions@1.27..1.28=AdmissionWebhookMatchConditions',
  'apiextensions.k8s.io/v1 CustomResourceDefinition': 'spec:apiextensions.v1.CustomResourceDefinitionSpec',
  'apiextensions.v1.CustomResourceDefinitionSpec': 'versions:apiextensions.v1.CustomResourceDefinitionVersion',
  'apiextensions.v1.CustomResourceDefinitionVersion':
    'schema:apiextensions.v1.CustomResourceValidation selectableFields@1.30..1.31=CustomResourceFieldSelectors',
  'apiextensions.v1.CustomResourceValidation': 'openAPIV3Schema:apiextensions.v1.JSONSchemaProps',
  'apiextensions.v1.JSONSchemaProps':
    'additionalItems:apiextensions.v1.JSONSchemaProps additionalProperties:apiextensions.v1.JSONSchemaProps allOf:apiextensions.v1.JSONSchemaProps anyOf:apiextensions.v1.JSONSchemaProps definitions:apiextensions.v1.JSONSchemaProps{} dependencies:apiextensions.v1.JSONSchemaProps{} items:apiextensions.v1.JSONSchemaProps not:apiextensions.v1.JSONSchemaProps oneOf:apiextensions.v1.JSONSchemaProps patternProperties:apiextensions.v1.JSONSchemaProps{} properties:apiextensions.v1.JSONSchemaProps{} x-kubernetes-validations:apiextensions.v1.ValidationRule',
  'apiextensions.v1.ValidationRule': 'fieldPath@1.28 optionalOldSelf@1.29 reason@1.28',
  'apps.v1.DaemonSetSpec': 'template:core.v1.PodTemplateSpec',
  'apps.v1.DeploymentSpec': 'template:core.v1.PodTemplateSpec',
  'apps.v1.ReplicaSetSpec': 'template:core.v1.PodTemplateSpec',
  'apps.v1.StatefulSetSpec': 'template:core.v1.PodTemplateSpec volumeClaimTemplates:core.v1.PersistentVolumeClaim',
  'apps/v1 DaemonSet': 'spec:apps.v1.DaemonSetSpec',
  'apps/v1 Deployment': 'spec:apps.v1.DeploymentSpec',
  'apps/v1 ReplicaSet': 'spec:apps.v1.ReplicaSetSpec',
  'apps/v1 StatefulSet': 'spec:apps.v1.StatefulSetSpec',
  'autoscaling.v2.HPAScalingRules': 'tolerance@1.33..1.35=HPAConfigurableTolerance',
  'autoscaling.v2.HorizontalPodAutoscalerBehavior':
    'scaleDown:autoscaling.v2.HPAScalingRules scaleUp:autoscaling.v2.HPAScalingRules',
  'autoscaling.v2.HorizontalPodAutoscalerSpec': 'behavior:autoscaling.v2.HorizontalPodAutoscalerBehavior',
  'autoscaling/v2 HorizontalPodAutoscaler': 'spec:autoscaling.v2.HorizontalPodAutoscalerSpec',
  'batch.v1.CronJobSpec': 'jobTemplate:batch.v1.JobTemplateSpec',
  'batch.v1.JobSpec':
    'backoffLimitPerIndex@1.28..1.29=JobBackoffLimitPerIndex managedBy@1.30..1.32=JobManagedBy maxFailedIndexes@1.28..1.29=JobBackoffLimitPerIndex podReplacementPolicy@1.28..1.29=JobPodReplacementPolicy successPolicy@1.30..1.31=JobSuccessPolicy template:core.v1.PodTemplateSpec',
  'batch.v1.JobTemplateSpec': 'spec:batch.v1.JobSpec',
  'batch/v1 CronJob': 'spec:batch.v1.CronJobSpec',
  'batch/v1 Job': 'spec:batch.v1.JobSpec',
  'core.v1.Affinity': 'podAffinity:core.v1.PodAffinity podAntiAffinity:core.v1.PodAntiAffinity',
  'core.v1.Container':
    'env:core.v1.EnvVar lifecycle:core.v1.Lifecycle resizePolicy@1.27..1.33=InPlacePodVerticalScaling resources:core.v1.ResourceRequirements restartPolicy@1.28..1.29=SidecarContainers restartPolicyRules@1.34..1.35=ContainerRestartRules securityContext:core.v1.SecurityContext volumeMounts:core.v1.VolumeMount',
  'core.v1.EnvVar': 'valueFrom:core.v1.EnvVarSource',
  'core.v1.EnvVarSource': 'fileKeyRef@1.34..1.35=EnvFiles',
  'core.v1.EphemeralContainer':
    'env:core.v1.EnvVar lifecycle:core.v1.Lifecycle resizePolicy@1.27..1.33=InPlacePodVerticalScaling resources:core.v1.ResourceRequirements restartPolicy@1.28..1.29=SidecarContainers restartPolicyRules@1.34..1.35=ContainerRestartRules securityContext:core.v1.SecurityContext volumeMounts:core.v1.VolumeMount',
  'core.v1.EphemeralVolumeSource': 'volumeClaimTemplate:core.v1.PersistentVolumeClaimTemplate',
  'core.v1.Lifecycle': 'postStart:core.v1.LifecycleHandler preStop:core.v1.LifecycleHandler',
  'core.v1.LifecycleHandler': 'sleep@1.29..1.30=PodLifecycleSleepAction',
  'core.v1.PersistentVolumeClaim': 'spec:core.v1.PersistentVolumeClaimSpec',
  'core.v1.PersistentVolumeClaimSpec': 'volumeAttributesClassName@1.29..1.34=VolumeAttributesClass',
  'core.v1.PersistentVolumeClaimTemplate': 'spec:core.v1.PersistentVolumeClaimSpec',
  'core.v1.PersistentVolumeSpec': 'volumeAttributesClassName@1.29..1.34=VolumeAttributesClass',
  'core.v1.PodAffinity':
    'preferredDuringSchedulingIgnoredDuringExecution:core.v1.WeightedPodAffinityTerm requiredDuringSchedulingIgnoredDuringExecution:core.v1.PodAffinityTerm',
  'core.v1.PodAffinityTerm':
    'matchLabelKeys@1.29..1.31=MatchLabelKeysInPodAffinity mismatchLabelKeys@1.29..1.31=MatchLabelKeysInPodAffinity',
  'core.v1.PodAntiAffinity':
    'preferredDuringSchedulingIgnoredDuringExecution:core.v1.WeightedPodAffinityTerm requiredDuringSchedulingIgnoredDuringExecution:core.v1.PodAffinityTerm',
  'core.v1.PodResourceClaim':
    'resourceClaimName@1.31..1.34=DynamicResourceAllocation resourceClaimTemplateName@1.31..1.34=DynamicResourceAllocation',
  'core.v1.PodSecurityContext':
    'appArmorProfile@1.30=AppArmorFields seLinuxChangePolicy@1.32..1.33=SELinuxChangePolicy supplementalGroupsPolicy@1.31..1.33=SupplementalGroupsPolicy',
  'core.v1.PodSpec':
    'affinity:core.v1.Affinity containers:core.v1.RegularContainer ephemeralContainers:core.v1.EphemeralContainer hostUsers@1.27..1.33=UserNamespacesSupport hostnameOverride@1.34..1.35=HostnameOverride initContainers:core.v1.Container resourceClaims:core.v1.PodResourceClaim@1.27..1.34=DynamicResourceAllocation resources:core.v1.ResourceRequirements@1.32..1.34=PodLevelResources securityContext:core.v1.PodSecurityContext volumes:core.v1.Volume',
  'core.v1.PodTemplateSpec': 'spec:core.v1.PodSpec',
  'core.v1.RegularContainer':
    'env:core.v1.EnvVar lifecycle:core.v1.Lifecycle resizePolicy@1.27..1.33=InPlacePodVerticalScaling resources:core.v1.ResourceRequirements restartPolicy@1.34..1.35=ContainerRestartRules restartPolicyRules@1.34..1.35=ContainerRestartRules securityContext:core.v1.SecurityContext volumeMounts:core.v1.VolumeMount',
  'core.v1.ReplicationControllerSpec': 'template:core.v1.PodTemplateSpec',
  'core.v1.ResourceClaim': 'request@1.31..1.34=DynamicResourceAllocation',
  'core.v1.ResourceRequirements': 'claims:core.v1.ResourceClaim@1.27..1.34=DynamicResourceAllocation',
  'core.v1.SecurityContext': 'appArmorProfile@1.30=AppArmorFields procMount@1.27..1.33=ProcMountType!Default',
  'core.v1.ServiceSpec': 'trafficDistribution@1.30..1.31=ServiceTrafficDistribution',
  'core.v1.Volume': 'ephemeral:core.v1.EphemeralVolumeSource image@1.31..1.35=ImageVolume',
  'core.v1.VolumeMount': 'recursiveReadOnly@1.30..1.31=RecursiveReadOnlyMounts',
  'core.v1.WeightedPodAffinityTerm': 'podAffinityTerm:core.v1.PodAffinityTerm',
  'discovery.k8s.io/v1 EndpointSlice': 'endpoints:discovery.v1.Endpoint',
  'discovery.v1.Endpoint': 'hints:discovery.v1.EndpointHints',
  'discovery.v1.EndpointHints': 'forNodes@1.33..1.34=PreferSameTrafficDistribution',
  'flowcontrol.apiserver.k8s.io/v1beta2 PriorityLevelConfiguration':
    'spec:flowcontrol.v1beta2.PriorityLevelConfigurationSpec',
  'flowcontrol.apiserver.k8s.io/v1beta3 PriorityLevelConfiguration':
    'spec:flowcontrol.v1beta3.PriorityLevelConfigurationSpec',
  'flowcontrol.v1beta2.PriorityLevelConfigurationSpec': 'exempt@1.28',
  'flowcontrol.v1beta3.PriorityLevelConfigurationSpec': 'exempt@1.28',
  'resource.k8s.io/v1 DeviceClass': 'spec:resource.v1.DeviceClassSpec',
  'resource.k8s.io/v1 ResourceClaim': 'spec:resource.v1.ResourceClaimSpec',
  'resource.k8s.io/v1 ResourceClaimTemplate': 'spec:resource.v1.ResourceClaimTemplateSpec',
  'resource.k8s.io/v1 ResourceSlice': 'spec:resource.v1.ResourceSliceSpec',
  'resource.v1.Device':
    'allNodes@1.34..1.36=DRAPartitionableDevices allowMultipleAllocations@1.34..1.36=DRAConsumableCapacity bindingConditions@1.34..1.36=DRADeviceBindingConditions bindingFailureConditions@1.34..1.36=DRADeviceBindingConditions bindsToNode@1.34..1.36=DRADeviceBindingConditions capacity:resource.v1.DeviceCapacity{} consumesCounters@1.34..1.36=DRAPartitionableDevices nodeName@1.34..1.36=DRAPartitionableDevices nodeSelector@1.34..1.36=DRAPartitionableDevices taints@1.34..1.36=DRADeviceTaints',
  'resource.v1.DeviceCapacity': 'requestPolicy@1.34..1.36=DRAConsumableCapacity',
  'resource.v1.DeviceClaim': 'constraints:resource.v1.DeviceConstraint requests:resource.v1.DeviceRequest',
  'resource.v1.DeviceClassSpec': 'extendedResourceName@1.34..1.36=DRAExtendedResource',
  'resource.v1.DeviceConstraint': 'distinctAttribute@1.34..1.36=DRAConsumableCapacity',
  'resource.v1.DeviceRequest': 'exactly:resource.v1.ExactDeviceRequest firstAvailable:resource.v1.DeviceSubRequest',
  'resource.v1.DeviceSubRequest': 'capacity@1.34..1.36=DRAConsumableCapacity tolerations@1.34..1.36=DRADeviceTaints',
  'resource.v1.ExactDeviceRequest': 'capacity@1.34..1.36=DRAConsumableCapacity tolerations@1.34..1.36=DRADeviceTaints',
  'resource.v1.ResourceClaimSpec': 'devices:resource.v1.DeviceClaim',
  'resource.v1.ResourceClaimTemplateSpec': 'spec:resource.v1.ResourceClaimSpec',
  'resource.v1.ResourceSliceSpec':
    'devices:resource.v1.Device perDeviceNodeSelection@1.34..1.36=DRAPartitionableDevices sharedCounters@1.34..1.36=DRAPartitionableDevices',
  'storage.k8s.io/v1 CSIDriver': 'spec:storage.v1.CSIDriverSpec',
  'storage.k8s.io/v1 VolumeAttachment': 'spec:storage.v1.VolumeAttachmentSpec',
  'storage.v1.CSIDriverSpec':
    'nodeAllocatableUpdatePeriodSeconds@1.33..1.35=MutableCSINodeAllocatableCount seLinuxMount@1.27..1.28=SELinuxMountReadWriteOncePod serviceAccountTokenInSecrets@1.35=CSIServiceAccountTokenSecrets',
  'storage.v1.VolumeAttachmentSource': 'inlineVolumeSpec:core.v1.PersistentVolumeSpec',
  'storage.v1.VolumeAttachmentSpec': 'source:storage.v1.VolumeAttachmentSource',
  'v1 PersistentVolume': 'spec:core.v1.PersistentVolumeSpec',
  'v1 PersistentVolumeClaim': 'spec:core.v1.PersistentVolumeClaimSpec',
  'v1 Pod': 'spec:core.v1.PodSpec',
  'v1 PodTemplate': 'template:core.v1.PodTemplateSpec',
  'v1 ReplicationController': 'spec:core.v1.ReplicationControllerSpec',
  'v1 Service': 'spec:core.v1.ServiceSpec',
};
