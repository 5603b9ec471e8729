/** A resource of the API as RBAC names it, and what can be done with it. */
export interface Resource<Verb extends string = string> {
  /** API group; `''` for the core group. */
  readonly group: string;
  /** Plural, in lower case, with a subresource after `/`: `pods`, `pods/log`. */
  readonly resource: string;
  /** What the API server lets be done with it. */
  readonly verbs: readonly Verb[];
  /**
   * Names of the only objects that are meant.
   * @default - all
   */
  readonly names?: readonly string[];
}

/** What can be done with most resources. */
export type Verb = 'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete' | 'deletecollection';

const every: readonly Verb[] = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'];

const ordinary = (resource: string, group = ''): Resource<Verb> => ({ group, resource, verbs: every });

const only = <const V extends string>(verbs: readonly V[], resource: string, group = ''): Resource<V> => ({
  group,
  resource,
  verbs,
});

const readOrSet = ['get', 'update', 'patch'] as const;
const anyMethod = ['get', 'create', 'update', 'patch', 'delete'] as const;

/**
 * A resource of a custom resource definition, or of an API server beside Kubernetes' own.
 *
 * @param group such as `cert-manager.io`
 * @param resource its plural, such as `certificates`
 */
export function customResource(group: string, resource: string): Resource<Verb> {
  return ordinary(resource, group);
}

/**
 * The status of a resource, which is set apart from the rest of it.
 *
 * @param of the resource: `status(deployments)`
 */
export function status(of: Resource): Resource<(typeof readOrSet)[number]> {
  return { ...of, resource: `${of.resource}/status`, verbs: readOrSet };
}

/**
 * Only the objects of these names. Kubernetes does not know the name of what is created, and deletes collections without
 * asking for names, so that neither can be granted this way.
 */
export function named<V extends string>(
  resource: Resource<V>,
  ...names: readonly string[]
): Resource<Exclude<V, 'create' | 'deletecollection'>> {
  const verbs = resource.verbs.filter((verb) => verb !== 'create' && verb !== 'deletecollection');
  return { ...resource, verbs: verbs as Exclude<V, 'create' | 'deletecollection'>[], names };
}

// The core group.
export const bindings = only(['create'], 'bindings');
export const configMaps = ordinary('configmaps');
export const endpoints = ordinary('endpoints');
export const events = ordinary('events');
export const limitRanges = ordinary('limitranges');
export const namespaces = only(['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'], 'namespaces');
export const nodes = ordinary('nodes');
export const nodeMetricsEndpoint = only(['get'], 'nodes/metrics');
export const nodeProxy = only(anyMethod, 'nodes/proxy');
export const nodeStats = only(['get'], 'nodes/stats');
export const persistentVolumeClaims = ordinary('persistentvolumeclaims');
export const persistentVolumes = ordinary('persistentvolumes');
export const pods = ordinary('pods');
export const podAttach = only(['get', 'create'], 'pods/attach');
export const podEphemeralContainers = only(readOrSet, 'pods/ephemeralcontainers');
export const podEviction = only(['create'], 'pods/eviction');
export const podExec = only(['get', 'create'], 'pods/exec');
export const podLog = only(['get'], 'pods/log');
export const podPortForward = only(['get', 'create'], 'pods/portforward');
export const podProxy = only(anyMethod, 'pods/proxy');
export const podTemplates = ordinary('podtemplates');
export const replicationControllers = ordinary('replicationcontrollers');
export const resourceQuotas = ordinary('resourcequotas');
export const secrets = ordinary('secrets');
export const serviceAccounts = only([...every, 'impersonate'], 'serviceaccounts');
export const serviceAccountToken = only(['create'], 'serviceaccounts/token');
export const services = ordinary('services');
export const serviceProxy = only(anyMethod, 'services/proxy');
/** Users, who are no objects of the API. */
export const users = only(['impersonate'], 'users');
/** Groups of users, which are no objects of the API. */
export const groups = only(['impersonate'], 'groups');

