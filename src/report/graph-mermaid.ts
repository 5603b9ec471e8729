import { connectionsOf, labelOf } from '../graph/connections';
import type { Graph, GraphNode } from '../graph/graph';
import { changeSigns, countGraph, familyOf, groupTitle, kindText, nameText, severityOf } from './graph-words';
import { cleanText } from './graph-text';
import { summarizeGroups } from './graph-summary';
import type { GroupSummary } from './graph-summary';

/** GitHub draws no more than this of a Mermaid diagram. */
const mostLines = 500;
const mostCharacters = 50_000;
/** Kept free for what is said about what was left out. */
const reserve = 400;

/** A drawing as text, and what is not in it. */
export interface MermaidDrawing {
  readonly text: string;
  /** One sentence. @default - everything is in it */
  readonly leftOut?: string;
}

/**
 * A graph as a Mermaid flowchart. One that GitHub would refuse to draw is drawn by its groups, and if these are too many, without
 * the last of them; it then says so, with numbers.
 */
export function graphMermaid(graph: Graph): MermaidDrawing {
  const connections = connectionsOf(graph);
  if (connections.length <= mostLines) {
    const text = drawObjects(graph);
    if (text.length <= mostCharacters) return { text };
  }
  return drawGroups(graph);
}

function drawObjects(graph: Graph): string {
  const lines = ['flowchart LR'];
  const children = graph.groups.map((): number[] => []);
  const members = graph.groups.map((): number[] => []);
  graph.groups.forEach(({ parent }, group) => {
    if (parent !== undefined) children[parent].push(group);
  });
  graph.nodes.forEach(({ group }, node) => members[group].push(node));
  const draw = (group: number, indent: string): void => {
    for (const child of children[group]) {
      lines.push(`${indent}subgraph ${graph.groups[child].id}["${escapeMermaid(groupTitle(graph.groups[child]))}"]`);
      draw(child, `${indent}  `);
      lines.push(`${indent}end`);
    }
    for (const node of members[group]) lines.push(indent + nodeLine(graph.nodes[node]));
  };
  draw(0, '  ');
  for (const connection of connectionsOf(graph)) {
    const { from, isOptional, to } = connection;
    const arrow = isOptional || graph.nodes[to].is !== 'object' ? '-.->' : '-->';
    lines.push(`  ${graph.nodes[from].id} ${arrow}|"${escapeMermaid(labelOf(connection))}"| ${graph.nodes[to].id}`);
  }
  return [...lines, ...styleLines(graph), ''].join('\n');
}

function nodeLine(node: GraphNode): string {
  const severity = severityOf(node);
  const marks = [
    ...(node.change ? [changeSigns[node.change.kind]] : []),
    ...(severity ? [`${node.problems.length} ${severity}${node.problems.length === 1 ? '' : 's'}`] : []),
  ];
  const text = [kindText(node), nameText(node), ...marks].map(escapeMermaid).join('<br/>');
  const [open, close] = node.is === 'object' ? ['[', ']'] : ['([', '])'];
  return `${node.id}${open}"${text}"${close}${classOf(node)}`;
}

/** Mermaid gives a node the look of the last of its classes; it takes one in a line. */
function classOf(node: GraphNode): string {
  const { change, is } = node;
  if (is !== 'object') return ':::outside';
  const severity = severityOf(node);
  if (severity) return `:::${severity}`;
  return change ? `:::${change.kind}` : `:::${familyOf(node)}`;
}

