import type { ConfigFile, KeySource } from './config-folder';

/** Text as it is, bytes, or the content of a file. Bytes that are UTF-8 become text, others base64. */
export type ConfigValue = string | Uint8Array | ConfigFile;

/** Keys and their values, all together at most 1 MiB. A key may be the name of a variable or of a file. */
export interface ConfigData<Key extends string> {
  /**
   * Values by key: text, bytes, or files as `config.file('nginx.conf')`.
   * @default - none
   */
  readonly data?: { readonly [Name in Key]?: ConfigValue };
  /**
   * Binary data by key: text in base64, or bytes.
   * @default - what of `data` and `from` is no UTF-8
   */
  readonly binaryData?: { readonly [Name in Key]?: string | Uint8Array };
  /**
   * Folders and env files whose keys are taken too: `config.directory('nginx')`, `config.envFile('defaults.env')`.
   * @default - none
   */
  readonly from?: readonly KeySource<Key>[];
}

/** The same, read and checked. */
export interface SettledData {
  /** Text by key. */
  readonly data: Readonly<Record<string, string>>;
  /** Base64 by key; `undefined` when there is none. */
  readonly binaryData: Readonly<Record<string, string>> | undefined;
  /** Every key, those of `data` first. */
  readonly keys: readonly string[];
  /** The path in its folder of each key that was read with `config.directory(…)`. */
  readonly paths: Readonly<Record<string, string>>;
}
