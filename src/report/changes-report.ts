import type { Change } from '../changes/change';
import type { Comparison } from '../changes/compare-objects';
import type { Gate } from '../changes/gates';
import type { Problem } from '../problems/problem';

/** Everything that a report of changes says. */
export interface ChangesReport {
  readonly comparison: Comparison;
  /** What was there, as the user knows it: `dist`, `main:dist`. */
  readonly before: string;
  /** What would be there. */
  readonly after: string;
  /** Documents that are no Kubernetes objects, and so are not compared. */
  readonly skipped: readonly SkippedDocument[];
  /** Warnings about the app. */
  readonly problems: readonly Problem[];
  /** Whether the API server's code was asked about defaults and updates. */
  readonly isJudged: boolean;
  /** What `--fail-on` has found, also where that is nothing. */
  readonly gates: readonly GateResult[];
}

export interface SkippedDocument {
  readonly file: string;
  readonly line?: number;
  readonly what: string;
}

/** What a gate did not let through. */
export interface GateResult {
  readonly gate: Gate;
  readonly changes: readonly Change[];
}
