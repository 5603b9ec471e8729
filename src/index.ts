// The app and its pipeline.
export { App } from './app';
export type { AppProps } from './app';
export { build } from './build';
export type { Build, Judged } from './build';
export { useHost } from './host';
export type { SynthHost } from './host';
export type { KubernetesObject, Manifest, Origin } from './manifest/manifest';
export type { OutputFile } from './output/output-file';

// What the API server would say.
export { checkFiles } from './check-files';
export type { CheckSettings, FileCheck } from './check-files';
export type { UnjudgedKind } from './checks/judge/unjudged';
export type { JudgingProps, JudgingSettings } from './judging';
export type { NoObject } from './reading/tell-apart';
export type { Skipped, SourceFile } from './reading/read-objects';
export { PlimsollValidation } from './validation';
export type { PlimsollValidationContext, PlimsollValidationProps } from './validation';

// What can be wrong.
export { problemCatalogue } from './problems/catalogue';
export type { ProblemCode, ProblemText } from './problems/catalogue';
export type { ObjectIdentity, Problem, ProblemDetails, Severity, SourcePosition } from './problems/problem';
export { PropsError } from './problems/props-error';
export { SynthesisError } from './problems/synthesis-error';

// Constructs.
export { ConfiguredApp } from './constructs/configured-app';
export type * from './constructs/configured-app-props';
export { NginxWithBackendDeployment } from './constructs/nginx-with-backend-deployment';
export type { NginxWithBackendDeploymentProps } from './constructs/nginx-with-backend-deployment';
export { NginxWithBackendPod } from './constructs/nginx-with-backend-pod';
export type { NginxWithBackendPodOptions, NginxWithBackendPodProps } from './constructs/nginx-with-backend-pod';
export type * from './constructs/nginx-with-backend-props';
export { WebDeployment } from './constructs/web-deployment';
export type * from './constructs/web-deployment-props';

// What holds for all of them.
export { setDefaults } from './constructs/scope-defaults';
export type { ScopeDefaults } from './constructs/scope-defaults';
export type { ObjectProps } from './constructs/metadata';

// What their props are made of.
export * as api from './api/api';
export type { Patch } from './api/patch';
export { ConfigMapReference, SecretReference } from './constructs/reference';
export type { SecretReferences } from './constructs/configured-app';
export type { Labels } from './constructs/labels';
export type * from './constructs/pod/container-props';
export type { Env, EnvFromValue, EnvValue } from './constructs/pod/env';
export type { Exec, Grpc, Handler, HttpGet, ProbeHandler, TcpSocket } from './constructs/pod/handler';
export type * from './constructs/pod/pod-props';
export type { ContainerPortProps, ContainerPorts, Protocol } from './constructs/pod/port';
export type { ProbeProps, ProbeTimes } from './constructs/pod/probe';
export type { Profile, Unsettable } from './constructs/pod/profile';
export type { Amount, Amounts, ResourcesProps } from './constructs/pod/resources';
export type { EnvFrom, EnvSource, Named, NameOf } from './constructs/pod/reference';
export { Volume } from './constructs/pod/volume';
export type { FilesOptions, Mount, MountOptions, VolumeItem } from './constructs/pod/volume';
export type { DisruptionBudgetProps } from './constructs/workload/disruption-budget';
export type { IngressPathProps, IngressProps, IngressRuleProps, IngressTlsProps } from './constructs/workload/ingress';
export type { NetworkPolicyProps, Peer, PodsByLabel } from './constructs/workload/network-policy';
export type { RolloutProps, Strategy } from './constructs/workload/rollout';
export type { AutoscalingProps, Scale } from './constructs/workload/scaling';
export type { PortReference } from './constructs/workload/service';
export type { ServiceAccountProps } from './constructs/workload/service-account';
export type * from './constructs/workload/service-props';
export type { SpreadOver } from './constructs/workload/spread';
export type * from './constructs/workload/workload-props';

// The configuration of nginx.
export type { PodPort } from './constructs/nginx-settle-pair';
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
