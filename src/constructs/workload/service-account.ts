import type { ApiObject } from 'cdk8s';
import type { ServiceAccount } from '../../api/kubernetes';
import { subdomainNameFlaw } from '../../values/name';
import { compact } from '../compact';
import type { Labels } from '../labels';
import type { Place } from '../place';
import { type NameOf, nameOf } from '../pod/reference';
import { type WorkloadContext, defineChild } from './context';
import type { Identity } from './identity';
import type { RegistrySecret } from '../secret-type';

/**
 * A ServiceAccount of the workload's own.
 *
 * @see https://kubernetes.io/docs/concepts/security/service-accounts/
 */
export interface ServiceAccountProps {
  /**
   * Name of the account.
   * @default - the name of the workload
   */
  readonly name?: string;
  /**
   * Labels of the account alone.
   * @default - those of the workload
   */
  readonly labels?: Labels;
  /**
   * Annotations of the account alone, such as the role that a cloud gives it.
   * @default - those of the workload
   */
  readonly annotations?: Labels;
  /**
   * Secrets for private registries, of every Pod that runs as the account.
   * @default - none
   */
  readonly imagePullSecrets?: readonly RegistrySecret[];
  /**
   * Whether Pods that say nothing themselves mount a token.
   * @default - not printed; yes, but our Pods say no themselves
   */
  readonly automountServiceAccountToken?: boolean;
}

/** Name of the account that was asked for; `undefined` when none was. */
export function accountNameOf(identity: Identity, asked: true | ServiceAccountProps | undefined): string | undefined {
  return asked === undefined ? undefined : identity.nameOf(asked === true ? undefined : asked.name);
}

/**
 * The account of a workload, if it was asked for.
 *
 * @param named The account named by the Pod, which a second one would contradict.
 * @throws {PropsError} for a wrong name, and when the Pod names another account
 */
export function defineServiceAccount(
  context: WorkloadContext,
  asked: true | ServiceAccountProps | undefined,
  named: NameOf | undefined,
): ApiObject | undefined {
  if (asked === undefined) return undefined;
  const { identity } = context;
  const place = context.place.at('serviceAccount');
  const props = asked === true ? {} : asked;
  const name = accountNameOf(identity, asked);
  place.at('name').check(subdomainNameFlaw(name));
  const account: ServiceAccount = {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: identity.metadata({ name, labels: props.labels, annotations: props.annotations }),
    ...serviceAccountFields(place, props, named),
  };
  return defineChild(context, 'serviceAccount', account);
}

/**
 * The fields of the account beside its metadata.
 *
 * @param named The account named by the Pod, which a second one would contradict.
 * @throws {PropsError} when the Pod names another account
 */
export function serviceAccountFields(
  place: Place,
  props: ServiceAccountProps,
  named: NameOf | undefined,
): Omit<ServiceAccount, 'apiVersion' | 'kind' | 'metadata'> {
  if (named !== undefined) {
    place.refuse({
      found: `asked for while serviceAccountName is "${nameOf(named)}"`,
      allowed: 'one of the two',
      fix: 'leave out serviceAccountName to run as the new account',
    });
  }
  return compact({
    automountServiceAccountToken: props.automountServiceAccountToken,
    imagePullSecrets: props.imagePullSecrets?.map((secret) => ({ name: nameOf(secret) })),
  });
}
