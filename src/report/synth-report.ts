import type { Problem } from '../problems/problem';
import { problemsToJson } from './problem-json';
import { countProblems } from './problem-report';
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
}

/** What was done, as lines of text; ends with a newline. */
export function reportSynth({ output, removed, unchanged, written }: SynthOutcome, styles: Styles): string {
  const folder = String(output).replace(/\/$/, '');
  const name = (path: string): string => `${styles.dim(`${folder}/`)}${path}`;
  const counts = [`${written.length} written`, `${unchanged.length} unchanged`];
  if (removed.length > 0) counts.push(`${removed.length} removed`);
  const lines = [
    ...written.map((path) => `${styles.fix('wrote')}   ${name(path)}`),
    ...removed.map((path) => `${styles.warning('removed')} ${name(path)}`),
    `${folder}: ${counts.join(', ')}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** The last line when something is wrong. */
export function reportFailure({ output, problems, done }: SynthOutcome, styles: Styles): string {
  const counts = countProblems(problems);
  if (done) return `${styles.warning(counts)}\n`;
  const consequence = output === undefined ? 'nothing was printed' : `nothing was written to ${output}`;
  return `${styles.error(counts)}; ${consequence}\n`;
}

/**
 * The same as one JSON document.
 *
 * @param folder the working directory: source files inside it are named relative to it
 */
export function synthJson(outcome: SynthOutcome, folder: string): string {
  const { done, output, problems, removed, unchanged, written } = outcome;
  const document = {
    command: 'synth',
    ok: done,
    output: output ?? null,
    written,
    unchanged,
    removed,
    problems: problemsToJson(problems, folder),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
