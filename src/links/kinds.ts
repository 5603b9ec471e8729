/** The API group of an `apiVersion`: empty for the core group. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/**
 * The group and kind by which objects are found, such as `apps/Deployment`; `ConfigMap` alone in the core group. Kinds that
 * moved to another group are found under the new one.
 */
export function kindKey(group: string, kind: string): string {
  if (group === '') return kind;
  if (group !== 'extensions') return `${group}/${kind}`;
  return kind === 'Ingress' || kind === 'NetworkPolicy' ? `networking.k8s.io/${kind}` : `apps/${kind}`;
}

/** Whether Kubernetes itself defines the kinds of a group. */
export function isBuiltInGroup(group: string): boolean {
  return !group.includes('.') || builtInGroups.has(group);
}

/** Whether objects of a built-in kind belong to no namespace. */
export function isClusterScoped(group: string, kind: string): boolean {
  return clusterScoped.has(kindKey(group, kind));
}

const builtInGroups: ReadonlySet<string> = new Set(
  [
    'admissionregistration apiextensions apiregistration authentication authorization certificates coordination',
    'discovery events flowcontrol.apiserver internal.apiserver networking node rbac.authorization resource scheduling',
    'storage storagemigration',
  ]
    .join(' ')
    .split(' ')
    .map((name) => `${name}.k8s.io`),
);

const clusterScoped: ReadonlySet<string> = new Set(
  `Namespace Node PersistentVolume apiextensions.k8s.io/CustomResourceDefinition apiregistration.k8s.io/APIService
  admissionregistration.k8s.io/MutatingWebhookConfiguration admissionregistration.k8s.io/ValidatingWebhookConfiguration
  admissionregistration.k8s.io/ValidatingAdmissionPolicy admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding
  admissionregistration.k8s.io/MutatingAdmissionPolicy admissionregistration.k8s.io/MutatingAdmissionPolicyBinding
  certificates.k8s.io/CertificateSigningRequest certificates.k8s.io/ClusterTrustBundle flowcontrol.apiserver.k8s.io/FlowSchema
  flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration networking.k8s.io/IngressClass networking.k8s.io/IPAddress
  networking.k8s.io/ServiceCIDR node.k8s.io/RuntimeClass rbac.authorization.k8s.io/ClusterRole resource.k8s.io/DeviceClass
  resource.k8s.io/ResourceSlice rbac.authorization.k8s.io/ClusterRoleBinding scheduling.k8s.io/PriorityClass
  storage.k8s.io/StorageClass storage.k8s.io/CSIDriver storage.k8s.io/CSINode storage.k8s.io/VolumeAttachment
  storage.k8s.io/VolumeAttributesClass gateway.networking.k8s.io/GatewayClass cert-manager.io/ClusterIssuer
  external-secrets.io/ClusterSecretStore external-secrets.io/ClusterExternalSecret trust.cert-manager.io/Bundle`.split(
    /\s+/,
  ),
);
