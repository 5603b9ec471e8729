import type { Named } from './pod/reference';

/** The keys that each type of Secret has by itself. */
export interface KeysOfSecretType {
  /** Whatever keys it is given. */
  readonly Opaque: never;
  /** A user and a password. */
  readonly 'kubernetes.io/basic-auth': 'username' | 'password';
  /** A private key for SSH. */
  readonly 'kubernetes.io/ssh-auth': 'ssh-privatekey';
  /** A certificate and its key. */
  readonly 'kubernetes.io/tls': 'tls.crt' | 'tls.key';
  /** The login of a private registry. */
  readonly 'kubernetes.io/dockerconfigjson': '.dockerconfigjson';
  /** The same in an older form. */
  readonly 'kubernetes.io/dockercfg': '.dockercfg';
  /** A token of a ServiceAccount, which the cluster puts in. */
  readonly 'kubernetes.io/service-account-token': 'token' | 'ca.crt' | 'namespace';
}

/**
 * Types of Secrets that Kubernetes knows.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/secret/#secret-types
 */
export type SecretType = keyof KeysOfSecretType;

/** The same keys, at run time. */
export const keysOfSecretType: { readonly [Type in SecretType]: readonly KeysOfSecretType[Type][] } = {
  Opaque: [],
  'kubernetes.io/basic-auth': ['username', 'password'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/service-account-token': ['token', 'ca.crt', 'namespace'],
};

/**
 * A Secret of a certain type, by its name or by what stands for it. What knows its type and has another does not
 * compile; text and kplus' `ISecret` say nothing of the type and are taken as they are.
 */
export type SecretOf<Type extends SecretType> = string | (Named & { readonly type?: Type });

/** A Secret with a certificate and its key. */
export type TlsSecret = SecretOf<'kubernetes.io/tls'>;

/** A Secret with the login of a private registry. */
export type RegistrySecret = SecretOf<'kubernetes.io/dockerconfigjson' | 'kubernetes.io/dockercfg'>;
