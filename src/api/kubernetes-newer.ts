import type { k8s } from 'cdk8s-plus-27';
import type {
  AppArmorProfile,
  ContainerRestartRule,
  FileKeySelector,
  ForNode,
  ImageVolumeSource,
  SelectableField,
  SleepAction,
  SuccessPolicy,
} from './newer-types';
import type { Plain, PlainScalar, PlainWith } from './plain-types';

/*
 * The types of the API that have fields which came after 1.27, and those that lead to them. Fields that no minor has on by
 * default are left out. Generated from the schema of Kubernetes 1.36 by `npx tsx test/api/write-newer-types.ts`.
 */

export type Affinity = PlainWith<
  k8s.Affinity,
  { readonly podAffinity: PodAffinity; readonly podAntiAffinity: PodAntiAffinity }
>;

export interface Container extends PlainWith<
  k8s.Container,
  {
    readonly env: readonly EnvVar[];
    readonly lifecycle: Lifecycle;
    readonly resources: ResourceRequirements;
    readonly securityContext: SecurityContext;
    readonly volumeMounts: readonly VolumeMount[];
  }
> {
  /**
   * `Always` makes an init container a sidecar: it starts in its turn and runs beside the others. For other containers, and other values, since 1.35.
   * @since 1.29
   */
  readonly restartPolicy?: string;
  /**
   * What happens for which exit codes, in order; beside `restartPolicy`.
   * @since 1.35
   */
  readonly restartPolicyRules?: readonly ContainerRestartRule[];
}

export type CronJobSpec = PlainWith<k8s.CronJobSpec, { readonly jobTemplate: JobTemplateSpec }>;

export interface CsiDriverSpec extends Plain<k8s.CsiDriverSpec> {
  /**
   * Seconds from one look at how many volumes a node can take to the next, from 10.
   * @since 1.35
   */
  readonly nodeAllocatableUpdatePeriodSeconds?: number;
  /**
   * Whether tokens of service accounts come with the secrets of a call instead of the context of the volume.
   * @since 1.35
   */
  readonly serviceAccountTokenInSecrets?: boolean;
}

export type CustomResourceDefinitionSpec = PlainWith<
  k8s.CustomResourceDefinitionSpec,
  { readonly versions: readonly CustomResourceDefinitionVersion[] }
>;

export interface CustomResourceDefinitionVersion extends PlainWith<
  k8s.CustomResourceDefinitionVersion,
  { readonly schema: CustomResourceValidation }
> {
  /**
   * Fields of the custom resource by which it can be listed.
   * @since 1.31
   */
  readonly selectableFields?: readonly SelectableField[];
}

export type CustomResourceValidation = PlainWith<
  k8s.CustomResourceValidation,
  { readonly openAPIV3Schema: JsonSchemaProps }
>;

export type DaemonSetSpec = PlainWith<k8s.DaemonSetSpec, { readonly template: PodTemplateSpec }>;

export type DeploymentSpec = PlainWith<k8s.DeploymentSpec, { readonly template: PodTemplateSpec }>;

export type Endpoint = PlainWith<k8s.Endpoint, { readonly hints: EndpointHints }>;

export interface EndpointHints extends Plain<k8s.EndpointHints> {
  /**
   * Nodes whose traffic the endpoint should get.
   * @since 1.34
   */
  readonly forNodes?: readonly ForNode[];
}

export type EnvVar = PlainWith<k8s.EnvVar, { readonly valueFrom: EnvVarSource }>;

export interface EnvVarSource extends Plain<k8s.EnvVarSource> {
  /**
   * A variable that a container wrote to a file of a volume.
   * @since 1.35
   */
  readonly fileKeyRef?: FileKeySelector;
}

export interface EphemeralContainer extends PlainWith<
  k8s.EphemeralContainer,
  {
    readonly env: readonly EnvVar[];
    readonly lifecycle: Lifecycle;
    readonly resources: ResourceRequirements;
    readonly securityContext: SecurityContext;
    readonly volumeMounts: readonly VolumeMount[];
  }
> {
  /**
   * As for other containers; Kubernetes refuses it here.
   * @since 1.29
   */
  readonly restartPolicy?: string;
  /**
   * As for other containers; Kubernetes refuses it here.
   * @since 1.35
   */
  readonly restartPolicyRules?: readonly ContainerRestartRule[];
}

export type EphemeralVolumeSource = PlainWith<
  k8s.EphemeralVolumeSource,
  { readonly volumeClaimTemplate: PersistentVolumeClaimTemplate }
