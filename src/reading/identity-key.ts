import type { ObjectIdentity } from '../problems/problem';

/** What tells objects of a cluster apart: group, kind, namespace and name. The version is only a way to look at them. */
export function identityKey({ apiVersion, kind, name, namespace }: ObjectIdentity): string {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return [group, kind, namespace ?? 'default', name].join('\0');
}
