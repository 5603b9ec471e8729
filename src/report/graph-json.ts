import type { Graph, GraphNode } from '../graph/graph';
import { sourceOf } from '../graph/graph-object';
import type { Problem } from '../problems/problem';
import { problemsToJson } from './problem-json';
import { shorten } from './problem-report';

/**
 * A graph as one JSON document for other programs; ends with a newline. See docs/graph.md for its shape.
 *
 * @param folder the working directory: source files inside it are named relative to it
 */
export function graphJson(graph: Graph, folder: string): string {
  const { edges, groups, nodes } = graph;
  const document = {
    command: 'graph',
    ok: true,
    groups: groups.map(({ id, labels, parent }) => ({
      id,
      ...(parent !== undefined && { parent: groups[parent].id }),
      labels,
    })),
    nodes: nodes.map((node) => ({ ...nodeJson(node, folder), group: groups[node.group].id })),
    edges: edges.map(({ from, to, ...rest }) => ({ from: nodes[from].id, to: nodes[to].id, ...rest })),
    problems: problemsToJson(graph.problems, folder),
  };
  // One line for each node and edge: it is read by programs, and compared by people.
  const list = (items: readonly unknown[]): string =>
    items.length === 0 ? '[]' : `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
  const entries = Object.entries(document).map(([key, value]) => {
    return `  ${JSON.stringify(key)}: ${Array.isArray(value) ? list(value) : JSON.stringify(value)}`;
  });
  return `{\n${entries.join(',\n')}\n}\n`;
}

function nodeJson(
  { change, id, identity, is, namespace, object, problems, selected }: GraphNode,
  folder: string,
): object {
  const source = object && sourceOf(object);
  return {
    id,
    is,
    ...identity,
    ...(namespace !== '' && { namespace }),
    ...(object?.origin && { construct: object.origin.construct }),
    ...(source && { source: { ...source, file: shorten(source.file, folder) } }),
    ...(object?.file !== undefined && { file: object.file }),
    ...(selected !== undefined && { selected }),
    ...(change && { change: { kind: change.kind, effects: change.effects.map(({ kind }) => kind) } }),
    problems: problemsToJson(problems, folder),
  };
}

/** The same where there is nothing to draw. */
export function graphFailureJson(problems: readonly Problem[], folder: string): string {
  return `${JSON.stringify({ command: 'graph', ok: false, problems: problemsToJson(problems, folder) }, null, 2)}\n`;
}
