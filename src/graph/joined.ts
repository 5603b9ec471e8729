/** What hangs together, and the links in it. */
export interface JoinedPart<Link> {
  readonly items: readonly number[];
  readonly links: readonly Link[];
}

/**
 * Splits items into those that links join, in the order of their first items.
 *
 * @param count how many items there are
 */
export function joined<Link extends { readonly from: number; readonly to: number }>(
  count: number,
  links: readonly Link[],
): readonly JoinedPart<Link>[] {
  const parents = Array.from({ length: count }, (_, index) => index);
  const rootOf = (item: number): number => {
    let root = item;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  };
  for (const { from, to } of links) {
    const [left, right] = [rootOf(from), rootOf(to)];
    parents[Math.max(left, right)] = Math.min(left, right);
  }
  const parts = new Map<number, { readonly items: number[]; readonly links: Link[] }>();
  for (let item = 0; item < count; item += 1) {
    const root = rootOf(item);
    const part = parts.get(root);
    if (part) part.items.push(item);
    else parts.set(root, { items: [item], links: [] });
  }
  for (const link of links) parts.get(rootOf(link.from))?.links.push(link);
  return [...parts.values()];
}
