import type { AllowedProblem } from '../../manifest/allowances';
import type { ObjectIdentity, Problem, SourcePosition } from '../../problems/problem';
import type { Styles } from '../../report/styles';
import type { ClusterObject } from '../server/ask-cluster';

/** What a check has come to, of an app or of files. Paths of files are absolute, or relative to the working directory. */
export interface CheckOutcome {
  readonly problems: readonly Problem[];
  /** Findings that the app allows. */
  readonly allowed: readonly AllowedProblem[];
  /** Every file that was looked at. */
  readonly files: readonly string[];
  /** The file that stands for what has no place. */
  readonly fallback: string;
  /** What was looked at, as one sentence without a full stop. */
  readonly sentence: string;
  /** The lines that end the report in text, after the problems; each ends with a newline. */
  readonly describe: (styles: Styles) => string;
  /** What JSON says besides problems. */
  readonly data: object;
  /** The output folder, for problems that name a file in it. @default - there is none */
  readonly output?: string;
  /** The text of a file, for the lines around a problem. */
  readonly readSource: (file: string) => string | undefined;
  /** Where a manifest says something. */
  readonly locate: (object: ObjectIdentity, field: string) => SourcePosition | undefined;
  /** What can be sent to a cluster. */
  readonly objects: () => readonly ClusterObject[];
}

/** The same, or how the user ended it. */
export type CheckResult = CheckOutcome | { readonly interruptedBy: NodeJS.Signals };
