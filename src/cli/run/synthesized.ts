import type { OutputFile } from '../../output/output-file';
import type { Problem } from '../../problems/problem';

/** What one `app.synth()` made: plain data, so that it can come from another process. */
export interface Synthesized {
  /** Where the app would have written, an absolute path. */
  readonly outdir: string;
  readonly files: readonly OutputFile[];
  readonly problems: readonly Problem[];
  /** Which construct made the object of a name; the last one, where several objects share it. */
  readonly constructs: Readonly<Record<string, string>>;
}

/** How a run of the app ended. */
export interface Run {
  /** All that was synthesized, in order. */
  readonly synthesized: readonly Synthesized[];
  /** What went wrong besides: the app threw, ended with an error code, never finished. */
  readonly problems: readonly Problem[];
}
