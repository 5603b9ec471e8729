import type { Change } from '../../changes/change';
import type { GraphObject } from '../../graph/graph-object';
import type { Problem } from '../../problems/problem';

/** All that a graph is made of. */
export interface Drawn {
  readonly objects: readonly GraphObject[];
  /** What is wrong with the objects: it is drawn. */
  readonly problems: readonly Problem[];
  readonly changes: readonly Change[];
  /** Why nothing can be drawn, or not all of it. */
  readonly refusals: readonly Problem[];
  /** The signal by which the user ended the app. @default - it was not interrupted */
  readonly interruptedBy?: NodeJS.Signals;
}
