import type * as api from '../api/kubernetes';
import type { Patch } from '../api/patch';
import type { ConfigData } from './configuration/config-data';
import type { ObjectProps } from './metadata';
import type { SecretType } from './secret-type';

/** Values that everybody may read who may read the repository. */
export interface PlainText<Key extends string> extends Omit<ConfigData<Key>, 'binaryData'> {
  /** Why that does no harm, such as `'a login for tests on this machine alone'`. It becomes an annotation. */
  readonly because: string;
}

/** Props of a `Secret` that is made here, with its values. */
export interface SecretObjectProps<
  Key extends string = string,
  Type extends PlainSecretType = PlainSecretType,
> extends ObjectProps {
  /** Values in plain text, which are committed with `dist/`, and the reason why they may be. */
  readonly plainText: PlainText<Key>;
  /**
   * Type of the Secret. Each but `Opaque` asks for certain keys.
   * @default - not printed; Kubernetes takes `Opaque`
   */
  readonly type?: Type;
  /**
   * Whether the API server refuses every change.
   * @default - not printed; it can be changed
   */
  readonly immutable?: boolean;
  /**
   * Changes to the object, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<api.Secret>;
}

/** Types of Secrets whose values somebody writes down; the cluster makes those of service accounts itself. */
export type PlainSecretType = Exclude<SecretType, 'kubernetes.io/service-account-token'>;