>;

export type HorizontalPodAutoscalerBehaviorV2 = PlainWith<
  k8s.HorizontalPodAutoscalerBehaviorV2,
  { readonly scaleDown: HpaScalingRulesV2; readonly scaleUp: HpaScalingRulesV2 }
>;

export type HorizontalPodAutoscalerSpecV2 = PlainWith<
  k8s.HorizontalPodAutoscalerSpecV2,
  { readonly behavior: HorizontalPodAutoscalerBehaviorV2 }
>;

export interface HpaScalingRulesV2 extends Plain<k8s.HpaScalingRulesV2> {
  /**
   * How far a metric may be from its target before anything is scaled, such as `0.05`.
   * @since 1.35
   */
  readonly tolerance?: PlainScalar;
}

export interface JobSpec extends PlainWith<k8s.JobSpec, { readonly template: PodTemplateSpec }> {
  /**
   * Failures of one index after which it has failed; for indexed Jobs.
   * @since 1.29
   */
  readonly backoffLimitPerIndex?: number;
  /**
   * Who runs the Job, such as `kueue.x-k8s.io/multikueue`, in place of Kubernetes' own controller.
   * @since 1.32
   */
  readonly managedBy?: string;
  /**
   * Failed indexes after which the Job has failed; with `backoffLimitPerIndex`.
   * @since 1.29
   */
  readonly maxFailedIndexes?: number;
  /**
   * When a new Pod takes the place of one that ends: `TerminatingOrFailed`, or not before it has `Failed`.
   * @since 1.29
   */
  readonly podReplacementPolicy?: string;
  /**
   * When an indexed Job has succeeded before all of its indexes have.
   * @since 1.31
   */
  readonly successPolicy?: SuccessPolicy;
}

export type JobTemplateSpec = PlainWith<k8s.JobTemplateSpec, { readonly spec: JobSpec }>;

export type JsonSchemaProps = PlainWith<
  k8s.JsonSchemaProps,
  {
    readonly allOf: readonly JsonSchemaProps[];
    readonly anyOf: readonly JsonSchemaProps[];
    readonly definitions: { readonly [key: string]: JsonSchemaProps };
    readonly not: JsonSchemaProps;
    readonly oneOf: readonly JsonSchemaProps[];
    readonly patternProperties: { readonly [key: string]: JsonSchemaProps };
    readonly properties: { readonly [key: string]: JsonSchemaProps };
    readonly 'x-kubernetes-validations': readonly ValidationRule[];
  }
>;

export type KubePersistentVolumeClaimProps = PlainWith<
  k8s.KubePersistentVolumeClaimProps,
  { readonly spec: PersistentVolumeClaimSpec }
>;

export type Lifecycle = PlainWith<
  k8s.Lifecycle,
  { readonly postStart: LifecycleHandler; readonly preStop: LifecycleHandler }
>;

export interface LifecycleHandler extends Plain<k8s.LifecycleHandler> {
  /**
   * Waits.
   * @since 1.30
   */
  readonly sleep?: SleepAction;
}

export interface PersistentVolumeClaimSpec extends Plain<k8s.PersistentVolumeClaimSpec> {
  /**
   * Name of the VolumeAttributesClass; other than the storage class, it can be changed.
   * @since 1.34
   */
  readonly volumeAttributesClassName?: string;
}

export type PersistentVolumeClaimTemplate = PlainWith<
  k8s.PersistentVolumeClaimTemplate,
  { readonly spec: PersistentVolumeClaimSpec }
>;

export interface PersistentVolumeSpec extends Plain<k8s.PersistentVolumeSpec> {
  /**
   * Name of the VolumeAttributesClass that the volume belongs to.
   * @since 1.34
   */
  readonly volumeAttributesClassName?: string;
}

export type PodAffinity = PlainWith<
  k8s.PodAffinity,
  {
    readonly preferredDuringSchedulingIgnoredDuringExecution: readonly WeightedPodAffinityTerm[];
    readonly requiredDuringSchedulingIgnoredDuringExecution: readonly PodAffinityTerm[];
  }
>;

export interface PodAffinityTerm extends Plain<k8s.PodAffinityTerm> {
  /**
   * Keys of labels whose values must be those of the Pod itself.
   * @since 1.31
   */
  readonly matchLabelKeys?: readonly string[];
  /**
   * Keys of labels whose values must not be those of the Pod itself.
   * @since 1.31
   */
  readonly mismatchLabelKeys?: readonly string[];
}

