/**
 * A vertex of a dependency graph. Vertices without a value only bundle edges: a group of n that waits for a group of m
 * takes n + m edges through them instead of n × m.
 */
export interface Vertex<T> {
  readonly value: T | undefined;
  /** What this vertex waits for, in the order it was asked for. */
  readonly outbound: Vertex<T>[];
}

/** The vertices in an order in which each comes after all it waits for, or the first cycle found. */
export type Sorted<T> = { readonly order: readonly T[]; readonly cycle?: undefined } | { readonly cycle: readonly T[] };

/**
 * Sorts topologically: depth first from each root in turn, each vertex once. Linear in vertices and edges, and free of
 * recursion, so that the length of a chain of dependencies is bounded by memory alone.
 *
 * @param roots where to start, in order
 * @param enter whether to follow an edge to this vertex
 */
export function sortTopologically<T>(
  roots: Iterable<Vertex<T>>,
  enter: (vertex: Vertex<T>) => boolean = () => true,
): Sorted<T> {
  const order: T[] = [];
  const finished = new Set<Vertex<T>>();
  const open = new Map<Vertex<T>, number>();
  const stack: Vertex<T>[] = [];
  const begin = (vertex: Vertex<T>): void => {
    stack.push(vertex);
    open.set(vertex, 0);
  };
  for (const root of roots) {
    if (!finished.has(root)) begin(root);
    while (stack.length > 0) {
      const vertex = stack[stack.length - 1];
      const next = open.get(vertex) ?? 0;
      if (next === vertex.outbound.length) {
        stack.pop();
        open.delete(vertex);
        finished.add(vertex);
        if (vertex.value !== undefined) order.push(vertex.value);
        continue;
      }
      open.set(vertex, next + 1);
      const target = vertex.outbound[next];
      if (finished.has(target) || !enter(target)) continue;
      if (open.has(target)) return { cycle: cycleFrom(stack, target) };
      begin(target);
    }
  }
  return { order };
}

/** The values on the stack from `start` on, closed by the first: a, b, c, a. */
function cycleFrom<T>(stack: readonly Vertex<T>[], start: Vertex<T>): T[] {
  const values: T[] = [];
  for (const vertex of stack.slice(stack.indexOf(start))) {
    if (vertex.value !== undefined) values.push(vertex.value);
  }
  values.push(values[0]);
  return values;
}
