// The app and its pipeline.
export { App } from './app';
export type { AppProps } from './app';
export { build } from './build';
export type { Build, Judged } from './build';
export { useHost } from './host';
export type { SynthHost } from './host';
export type { KubernetesObject, Manifest, Origin } from './manifest/manifest';
export type { OutputFile } from './output/output-file';

// How objects refer to each other, and how an app is reviewed.
export { readLinks } from './links/read-links';
export type { LinkSettings } from './links/read-links';
export type { Links } from './links/links';
export type { Link, LinkKind, LinkTarget, NamedTarget, SelectedTarget } from './links/link';
export type { LinkedObject } from './links/linked-object';
export type { OutsideObject, OutsideObjects } from './checks/outside-objects';
export type { ReviewProps, ReviewSettings } from './reviewing';

// What the API server would say.
export { targetMinors } from './api/minors';
export type { TargetMinor } from './api/minors';
export { checkFiles } from './check-files';
export type { CheckSettings, FileCheck } from './check-files';
export type { UnjudgedKind } from './checks/judge/unjudged';
export type { JudgingProps, JudgingSettings } from './judging';
export type { NoObject } from './reading/tell-apart';
export type { Skipped, SourceFile } from './reading/read-objects';
export { PlimsollValidation } from './validation';
export type { PlimsollValidationContext, PlimsollValidationProps } from './validation';

// What can be wrong, and what is all right.
export { allow } from './manifest/allowances';
export type { AllowedProblem } from './manifest/allowances';
export { problemCatalogue } from './problems/catalogue';
export type { ProblemCode, ProblemText } from './problems/catalogue';
export type { ObjectIdentity, Problem, ProblemDetails, Severity, SourcePosition } from './problems/problem';
export { PropsError } from './problems/props-error';
export { SynthesisError } from './problems/synthesis-error';

// Constructs.
export { Application } from './constructs/application';
export type * from './constructs/application-props';
export { ConfiguredApp } from './constructs/configured-app';
export type * from './constructs/configured-app-props';
export { NginxWithBackendDeployment } from './constructs/nginx-with-backend-deployment';
export type { NginxWithBackendDeploymentProps } from './constructs/nginx-with-backend-deployment';
export { NginxWithBackendPod } from './constructs/nginx-with-backend-pod';
export type { NginxWithBackendPodOptions, NginxWithBackendPodProps } from './constructs/nginx-with-backend-pod';
export type * from './constructs/nginx-with-backend-props';
export { NodeAgent } from './constructs/node-agent';
export type * from './constructs/node-agent-props';
export { ReplicaSet } from './constructs/replica-set';
export type { ReplicaSetProps } from './constructs/replica-set';
export { StatefulApp } from './constructs/stateful-app';
export type { ClaimReference } from './constructs/stateful-app';
export type * from './constructs/stateful-app-props';
export { WebDeployment } from './constructs/web-deployment';
export type * from './constructs/web-deployment-props';
export { Worker } from './constructs/worker';
export type * from './constructs/worker-props';

// Constructs that run to an end, and single Pods.
export { CronJob } from './constructs/cron-job';
export type * from './constructs/cron-job-props';
export { DebugPod } from './constructs/debug-pod';
export type { DebugPodProps, PassesAs } from './constructs/debug-pod';
export { Job } from './constructs/job';
export type * from './constructs/job-props';
export { Pod } from './constructs/pod';
export type { PlainPodProps } from './constructs/plain-pod-props';
export { cron } from './constructs/job/cron';
export type {
  CronMacro,
  CronText,
  Daily,
  Hourly,
  MonthName,
  Monthly,
  OneOrMore,
  Step,
  Weekday,
  Weekly,
  Yearly,
} from './constructs/job/cron';
export type { JobCompletion, JobLimits, JobPodProps, JobRestart } from './constructs/job/job-spec-props';
export type {
  ExitCodes,
  PodCondition,
  PodFailureAction,
  PodFailurePolicyProps,
  PodFailureRule,
} from './constructs/job/pod-failure-policy';

