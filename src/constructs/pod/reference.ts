import type { EnvFromSource, EnvVarSource } from '../../api/kubernetes';

/** A value of an environment variable that Kubernetes fetches from somewhere else. kplus' `EnvValue` is one too. */
export interface EnvSource {
  /** Where the value comes from. */
  readonly valueFrom: EnvVarSource;
}

/** All keys of a ConfigMap or Secret as environment variables. */
export interface EnvFrom {
  /** The ConfigMap or Secret, and the prefix of the names. */
  readonly envFrom: EnvFromSource;
}

/** Anything that stands for an object by its name; kplus' `IConfigMap`, `ISecret` and `IServiceAccount` do. */
export interface Named {
  /** Name of the object, as in `metadata.name`. */
  readonly name: string;
}

/** Name of an object, or what stands for it. */
export type NameOf = string | Named;

/** The name that is meant. */
export function nameOf(reference: NameOf): string {
  return typeof reference === 'string' ? reference : reference.name;
}
