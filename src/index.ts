// The app and its pipeline.
export { App } from './app';
export { build } from './build';
export type { Build } from './build';
export { useHost } from './host';
export type { SynthHost } from './host';
export type { KubernetesObject, Manifest, Origin } from './manifest/manifest';
export type { OutputFile } from './output/output-file';

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

// What their props are made of.
export type * from './api/kubernetes';
export type { Patch } from './api/patch';
export { ConfigMapReference, SecretReference } from './constructs/reference';
export type * from './constructs/pod/container-props';
export type * from './constructs/pod/env';
export type * from './constructs/pod/handler';
export type * from './constructs/pod/pod-props';
export type * from './constructs/pod/port';
export type * from './constructs/pod/probe';
export type * from './constructs/pod/profile';
export type * from './constructs/pod/resources';
export type { EnvFrom, EnvSource, Named, NameOf } from './constructs/pod/reference';
export { Volume } from './constructs/pod/volume';
export type { FilesOptions, Mount, MountOptions, VolumeItem } from './constructs/pod/volume';
export type * from './constructs/workload/network-policy';
export type * from './constructs/workload/workload-props';
export type { PortReference } from './constructs/workload/service';

// The configuration of nginx.
export type * from './constructs/nginx/nginx-config-options';
export type * from './constructs/nginx/nginx-route';
export { nginxCapture, nginxVariable } from './constructs/nginx/nginx-variable';
export type * from './constructs/nginx/nginx-variable';
