import type { Change } from '../changes/change';
import type { LinkKind } from '../links/link';
import type { ObjectIdentity, Problem } from '../problems/problem';
import type { GraphObject } from './graph-object';

/** Objects, what they have to do with each other, and where they belong. Everything is named by its place in its list. */
export interface Graph {
  /** The first one holds everything; parents come before their children. */
  readonly groups: readonly GraphGroup[];
  readonly nodes: readonly GraphNode[];
  /** One for each pair of nodes and kind of reference. */
  readonly edges: readonly GraphEdge[];
  /** Problems that are about none of the nodes. */
  readonly problems: readonly Problem[];
}

/** What a group stands for. */
export interface GroupLabel {
  readonly kind: 'namespace' | 'chart' | 'construct' | 'file';
  readonly name: string;
}

/** Nodes that belong together. */
export interface GraphGroup {
  readonly id: string;
  /** The group that it is in. @default - it holds everything */
  readonly parent?: number;
  /** From the outside in: a namespace that has one chart is one group with it. Empty for the group that holds everything. */
  readonly labels: readonly GroupLabel[];
}

/** What a node stands for. */
export type NodeKind =
  /** An object. */
  | 'object'
  /** An object that is referred to and not among the objects. */
  | 'outside'
  /** The Pods, or other objects, that a selector selects: none of them, or too many to draw a line to each. */
  | 'selection';

export interface GraphNode {
  /** Letters, digits and `_`, begins with an upper-case letter; the same as long as the object has the same name. */
  readonly id: string;
  readonly is: NodeKind;
  /** Of a selection, the name is the selector as `kubectl --selector` takes it, empty where it selects everything. */
  readonly identity: ObjectIdentity;
  /** The namespace in which it is found, empty where there is none or it is not known. */
  readonly namespace: string;
  readonly group: number;
  /** @default - it is not among the objects */
  readonly object?: GraphObject;
  /** How many objects are selected. @default - it is not a selection */
  readonly selected?: number;
  readonly problems: readonly Problem[];
  /** What becomes of it. @default - nothing, or it is not known */
  readonly change?: Change;
}

/** That one object refers to another, or to several by a selection. */
export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  readonly kind: LinkKind;
  /** The fields that refer. */
  readonly fields: readonly string[];
  /** Whether the object itself says that it can do without. */
  readonly isOptional: boolean;
}
