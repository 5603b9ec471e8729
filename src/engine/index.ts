// The subpath `cdk8s-plimsoll/engine`.
export { openEngine } from './engine';
export type { Engine, EngineOptions } from './engine';
export { kubernetesMinors } from './artefact';
export type { KubernetesMinor } from './artefact';
export type { EngineDescription } from './instance';
export type {
  ClusterFacts,
  CreateRequest,
  DroppedField,
  PodSecurityLabels,
  PodSecurityLevel,
  Review,
  ReviewAdvice,
  ReviewError,
  ReviewRequest,
  ReviewSettings,
  ReviewedObject,
  UpdateRequest,
} from './review';
