import { groupOf, isBuiltInGroup, isClusterScoped } from '../links/kinds';
import type { Problem } from '../problems/problem';
import { nameOf, problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';

/** Links between an object that names its namespace and one that leaves it open: once for each object that leaves it open. */
export function openNamespace(context: CrossCheckContext): readonly Problem[] {
  const { links, manifests } = context;
  const isOpen = manifests.map(({ identity: { apiVersion, kind, namespace } }) => {
    const group = groupOf(apiVersion);
    return namespace === undefined && isBuiltInGroup(group) && !isClusterScoped(group, kind);
  });
  const seen = new Set<number>();
  const problems: Problem[] = [];
  for (const { from, kind, target, to } of links.all) {
    // Who is granted something, or called, is named with its namespace by objects that belong to none.
    const staysInNamespace = kind !== 'grants to' && kind !== 'allows traffic' && kind !== 'calls';
    if (!staysInNamespace || to.length === 0 || isOpen[from] === isOpen[to[0]]) continue;
    const [open, named] = isOpen[from] ? [from, to[0]] : [to[0], from];
    const namespace = links.namespaces[named];
    // What names none mostly ends up in the namespace default.
    if (namespace === '' || namespace === 'default' || seen.has(open) || links.namespaces[open] !== '') continue;
    if (target.by === 'name' && target.kind.startsWith('Cluster')) continue;
    seen.add(open);
    problems.push(
      problemOf(context, {
        code: 'PLM7005',
        node: open,
        field: 'metadata',
        message:
          `${nameOf(context, open)} names no namespace, and ${nameOf(context, named)}, with which it belongs together, ` +
          `is in namespace ${namespace}.`,
        fix: `Set \`metadata.namespace\` to ${namespace}, or leave it out in both.`,
      }),
    );
  }
  return problems;
}
