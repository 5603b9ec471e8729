import type { KubernetesObject } from '../manifest/manifest';
import { mapsIn, textsIn } from './data';

/** One verb on one resource of one group, or on a URL; any of them may be `*`. */
export interface Permission {
  readonly verb: string;
  /** The API group, `` for the core one. @default - `resource` is a URL */
  readonly group?: string;
  readonly resource: string;
  /** @default - objects of any name */
  readonly name?: string;
}

/** Permissions that one role is taken apart into; what is beyond them is left out. */
const mostPermissions = 20_000;

/** Every permission that a Role or ClusterRole gives. */
export function permissionsOf(role: KubernetesObject | undefined): readonly Permission[] {
  const permissions: Permission[] = [];
  for (const rule of mapsIn(role?.rules)) {
    const names = textsIn(rule.resourceNames);
    const any: readonly (string | undefined)[] = names.length > 0 ? names : [undefined];
    for (const verb of textsIn(rule.verbs)) {
      for (const resource of textsIn(rule.nonResourceURLs)) permissions.push({ verb, resource });
      for (const group of textsIn(rule.apiGroups)) {
        for (const resource of textsIn(rule.resources)) {
          for (const name of any) permissions.push({ verb, group, resource, ...(name !== undefined && { name }) });
        }
      }
    }
    if (permissions.length > mostPermissions) return permissions.slice(0, mostPermissions);
  }
  return permissions;
}

/** Those of `permissions` that `others` do not give, wildcards included. */
export function permissionsWithout(
  permissions: readonly Permission[],
  others: readonly Permission[],
): readonly Permission[] {
  const plain = new Set(others.map((it) => keyOf(it, it.name)));
  const wild = others.filter(({ group, resource, verb }) => verb === '*' || group === '*' || resource.includes('*'));
  return permissions.filter(
    (it) =>
      !plain.has(keyOf(it, it.name)) && !plain.has(keyOf(it, undefined)) && !wild.some((other) => covers(other, it)),
  );
}

/** As `get, list secrets`: verbs on one thing together. */
export function describePermissions(permissions: readonly Permission[]): readonly string[] {
  const verbs = new Map<string, Set<string>>();
  for (const { group, name, resource, verb } of permissions) {
    const place = (group ? `${group}/${resource}` : resource) + (name === undefined ? '' : ` "${name}"`);
    const others = verbs.get(place);
    if (others) others.add(verb);
    else verbs.set(place, new Set([verb]));
  }
  return [...verbs].map(([place, set]) => `${[...set].join(', ')} ${place}`);
}

function covers(wide: Permission, { group, name, resource, verb }: Permission): boolean {
  if (wide.verb !== '*' && wide.verb !== verb) return false;
  if (wide.name !== undefined && wide.name !== name) return false;
  if (wide.group === undefined || group === undefined) {
    return wide.group === group && matchesUrl(wide.resource, resource);
  }
  if (wide.group !== '*' && wide.group !== group) return false;
  const slash = resource.indexOf('/');
  const isSubresource = slash >= 0 && wide.resource === `*${resource.slice(slash)}`;
  return wide.resource === '*' || wide.resource === resource || isSubresource;
}

function matchesUrl(wide: string, url: string): boolean {
  return wide === url || (wide.endsWith('*') && url.startsWith(wide.slice(0, -1)));
}

function keyOf({ group, resource, verb }: Permission, name: string | undefined): string {
  return [verb, group ?? 'url', group === undefined ? 1 : 0, resource, name ?? ''].join('\0');
}
