import type { App } from 'cdk8s';
import type { Judged } from '../../build';
import type { AllowedProblem } from '../../manifest/allowances';
import type { Manifest } from '../../manifest/manifest';
import type { OutputFile } from '../../output/output-file';
import type { Problem } from '../../problems/problem';

/** What one `app.synth()` made: plain data but for `live`, so that it can come from another process. */
export interface Synthesized {
  /** Where the app would have written, an absolute path. */
  readonly outdir: string;
  readonly files: readonly OutputFile[];
  readonly problems: readonly Problem[];
  /** Findings that the app allows, each with its reason. */
  readonly allowed: readonly AllowedProblem[];
  /** What the API server would say, beside the problems. */
  readonly judged: Judged;
  /** Which construct made the object of a name; the last one, where several objects share it. */
  readonly constructs: Readonly<Record<string, string>>;
  /**
   * The app itself and what it made, for whoever asks where something comes from.
   * @default - it ran in another process
   */
  readonly live?: Live;
}

/** An app in this process. */
export interface Live {
  readonly app: App;
  readonly manifests: readonly Manifest[];
}

/** How a run of the app ended. */
export interface Run {
  /** All that was synthesized, in order. */
  readonly synthesized: readonly Synthesized[];
  /** What went wrong besides: the app threw, ended with an error code, never finished. */
  readonly problems: readonly Problem[];
}
