import { resolve } from 'node:path';
import { hasErrors } from '../../problems/problem';
import { reportProblems } from '../../report/problem-report';
import { reportFailure, reportSynth, synthJson } from '../../report/synth-report';
import type { SynthOutcome } from '../../report/synth-report';
import { yamlStream } from '../../report/yaml-stream';
import { exitCodeOf, exitCodes } from '../io';
import type { Io } from '../io';
import { load } from '../load';
import { startProgress } from '../progress';
import { readSource } from '../read-source';
import { chooseStyles } from '../terminal';
import type { ColorChoice } from '../terminal';
import { prepare } from './prepare';
import type { Prepared, PrepareOptions } from './prepare';

type Writer = typeof import('../../output/write-output');

/** What the flags of `plimsoll synth` say. */
export interface SynthOptions extends Omit<PrepareOptions, 'isStream'> {
  /** Whether files are overwritten that were changed by hand or made by somebody else. */
  readonly force: boolean;
  /** What the standard output gets: what was done, in words or as data, or the manifests themselves. */
  readonly report: 'text' | 'json' | 'stream';
  readonly isQuiet: boolean;
  readonly color: ColorChoice;
}

/** `plimsoll synth`: prepares everything, then writes or prints it, then says so. */
export async function runSynth(options: SynthOptions, io: Io): Promise<number> {
  const progress = startProgress(io, options.isQuiet || options.report === 'json');
  const prepared = await prepare({ ...options, isStream: options.report === 'stream' }, io, progress);
  progress.end();
  if (prepared.interruptedBy) {
    io.stderr(`Interrupted; nothing was written to ${prepared.output}.\n`);
    return exitCodeOf(prepared.interruptedBy);
  }
  const outcome = carryOut(prepared, options, io);
  tell(outcome, options, io);
  return outcome.done ? exitCodes.done : exitCodes.problems;
}

function carryOut(prepared: Prepared, options: SynthOptions, io: Io): SynthOutcome {
  const { allowed = [], files, judged, output, problems } = prepared;
  const nothing = { written: [], unchanged: [], removed: [], allowed, judged };
  if (options.report === 'stream') {
    const done = !hasErrors(problems);
    if (done) io.stdout(yamlStream(files));
    return { ...nothing, output: undefined, done, problems };
  }
  if (hasErrors(problems)) return { ...nothing, output, done: false, problems };
  const { writeOutput } = load('../output/write-output') as Writer;
  const { done, plan, problems: more } = writeOutput(resolve(io.folder, output), files, { force: options.force });
  if (!done || !plan) return { ...nothing, output, done: false, problems: [...problems, ...more] };
  return {
    ...nothing,
    output,
    done,
    written: plan.write.map((file) => file.path),
    unchanged: plan.keep.map((file) => file.path),
    removed: plan.prune.map((file) => file.path),
    problems: [...problems, ...more],
  };
}

function tell(outcome: SynthOutcome, options: SynthOptions, io: Io): void {
  if (options.report === 'json') return io.stdout(synthJson(outcome, io.folder));
  if (outcome.problems.length > 0) {
    const styles = chooseStyles(options.color, io.stderrIsTerminal, io.environment);
    const read = (file: string): string | undefined => readSource(resolve(io.folder, file));
    io.stderr(`${reportProblems(outcome.problems, { styles, folder: io.folder, readSource: read })}\n`);
    io.stderr(reportFailure(outcome, styles));
  }
  if (outcome.done && options.report === 'text' && !options.isQuiet) {
    io.stdout(reportSynth(outcome, chooseStyles(options.color, io.stdoutIsTerminal, io.environment)));
  }
}
