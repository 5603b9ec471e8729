import type { AllowedProblem } from '../manifest/allowances';
import type { ObjectIdentity, Problem } from '../problems/problem';
import { problemsToJson } from './problem-json';
import { countProblems, describeObject } from './problem-report';
import { printable } from './styles';
import type { Styles } from './styles';

/** What a synth did to the output folder, or why it did nothing. */
export interface SynthOutcome {
  /** The output folder, as the user named it; undefined when nothing was to be written. */
  readonly output: string | undefined;
  /** Whether everything went well and the folder now is what the app makes. */
  readonly done: boolean;
  /** Paths relative to the output folder, each list sorted. */
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  readonly problems: readonly Problem[];
  /** Findings that the app allows, each with its reason. */
  readonly allowed: readonly AllowedProblem[];
  /** What was judged. @default - the app was not run, or not to its end */
  readonly judged?: SynthJudged;
}

/** What the API server would say, beside the problems. */
export interface SynthJudged {
  /** The minor of Kubernetes that the objects are meant for. */
  readonly kubernetes: string;
  /** How many objects were judged. */
  readonly judged: number;
  /** Kinds that nothing can be said of. */
  readonly notJudged: readonly { readonly apiVersion: string; readonly kind: string; readonly count: number }[];
  /** Objects that were there and are no more. */
  readonly deleted: readonly ObjectIdentity[];
}

/** Objects that are named. */
const mostNamed = 20;

/** What was done, as lines of text; ends with a newline. */
export function reportSynth(outcome: SynthOutcome, styles: Styles): string {
  const { judged, output, removed, unchanged, written } = outcome;
  const folder = String(output).replace(/\/$/, '');
  const name = (path: string): string => `${styles.dim(`${folder}/`)}${path}`;
  const counts = [`${written.length} written`, `${unchanged.length} unchanged`];
  if (removed.length > 0) counts.push(`${removed.length} removed`);
  const lines = [
    ...written.map((path) => `${styles.fix('wrote')}   ${name(path)}`),
    ...removed.map((path) => `${styles.warning('removed')} ${name(path)}`),
    ...listDeleted(judged?.deleted ?? [], styles),
    `${folder}: ${counts.join(', ')}`,
  ];
  return `${lines.join('\n')}\n`;
}

function listDeleted(deleted: readonly ObjectIdentity[], styles: Styles): readonly string[] {
  const lines = deleted
    .slice(0, mostNamed)
    .map((object) => `${styles.warning('deleted')} ${printable(describeObject(object))}`);
  const more = deleted.length - lines.length;
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}

/** The last line when something is wrong. */
export function reportFailure({ output, problems, done }: SynthOutcome, styles: Styles): string {
  const counts = countProblems(problems);
  if (done) return `${styles.warning(counts)}\n`;
  const consequence = output === undefined ? 'nothing was printed' : `nothing was written to ${output}`;
  return `${styles.error(counts)}; ${consequence}\n`;
}

/**
 * The same as one JSON document; see docs/schemas/synth.schema.json.
 *
 * @param folder the working directory: source files inside it are named relative to it
 */
export function synthJson(outcome: SynthOutcome, folder: string): string {
  const { allowed, done, judged, output, problems, removed, unchanged, written } = outcome;
  const document = {
    command: 'synth',
    ok: done,
    output: output ?? null,
    written,
    unchanged,
    removed,
    ...judgedJson(judged),
    problems: problemsToJson(problems, folder),
    allowed: problemsToJson(allowed, folder).map((it, index) => ({ ...it, because: allowed[index].because })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** What was judged, as JSON has it; nothing where nothing was. */
export function judgedJson(judged: SynthJudged | undefined): object {
  if (judged === undefined) return {};
  return {
    kubernetes: judged.kubernetes,
    judged: judged.judged,
    notJudged: judged.notJudged.map(({ apiVersion, count, kind }) => ({ apiVersion, kind, count })),
    deleted: judged.deleted,
  };
}
