import { Field } from '../links/field';
import type { CrossCheckContext } from './cross-check';

/** One rule of a role. */
export interface RoleRule {
  readonly field: Field;
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** Whether it is about certain objects only. */
  readonly isNarrow: boolean;
}

/** The rules of a Role or ClusterRole. */
export function rulesOf({ manifests }: CrossCheckContext, node: number): readonly RoleRule[] {
  return new Field(manifests[node].object)
    .at('rules')
    .items()
    .map((field) => ({
      field,
      groups: field.at('apiGroups').texts,
      resources: field.at('resources').texts,
      verbs: field.at('verbs').texts,
      isNarrow: field.at('resourceNames').texts.length > 0,
    }));
}

/** Whether a list holds one of some words, or the star that stands for all. */
export function covers(list: readonly string[], ...words: readonly string[]): boolean {
  return list.includes('*') || words.some((word) => list.includes(word));
}

/** The ClusterRoles that ClusterRoleBindings give to somebody, with the first of the bindings. */
export function boundInCluster({ links, manifests }: CrossCheckContext): ReadonlyMap<number, number> {
  const bound = new Map<number, number>();
  for (const { from, kind, to } of links.all) {
    if (kind !== 'binds' || manifests[from].identity.kind !== 'ClusterRoleBinding') continue;
    if (to.length > 0 && !bound.has(to[0])) bound.set(to[0], from);
  }
  return bound;
}
