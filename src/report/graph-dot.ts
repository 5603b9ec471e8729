import { connectionsOf, labelOf } from '../graph/connections';
import type { Graph, GraphNode } from '../graph/graph';
import { changeSigns, countGraph, familyOf, groupTitle, kindText, nameText, severityOf } from './graph-words';
import { cleanText } from './graph-text';
import { inks } from './graph-inks';

/** A graph in the language of Graphviz. */
export function graphDot(graph: Graph): string {
  const lines = [
    'digraph objects {',
    '  graph [rankdir=LR, compound=true, fontname="Helvetica", fontsize=12, style="rounded,filled", bgcolor="#ffffff"];',
    '  node [shape=box, style="rounded,filled", fillcolor="#ffffff", fontname="Helvetica", fontsize=11];',
    '  edge [fontname="Helvetica", fontsize=9, color="#7b8794", fontcolor="#4f5b66", arrowsize=0.7];',
    `  label=${quote(countGraph(graph))};`,
  ];
  const children = graph.groups.map((): number[] => []);
  const members = graph.groups.map((): GraphNode[] => []);
  graph.groups.forEach(({ parent }, group) => {
    if (parent !== undefined) children[parent].push(group);
  });
  for (const node of graph.nodes) members[node.group].push(node);
  const draw = (group: number, indent: string): void => {
    for (const child of children[group]) {
      lines.push(
        `${indent}subgraph cluster_${graph.groups[child].id} {`,
        `${indent}  label=${quote(groupTitle(graph.groups[child]))}; color="#c5ccd3"; fillcolor="#f6f7f9";`,
      );
      draw(child, `${indent}  `);
      lines.push(`${indent}}`);
    }
    for (const node of members[group]) lines.push(`${indent}${node.id} [${attributesOf(node)}];`);
  };
  draw(0, '  ');
  for (const connection of connectionsOf(graph)) {
    const { from, isOptional, to } = connection;
    const style = isOptional || graph.nodes[to].is !== 'object' ? ', style=dashed' : '';
    lines.push(`  ${graph.nodes[from].id} -> ${graph.nodes[to].id} [label=${quote(labelOf(connection))}${style}];`);
  }
  return [...lines, '}', ''].join('\n');
}

function attributesOf(node: GraphNode): string {
  const { change, is, problems } = node;
  const severity = severityOf(node);
  const sign = change ? `${changeSigns[change.kind]} ` : '';
  const marks = problems.map(({ code, severity: how }) => `${how} ${code}`);
  const ink = severity ? inks[severity] : change ? inks[change.kind] : inks[familyOf(node)];
  return [
    `label=${quote([sign + kindText(node), nameText(node), ...new Set(marks)].join('\n'))}`,
    `color="${ink}"`,
    ...(is === 'object' ? [] : ['style="rounded,dashed"']),
    ...(severity || change ? ['penwidth=2'] : []),
  ].join(', ');
}

/** A quoted string, in which a backslash would begin an escape. */
export function quote(text: string): string {
  return `"${cleanText(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
