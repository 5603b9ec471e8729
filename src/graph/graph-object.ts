import type { LinkedObject } from '../links/linked-object';
import type { SourcePosition } from '../problems/problem';

/** An object that is drawn: a `Manifest` of an app, or an object that was read from a file. */
export interface GraphObject extends LinkedObject {
  /** Which construct made it, and where. @default - no construct made it */
  readonly origin?: {
    readonly chart: string;
    readonly construct: string;
    readonly locate: () => SourcePosition | undefined;
  };
  /** The file it was read from. @default - none */
  readonly file?: string;
  /** Where it stands in the file. @default - not known */
  readonly locate?: () => SourcePosition | undefined;
}

/** Where the code that made an object is, or the YAML it was read from. */
export function sourceOf({ locate, origin }: GraphObject): SourcePosition | undefined {
  return origin ? origin.locate() : locate?.();
}