// Workloads.
export const controllerRevisions = ordinary('controllerrevisions', 'apps');
export const cronJobs = ordinary('cronjobs', 'batch');
export const daemonSets = ordinary('daemonsets', 'apps');
export const deployments = ordinary('deployments', 'apps');
export const deploymentScale = only(readOrSet, 'deployments/scale', 'apps');
export const horizontalPodAutoscalers = ordinary('horizontalpodautoscalers', 'autoscaling');
export const jobs = ordinary('jobs', 'batch');
export const podDisruptionBudgets = ordinary('poddisruptionbudgets', 'policy');
export const replicaSets = ordinary('replicasets', 'apps');
export const replicaSetScale = only(readOrSet, 'replicasets/scale', 'apps');
export const statefulSets = ordinary('statefulsets', 'apps');
export const statefulSetScale = only(readOrSet, 'statefulsets/scale', 'apps');

// Network.
export const endpointSlices = ordinary('endpointslices', 'discovery.k8s.io');
export const gateways = ordinary('gateways', 'gateway.networking.k8s.io');
export const grpcRoutes = ordinary('grpcroutes', 'gateway.networking.k8s.io');
export const httpRoutes = ordinary('httproutes', 'gateway.networking.k8s.io');
export const ingressClasses = ordinary('ingressclasses', 'networking.k8s.io');
export const ingresses = ordinary('ingresses', 'networking.k8s.io');
export const networkPolicies = ordinary('networkpolicies', 'networking.k8s.io');

// Storage.
export const csiDrivers = ordinary('csidrivers', 'storage.k8s.io');
export const csiNodes = ordinary('csinodes', 'storage.k8s.io');
export const csiStorageCapacities = ordinary('csistoragecapacities', 'storage.k8s.io');
export const storageClasses = ordinary('storageclasses', 'storage.k8s.io');
export const volumeAttachments = ordinary('volumeattachments', 'storage.k8s.io');

// The cluster and who may do what in it.
export const apiServices = ordinary('apiservices', 'apiregistration.k8s.io');
export const certificateSigningRequests = ordinary('certificatesigningrequests', 'certificates.k8s.io');
export const certificateSigningRequestApproval = only(
  readOrSet,
  'certificatesigningrequests/approval',
  'certificates.k8s.io',
);
export const clusterRoleBindings = ordinary('clusterrolebindings', 'rbac.authorization.k8s.io');
export const clusterRoles = only([...every, 'bind', 'escalate'], 'clusterroles', 'rbac.authorization.k8s.io');
export const customResourceDefinitions = ordinary('customresourcedefinitions', 'apiextensions.k8s.io');
export const flowSchemas = ordinary('flowschemas', 'flowcontrol.apiserver.k8s.io');
export const leases = ordinary('leases', 'coordination.k8s.io');
export const localSubjectAccessReviews = only(['create'], 'localsubjectaccessreviews', 'authorization.k8s.io');
export const mutatingWebhookConfigurations = ordinary('mutatingwebhookconfigurations', 'admissionregistration.k8s.io');
export const nodeMetrics = only(['get', 'list'], 'nodes', 'metrics.k8s.io');
export const podMetrics = only(['get', 'list'], 'pods', 'metrics.k8s.io');
export const priorityClasses = ordinary('priorityclasses', 'scheduling.k8s.io');
export const priorityLevelConfigurations = ordinary('prioritylevelconfigurations', 'flowcontrol.apiserver.k8s.io');
export const roleBindings = ordinary('rolebindings', 'rbac.authorization.k8s.io');
export const roles = only([...every, 'bind', 'escalate'], 'roles', 'rbac.authorization.k8s.io');
export const runtimeClasses = ordinary('runtimeclasses', 'node.k8s.io');
export const selfSubjectAccessReviews = only(['create'], 'selfsubjectaccessreviews', 'authorization.k8s.io');
export const selfSubjectRulesReviews = only(['create'], 'selfsubjectrulesreviews', 'authorization.k8s.io');
export const subjectAccessReviews = only(['create'], 'subjectaccessreviews', 'authorization.k8s.io');
export const tokenReviews = only(['create'], 'tokenreviews', 'authentication.k8s.io');
export const validatingWebhookConfigurations = ordinary(
  'validatingwebhookconfigurations',
  'admissionregistration.k8s.io',
);
