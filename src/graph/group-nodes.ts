import type { GraphEdge, GraphGroup, GraphNode, GroupLabel } from './graph';
import { unique } from './name-nodes';

/** A node that has neither a name nor a place yet. */
export type UngroupedNode = Pick<GraphNode, 'is' | 'identity' | 'namespace' | 'object' | 'selected'>;

/** Groups, and the group of each node. */
export interface Grouping {
  readonly groups: readonly GraphGroup[];
  readonly groupOfNode: readonly number[];
}

interface Draft {
  readonly label: GroupLabel | undefined;
  readonly parent: Draft | undefined;
  readonly children: Map<string, Draft>;
  /** Nodes of its own. */
  nodes: number[];
}

/**
 * Groups objects by namespace, in it by chart (or file), and in that by construct. What is not an object stands in the smallest group
 * that holds everything that refers to it.
 */
export function groupNodes(nodes: readonly UngroupedNode[], edges: readonly GraphEdge[]): Grouping {
  const root: Draft = { label: undefined, parent: undefined, children: new Map(), nodes: [] };
  const objects = nodes.filter(({ object }) => object);
  const hasOneFile = new Set(objects.flatMap(({ object }) => object?.file ?? [])).size < 2;
  nodes.forEach((node, index) => {
    if (node.object) labelsOf(node, hasOneFile).reduce(within, root).nodes.push(index);
  });
  // A box around one object says nothing.
  dissolve(root);
  const groups: GraphGroup[] = [];
  const groupOfNode = nodes.map(() => 0);
  number(root, undefined, groups, groupOfNode);
  placeOthers(nodes, edges, groups, groupOfNode);
  return { groups, groupOfNode };
}

function labelsOf({ namespace, object }: UngroupedNode, hasOneFile: boolean): readonly GroupLabel[] {
  const labels: GroupLabel[] = namespace === '' ? [] : [{ kind: 'namespace', name: namespace }];
  if (object?.origin) {
    const { chart, construct } = object.origin;
    if (chart !== '') labels.push({ kind: 'chart', name: chart });
    const [outermost, ...more] = construct.slice(chart === '' ? 0 : chart.length + 1).split('/');
    if (more.length > 0) labels.push({ kind: 'construct', name: outermost });
  } else if (object?.file !== undefined && !hasOneFile) labels.push({ kind: 'file', name: object.file });
  return labels;
}

function within(group: Draft, label: GroupLabel): Draft {
  const key = `${label.kind}\0${label.name}`;
  const known = group.children.get(key);
  if (known) return known;
  const child: Draft = { label, parent: group, children: new Map(), nodes: [] };
  group.children.set(key, child);
  return child;
}

function dissolve(group: Draft): void {
  for (const [key, child] of group.children) {
    dissolve(child);
    const isOne = child.children.size === 0 && child.nodes.length === 1;
    if (!isOne || child.label?.kind === 'namespace') continue;
    group.children.delete(key);
    group.nodes.push(...child.nodes);
  }
  group.nodes.sort((left, right) => left - right);
}

/** Gives groups their numbers; one that is all that another one holds is one with it. */
function number(root: Draft, parent: number | undefined, groups: GraphGroup[], groupOfNode: number[]): void {
  const taken = new Map<string, number>();
  const visit = (draft: Draft, above: number | undefined, before: readonly GroupLabel[]): void => {
    const labels = draft.label ? [...before, draft.label] : before;
    const [only, ...others] = draft.children.values();
    if (draft.label && draft.nodes.length === 0 && only && others.length === 0) return visit(only, above, labels);
    const own = groups.length;
    const words = labels.map(({ kind, name }) => `${kind}_${name}`).join('_');
    const id = unique(`Group_${words.replace(/[^A-Za-z0-9]/g, '_')}`, taken);
    groups.push({ id, ...(above !== undefined && { parent: above }), labels });
    for (const node of draft.nodes) groupOfNode[node] = own;
    for (const child of draft.children.values()) visit(child, own, []);
  };
  visit(root, parent, []);
}

function placeOthers(
  nodes: readonly UngroupedNode[],
  edges: readonly GraphEdge[],
  groups: readonly GraphGroup[],
  groupOfNode: number[],
): void {
  const placed = new Set<number>();
  for (const { from, to } of edges) {
    if (nodes[to].object) continue;
    groupOfNode[to] = placed.has(to) ? commonGroup(groups, groupOfNode[to], groupOfNode[from]) : groupOfNode[from];
    placed.add(to);
  }
}

/** The smallest group that holds two groups. */
export function commonGroup(groups: readonly GraphGroup[], one: number, other: number): number {
  let [left, right] = [one, other];
  while (left !== right) {
    // Parents have the smaller numbers.
    if (left > right) left = groups[left].parent ?? 0;
    else right = groups[right].parent ?? 0;
  }
  return left;
}
