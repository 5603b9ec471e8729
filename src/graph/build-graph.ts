import type { Change } from '../changes/change';
import { keyOfObject } from '../changes/compared-object';
import type { Link } from '../links/link';
import type { Links } from '../links/links';
import { readLinks } from '../links/read-links';
import type { ObjectIdentity, Problem } from '../problems/problem';
import type { Graph, GraphEdge, GraphNode } from './graph';
import type { GraphObject } from './graph-object';
import { groupNodes } from './group-nodes';
import type { UngroupedNode } from './group-nodes';
import { nameNodes } from './name-nodes';
import { sortProblems } from './sort-problems';

/** What is shown on top of the objects. */
export interface GraphFindings {
  /** @default - none */
  readonly problems?: readonly Problem[];
  /** Changes; what is deleted is drawn too. @default - none */
  readonly changes?: readonly Change[];
}

/** A selector that selects more objects than this has one line to all of them. */
const mostLines = 6;

/** Finds what objects have to do with each other. Time and memory grow with the size of the objects, not with their pairs. */
export function buildGraph(
  objects: readonly GraphObject[],
  { changes = [], problems = [] }: GraphFindings = {},
): Graph {
  const deleted = changes.filter(({ kind }) => kind === 'deleted').map(deletedObject);
  const all = [...objects, ...deleted];
  const links = readLinks(all);
  const builder = new GraphBuilder(links);
  for (const link of links.all) builder.add(link);
  const nodes: readonly UngroupedNode[] = [
    ...all.map((object, node) => drawn(object, links.namespaces[node])),
    ...builder.others,
  ];
  const { groupOfNode, groups } = groupNodes(nodes, builder.edges);
  const names = nameNodes(nodes);
  const sorted = sortProblems(problems, all);
  const changeOf = changesByObject(changes);
  return {
    groups,
    nodes: nodes.map((node, index): GraphNode => {
      const change = node.object && changeOf.get(keyOfObject(node.identity));
      return {
        ...node,
        id: names[index],
        group: groupOfNode[index],
        problems: sorted.byObject.get(index) ?? [],
        ...(change && { change }),
      };
    }),
    edges: builder.edges,
    problems: sorted.others,
  };
}

function drawn(object: GraphObject, namespace: string): UngroupedNode {
  return { is: 'object', identity: object.identity, namespace, object };
}

function deletedObject({ before, identity }: Change): GraphObject {
  return { identity, object: before?.object(), ...(before?.file !== undefined && { file: before.file }) };
}

/** An object that moved to another file is not another one. */
function changesByObject(changes: readonly Change[]): ReadonlyMap<string, Change> {
  const real = changes.filter(({ kind }) => kind !== 'moved');
  return new Map(real.map((change) => [keyOfObject(change.identity), change]));
}

class GraphBuilder {
  readonly edges: GraphEdge[] = [];
  /** What is referred to and is not an object; they come after the objects. */
  readonly others: UngroupedNode[] = [];
  private readonly byKey = new Map<string, number>();
  private readonly numbers = new Map<readonly number[], number>();
  private readonly known = new Map<string, number>();

  constructor(private readonly links: Links) {}

  add(link: Link): void {
    const isOne = link.target.by === 'name' || (link.to.length > 0 && link.to.length <= mostLines);
    const ends = isOne && link.to.length > 0 ? link.to : [this.other(link)];
    for (const to of ends) if (to !== link.from) this.connect(link, to);
  }

  private connect({ field, from, isOptional, kind }: Link, to: number): void {
    const key = `${from} ${to} ${kind}`;
    const known = this.known.get(key);
    if (known === undefined) {
      this.known.set(key, this.edges.length);
      this.edges.push({ from, to, kind, fields: [field], isOptional });
      return;
    }
    const edge = this.edges[known];
    const fields = edge.fields.includes(field) ? edge.fields : [...edge.fields, field];
    this.edges[known] = { ...edge, fields, isOptional: edge.isOptional && isOptional };
  }

  private other({ from, target, to }: Link): number {
    const { kind } = target;
    if (target.by === 'name') {
      const { group, name, namespace = '' } = target;
      return this.find(`${group}\0${kind}\0${namespace}\0${name}`, () => ({
        is: 'outside',
        identity: identityOf(group, kind, namespace, name),
        namespace,
      }));
    }
    const { namespaces, selector } = target;
    const namespace = namespaces?.length === 1 ? namespaces[0] : '';
    const place = namespaces?.join('\0') ?? '*';
    return this.find(
      `${kind}\0${place}\0${selector.text}\0${this.numberOf(to)}\0${to.length === 0 ? from : ''}`,
      () => ({
        is: 'selection',
        identity: identityOf('', kind, namespace, selector.text),
        namespace,
        selected: to.length,
      }),
    );
  }

  private find(key: string, make: () => UngroupedNode): number {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const index = this.links.nodes.length + this.others.length;
    this.others.push(make());
    this.byKey.set(key, index);
    return index;
  }

  /** Links with the same selector share their list. */
  private numberOf(list: readonly number[]): number {
    if (list.length === 0) return -1;
    const known = this.numbers.get(list);
    if (known !== undefined) return known;
    this.numbers.set(list, this.numbers.size);
    return this.numbers.size - 1;
  }
}

function identityOf(group: string, kind: string, namespace: string, name: string): ObjectIdentity {
  return { apiVersion: group, kind, name, ...(namespace !== '' && { namespace }) };
}
