import type { ProblemDetails, Severity } from '../problems/problem';
import type { ProblemCode } from '../problems/catalogue';
import { describeObject } from './problem-report';

/** A place in a file, as whoever reads a report knows the file. */
export interface ListedPlace {
  /** Relative to the root of the repository, with `/` as separator; a file outside it has an absolute path. */
  readonly path: string;
  /** Line, counted from 1. */
  readonly line: number;
  /** Column, counted from 1, in UTF-16 code units. */
  readonly column: number;
}

/** A problem with all that a report for other programs says of it. */
export interface ListedProblem extends Omit<ProblemDetails, 'source' | 'file' | 'fix'> {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** What to do about it. */
  readonly fix: string;
  /**
   * Where it is to be mended: the code, or the manifest where no code made it.
   * @default - not known
   */
  readonly place?: ListedPlace;
  /**
   * Where the manifest says it, besides the code.
   * @default - not known, or `place` says so
   */
  readonly manifest?: ListedPlace;
  /** Tells it from all others, and stays the same when lines move. */
  readonly fingerprint: string;
  /**
   * Why it is allowed.
   * @default - it is not
   */
  readonly because?: string;
}

/** All that was found in one run. */
export interface ProblemListing {
  readonly problems: readonly ListedProblem[];
  /** Findings that are allowed, each with its reason. */
  readonly allowed: readonly ListedProblem[];
  /** Every file that was looked at, sorted. */
  readonly files: readonly string[];
  /** The file that stands for problems that have no place: some formats cannot do without one. */
  readonly fallback: string;
  /** What was looked at, as a sentence without a full stop. */
  readonly summary: string;
  /** The version of Plimsoll. */
  readonly version: string;
  /**
   * Where the pages on problems are, without a slash at the end.
   * @default - not known
   */
  readonly documentation?: string;
}

/** What a problem is about: an object, else a construct, else a file. */
export function subjectOf({ construct, object, place }: ListedProblem, fallback: string): string {
  if (object) return describeObject(object);
  return construct || place?.path || fallback;
}

/** `Deployment web: spec.replicas: what was found`: one sentence that says all without a heading above it. */
export function describeListed({ construct, field, message, object }: ListedProblem): string {
  const subject = object ? describeObject(object) : construct;
  return [subject, field, message].filter(Boolean).join(': ');
}

/** A path as a URI, relative where the path is. */
export function uriOf(path: string): string {
  const uri = wellFormed(path).split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return `file://${uri}`;
  return /^[A-Za-z]:\//.test(path) ? `file:///${uri}` : uri;
}

/** Text in which no character is cut in half. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