export type PodAntiAffinity = PlainWith<
  k8s.PodAntiAffinity,
  {
    readonly preferredDuringSchedulingIgnoredDuringExecution: readonly WeightedPodAffinityTerm[];
    readonly requiredDuringSchedulingIgnoredDuringExecution: readonly PodAffinityTerm[];
  }
>;

export interface PodResourceClaim extends Plain<k8s.PodResourceClaim> {
  /**
   * Name of a ResourceClaim of the namespace.
   * @since 1.34
   */
  readonly resourceClaimName?: string;
  /**
   * Name of a ResourceClaimTemplate of which each Pod gets a claim of its own.
   * @since 1.34
   */
  readonly resourceClaimTemplateName?: string;
}

export interface PodSecurityContext extends Plain<k8s.PodSecurityContext> {
  /**
   * AppArmor profile of every container that has none of its own.
   * @since 1.30
   */
  readonly appArmorProfile?: AppArmorProfile;
  /**
   * How volumes get the SELinux label of the Pod: by `MountOption`, or `Recursive`.
   * @since 1.33
   */
  readonly seLinuxChangePolicy?: string;
  /**
   * Whether the groups of the image count too: `Merge`, or only those that the Pod names: `Strict`.
   * @since 1.33
   */
  readonly supplementalGroupsPolicy?: string;
}

export interface PodSpec extends PlainWith<
  k8s.PodSpec,
  {
    readonly affinity: Affinity;
    readonly containers: readonly Container[];
    readonly ephemeralContainers: readonly EphemeralContainer[];
    readonly initContainers: readonly Container[];
    readonly resourceClaims: readonly PodResourceClaim[];
    readonly securityContext: PodSecurityContext;
    readonly volumes: readonly Volume[];
  }
> {
  /**
   * Host name of the Pod, over `hostname` and `subdomain`; a DNS name.
   * @since 1.35
   */
  readonly hostnameOverride?: string;
  /**
   * What all containers of the Pod together need and may use at most.
   * @since 1.34
   */
  readonly resources?: ResourceRequirements;
}

export type PodTemplateSpec = PlainWith<k8s.PodTemplateSpec, { readonly spec: PodSpec }>;

export type ReplicaSetSpec = PlainWith<k8s.ReplicaSetSpec, { readonly template: PodTemplateSpec }>;

export interface ResourceClaim extends Plain<k8s.ResourceClaim> {
  /**
   * Name of one request of the claim; all of them unless it is given.
   * @since 1.34
   */
  readonly request?: string;
}

export type ResourceRequirements = PlainWith<k8s.ResourceRequirements, { readonly claims: readonly ResourceClaim[] }>;

export interface SecurityContext extends Plain<k8s.SecurityContext> {
  /**
   * AppArmor profile of the container, over that of the Pod.
   * @since 1.30
   */
  readonly appArmorProfile?: AppArmorProfile;
}

export interface ServiceSpec extends Plain<k8s.ServiceSpec> {
  /**
   * Which endpoints are preferred: `PreferClose`, and since 1.34 `PreferSameZone` or `PreferSameNode`.
   * @since 1.31
   */
  readonly trafficDistribution?: string;
}

export type StatefulSetSpec = PlainWith<
  k8s.StatefulSetSpec,
  { readonly template: PodTemplateSpec; readonly volumeClaimTemplates: readonly KubePersistentVolumeClaimProps[] }
>;

export interface ValidationRule extends Plain<k8s.ValidationRule> {
  /**
   * Path of the field that a failure is reported for.
   * @since 1.28
   */
  readonly fieldPath?: string;
  /**
   * Whether the rule holds for new objects too, where `oldSelf` is optional.
   * @since 1.29
   */
  readonly optionalOldSelf?: boolean;
  /**
   * What a failure is reported as, such as `FieldValueInvalid`.
   * @since 1.28
   */
  readonly reason?: string;
}

export interface Volume extends PlainWith<k8s.Volume, { readonly ephemeral: EphemeralVolumeSource }> {
  /**
   * Files of an image.
   * @since 1.35
   */
  readonly image?: ImageVolumeSource;
}

export interface VolumeMount extends Plain<k8s.VolumeMount> {
  /**
   * Whether mounts below a read-only one are read-only too: `Disabled`, `IfPossible` or `Enabled`.
   * @since 1.31
   */
  readonly recursiveReadOnly?: string;
}

export type WeightedPodAffinityTerm = PlainWith<
  k8s.WeightedPodAffinityTerm,
  { readonly podAffinityTerm: PodAffinityTerm }
>;
