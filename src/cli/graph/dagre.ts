import type { LayOutLayers } from '../../graph/layers';
import { load } from '../load';

/** What of the library is used: its own types are those of an ES module, which this one cannot import. */
interface Dagre {
  readonly Graph: new (options: { readonly multigraph: boolean }) => DagreGraph;
  readonly layout: (graph: DagreGraph) => void;
}

interface DagreGraph {
  setGraph(label: object): void;
  setNode(id: string, label: object): void;
  setEdge(from: string, to: string, label: object, name: string): void;
  node(id: string): { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  edge(
    from: string,
    to: string,
    name: string,
  ): {
    readonly points: readonly { readonly x: number; readonly y: number }[];
    readonly x?: number;
    readonly y?: number;
  };
}

/** Puts boxes into layers as dagre does. */
export const layOutWithDagre: LayOutLayers = (boxes, lines) => {
  const { Graph, layout } = load('@dagrejs/dagre') as Dagre;
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 18, edgesep: 12, ranksep: 44 });
  boxes.forEach(({ height, width }, index) => graph.setNode(String(index), { width, height }));
  lines.forEach(({ from, label, to }, index) => {
    graph.setEdge(String(from), String(to), { ...label, labelpos: 'c' }, String(index));
  });
  layout(graph);
  return {
    boxes: boxes.map(({ height, width }, index) => {
      const { x, y } = graph.node(String(index));
      return { x: x - width / 2, y: y - height / 2, width, height };
    }),
    lines: lines.map(({ from, label, to }, index) => {
      const { points, x, y } = graph.edge(String(from), String(to), String(index));
      return { points, ...(label && x !== undefined && y !== undefined && { label: { x, y } }) };
    }),
  };
};
