import type { k8s } from 'cdk8s-plus-27';
import type * as newer from './kubernetes-newer';
import type { Plain, PlainWith } from './plain-types';

/**
 * An API object of Kubernetes 1.27 with the group, version and kind that cdk8s-plus-27 leaves to its classes, and with the
 * fields that came later where `Inner` names the types that have them.
 */
export type KubernetesObject<ApiVersion extends string, Kind extends string, Props, Inner = unknown> = {
  readonly apiVersion: ApiVersion;
  readonly kind: Kind;
} & PlainWith<Props, Inner>;

export type {
  AppArmorProfile,
  ContainerRestartRule,
  ImageVolumeSource,
  SleepAction,
  SuccessPolicy,
  SuccessPolicyRule,
} from './newer-types';
export type {
  Affinity,
  Container,
  CronJobSpec,
  DaemonSetSpec,
  DeploymentSpec,
  EnvVar,
  EnvVarSource,
  HorizontalPodAutoscalerBehaviorV2 as HorizontalPodAutoscalerBehavior,
  HorizontalPodAutoscalerSpecV2 as HorizontalPodAutoscalerSpec,
  JobSpec,
  JobTemplateSpec,
  LifecycleHandler,
  PersistentVolumeClaimSpec,
  PersistentVolumeSpec,
  PodResourceClaim,
  PodSecurityContext,
  PodSpec,
  PodTemplateSpec,
  ReplicaSetSpec,
  ResourceRequirements,
  SecurityContext,
  ServiceSpec,
  StatefulSetSpec,
  Volume,
  VolumeMount,
} from './kubernetes-newer';

export type ApiService = KubernetesObject<'apiregistration.k8s.io/v1', 'APIService', k8s.KubeApiServiceProps>;
export type Capabilities = Plain<k8s.Capabilities>;
export type ClusterRole = KubernetesObject<'rbac.authorization.k8s.io/v1', 'ClusterRole', k8s.KubeClusterRoleProps>;
export type ClusterRoleBinding = KubernetesObject<
  'rbac.authorization.k8s.io/v1',
  'ClusterRoleBinding',
  k8s.KubeClusterRoleBindingProps
>;
export type ConfigMap = KubernetesObject<'v1', 'ConfigMap', k8s.KubeConfigMapProps>;
export type ContainerPort = Plain<k8s.ContainerPort>;
export type ContainerResizePolicy = Plain<k8s.ContainerResizePolicy>;
export type CronJob = KubernetesObject<
  'batch/v1',
  'CronJob',
  k8s.KubeCronJobProps,
  { readonly spec: newer.CronJobSpec }
>;
export type CsiDriver = KubernetesObject<
  'storage.k8s.io/v1',
  'CSIDriver',
  k8s.KubeCsiDriverProps,
  { readonly spec: newer.CsiDriverSpec }
>;
export type CustomResourceDefinition = KubernetesObject<
  'apiextensions.k8s.io/v1',
  'CustomResourceDefinition',
  k8s.KubeCustomResourceDefinitionProps,
  { readonly spec: newer.CustomResourceDefinitionSpec }
>;
export type DaemonSet = KubernetesObject<
  'apps/v1',
  'DaemonSet',
  k8s.KubeDaemonSetProps,
  { readonly spec: newer.DaemonSetSpec }
>;
export type Deployment = KubernetesObject<
  'apps/v1',
  'Deployment',
  k8s.KubeDeploymentProps,
  { readonly spec: newer.DeploymentSpec }
>;
export type EndpointSlice = KubernetesObject<
  'discovery.k8s.io/v1',
  'EndpointSlice',
  k8s.KubeEndpointSliceProps,
  { readonly endpoints: readonly newer.Endpoint[] }
>;
export type EnvFromSource = Plain<k8s.EnvFromSource>;
export type HorizontalPodAutoscaler = KubernetesObject<
  'autoscaling/v2',
  'HorizontalPodAutoscaler',
  k8s.KubeHorizontalPodAutoscalerV2Props,
  { readonly spec: newer.HorizontalPodAutoscalerSpecV2 }
>;
export type HostAlias = Plain<k8s.HostAlias>;
export type Ingress = KubernetesObject<'networking.k8s.io/v1', 'Ingress', k8s.KubeIngressProps>;
export type IngressBackend = Plain<k8s.IngressBackend>;
export type IngressClass = KubernetesObject<'networking.k8s.io/v1', 'IngressClass', k8s.KubeIngressClassProps>;
export type IngressSpec = Plain<k8s.IngressSpec>;
export type Job = KubernetesObject<'batch/v1', 'Job', k8s.KubeJobProps, { readonly spec: newer.JobSpec }>;
export type LabelSelector = Plain<k8s.LabelSelector>;
export type LimitRange = KubernetesObject<'v1', 'LimitRange', k8s.KubeLimitRangeProps>;
export type LimitRangeItem = Plain<k8s.LimitRangeItem>;
export type MetricSpec = Plain<k8s.MetricSpecV2>;
export type MutatingWebhookConfiguration = KubernetesObject<
  'admissionregistration.k8s.io/v1',
  'MutatingWebhookConfiguration',
  k8s.KubeMutatingWebhookConfigurationProps
