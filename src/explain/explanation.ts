import type { FieldStep } from '../problems/field-path';
import type { ObjectIdentity, SourcePosition } from '../problems/problem';

/** A construct that the user's code made. */
export interface MadeBy {
  /** Its path. */
  readonly construct: string;
  /** Its class. @default - not known */
  readonly constructClass?: string;
  /** Where the user's code makes it. @default - not known */
  readonly source?: SourcePosition;
}

/** Why a field of an object is there; and of which construct the object came. */
export interface Explanation extends MadeBy {
  readonly object: ObjectIdentity;
  /** The field, as Kubernetes writes it; `` for the whole object. */
  readonly field: string;
  /** The constructs around it that the user's code made too, the closest first. */
  readonly within: readonly MadeBy[];
  readonly cause: ExplainedCause;
  /** What Kubernetes says about the field. @default - nothing is known */
  readonly documentation?: { readonly field: string; readonly text: string };
}

/** What set the field. */
export type ExplainedCause =
  | {
      readonly kind: 'prop';
      /** The prop, such as `ports.http.servicePort`. */
      readonly prop: string;
      /** Where it is written; its closest part, where a call or variable hides the rest. @default - not known */
      readonly source?: SourcePosition;
      /** Further props that the field depends on. */
      readonly others: readonly string[];
    }
  /** Something was called on the construct, or on the object, after it was made. */
  | { readonly kind: 'call'; readonly call: string; readonly source?: SourcePosition }
  | { readonly kind: 'id'; readonly source?: SourcePosition }
  | { readonly kind: 'scope'; readonly name: string }
  /** The construct always says so. */
  | { readonly kind: 'construct' }
  /** It is not known more closely than which construct made the object. */
  | {
      readonly kind: 'unknown';
      /** Whether the construct, made again, says something else there. @default false */
      readonly isOther?: boolean;
    };

/** A path of steps, to be looked up. */
export type FieldPath = readonly FieldStep[];
