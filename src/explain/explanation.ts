import type { FieldStep } from '../problems/field-path';
import type { ObjectIdentity, SourcePosition } from '../problems/problem';

/** Why a field of an object is there. */
export interface Explanation {
  readonly object: ObjectIdentity;
  /** The field, as Kubernetes writes it; `` for the whole object. */
  readonly field: string;
  /** Path of the construct that the user's code made, from which the object came. */
  readonly construct: string;
  /** Class of that construct. @default - not known */
  readonly constructClass?: string;
  /** Where the user's code makes it. @default - not known */
  readonly source?: SourcePosition;
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
  | { readonly kind: 'id'; readonly source?: SourcePosition }
  | { readonly kind: 'scope'; readonly name: string }
  /** The construct always says so. */
  | { readonly kind: 'construct' }
  /** It is not known more closely than which construct made the object. */
  | { readonly kind: 'unknown' };

/** A path of steps, to be looked up. */
export type FieldPath = readonly FieldStep[];
