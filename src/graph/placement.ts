/** Where everything stands. Units are those of an SVG; whole numbers. */
export interface Placement {
  readonly width: number;
  readonly height: number;
  /** By the place of the group in the graph. */
  readonly groups: readonly Box[];
  /** By the place of the node in the graph. */
  readonly nodes: readonly Box[];
  /** By the place of the connection. */
  readonly lines: readonly Line[];
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle by its upper left corner. */
export interface Box extends Size, Point {}

/** The way of a line. */
export interface Line {
  /** Where it begins, where it passes, where it ends. */
  readonly points: readonly Point[];
  /** Which way it leaves and arrives. */
  readonly direction: 'across' | 'down';
  /** The middle of the place that is kept free for its label. @default - none is kept */
  readonly label?: Point;
}
