import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type * as api from '../api/kubernetes';
import type { Patch } from '../api/patch';
import { subdomainNameFlaw } from '../values/name';
import { checkProps } from './check-props';
import { compact } from './compact';
import { type ObjectProps, settleMetadata } from './metadata';
import { defineObject } from './object';
import { Place } from './place';
import type { kplus } from './pod/kplus';
import { type NameOf, nameOf } from './pod/reference';
import { SingleObject } from './single-object';
import type { RegistrySecret } from './secret-type';

/** Props of a `ServiceAccount`. */
export interface ServiceAccountObjectProps extends ObjectProps {
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
  /**
   * Secrets that Pods of the account may use, where the account is annotated to enforce it. No longer recommended.
   * @default - none
   */
  readonly secrets?: readonly NameOf[];
  /**
   * Changes to the object, for every field that has no prop.
   * @default - none
   */
  readonly overrides?: Patch<api.ServiceAccount>;
}

/**
 * An account that Pods run as, and that roles can be given to.
 *
 * @example
 * const account = new ServiceAccount(chart, 'reporter');
 * new WebDeployment(chart, 'reports', {
 *   image: 'registry.example.com/reports:2.0.0',
 *   serviceAccountName: account,
 *   automountServiceAccountToken: true,
 * });
 * new Role(chart, 'pod-reader', { rules: [grant(api.pods, 'get', 'list', 'watch')], subjects: [account] });
 *
 * @see https://kubernetes.io/docs/concepts/security/service-accounts/
 */
export class ServiceAccount extends SingleObject implements kplus.IServiceAccount {
  readonly object: ApiObject;
  readonly resourceType = 'serviceaccounts';

  /**
   * @param id Name of the account, unless `name` is given.
   * @throws {PropsError} for a wrong name, label or annotation
   */
  constructor(scope: Construct, id: string, props: ServiceAccountObjectProps = {}) {
    checkProps(scope, id, { ServiceAccount }, props);
    super(scope, id);
    const references = (names: readonly NameOf[] | undefined) => names?.map((name) => ({ name: nameOf(name) }));
    const account: api.ServiceAccount = compact({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: settleMetadata(this, new Place(this), 'ServiceAccount', props, subdomainNameFlaw),
      automountServiceAccountToken: props.automountServiceAccountToken,
      imagePullSecrets: references(props.imagePullSecrets),
      secrets: references(props.secrets),
    } as const);
    this.object = defineObject(this, 'serviceAccount', account, props.overrides);
    this.node.defaultChild = this.object;
  }

  /** For `kplus.RoleBinding`, and for ours: this account. */
  toSubjectConfiguration(): kplus.SubjectConfiguration {
    return compact({ kind: 'ServiceAccount', name: this.name, namespace: this.namespace });
  }
}
