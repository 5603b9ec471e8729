import type { ServiceAccount } from '../../api/kubernetes';
import { compact } from '../compact';
import type { Labels } from '../labels';
import type { Place } from '../place';
import { type NameOf, nameOf } from '../pod/reference';

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
  readonly imagePullSecrets?: readonly NameOf[];
  /**
   * Whether Pods that say nothing themselves mount a token.
   * @default - not printed; yes, but our Pods say no themselves
   */
  readonly automountServiceAccountToken?: boolean;
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
