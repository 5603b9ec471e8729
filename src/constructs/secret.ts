import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import { plainTextReason } from '../problems/plain-text-reason';
import { subdomainNameFlaw } from '../values/name';
import { show } from '../values/show';
import { checkArgument, checkProps } from './check-props';
import { compact } from './compact';
import type { SettledData } from './configuration/config-data';
import { settleData } from './configuration/settle-data';
import { type ObjectProps, settleMetadata } from './metadata';
import { defineObject } from './object';
import { outside } from './outside';
import { Place } from './place';
import type { NameOf } from './pod/reference';
import { SecretReference } from './reference';
import { SecretObject } from './secret-object';
import type { PlainSecretType, PlainText, SecretObjectProps } from './secret-props';
import { type KeysOfSecretType, type SecretType, keysOfSecretType } from './secret-type';

/** A reference to a Secret of one of Kubernetes' own types: with its own keys, and those that were declared beside. */
export type TypedSecret<Type extends SecretType, Key extends string = never> = SecretReference<
  KeysOfSecretType[Type] | Key,
  Type
>;

/**
 * A Secret: by reference, with `Secret.tls('shop-certificate')` and the like, or made here with values in plain text, which
 * takes a reason.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/secret/
 *
 * @example
 * const login = Secret.basicAuth('database-login');
 * new WebDeployment(chart, 'web', {
 *   image: 'registry.example.com/shop:1.4.2',
 *   ports: { http: 8080 },
 *   env: { DB_USER: login.key('username'), DB_PASSWORD: login.key('password') }, // 'pasword' does not compile
 *   imagePullSecrets: [Secret.dockerConfigJson('registry-login')],
 *   ingress: { host: 'shop.example.com', tls: [{ secretName: Secret.tls('shop-certificate') }] },
 * });
 */
export class Secret<
  const Key extends string = never,
  const Type extends PlainSecretType = 'Opaque',
> extends SecretObject<Key, Type> {
  readonly object: ApiObject;
  readonly reference: SecretReference<Key, Type>;

  /**
   * @param id Name of the Secret, unless `name` is given.
   * @throws {PropsError} without a reason, for keys that the type lacks, and for values that the API server would refuse
   */
  constructor(scope: Construct, id: string, props: SecretObjectProps<Key, Type>) {
    checkProps(scope, id, { Secret }, props);
    super(scope, id);
    const place = new Place(this);
    const { type, plainText } = props as SecretObjectProps;
    checkReason(place.at('plainText'), plainText);
    if (type !== undefined) place.at('type').oneOf(type, plainTypes);
    const settled = settleData(place.at('plainText'), plainText);
    checkKeys(place.at('plainText'), type ?? 'Opaque', settled.keys);
    const secret: api.Secret = compact({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: settleMetadata(this, place, 'Secret', withReason(props, plainText.because), subdomainNameFlaw),
      type,
      immutable: props.immutable,
      data: encoded(settled),
    } as const);
    this.object = defineObject(this, 'secret', secret, props.overrides);
    const keys = settled.keys as readonly Key[];
    this.reference = new SecretReference({ name: this.object.name, keys, type: (type ?? 'Opaque') as Type }, place);
    this.node.defaultChild = this.object;
  }

  /** A Secret of type `Opaque` that is in the cluster, by its name and keys. */
  static opaque<const Key extends string>(name: NameOf, keys: readonly Key[]): TypedSecret<'Opaque', Key> {
    return refer('Opaque', name, keys);
  }

  /**
   * A Secret with a user name and a password: keys `username` and `password`.
   *
   * @param keys Keys that it has beside these.
   */
  static basicAuth<const Key extends string = never>(
    name: NameOf,
    keys: readonly Key[] = [],
  ): TypedSecret<'kubernetes.io/basic-auth', Key> {
    return refer('kubernetes.io/basic-auth', name, keys);
  }

  /**
   * A Secret with a private key for SSH: key `ssh-privatekey`.
   *
   * @param keys Keys that it has beside this, such as `known_hosts`.
   */
  static sshAuth<const Key extends string = never>(
    name: NameOf,
    keys: readonly Key[] = [],
  ): TypedSecret<'kubernetes.io/ssh-auth', Key> {
    return refer('kubernetes.io/ssh-auth', name, keys);
  }

  /**
   * A Secret with a certificate and its private key: keys `tls.crt` and `tls.key`. An Ingress takes it in `tls`.
   *
   * @param keys Keys that it has beside these, such as `ca.crt`.
   */
  static tls<const Key extends string = never>(
    name: NameOf,
    keys: readonly Key[] = [],
  ): TypedSecret<'kubernetes.io/tls', Key> {
    return refer('kubernetes.io/tls', name, keys);
  }

  /** A Secret with logins of registries: key `.dockerconfigjson`. Pods take it in `imagePullSecrets`. */
  static dockerConfigJson(name: NameOf): TypedSecret<'kubernetes.io/dockerconfigjson'> {
    return refer('kubernetes.io/dockerconfigjson', name, []);
  }

  /** The same in the old form of Docker: key `.dockercfg`. */
  static dockerConfig(name: NameOf): TypedSecret<'kubernetes.io/dockercfg'> {
    return refer('kubernetes.io/dockercfg', name, []);
  }

  /** A Secret with a token of a service account: keys `token`, `ca.crt` and `namespace`. See `ServiceAccountToken`. */
  static serviceAccountToken(name: NameOf): TypedSecret<'kubernetes.io/service-account-token'> {
    return refer('kubernetes.io/service-account-token', name, []);
  }
}

const plainTypes = Object.keys(keysOfSecretType).filter((type) => type !== 'kubernetes.io/service-account-token');

function refer<Type extends SecretType, Key extends string>(
  type: Type,
  name: NameOf,
  keys: readonly Key[],
): TypedSecret<Type, Key> {
  const place = outside(`Secret of type ${type}`);
  checkArgument(place.at('keys'), 'texts', keys);
  const all = [...new Set<KeysOfSecretType[Type] | Key>([...keysOfSecretType[type], ...keys])];
  return new SecretReference({ name, keys: all, type }, place);
}

function checkReason(place: Place, plainText: Partial<PlainText<string>> | undefined): void {
  const because: unknown = plainText?.because;
  if (typeof because === 'string' && because.trim() !== '') return;
  place.at('because').refuse({
    found: because === undefined ? 'not there' : show(because),
    allowed: 'the reason why everybody may read these values, who may read the repository',
    fix: "write it, or name a Secret that is in the cluster: Secret.opaque('name', ['key'])",
  });
}

/** A login may lack its password or its name, but not both; every other type has all of its keys. */
function checkKeys(place: Place, type: SecretType, keys: readonly string[]): void {
  const own: readonly string[] = keysOfSecretType[type];
  const missing = own.filter((key) => !keys.includes(key));
  if (missing.length === 0 || (type === 'kubernetes.io/basic-auth' && missing.length < own.length)) return;
  place.at('data').refuse({
    found: `without ${show(missing[0])}`,
    allowed: `the keys of ${type}: ${own.join(', ')}`,
    fix: 'add it, or leave `type` out',
  });
}

function withReason(props: ObjectProps, because: string): ObjectProps {
  return { ...props, annotations: { [plainTextReason]: because, ...props.annotations } };
}

/** `data` and not `stringData`, from which a key that is taken out later would stay in the cluster. */
function encoded({ data, binaryData }: SettledData): Readonly<Record<string, string>> {
  const texts = Object.entries(data).map(([key, text]) => [key, Buffer.from(text).toString('base64')]);
  return { ...Object.fromEntries(texts), ...binaryData };
}
