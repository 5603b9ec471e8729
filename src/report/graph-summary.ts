import { connectionsOf } from '../graph/connections';
import type { Graph } from '../graph/graph';

/** A group, and how many objects are in it and in no group inside it. */
export interface GroupSummary {
  readonly index: number;
  readonly id: string;
  readonly objects: number;
}

/** A graph by its groups. */
export interface GraphSummary {
  /** Those that have objects of their own. */
  readonly groups: readonly GroupSummary[];
  /** How many connections there are from one group to another one. */
  readonly lines: readonly { readonly from: number; readonly to: number; readonly count: number }[];
}

export function summarizeGroups(graph: Graph): GraphSummary {
  const counts = graph.groups.map(() => 0);
  for (const { group, is } of graph.nodes) if (is === 'object') counts[group] += 1;
  const lines = new Map<string, { from: number; to: number; count: number }>();
  for (const { from, to } of connectionsOf(graph)) {
    const [left, right] = [graph.nodes[from].group, graph.nodes[to].group];
    if (left === right || counts[left] === 0 || counts[right] === 0) continue;
    const line = lines.get(`${left} ${right}`);
    if (line) line.count += 1;
    else lines.set(`${left} ${right}`, { from: left, to: right, count: 1 });
  }
  const groups = graph.groups.map(({ id }, index) => ({ index, id, objects: counts[index] }));
  return { groups: groups.filter(({ objects }) => objects > 0), lines: [...lines.values()] };
}
