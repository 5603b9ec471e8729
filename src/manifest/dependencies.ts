import type { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { sortTopologically } from './graph';
import type { Sorted, Vertex } from './graph';
import type { TreeNode } from './tree';

/** In which order to print what: charts after the charts they wait for, and within a chart objects likewise. */
export interface DependencyOrder {
  readonly charts: readonly ChartObjects[];
  /** Whether any chart waits for another or stands inside one: cdk8s then numbers the files. */
  readonly hasDependantCharts: boolean;
}

/** A chart and the objects of which it is the closest chart, in order. */
export interface ChartObjects {
  readonly chart: Chart;
  readonly objects: readonly ApiObject[];
}

/** The order; or the constructs of a cycle, the first one again at its end; or a dependency that has no chart to order. */
export type Ordered =
  | { readonly kind: 'order'; readonly order: DependencyOrder }
  | { readonly kind: 'cycle'; readonly cycle: readonly IConstruct[] }
  | { readonly kind: 'outside'; readonly source: IConstruct; readonly target: IConstruct };

/** A construct as a vertex of the graph. */
interface ConstructVertex extends Vertex<IConstruct> {
  readonly value: IConstruct;
  readonly tree: TreeNode;
  /** Where `tree` and its descendants stand in the list of all vertices: from here to before `end`. */
  readonly start: number;
  end: number;
}

/** A bundle of edges. */
interface Bundle extends Vertex<IConstruct> {
  readonly value: undefined;
  /** The part of the list of all vertices that the bundle may lead to. */
  readonly start: number;
  readonly end: number;
  /** Whether an object that waits through this bundle may be in it. */
  readonly sharesObjects: boolean;
  readonly outbound: Vertex<IConstruct>[];
}

/**
 * Orders charts and objects as cdk8s does, in linear time and without changing the tree.
 *
 * A dependency between two constructs means, as in cdk8s, that the chart of the one waits for the chart of the other, and
 * every object at or below the one for every object at or below the other. cdk8s writes all these pairs out; here each
 * construct with dependencies and each target is one bundle that the pairs pass through.
 */
export function orderByDependency(nodes: readonly TreeNode[]): Ordered {
  return new DependencyGraph(nodes).sort();
}

class DependencyGraph {
  private readonly vertices: ConstructVertex[] = [];
  private readonly byConstruct = new Map<IConstruct, ConstructVertex>();
  /** What each construct waits for, implied dependencies between charts included, without doubles and in order. */
  private readonly dependencies = new Map<ConstructVertex, Set<ConstructVertex>>();
  private readonly objects = new Map<ConstructVertex, readonly ConstructVertex[]>();
  private readonly targets = new Map<ConstructVertex, Bundle>();
  private readonly outside: Ordered | undefined;
  private hasDependantCharts = false;

  constructor(nodes: readonly TreeNode[]) {
    this.readVertices(nodes);
    this.readDependencies();
    this.outside = this.implyChartDependencies();
    if (this.outside === undefined) this.connect();
  }

  sort(): Ordered {
    if (this.outside) return this.outside;
    const all = this.sortAll();
    if (all.cycle) return { kind: 'cycle', cycle: all.cycle };
    const charts: ChartObjects[] = [];
    for (const construct of all.order) {
      const vertex = this.byConstruct.get(construct)!;
      if (!vertex.tree.isChart) continue;
      const sorted = this.sortChart(vertex);
      if (sorted.cycle) return { kind: 'cycle', cycle: sorted.cycle };
      const objects = sorted.order.filter((member) => {
        const { tree } = this.byConstruct.get(member)!;
        return tree.isApiObject && tree.chart === construct;
      });
      charts.push({ chart: construct as Chart, objects: objects as ApiObject[] });
    }
    return { kind: 'order', order: { charts, hasDependantCharts: this.hasDependantCharts } };
  }

  private sortAll(): Sorted<IConstruct> {
    const roots = this.rootsBetween(0, this.vertices.length);
    if (this.dependencies.size === 0) return { order: roots.map((vertex) => vertex.value) };
    // All vertices once more after the roots: those that only wait for each other hang below no root.
    return sortTopologically<IConstruct>([...roots, ...this.vertices]);
  }

  /** Sorts what stands in a chart by the dependencies that stay in it. */
  private sortChart({ start, end }: ConstructVertex): Sorted<IConstruct> {
    if (this.dependencies.size === 0) return { order: this.vertices.slice(start, end).map((vertex) => vertex.value) };
    return sortTopologically<IConstruct>(this.rootsBetween(start, end), (target) => {
      const place = target as ConstructVertex | Bundle;
      return place.start < end && (target.value === undefined ? place.end > start : place.start >= start);
    });
  }

  /** What nothing waits for within a part of the tree, in the order cdk8s visits it. */
  private rootsBetween(start: number, end: number): ConstructVertex[] {
    const part = this.vertices.slice(start, end);
    return likeArrayIndicesFirst(this.dependencies.size === 0 ? part : this.notAwaited(part, start, end));
  }

  private notAwaited(part: readonly ConstructVertex[], start: number, end: number): ConstructVertex[] {
    const awaited = new Set<ConstructVertex>();
    const done = new Set<ConstructVertex>();
    for (const source of part) {
      for (const target of this.dependencies.get(source) ?? []) {
        if (target.start < start || target.start >= end) continue;
        awaited.add(target);
        if (done.has(target)) continue;
        const objects = this.objectsAwaitedBy(source, target);
        for (const object of objects) awaited.add(object);
        if (objects.length === this.objectsOf(target).length) done.add(target);
      }
    }
    return part.filter((vertex) => !awaited.has(vertex));
  }

  /** The objects of the target that some object of the source waits for: all, but that nothing waits for itself. */
  private objectsAwaitedBy(source: ConstructVertex, target: ConstructVertex): readonly ConstructVertex[] {
    const sources = this.objectsOf(source);
    if (sources.length === 0) return [];
    const objects = this.objectsOf(target);
    return sources.length === 1 ? objects.filter((object) => object !== sources[0]) : objects;
  }

  private readVertices(nodes: readonly TreeNode[]): void {
    const open: ConstructVertex[] = [];
    for (const [start, tree] of nodes.entries()) {
      while (open.length > 0 && open[open.length - 1].tree !== tree.parent) open.pop()!.end = start;
      const vertex: ConstructVertex = {
        value: tree.construct,
        tree,
        outbound: [],
        start,
        end: nodes.length,
      };
      open.push(vertex);
      this.vertices.push(vertex);
      this.byConstruct.set(tree.construct, vertex);
    }
  }

  private readDependencies(): void {
    for (const vertex of this.vertices) {
      for (const dependency of vertex.value.node.dependencies) {
        const target = this.byConstruct.get(dependency);
        // A construct of another tree has no place in this order; cdk8s leaves it out too.
        if (target) this.addDependency(vertex, target);
      }
    }
  }

  private addDependency(source: ConstructVertex, target: ConstructVertex): void {
    const known = this.dependencies.get(source);
    if (known) known.add(target);
    else this.dependencies.set(source, new Set([target]));
  }

  private implyChartDependencies(): Ordered | undefined {
    for (const vertex of this.vertices) {
      if (!vertex.tree.isChart || !vertex.tree.parent?.isChart) continue;
      this.addDependency(this.byConstruct.get(vertex.tree.parent.construct)!, vertex);
      this.hasDependantCharts = true;
    }
    const explicit = this.vertices.flatMap((source) =>
      [...(this.dependencies.get(source) ?? [])].map((target) => ({ source, target })),
    );
    for (const { source, target } of explicit) {
      const [sourceChart, targetChart] = [source.tree.chart, target.tree.chart];
      if (sourceChart === undefined || targetChart === undefined) {
        return { kind: 'outside', source: source.value, target: target.value };
      }
      if (sourceChart === targetChart) continue;
      this.addDependency(this.byConstruct.get(sourceChart)!, this.byConstruct.get(targetChart)!);
      this.hasDependantCharts = true;
    }
    return undefined;
  }

  /** Draws the edges: each construct to what it was told to wait for, then each object to all it thereby waits for. */
  private connect(): void {
    for (const [source, targets] of this.dependencies) {
      for (const target of targets) {
        source.outbound.push(target);
        // Two objects that stand on both sides would have to wait for each other.
        if (this.overlap(source, target) > 1) target.outbound.push(source);
      }
    }
    const bundles = new Map<TreeNode, Bundle>();
    for (const vertex of this.vertices) {
      const parent = vertex.tree.parent;
      const inherited = parent && parent.chart === vertex.tree.chart ? bundles.get(parent) : undefined;
      const own = this.dependencies.get(vertex);
      const bundle = own ? this.bundle(vertex, own, inherited) : inherited;
      if (!bundle) continue;
      bundles.set(vertex.tree, bundle);
      if (!vertex.tree.isApiObject) continue;
      if (bundle.sharesObjects) this.writeOut(bundle, vertex, vertex);
      else vertex.outbound.push(bundle);
    }
  }

  /** All that the objects of a construct wait for: what the constructs above it wait for first, then its own. */
  private bundle(source: ConstructVertex, targets: Iterable<ConstructVertex>, inherited: Bundle | undefined): Bundle {
    const outbound: Vertex<IConstruct>[] = inherited ? [inherited] : [];
    let sharesObjects = inherited?.sharesObjects ?? false;
    for (const target of targets) {
      if (this.overlap(source, target) > 0) sharesObjects = true;
      outbound.push(this.targetBundle(target));
    }
    return { value: undefined, start: 0, end: this.vertices.length, outbound, sharesObjects };
  }

  /** Writes a bundle out for one object that may stand in it itself: nothing waits for itself. */
  private writeOut(bundle: Bundle, object: ConstructVertex, into: ConstructVertex): void {
    for (const target of bundle.outbound) {
      if (target === object) continue;
      if (target.value === undefined) this.writeOut(target as Bundle, object, into);
      else into.outbound.push(target);
    }
  }

  private targetBundle(target: ConstructVertex): Bundle {
    let bundle = this.targets.get(target);
    if (!bundle) {
      const { start, end } = target;
      bundle = { value: undefined, start, end, outbound: [...this.objectsOf(target)], sharesObjects: false };
      this.targets.set(target, bundle);
    }
    return bundle;
  }

  /** The objects at or below a construct that belong to its own chart. */
  private objectsOf(vertex: ConstructVertex): readonly ConstructVertex[] {
    let objects = this.objects.get(vertex);
    if (!objects) {
      objects = this.vertices
        .slice(vertex.start, vertex.end)
        .filter(({ tree }) => tree.isApiObject && tree.chart === vertex.tree.chart);
      this.objects.set(vertex, objects);
    }
    return objects;
  }

  /** How many objects two constructs have in common: none unless they are of one chart and one contains the other. */
  private overlap(source: ConstructVertex, target: ConstructVertex): number {
    if (source.tree.chart !== target.tree.chart) return 0;
    if (target.start >= source.start && target.end <= source.end) return this.objectsOf(target).length;
    if (source.start >= target.start && source.end <= target.end) return this.objectsOf(source).length;
    return 0;
  }
}

/**
 * cdk8s keeps constructs in a JavaScript object by their paths, and such objects list keys that look like array indices
 * first. Only what stands right below the app can have such a path.
 */
function likeArrayIndicesFirst(vertices: ConstructVertex[]): ConstructVertex[] {
  const isIndex = ({ tree, value }: ConstructVertex): boolean =>
    tree.parent !== undefined &&
    tree.parent.parent === undefined &&
    String(Number(value.node.id) >>> 0) === value.node.id;
  const indices = vertices.filter(isIndex);
  if (indices.length === 0) return vertices;
  indices.sort((left, right) => Number(left.value.node.id) - Number(right.value.node.id));
  return [...indices, ...vertices.filter((vertex) => !isIndex(vertex))];
}
