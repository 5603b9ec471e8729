import type { ReferenceReader } from '../referrer';
import { readApiService, readDefinition, readPolicyBinding, readRoleBinding, readWebhooks } from './cluster';
import {
  readCertificate,
  readExternalSecret,
  readIngressRoute,
  readPodMonitor,
  readRollout,
  readServiceMonitor,
} from './custom';
import { readGateway, readIngress, readNetworkPolicy, readRoute, readService } from './network';
import {
  readAutoscaler,
  readClaim,
  readDisruptionBudget,
  readServiceAccount,
  readStatefulSet,
  readVolume,
} from './workloads';

/** How the references of each kind are read, beside those of the Pods that it makes. */
export const readers: ReadonlyMap<string, ReferenceReader> = new Map([
  ['PersistentVolume', readVolume],
  ['PersistentVolumeClaim', readClaim],
  ['Service', readService],
  ['ServiceAccount', readServiceAccount],
  ['admissionregistration.k8s.io/MutatingWebhookConfiguration', readWebhooks],
  ['admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding', readPolicyBinding],
  ['admissionregistration.k8s.io/ValidatingWebhookConfiguration', readWebhooks],
  ['apiextensions.k8s.io/CustomResourceDefinition', readDefinition],
  ['apiregistration.k8s.io/APIService', readApiService],
  ['apps/StatefulSet', readStatefulSet],
  ['argoproj.io/Rollout', readRollout],
  ['autoscaling.k8s.io/VerticalPodAutoscaler', readAutoscaler],
  ['autoscaling/HorizontalPodAutoscaler', readAutoscaler],
  ['cert-manager.io/Certificate', readCertificate],
  ['external-secrets.io/ExternalSecret', readExternalSecret],
  ['gateway.networking.k8s.io/GRPCRoute', readRoute],
  ['gateway.networking.k8s.io/Gateway', readGateway],
  ['gateway.networking.k8s.io/HTTPRoute', readRoute],
  ['gateway.networking.k8s.io/TCPRoute', readRoute],
  ['gateway.networking.k8s.io/TLSRoute', readRoute],
  ['gateway.networking.k8s.io/UDPRoute', readRoute],
  ['keda.sh/ScaledObject', readAutoscaler],
  ['monitoring.coreos.com/PodMonitor', readPodMonitor],
  ['monitoring.coreos.com/ServiceMonitor', readServiceMonitor],
  ['networking.k8s.io/Ingress', readIngress],
  ['networking.k8s.io/NetworkPolicy', readNetworkPolicy],
  ['policy/PodDisruptionBudget', readDisruptionBudget],
  ['rbac.authorization.k8s.io/ClusterRoleBinding', readRoleBinding],
  ['rbac.authorization.k8s.io/RoleBinding', readRoleBinding],
  ['traefik.containo.us/IngressRoute', readIngressRoute],
  ['traefik.io/IngressRoute', readIngressRoute],
]);
