import { canonical, isMap } from './data';

/** How two lists are compared. */
export type ListMeaning =
  /** Items are told apart by merge keys. */
  | { readonly kind: 'keyed'; readonly keys: readonly string[] }
  /** The order of the items says nothing. */
  | { readonly kind: 'set' }
  /** The order counts. */
  | { readonly kind: 'sequence' };

const sequence: ListMeaning = { kind: 'sequence' };
const set: ListMeaning = { kind: 'set' };

/**
 * Lists that the API replaces as a whole, but reads as sets: a rule, a permission or an address counts wherever it stands.
 * By the end of the path, without merge keys and indices.
 */
const sets =
  /(?:^|\.)(?:rules\.(?:verbs|resources|apiGroups|resourceNames|nonResourceURLs|operations|apiVersions)|accessModes|finalizers|capabilities\.(?:add|drop)|policyTypes|(?:ingress|egress)\.(?:from|to|ports)|spec\.(?:ingress|egress)|ipBlock\.except|tolerations|tls\.hosts|supplementalGroups|matchExpressions|matchExpressions\.values|loadBalancerSourceRanges|externalIPs|subjects|shortNames|categories|scopes|volumeLifecycleModes|accessPolicies)$/;
/** The rules of a Role. */
const roleRules = /^rules$/;

/** How a list is read: by its merge keys, else by what is known of it, else by names that all of its items have. */
export function meaningOf(
  keys: readonly string[] | undefined,
  path: string,
  before: readonly unknown[],
  after: readonly unknown[],
): ListMeaning {
  if (keys?.[0] === '=') return set;
  if (keys && keys.length > 0)
    return areTold(keys, before) && areTold(keys, after) ? { kind: 'keyed', keys } : sequence;
  const bare = path.replace(/\[[^\]]*\]/g, '');
  if (sets.test(bare) || roleRules.test(bare)) return set;
  if (before.length === 0 && after.length === 0) return sequence;
  const named = areTold(['name'], before) && areTold(['name'], after) && hasNames(before) && hasNames(after);
  return named ? { kind: 'keyed', keys: ['name'] } : sequence;
}

/** One text for all data that means the same: inside of an item of a set, there may be other sets. */
export function meaningText(value: unknown, path: string): string {
  return canonical(inOrder(value, path.replace(/\[[^\]]*\]/g, '')));
}

function inOrder(value: unknown, path: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => inOrder(item, path));
    return sets.test(path) ? items.map((item) => [canonical(item), item] as const).sort(byText) : items;
  }
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inOrder(inner, `${path}.${key}`)]));
}

function byText([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** What the merge keys of an item are; a protocol that is not written is TCP. */
export function keyValues(keys: readonly string[], item: unknown): readonly string[] {
  const fields = isMap(item) ? item : {};
  return keys.map((key) => textOf(fields[key] ?? (key === 'protocol' ? 'TCP' : '')));
}

/** A merge key is a plain value; in an object that no server would accept it can be anything. */
function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Whether the merge keys tell the items apart. */
function areTold(keys: readonly string[], items: readonly unknown[]): boolean {
  if (!items.every(isMap)) return false;
  if (items.length < 2) return true;
  return new Set(items.map((item) => keyValues(keys, item).join('\0'))).size === items.length;
}

function hasNames(items: readonly unknown[]): boolean {
  return items.every((item) => isMap(item) && typeof item.name === 'string');
}
