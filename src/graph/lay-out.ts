import { labelOf } from './connections';
import type { Connection } from './connections';
import type { Graph } from './graph';
import { commonGroup } from './group-nodes';
import { remembering } from './layers';
import type { LayerLine, LayOutLayers } from './layers';
import { joined } from './joined';
import { lineBetween, throughLayers } from './line-between';
import { pack } from './pack';
import type { Box, Line, Placement, Point, Size } from './placement';

/** The size of a node. All have the same, whatever they are called: what looks alike is laid out alike. */
export const nodeSize: Size = { width: 208, height: 46 };

const gap = 24;
const padding = 18;
/** Room for the title of a group. */
const title = 30;
/** Boxes that hang together are put into layers up to this number; the time that takes grows faster than it does. */
const mostInLayers = 60;
const mostLinesInLayers = 120;
/** How many times wider than high groups in layers may be. */
const widest = 3;
const characterWidth = 6;
const labelHeight = 14;

/** A group or node in the group that holds it, by its place there. */
interface Child extends Size {
  readonly group?: number;
  readonly node?: number;
}

/**
 * Lays out a graph from the inside out: what is in a group stands on its own, in layers where it hangs together, and a group is
 * one box in the group around it. So the time grows with the number of objects.
 *
 * @param connections those of the graph; the lines of the placement are in their order
 */
export function layOut(graph: Graph, connections: readonly Connection[], layers: LayOutLayers): Placement {
  const layout = new Layout(graph, connections, remembering(layers));
  for (let group = graph.groups.length - 1; group >= 0; group -= 1) layout.layOutGroup(group);
  return layout.place();
}

class Layout {
  private readonly children: Child[][];
  /** Connections by the smallest group that holds both ends. */
  private readonly inside: number[][];
  private readonly sizes: Size[] = [];
  /** Places of children in their group. */
  private readonly places: Point[][] = [];
  /** Lines in layers, relative to their group. */
  private readonly lines = new Map<number, { readonly group: number; readonly line: Line }>();
  /** The place of each node and group among the children of its group. */
  private readonly nodePlace: number[] = [];
  private readonly groupPlace: number[] = [];

  constructor(
    private readonly graph: Graph,
    private readonly connections: readonly Connection[],
    private readonly layers: ReturnType<typeof remembering>,
  ) {
    this.children = graph.groups.map(() => []);
    this.inside = graph.groups.map(() => []);
    graph.nodes.forEach(({ group }, node) => {
      this.nodePlace[node] = this.children[group].push({ ...nodeSize, node }) - 1;
    });
    graph.groups.forEach(({ parent }, group) => {
      if (parent !== undefined) this.groupPlace[group] = this.children[parent].push({ width: 0, height: 0, group }) - 1;
    });
    connections.forEach(({ from, to }, index) => {
      this.inside[commonGroup(graph.groups, graph.nodes[from].group, graph.nodes[to].group)].push(index);
    });
  }

  /** Groups come after those that are in them. */
  layOutGroup(group: number): void {
    const children = this.children[group];
    const links = this.inside[group].map((index) => {
      const { from, to } = this.connections[index];
      return { index, from: this.childHolding(from, group), to: this.childHolding(to, group) };
    });
    const parts = joined(children.length, links).map((part) => this.arrange(group, part.items, part.links));
    const packed = pack(parts, gap);
    const isRoot = this.graph.groups[group].parent === undefined;
    const [left, top] = isRoot ? [padding, padding] : [padding, padding / 2 + title];
    const places: Point[] = [];
    parts.forEach((part, index) => {
      const { x, y } = packed.places[index];
      part.finish({ x: x + left, y: y + top }, places);
    });
    this.places[group] = places;
    const width = Math.max(packed.width, isRoot ? 0 : titleWidth(this.graph, group));
    this.sizes[group] = { width: Math.ceil(width + 2 * padding), height: Math.ceil(packed.height + top + padding) };
    const { parent } = this.graph.groups[group];
    if (parent !== undefined) this.children[parent][this.groupPlace[group]] = { ...this.sizes[group], group };
  }

  /** Everything where it stands in the drawing. */
  place(): Placement {
    const { groups, nodes } = this.graph;
    const boxes: Box[] = [];
    groups.forEach(({ parent }, group) => {
      const at = parent === undefined ? { x: 0, y: 0 } : this.at(boxes[parent], parent, this.groupPlace[group]);
      boxes[group] = { ...at, ...this.sizes[group] };
    });
    const placed = nodes.map(({ group }, node) => ({
      ...this.at(boxes[group], group, this.nodePlace[node]),
      ...nodeSize,
    }));
    const lines = this.connections.map(({ from, to }, index): Line => {
      const known = this.lines.get(index);
      return known ? moved(known.line, boxes[known.group]) : lineBetween(placed[from], placed[to]);
    });
    return { width: boxes[0].width, height: boxes[0].height, groups: boxes, nodes: placed, lines };
  }

