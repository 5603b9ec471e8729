import type { ConfigMap } from '../api/kubernetes';
import type { Patch } from '../api/patch';
import type { ConfigData } from './configuration/config-data';
import type { KeysProps } from './reference';
import type { VolumeItem } from './pod/volume';
import type { WebDeploymentOverrides, WebDeploymentProps } from './web-deployment-props';

/** Keys as files of a folder. */
export interface ReadFiles<Key extends string> {
  /** Absolute path of the folder; it holds nothing but these files. */
  readonly mountPath: string;
  /**
   * Which keys, and under what path in the folder.
   * @default - every key, named like it
   */
  readonly items?: { readonly [Name in Key]?: string | VolumeItem };
  /**
   * Permission bits from 0 to 0o777.
   * @default - not printed; Kubernetes takes 0o644
   */
  readonly defaultMode?: number;
  /**
   * Whether the program may only read.
   * @default true
   */
  readonly readOnly?: boolean;
}

/** How the main container reads keys: any of the three. */
export interface Reading<Key extends string> {
  /**
   * Keys as environment variables: `all` of the object, or a list of keys with variables of the same name, or keys by
   * the name of the variable.
   * @default - a variable for each key, of the same name; none where there are `files` or `singleFiles`
   */
  readonly env?: 'all' | readonly Key[] | { readonly [variable: string]: Key };
  /**
   * What is put before each variable, with `env: 'all'`.
   * @default - nothing
   */
  readonly envPrefix?: string;
  /**
   * Keys as files of a folder.
   * @default - none
   */
  readonly files?: ReadFiles<Key>;
  /**
   * Keys as single files among others, by the absolute path of the file (a mount with `subPath`).
   * @default - none
   */
  readonly singleFiles?: { readonly [path: string]: Key };
}

/** Settings: what is not secret. They become a ConfigMap. */
export interface SettingsProps<Key extends string> extends ConfigData<Key>, Reading<NoInfer<Key>> {}

/** A Secret that is in the cluster: its name and keys, never its values. */
export interface SecretProps<Key extends string> extends KeysProps<Key>, Reading<NoInfer<Key>> {}

/** Changes to the objects of a `ConfiguredApp`. */
export interface ConfiguredAppOverrides extends WebDeploymentOverrides {
  /** Changes to the ConfigMap. */
  readonly configMap?: Patch<ConfigMap>;
}

/** The props of a `ConfiguredApp` beside those of its `WebDeployment`. */
export interface Configuration<Setting extends string, Secrets extends SecretKeys> {
  /**
   * Settings and how the program reads them.
   * @default - none, and no ConfigMap
   */
  readonly settings?: SettingsProps<Setting>;
  /**
   * Secrets by a name of your choice, and how the program reads them.
   * @default - none
   */
  readonly secrets?: { readonly [Alias in keyof Secrets]: SecretProps<Secrets[Alias]> };
  /**
   * How the Pods learn of changed settings: by the hash of the content in an annotation of the Pods, by an immutable
   * ConfigMap with the hash in its name (old Pods keep the old settings), or not at all.
   * @default 'annotation'
   */
  readonly rollout?: 'annotation' | 'immutable-name' | 'none';
  /**
   * Changes to the objects, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: ConfiguredAppOverrides;
}

/** Keys of each Secret by its alias. */
export type SecretKeys = { readonly [alias: string]: string };

/** Props of a `ConfiguredApp`. */
export type ConfiguredAppProps<
  Setting extends string = string,
  Secrets extends SecretKeys = SecretKeys,
  Port extends string = string,
> = WebDeploymentProps<Port> & Configuration<Setting, Secrets>;
