import { counted, isMap } from '../changes/data';
import { labelOf } from '../graph/connections';
import type { Connection } from '../graph/connections';
import type { Graph, GraphNode } from '../graph/graph';
import { sourceOf } from '../graph/graph-object';
import { nodeSize } from '../graph/lay-out';
import type { Placement } from '../graph/placement';
import type { KubernetesObject } from '../manifest/manifest';
import { problemCatalogue } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import { printYaml } from '../yaml/print';
import { hunksOf } from './changes-hunks';
import type { HunkLine } from './changes-hunks';
import { effectWords } from './changes-words';
import { pathOf } from './graph-paths';
import {
  changeSigns,
  describeNode,
  familyOf,
  groupTitle,
  kindText,
  moreAbout,
  nameText,
  severityOf,
} from './graph-words';
import { shorten } from './problem-report';

/** What the script of the page knows: see graph-page-script.ts. */
export interface PageData {
  readonly width: number;
  readonly height: number;
  readonly nodeWidth: number;
  readonly nodeHeight: number;
  readonly groups: readonly PageGroup[];
  readonly nodes: readonly PageNode[];
  readonly lines: readonly PageLine[];
  /** Problems that are about none of the objects. */
  readonly problems: readonly PageProblem[];
  /** What the page does not show, counted. */
  readonly leftOut: string;
}

interface PageGroup {
  readonly parent: number;
  readonly title: string;
  /** The title where there is less room. */
  readonly names: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface PageNode {
  readonly id: string;
  readonly is: GraphNode['is'];
  readonly kind: string;
  readonly kindText: string;
  readonly name: string;
  readonly about: string;
  readonly more: string;
  readonly namespace: string;
  readonly family: string;
  readonly group: number;
  readonly x: number;
  readonly y: number;
  readonly severity?: string;
  readonly problems?: readonly PageProblem[];
  readonly change?: {
    readonly kind: string;
    readonly sign: string;
    readonly effects: readonly string[];
    readonly lines: readonly HunkLine[];
  };
  readonly construct?: string;
  readonly source?: string;
  readonly yaml?: string;
}

interface PageLine {
  readonly from: number;
  readonly to: number;
  readonly path: string;
  readonly label: string;
  readonly at?: readonly [x: number, y: number];
  readonly dashed?: true;
  /** The rectangle around it: left, top, right, bottom. */
  readonly box: readonly [number, number, number, number];
}

interface PageProblem {
  readonly severity: string;
  readonly code: string;
  readonly text: string;
  readonly fix: string;
}

/** Characters of YAML in one page: browsers read so many at once. */
const mostYaml = 24_000_000;

/** All that is shown on the page. What a Secret holds is not among it. */
export function pageData(
  graph: Graph,
  connections: readonly Connection[],
  placement: Placement,
  folder: string,
): PageData {
  let characters = 0;
  let without = 0;
  const nodes = graph.nodes.map((node, index): PageNode => {
    const yaml = node.object?.object && yamlOf(node.object.object);
    const hasYaml = yaml !== undefined && characters + yaml.length <= mostYaml;
    if (hasYaml) characters += yaml.length;
    else if (yaml !== undefined) without += 1;
    return { ...nodeData(node, folder), ...at(placement, index), ...(hasYaml && { yaml }) };
  });
  return {
    width: placement.width,
    height: placement.height,
    nodeWidth: nodeSize.width,
    nodeHeight: nodeSize.height,
    groups: graph.groups.map((group, index) => ({
      parent: group.parent ?? -1,
      title: groupTitle(group),
      names: group.labels.map(({ name }) => name).join(' · '),
      ...placement.groups[index],
    })),
    nodes,
    lines: connections.map((connection, index) => lineData(graph, connection, placement.lines[index])),
    problems: graph.problems.map(problemData),
    leftOut: without === 0 ? '' : `The YAML of ${counted(without, 'object')} is left out: the page would be too large.`,
  };
}

function at({ nodes }: Placement, index: number): { readonly x: number; readonly y: number } {
  const { x, y } = nodes[index];
  return { x, y };
}

function nodeData(node: GraphNode, folder: string): Omit<PageNode, 'x' | 'y'> {
  const { group, id, identity, is, namespace, object, problems } = node;
  const source = object && sourceOf(object);
  const severity = severityOf(node);
  return {
    id,
    is,
    kind: identity.kind,
    kindText: kindText(node),
    name: nameText(node),
    about: describeNode(node),
    more: moreAbout(node).join(', '),
    namespace,
    family: familyOf(node),
    group,
    ...(severity && { severity, problems: problems.map(problemData) }),
    ...changeData(node),
    ...(object?.origin && { construct: object.origin.construct }),
    ...(source && { source: `${shorten(source.file, folder)}:${source.line}` }),
  };
}

function changeData({ change }: GraphNode): Pick<PageNode, 'change'> {
  if (!change) return {};
  const { effects, fields, kind } = change;
  return {
    change: {
      kind,
      sign: changeSigns[kind],
      effects: effects.map((effect) => `${effectWords[effect.kind]}: ${effect.reason}`),
      // What is new is shown as a whole already.
      lines: kind === 'created' ? [] : hunksOf(change, fields),
    },
  };
}

function lineData({ nodes }: Graph, connection: Connection, line: Placement['lines'][number]): PageLine {
  const { from, isOptional, to } = connection;
  const [xs, ys] = [line.points.map(({ x }) => x), line.points.map(({ y }) => y)];
  return {
    from,
    to,
    path: pathOf(line),
    label: labelOf(connection),
    ...(line.label && { at: [line.label.x, line.label.y] as const }),
    ...((isOptional || nodes[to].is !== 'object') && { dashed: true as const }),
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
  };
}

function problemData({ code, field, fix, message, severity }: Problem): PageProblem {
  return { severity, code, text: field ? `${field}: ${message}` : message, fix: fix ?? problemCatalogue[code].fix };
}

const hidden = '(not shown)';

/** An object as YAML; the values of a Secret are not in it. */
export function yamlOf(object: KubernetesObject): string {
  try {
    return printYaml(object.kind === 'Secret' ? withoutValues(object) : object);
  } catch {
    return '';
  }
}

function withoutValues(object: KubernetesObject): KubernetesObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => {
      if (key === 'metadata') return [key, withoutCopies(value)];
      return ['apiVersion', 'kind', 'type', 'immutable'].includes(key) ? [key, value] : [key, hideAll(value)];
    }),
  );
}

/** What kubectl and others note in annotations may be the whole Secret. */
function withoutCopies(metadata: unknown): unknown {
  if (!isMap(metadata) || metadata.annotations === undefined) return metadata;
  return { ...metadata, annotations: hideAll(metadata.annotations) };
}

function hideAll(value: unknown): unknown {
  return isMap(value) ? Object.fromEntries(Object.keys(value).map((key) => [key, hidden])) : hidden;
}