// Configuration and storage.
export { ConfigMap } from './constructs/config-map';
export type { ConfigMapProps } from './constructs/config-map';
export { ConfigFolder } from './constructs/configuration/config-folder';
export type {
  ConfigDirectory,
  ConfigEnvFile,
  ConfigFile,
  DirectoryOptions,
  KeySource,
} from './constructs/configuration/config-folder';
export type { ConfigData, ConfigValue } from './constructs/configuration/config-data';
export { Secret } from './constructs/secret';
export type { TypedSecret } from './constructs/secret';
export type * from './constructs/secret-props';
export type { KeysOfSecretType, RegistrySecret, SecretOf, SecretType, TlsSecret } from './constructs/secret-type';
export { ServiceAccountToken } from './constructs/service-account-token';
export type { ServiceAccountTokenProps } from './constructs/service-account-token';
export type { EnvFromOptions, FilesOf, KeysProps, ReferenceOptions, SecretKeysProps } from './constructs/reference';
export { PersistentVolume } from './constructs/persistent-volume';
export type * from './constructs/persistent-volume-props';
export { PersistentVolumeClaim } from './constructs/persistent-volume-claim';
export type { PersistentVolumeClaimProps } from './constructs/persistent-volume-claim';
export { StorageClass } from './constructs/storage-class';
export type { StorageClassProps } from './constructs/storage-class';
export type { AccessMode } from './constructs/storage/access-mode';
export type { ClaimDataSource, ClaimProps } from './constructs/storage/claim-spec';
export type { ReclaimPolicy } from './constructs/storage/reclaim-policy';
export type { OneOf } from './constructs/one-of';
export type * from './constructs/pod/volume-options';
export type {
  ContainerResource,
  ContainerResourceFile,
  DownwardFiles,
  PodFieldFile,
  PodFieldPath,
} from './constructs/pod/downward';
export type { ProjectedSource, ServiceAccountTokenFile } from './constructs/pod/projected';

// Network, scaling and availability.
export { DefaultDeny } from './constructs/default-deny';
export type { DefaultDenyProps } from './constructs/default-deny';
export { GrpcRoute } from './constructs/grpc-route';
export type * from './constructs/grpc-route-props';
export { HorizontalPodAutoscaler } from './constructs/horizontal-pod-autoscaler';
export type { HorizontalPodAutoscalerProps } from './constructs/horizontal-pod-autoscaler';
export { HttpRoute } from './constructs/http-route';
export type * from './constructs/http-route-props';
export { Ingress } from './constructs/ingress';
export type * from './constructs/ingress-props';
export { NetworkPolicy } from './constructs/network-policy';
export type * from './constructs/network-policy-props';
export { PodDisruptionBudget } from './constructs/pod-disruption-budget';
export type { PodDisruptionBudgetProps } from './constructs/pod-disruption-budget';
export { Service } from './constructs/service';
export type * from './constructs/service-props';
export type { NamedBackend, ServiceBackend } from './constructs/network/backend';
export { dns, internet, podsIn, portsOf } from './constructs/network/destination';
export type { DnsOptions, InternetOptions, TrafficDestination } from './constructs/network/destination';
export type { PodSelection, PodsByEqualLabels, PodsWithPorts } from './constructs/network/pod-selection';
export type { PolicyPort } from './constructs/network/policy-ports';
export type {
  NodePortProps,
  ServicePortProps,
  ServicePortReference,
  ServicePorts,
} from './constructs/network/service-ports';
export { allowTraffic } from './constructs/network/traffic';
export type { AllowedTraffic } from './constructs/network/traffic';
export type { ExternalAuth } from './constructs/gateway/external-auth';
export type { GrpcFilter, HttpFilter, RequestMirror } from './constructs/gateway/filter';
export type { GrpcMatch, MethodMatch } from './constructs/gateway/grpc-rule';
export type { HeaderChanges, ValueMatch } from './constructs/gateway/header-values';
export type { HttpMatch, PathMatch } from './constructs/gateway/http-match';
export type { RouteParent } from './constructs/gateway/parent-refs';
export type { HttpPathChange, HttpRedirect, HttpRewrite } from './constructs/gateway/redirect';
export type {
  BackendElsewhere,
  ObjectBackend,
  RouteBackend,
  WeightedBackend,
} from './constructs/gateway/route-backend';
export type {
  ContainerResourceMetric,
  ExternalMetric,
  Metric,
  ObjectMetric,
  PodsMetric,
  ResourceMetric,
} from './constructs/scaling/metric';
export type { ScaledObject, ScaleTarget } from './constructs/scaling/target';

// Namespaces, quotas and permissions.
export { ClusterRole } from './constructs/cluster-role';
export type { ClusterRoleProps } from './constructs/cluster-role';
export { ClusterRoleBinding } from './constructs/cluster-role-binding';
export type { ClusterRoleBindingProps } from './constructs/cluster-role-binding';
export { LimitRange } from './constructs/limit-range';
export type { LimitRangeProps } from './constructs/limit-range';
export { Namespace } from './constructs/namespace';
export type { NamespaceProps } from './constructs/namespace';
export { PriorityClass } from './constructs/priority-class';
export type { PriorityClassProps } from './constructs/priority-class';
export { ResourceQuota } from './constructs/resource-quota';
export type { ResourceQuotaProps } from './constructs/resource-quota';
export { Role } from './constructs/role';
export type { RoleProps } from './constructs/role';
export { RoleBinding } from './constructs/role-binding';
export type { RoleBindingProps } from './constructs/role-binding';
export { ServiceAccount } from './constructs/service-account';
export type { ServiceAccountObjectProps } from './constructs/service-account';
export { grant, grantUrls } from './constructs/tenancy/grant';
export type { VerbOf } from './constructs/tenancy/grant';
export type { ContainerLimitProps, LimitProps, LimitsProps } from './constructs/tenancy/limit-items';
export type { PodSecurityProps } from './constructs/tenancy/pod-security';
export type { QuotaProps, QuotaResource } from './constructs/tenancy/quota-spec';
export type { ClusterRoleToBind, RoleToBind } from './constructs/tenancy/role-ref';
export type { Rules } from './constructs/tenancy/rules';
export type { RoleSubject, RunsAs } from './constructs/tenancy/subject';