>;
export type Namespace = KubernetesObject<'v1', 'Namespace', k8s.KubeNamespaceProps>;
export type NetworkPolicy = KubernetesObject<'networking.k8s.io/v1', 'NetworkPolicy', k8s.KubeNetworkPolicyProps>;
export type NetworkPolicyEgressRule = Plain<k8s.NetworkPolicyEgressRule>;
export type NetworkPolicyIngressRule = Plain<k8s.NetworkPolicyIngressRule>;
export type NetworkPolicyPeer = Plain<k8s.NetworkPolicyPeer>;
export type NetworkPolicyPort = Plain<k8s.NetworkPolicyPort>;
export type NetworkPolicySpec = Plain<k8s.NetworkPolicySpec>;
export type NodeSelectorTerm = Plain<k8s.NodeSelectorTerm>;
export type ObjectMeta = Plain<k8s.ObjectMeta>;
export type PersistentVolume = KubernetesObject<
  'v1',
  'PersistentVolume',
  k8s.KubePersistentVolumeProps,
  { readonly spec: newer.PersistentVolumeSpec }
>;
export type PersistentVolumeClaim = KubernetesObject<
  'v1',
  'PersistentVolumeClaim',
  k8s.KubePersistentVolumeClaimProps,
  { readonly spec: newer.PersistentVolumeClaimSpec }
>;
export type Pod = KubernetesObject<'v1', 'Pod', k8s.KubePodProps, { readonly spec: newer.PodSpec }>;
export type PodDisruptionBudget = KubernetesObject<
  'policy/v1',
  'PodDisruptionBudget',
  k8s.KubePodDisruptionBudgetProps
>;
export type PodDisruptionBudgetSpec = Plain<k8s.PodDisruptionBudgetSpec>;
export type PodDnsConfig = Plain<k8s.PodDnsConfig>;
export type PodFailurePolicy = Plain<k8s.PodFailurePolicy>;
export type PodFailurePolicyRule = Plain<k8s.PodFailurePolicyRule>;
export type PodReadinessGate = Plain<k8s.PodReadinessGate>;
export type PodSchedulingGate = Plain<k8s.PodSchedulingGate>;
export type PolicyRule = Plain<k8s.PolicyRule>;
export type PriorityClass = KubernetesObject<'scheduling.k8s.io/v1', 'PriorityClass', k8s.KubePriorityClassProps>;
export type Probe = Plain<k8s.Probe>;
export type ReplicaSet = KubernetesObject<
  'apps/v1',
  'ReplicaSet',
  k8s.KubeReplicaSetProps,
  { readonly spec: newer.ReplicaSetSpec }
>;
export type ResourceQuota = KubernetesObject<'v1', 'ResourceQuota', k8s.KubeResourceQuotaProps>;
export type ResourceQuotaSpec = Plain<k8s.ResourceQuotaSpec>;
export type Role = KubernetesObject<'rbac.authorization.k8s.io/v1', 'Role', k8s.KubeRoleProps>;
export type RoleBinding = KubernetesObject<'rbac.authorization.k8s.io/v1', 'RoleBinding', k8s.KubeRoleBindingProps>;
export type RuntimeClass = KubernetesObject<'node.k8s.io/v1', 'RuntimeClass', k8s.KubeRuntimeClassProps>;
export type Secret = KubernetesObject<'v1', 'Secret', k8s.KubeSecretProps>;
export type Service = KubernetesObject<'v1', 'Service', k8s.KubeServiceProps, { readonly spec: newer.ServiceSpec }>;
export type ServiceAccount = KubernetesObject<'v1', 'ServiceAccount', k8s.KubeServiceAccountProps>;
export type ServicePort = Plain<k8s.ServicePort>;
export type StatefulSet = KubernetesObject<
  'apps/v1',
  'StatefulSet',
  k8s.KubeStatefulSetProps,
  { readonly spec: newer.StatefulSetSpec }
>;
export type StorageClass = KubernetesObject<'storage.k8s.io/v1', 'StorageClass', k8s.KubeStorageClassProps>;
export type Subject = Plain<k8s.Subject>;
export type Toleration = Plain<k8s.Toleration>;
export type TopologySpreadConstraint = Plain<k8s.TopologySpreadConstraint>;
export type TypedLocalObjectReference = Plain<k8s.TypedLocalObjectReference>;
export type ValidatingWebhookConfiguration = KubernetesObject<
  'admissionregistration.k8s.io/v1',
  'ValidatingWebhookConfiguration',
  k8s.KubeValidatingWebhookConfigurationProps
>;
export type VolumeDevice = Plain<k8s.VolumeDevice>;
export type VolumeNodeAffinity = Plain<k8s.VolumeNodeAffinity>;

/** Where the data of a volume comes from: a `Volume` of the API without its name. */
export type VolumeSource = Omit<newer.Volume, 'name'>;
