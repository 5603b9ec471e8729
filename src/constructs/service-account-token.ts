import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import type { Patch } from '../api/patch';
import { subdomainNameFlaw } from '../values/name';
import { checkProps } from './check-props';
import { type ObjectProps, settleMetadata } from './metadata';
import { defineObject } from './object';
import { Place } from './place';
import { type NameOf, nameOf } from './pod/reference';
import { SecretReference } from './reference';
import { SecretObject } from './secret-object';
import { type KeysOfSecretType, keysOfSecretType } from './secret-type';

const tokenType = 'kubernetes.io/service-account-token';
type TokenType = typeof tokenType;

/** Props of a `ServiceAccountToken`. */
export interface ServiceAccountTokenProps extends ObjectProps {
  /** The service account, in the same namespace. It must be there before the token. */
  readonly serviceAccountName: NameOf;
  /**
   * Changes to the object, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<api.Secret>;
}

/**
 * A Secret into which the cluster writes a token of a service account that never ends. The object itself holds no value.
 *
 * For Pods, `Volume.projected` with a `serviceAccountToken` is better: that token ends with the Pod. This one is for what
 * runs outside the cluster and cannot fetch a new one.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets
 *
 * @example
 * const token = new ServiceAccountToken(chart, 'builder-token', { serviceAccountName: 'builder' });
 * token.key('token'); // keys: token, ca.crt, namespace
 */
export class ServiceAccountToken extends SecretObject<KeysOfSecretType[TokenType], TokenType> {
  readonly object: ApiObject;
  readonly reference: SecretReference<KeysOfSecretType[TokenType], TokenType>;

  /**
   * @param id Name of the Secret, unless `name` is given.
   * @throws {PropsError} for a wrong name, label or annotation
   */
  constructor(scope: Construct, id: string, props: ServiceAccountTokenProps) {
    checkProps(scope, id, { ServiceAccountToken }, props);
    super(scope, id);
    const place = new Place(this);
    const account = nameOf(props.serviceAccountName);
    place.at('serviceAccountName').check(subdomainNameFlaw(account));
    const annotations = { ...props.annotations, 'kubernetes.io/service-account.name': account };
    const secret: api.Secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: settleMetadata(this, place, 'Secret', { ...props, annotations }, subdomainNameFlaw),
      type: tokenType,
    };
    this.object = defineObject(this, 'secret', secret, props.overrides);
    const keys = keysOfSecretType[tokenType];
    this.reference = new SecretReference({ name: this.object.name, keys, type: tokenType }, place);
    this.node.defaultChild = this.object;
  }
}
