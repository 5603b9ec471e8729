import type { LinkKind } from '../links/link';
import type { Graph } from './graph';

/** All that one node has to do with another: one line in a drawing. */
export interface Connection {
  readonly from: number;
  readonly to: number;
  readonly kinds: readonly LinkKind[];
  readonly isOptional: boolean;
}

/** One connection for each pair of nodes, in the order of the edges. */
export function connectionsOf({ edges }: Graph): readonly Connection[] {
  const known = new Map<string, number>();
  const connections: Connection[] = [];
  for (const { from, isOptional, kind, to } of edges) {
    const key = `${from} ${to}`;
    const index = known.get(key);
    if (index === undefined) {
      known.set(key, connections.length);
      connections.push({ from, to, kinds: [kind], isOptional });
      continue;
    }
    const { isOptional: wasOptional, kinds } = connections[index];
    connections[index] = { from, to, kinds: [...kinds, kind], isOptional: wasOptional && isOptional };
  }
  return connections;
}

/** What stands at the line. */
export function labelOf({ kinds }: Connection): string {
  return kinds.join(', ');
}
