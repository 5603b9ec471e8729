import type { Subject as ApiSubject } from '../../api/kubernetes';
import { labelNameFlaw, subdomainNameFlaw } from '../../values/name';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { Place } from '../place';
import type { kplus } from '../pod/kplus';
import { type NameOf, nameOf } from '../pod/reference';
import { defaultsOf } from '../scope-defaults';

/** A workload of ours, which runs as a service account. */
export interface RunsAs {
  /** Name of the service account; `undefined` when the workload says none. */
  readonly serviceAccountName: string | undefined;
}

/** Who gets a role: a service account (ours or kplus'), a workload that has one, or somebody by name. */
export type RoleSubject =
  | kplus.ISubject
  | RunsAs
  | {
      /** A service account that is made elsewhere. */
      readonly serviceAccount: NameOf;
      /**
       * Its namespace.
       * @default - that of the binding
       */
      readonly namespace?: string;
    }
  | {
      /** A person or program, as the cluster's authentication names it. */
      readonly user: string;
    }
  | {
      /** A group of users, such as `system:authenticated`. */
      readonly group: string;
    };

/**
 * The subjects of a binding as the API has them.
 *
 * @throws {PropsError} for a workload without a service account, and for an account whose namespace is not known
 */
export function subjectsOf(place: Place, subjects: readonly RoleSubject[]): readonly ApiSubject[] {
  return subjects.map((subject, index) => subjectOf(place.at(index), subject));
}

function subjectOf(place: Place, subject: RoleSubject): ApiSubject {
  if ('toSubjectConfiguration' in subject) {
    const { apiGroup, kind, name, namespace } = subject.toSubjectConfiguration();
    if (kind === 'ServiceAccount') return account(place, name, namespace);
    return compact({ apiGroup, kind, name });
  }
  if ('user' in subject) return { apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: subject.user };
  if ('group' in subject) return { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: subject.group };
  if (!('serviceAccountName' in subject)) {
    if ('serviceAccount' in subject) return account(place, nameOf(subject.serviceAccount), subject.namespace);
    return place.refuse({
      found: show(subject),
      allowed: 'a service account, a workload that has one, or { serviceAccount }, { user } or { group }',
      fix: 'pass the construct itself, or { serviceAccount: "its-name" }',
    });
  }
  if (subject.serviceAccountName === undefined) {
    place.refuse({
      found: 'a workload without a service account of its own',
      allowed: 'a workload with `serviceAccount: true` or a `serviceAccountName`',
      fix: 'give the workload serviceAccount: true: the role must not go to every Pod of the namespace',
    });
  }
  return account(place, subject.serviceAccountName, defaultsOf(subject).namespace);
}

function account(place: Place, name: string, asked: string | undefined): ApiSubject {
  const namespace = asked ?? defaultsOf(place.construct).namespace;
  place.at('serviceAccount').check(subdomainNameFlaw(name));
  if (namespace === undefined) {
    place.refuse({
      found: `service account "${name}" without a namespace`,
      allowed: 'the namespace in which the account is: a binding does not take it from its own',
      fix: 'give the chart a namespace',
    });
  }
  place.at('namespace').check(labelNameFlaw(namespace));
  return { kind: 'ServiceAccount', name, namespace };
}
