/*
 * The types of the API that came after 1.27, with the fields that lead to them. Generated from the schema of Kubernetes 1.36
 * by `npx tsx test/api/write-newer-types.ts`.
 */

/** Which AppArmor profile holds for the processes of a container. */
export interface AppArmorProfile {
  /** Name of a profile that is loaded on the node; with `type: Localhost` only. */
  readonly localhostProfile?: string;
  /** `RuntimeDefault`, `Localhost` or `Unconfined`. */
  readonly type: string;
}

/** What happens when a container ends with some exit codes. */
export interface ContainerRestartRule {
  /** `Restart`, or `RestartAllContainers`. */
  readonly action: string;
  /** The exit codes that it is about. */
  readonly exitCodes?: ContainerRestartRuleOnExitCodes;
}

/** Exit codes of a container. */
export interface ContainerRestartRuleOnExitCodes {
  /** `In` or `NotIn`. */
  readonly operator: string;
  /** Exit codes from 0 to 255. */
  readonly values?: readonly number[];
}

/** A variable in a file of environment variables. */
export interface FileKeySelector {
  /** Name of the variable in the file. */
  readonly key: string;
  /** Whether the container starts when the file or the variable is missing. */
  readonly optional?: boolean;
  /** Path of the file in the volume, relative, without `..`. */
  readonly path: string;
  /** Name of the volume, an emptyDir. */
  readonly volumeName: string;
}

/** A node. */
export interface ForNode {
  /** Name of the node. */
  readonly name?: string;
}

/** An image of a registry whose files are mounted, for reading alone. */
export interface ImageVolumeSource {
  /** When the node fetches the image: `Always`, `IfNotPresent` or `Never`. */
  readonly pullPolicy?: string;
  /** The image with tag or digest. */
  readonly reference?: string;
}

/** A field of a custom resource by which it can be listed. */
export interface SelectableField {
  /** Path of the field, such as `.spec.color`. */
  readonly jsonPath: string;
}

/** A wait. */
export interface SleepAction {
  /** Seconds to wait, from 1. */
  readonly seconds: number;
}

/** When an indexed Job has succeeded. */
export interface SuccessPolicy {
  /** One to 20 rules, of which one must hold. */
  readonly rules: readonly SuccessPolicyRule[];
}

/** Which indexes must succeed, how many, or how many of which. */
export interface SuccessPolicyRule {
  /** How many indexes must succeed, from 1. */
  readonly succeededCount?: number;
  /** Indexes of which all must succeed, or `succeededCount`, such as `0,2-4`. */
  readonly succeededIndexes?: string;
}