/** Light fills with dark text, which can be read on light and on dark pages. */
const looks: Readonly<Record<string, string>> = {
  workload: 'fill:#e8effc,stroke:#2f62c4,color:#16233d',
  network: 'fill:#e2f3ef,stroke:#117a63,color:#0d2b24',
  configuration: 'fill:#fbf1dc,stroke:#96690c,color:#33260a',
  storage: 'fill:#f0eafb,stroke:#7448c0,color:#291b42',
  identity: 'fill:#fbe9f1,stroke:#b03a75,color:#3d1629',
  control: 'fill:#e9eef2,stroke:#56697a,color:#1d262e',
  other: 'fill:#f1f1ef,stroke:#70706a,color:#262624',
  outside: 'fill:#ffffff,stroke:#70706a,color:#262624,stroke-dasharray:4 3',
  error: 'fill:#fde7e6,stroke:#c4281f,color:#4a0f0b,stroke-width:3px',
  warning: 'fill:#fdf1d8,stroke:#a86200,color:#3d2500,stroke-width:3px',
  created: 'fill:#e0f4e4,stroke:#1c7c34,color:#0d3016,stroke-width:3px',
  changed: 'fill:#fbf1dc,stroke:#96690c,color:#33260a,stroke-width:3px',
  renamed: 'fill:#fbf1dc,stroke:#96690c,color:#33260a,stroke-width:3px',
  deleted: 'fill:#fde7e6,stroke:#c4281f,color:#4a0f0b,stroke-width:3px,stroke-dasharray:6 3',
};

function styleLines({ nodes }: Graph): readonly string[] {
  const used = new Set(nodes.map((node) => classOf(node).slice(3)));
  return Object.entries(looks)
    .filter(([name]) => used.has(name))
    .map(([name, look]) => `  classDef ${name} ${look}`);
}

function drawGroups(graph: Graph): MermaidDrawing {
  const { groups, lines } = summarizeGroups(graph);
  const drawn: string[] = [];
  let length = 0;
  const fits = (line: string): boolean => {
    if (length + line.length + 1 > mostCharacters - reserve) return false;
    length += line.length + 1;
    drawn.push(line);
    return true;
  };
  fits('flowchart LR');
  const shown = new Set<number>();
  for (const group of groups) {
    if (!fits(`  ${group.id}["${escapeMermaid(summaryText(group, graph))}"]`)) break;
    shown.add(group.index);
  }
  let count = 0;
  for (const { count: references, from, to } of lines) {
    if (!shown.has(from) || !shown.has(to)) continue;
    if (count === mostLines) break;
    const line = `  ${graph.groups[from].id} -->|"${references}"| ${graph.groups[to].id}`;
    if (!fits(line)) break;
    count += 1;
  }
  const hidden = groups.filter(({ index }) => !shown.has(index));
  const objects = hidden.reduce((sum, group) => sum + group.objects, 0);
  const leftOut = [
    `GitHub draws at most ${mostLines} lines and ${mostCharacters} characters: ${countGraph(graph)} are drawn as groups`,
    ...(hidden.length > 0 ? [`${hidden.length} groups with ${objects} objects are left out`] : []),
    ...(count < lines.length ? [`${lines.length - count} of ${lines.length} lines between groups are left out`] : []),
  ].join('; ');
  const [head, ...rest] = drawn;
  const note = `  Left_out["${escapeMermaid(leftOut)}"]:::outside`;
  const text = [head, `  %% ${leftOut}`, note, ...rest, `  classDef outside ${looks.outside}`, ''].join('\n');
  return { text, leftOut: `${leftOut}.` };
}

function summaryText({ index, objects }: GroupSummary, { groups }: Graph): string {
  const chain: string[] = [];
  for (let group: number | undefined = index; group !== undefined; group = groups[group].parent) {
    const title = groupTitle(groups[group]);
    if (title !== '') chain.unshift(title);
  }
  return `${chain.join(' · ') || 'in no group'}: ${objects} object${objects === 1 ? '' : 's'}`;
}

const plain = /[^\p{L}\p{N} ,.\-_·]/gu;

/** Everything but letters, digits and a few signs as numbers, which Mermaid turns back when it draws. */
export function escapeMermaid(text: string): string {
  return cleanText(text)
    .replace(/\s+/g, ' ')
    .replace(plain, (character) => `#${character.codePointAt(0)};`);
}