// What holds for all of them.
export { setDefaults } from './constructs/scope-defaults';
export type { ScopeDefaults } from './constructs/scope-defaults';
export type { ObjectProps } from './constructs/metadata';
export { SingleObject } from './constructs/single-object';

// What their props are made of.
export * as api from './api/api';
export type { Patch } from './api/patch';
export { ConfigMapReference, SecretReference } from './constructs/reference';
export type { SecretReferences } from './constructs/configuration/configure';
export type { Labels } from './constructs/labels';
export type * from './constructs/pod/container-props';
export type { Env, EnvFromValue, EnvValue } from './constructs/pod/env';
export type { Exec, Grpc, Handler, Hook, HttpGet, ProbeHandler, Sleep, TcpSocket } from './constructs/pod/handler';
export type * from './constructs/pod/pod-props';
export type { ContainerPortProps, ContainerPorts, Protocol } from './constructs/pod/port';
export type { ProbeProps, ProbeTimes } from './constructs/pod/probe';
export type { Profile, Unsettable } from './constructs/pod/profile';
export type { Amount, Amounts, ResourcesProps } from './constructs/pod/resources';
export type { EnvFrom, EnvSource, Named, NameOf } from './constructs/pod/reference';
export { Volume } from './constructs/pod/volume';
export type { FilesOptions, Mount, MountOptions, VolumeItem } from './constructs/pod/volume';
export type {
  ClaimMount,
  ClaimTemplateOptions,
  ClaimTemplateProps,
  ClaimTemplates,
} from './constructs/workload/claim-templates';
export type * from './constructs/workload/companion-props';
export type { DaemonUpdate } from './constructs/workload/daemon-set';
export type { HeadlessServiceProps } from './constructs/workload/headless-service';
export type { HostPathProps, HostPaths } from './constructs/workload/host-access';
export type { RevisionProps } from './constructs/workload/revisions';
export type { StatefulSetProps } from './constructs/workload/stateful-set';
export type { StatefulUpdate } from './constructs/workload/stateful-update';
export type { Tolerated } from './constructs/workload/tolerate';
export type { DisruptionBudgetProps } from './constructs/workload/disruption-budget';
export type {
  IngressPathProps,
  IngressProps as WorkloadIngressProps,
  IngressRuleProps,
  IngressTlsProps,
} from './constructs/workload/ingress';
export type {
  NetworkPolicyProps as WorkloadNetworkPolicyProps,
  Peer,
  PodsByLabel,
} from './constructs/workload/network-policy';
export type { RolloutProps, Strategy } from './constructs/workload/rollout';
export type { AutoscalingProps, Scale } from './constructs/workload/scaling';
export type { PortReference } from './constructs/workload/service';
export type { ServiceAccountProps } from './constructs/workload/service-account';
export type { ServiceProps as WorkloadServiceProps, WebPortProps, WebPorts } from './constructs/workload/service-props';
export type { SuccessPolicyProps, SuccessRule } from './constructs/job/success-policy';
export type { TrafficDistribution } from './constructs/network/traffic-distribution';
export type { SpreadOver } from './constructs/workload/spread';
export type * from './constructs/workload/workload-props';

// The configuration of nginx.
export type { PodPort } from './constructs/workload/pod-port';
export type * from './constructs/nginx/nginx-config-options';
export type { NginxDirective } from './constructs/nginx/nginx-directive';
export type { NginxDuration } from './constructs/nginx/nginx-duration';
export type { NginxRequestHeaders, NginxResponseHeaders } from './constructs/nginx/nginx-header';
export type * from './constructs/nginx/nginx-route';
export type { NginxSecurityHeaders, NginxStrictTransportSecurity } from './constructs/nginx/nginx-security-headers';
export type { NginxSize } from './constructs/nginx/nginx-size';
export { nginxCapture, nginxVariable } from './constructs/nginx/nginx-variable';
export type {
  NginxCapture,
  NginxRewriteText,
  NginxText,
  NginxTextPart,
  NginxVariable,
  NginxVariableName,
} from './constructs/nginx/nginx-variable';