  private at(box: Point, group: number, place: number): Point {
    const { x, y } = this.places[group][place];
    return { x: Math.round(box.x + x), y: Math.round(box.y + y) };
  }

  private childHolding(node: number, group: number): number {
    let holder = this.graph.nodes[node].group;
    if (holder === group) return this.nodePlace[node];
    while (this.graph.groups[holder].parent !== group) holder = this.graph.groups[holder].parent ?? 0;
    return this.groupPlace[holder];
  }

  /** Boxes that hang together, in layers unless they are too many: then in rows, and their lines cross. */
  private arrange(group: number, items: readonly number[], links: readonly Lifted[]): Part {
    const sizes = items.map((item) => this.children[group][item]);
    const isSmall = items.length > 1 && items.length <= mostInLayers && links.length <= mostLinesInLayers;
    const layers = isSmall ? this.inLayers(group, items, sizes, links) : undefined;
    const rows = inRows(items, sizes);
    if (!layers) return rows;
    // Layers of groups may become a long band, which cannot be read where it has to fit; their lines need no layers.
    const hasOwnLines = links.some(({ from, to }) => this.isNode(group, from) && this.isNode(group, to));
    return !hasOwnLines && layers.width > widest * layers.height && layers.width > rows.width ? rows : layers;
  }

  private isNode(group: number, child: number): boolean {
    return this.children[group][child].node !== undefined;
  }

  private inLayers(
    group: number,
    items: readonly number[],
    sizes: readonly Size[],
    links: readonly Lifted[],
  ): Part | undefined {
    const position = new Map(items.map((item, index) => [item, index]));
    const once = oncePerPair(links);
    const lines = once.map((link): LayerLine => {
      const ends = { from: position.get(link.from)!, to: position.get(link.to)! };
      const isOwn = this.isNode(group, link.from) && this.isNode(group, link.to);
      return isOwn ? { ...ends, label: labelSize(this.connections[link.index]) } : ends;
    });
    const layers = this.layers(sizes, lines);
    if (!layers) return undefined;
    const points = layers.lines.flatMap((line) => line.points);
    const right = layers.boxes.map(({ width, x }) => x + width);
    const bottom = layers.boxes.map(({ height, y }) => y + height);
    return {
      width: Math.ceil(Math.max(...right, ...points.map(({ x }) => x))),
      height: Math.ceil(Math.max(...bottom, ...points.map(({ y }) => y))),
      finish: (at, places) => {
        items.forEach((item, index) => (places[item] = added(layers.boxes[index], at)));
        lines.forEach(({ from, label, to }, index) => {
          // A line to what is in a group ends there, and not at the border of the group.
          if (!label) return;
          const line = throughLayers(layers.boxes[from], layers.lines[index], layers.boxes[to]);
          this.lines.set(once[index].index, { group, line: moved(line, at) });
        });
      },
    };
  }
}

function inRows(items: readonly number[], sizes: readonly Size[]): Part {
  const { height, places: packed, width } = pack(sizes, gap);
  return {
    width,
    height,
    finish: (at, places) => items.forEach((item, index) => (places[item] = added(packed[index], at))),
  };
}

function labelSize(connection: Connection): Size {
  return { width: labelOf(connection).length * characterWidth + 8, height: labelHeight };
}

/** A connection, with the children of a group that its ends are or are in. */
interface Lifted {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

interface Part extends Size {
  readonly finish: (at: Point, places: Point[]) => void;
}

function oncePerPair(links: readonly Lifted[]): readonly Lifted[] {
  const seen = new Set<string>();
  return links.filter(({ from, to }) => {
    const isNew = !seen.has(`${from} ${to}`);
    seen.add(`${from} ${to}`);
    return isNew;
  });
}

function titleWidth({ groups }: Graph, group: number): number {
  const words = groups[group].labels.map(({ kind, name }) => `${kind} ${name}`).join(' · ');
  return Math.min(words.length * 7, 2 * nodeSize.width);
}

function added(point: Point, by: Point): Point {
  return { x: point.x + by.x, y: point.y + by.y };
}

function moved({ direction, label, points }: Line, by: Point): Line {
  const move = (point: Point): Point => ({ x: Math.round(point.x + by.x), y: Math.round(point.y + by.y) });
  return { direction, points: points.map(move), ...(label && { label: move(label) }) };
}
