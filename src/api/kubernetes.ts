import type { k8s } from 'cdk8s-plus-27';
import type { Plain } from './plain-types';

/** An API object of Kubernetes 1.27 with the group, version and kind that cdk8s-plus-27 leaves to its classes. */
export type KubernetesObject<ApiVersion extends string, Kind extends string, Props> = {
  readonly apiVersion: ApiVersion;
  readonly kind: Kind;
} & Plain<Props>;

export type Affinity = Plain<k8s.Affinity>;
export type Capabilities = Plain<k8s.Capabilities>;
export type ConfigMap = KubernetesObject<'v1', 'ConfigMap', k8s.KubeConfigMapProps>;
export type Container = Plain<k8s.Container>;
export type ContainerPort = Plain<k8s.ContainerPort>;
export type ContainerResizePolicy = Plain<k8s.ContainerResizePolicy>;
export type Deployment = KubernetesObject<'apps/v1', 'Deployment', k8s.KubeDeploymentProps>;
export type DeploymentSpec = Plain<k8s.DeploymentSpec>;
export type EnvFromSource = Plain<k8s.EnvFromSource>;
export type EnvVar = Plain<k8s.EnvVar>;
export type EnvVarSource = Plain<k8s.EnvVarSource>;
export type HorizontalPodAutoscaler = KubernetesObject<
  'autoscaling/v2',
  'HorizontalPodAutoscaler',
  k8s.KubeHorizontalPodAutoscalerV2Props
>;
export type HorizontalPodAutoscalerBehavior = Plain<k8s.HorizontalPodAutoscalerBehaviorV2>;
export type HostAlias = Plain<k8s.HostAlias>;
export type Ingress = KubernetesObject<'networking.k8s.io/v1', 'Ingress', k8s.KubeIngressProps>;
export type IngressBackend = Plain<k8s.IngressBackend>;
export type LabelSelector = Plain<k8s.LabelSelector>;
export type LifecycleHandler = Plain<k8s.LifecycleHandler>;
export type MetricSpec = Plain<k8s.MetricSpecV2>;
export type NetworkPolicy = KubernetesObject<'networking.k8s.io/v1', 'NetworkPolicy', k8s.KubeNetworkPolicyProps>;
export type NetworkPolicyEgressRule = Plain<k8s.NetworkPolicyEgressRule>;
export type NetworkPolicyIngressRule = Plain<k8s.NetworkPolicyIngressRule>;
export type NetworkPolicyPeer = Plain<k8s.NetworkPolicyPeer>;
export type NetworkPolicyPort = Plain<k8s.NetworkPolicyPort>;
export type ObjectMeta = Plain<k8s.ObjectMeta>;
export type Pod = KubernetesObject<'v1', 'Pod', k8s.KubePodProps>;
export type PodDisruptionBudget = KubernetesObject<
  'policy/v1',
  'PodDisruptionBudget',
  k8s.KubePodDisruptionBudgetProps
>;
export type PodDnsConfig = Plain<k8s.PodDnsConfig>;
export type PodReadinessGate = Plain<k8s.PodReadinessGate>;
export type PodResourceClaim = Plain<k8s.PodResourceClaim>;
export type PodSchedulingGate = Plain<k8s.PodSchedulingGate>;
export type PodSecurityContext = Plain<k8s.PodSecurityContext>;
export type PodSpec = Plain<k8s.PodSpec>;
export type PodTemplateSpec = Plain<k8s.PodTemplateSpec>;
export type Probe = Plain<k8s.Probe>;
export type ResourceRequirements = Plain<k8s.ResourceRequirements>;
export type SecurityContext = Plain<k8s.SecurityContext>;
export type Service = KubernetesObject<'v1', 'Service', k8s.KubeServiceProps>;
export type ServiceAccount = KubernetesObject<'v1', 'ServiceAccount', k8s.KubeServiceAccountProps>;
export type ServicePort = Plain<k8s.ServicePort>;
export type ServiceSpec = Plain<k8s.ServiceSpec>;
export type Toleration = Plain<k8s.Toleration>;
export type TopologySpreadConstraint = Plain<k8s.TopologySpreadConstraint>;
export type Volume = Plain<k8s.Volume>;
export type VolumeDevice = Plain<k8s.VolumeDevice>;
export type VolumeMount = Plain<k8s.VolumeMount>;

/** Where the data of a volume comes from: a `Volume` of the API without its name. */
export type VolumeSource = Omit<Volume, 'name'>;
