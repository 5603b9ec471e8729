import type { ProblemCode } from './catalogue';

/** How much a problem matters: an `error` stops the write, a `warning` is shown and does not. */
export type Severity = 'error' | 'warning';

/** What identifies an object in a cluster. */
export interface ObjectIdentity {
  /** API group and version, such as `apps/v1`; `v1` for the core group. */
  readonly apiVersion: string;
  /** Kind, such as `Deployment`. */
  readonly kind: string;
  /**
   * Namespace as it is written in the object.
   * @default - none: cluster-scoped, or left to whoever applies the object
   */
  readonly namespace?: string;
  /** Name, as in `metadata.name`. */
  readonly name: string;
}

/** A place in a text file. */
export interface SourcePosition {
  /** Path of the file as whoever ran or read it knew it; reports shorten it to be relative to where they are read. */
  readonly file: string;
  /** Line, counted from 1. */
  readonly line: number;
  /** Column, counted from 1. */
  readonly column: number;
}

/** What every problem says, whatever its code. */
export interface ProblemDetails {
  /** One sentence or more: what was found, and what is allowed. */
  readonly message: string;
  /**
   * The object at fault.
   * @default - the problem is not about one object
   */
  readonly object?: ObjectIdentity;
  /**
   * Path of the field at fault, as Kubernetes writes it: `spec.template.spec.containers[0].ports[1].name`.
   * @default - the problem is about the whole object
   */
  readonly field?: string;
  /**
   * Path of the construct that made the object.
   * @default - no construct made it
   */
  readonly construct?: string;
  /**
   * Where the user's code (or the YAML that was read) says it.
   * @default - not known
   */
  readonly source?: SourcePosition;
  /**
   * The output file concerned, relative to the output folder.
   * @default - none
   */
  readonly file?: string;
  /**
   * What to do about it.
   * @default - the fix of the problem's code, see `problemCatalogue`
   */
  readonly fix?: string;
}

/** One problem: data, not an exception. The set of codes is closed: see `problemCatalogue`. */
export interface Problem extends ProblemDetails {
  /** What is wrong, as a code: see docs/problems/README.md. */
  readonly code: ProblemCode;
  /** Whether it stops the write. */
  readonly severity: Severity;
}

/** Whether any of the problems stops the write. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
