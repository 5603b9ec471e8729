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
export { SynthesisError } from './problems/synthesis-error';

// Constructs.
export { ConfiguredApp } from './constructs/configured-app';
export type {
  ConfiguredAppOverrides,
  ConfiguredAppProps,
  ReadFiles,
  Reading,
  SecretProps,
  SettingsProps,
} from './constructs/configured-app-props';
export { NginxWithBackendDeployment } from './constructs/nginx-with-backend-deployment';
export { NginxWithBackendPod } from './constructs/nginx-with-backend-pod';
export { WebDeployment } from './constructs/web-deployment';
export type { WebDeploymentOverrides, WebDeploymentProps } from './constructs/web-deployment-props';
export { Volume } from './constructs/pod/volume';
