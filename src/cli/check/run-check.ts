import { checkFiles } from '../../check-files';
import type { FileCheck } from '../../check-files';
import { hasErrors } from '../../problems/problem';
import type { Problem } from '../../problems/problem';
import { reportProblems } from '../../report/problem-report';
import { exitCodes } from '../io';
import type { Io } from '../io';
import type { JudgingFlags } from '../judging-options';
import { problem } from '../problem';
import { startProgress } from '../progress';
import { chooseStyles } from '../terminal';
import type { ColorChoice } from '../terminal';
import { checkJson } from './check-json';
import { reportCheck } from './check-report';
import { tuneEngine } from '../tune-engine';
import { readAgainst, readInputs } from './read-inputs';
import type { Inputs } from './read-inputs';

/** What the arguments of `plimsoll check` say. */
export interface CheckOptions extends JudgingFlags {
  /** Files, folders, patterns; `-` for the standard input. */
  readonly paths: readonly string[];
  readonly namespace?: string;
  readonly report: 'text' | 'json';
  readonly isQuiet: boolean;
  readonly color: ColorChoice;
}

/** `plimsoll check`: reads everything, judges it, says so. */
export async function runCheck(options: CheckOptions, io: Io): Promise<number> {
  if (options.paths.length === 0) {
    io.stderr('plimsoll check needs to know what to check: name files or folders, or - for the standard input.\n');
    io.stderr('(`plimsoll synth` checks what your app makes.)\n');
    return exitCodes.misuse;
  }
  const progress = startProgress(io, options.isQuiet || options.report === 'json');
  progress.say('Reading');
  const inputs = readInputs(options.paths, io.folder);
  progress.say('Judging');
  const check = judgeInputs(inputs, options, io);
  progress.end();
  tell(check, inputs, options, io);
  return Promise.resolve(hasErrors(check.problems) ? exitCodes.problems : exitCodes.done);
}

function judgeInputs(inputs: Inputs, options: CheckOptions, io: Io): FileCheck {
  const { against, ...settings } = options;
  const former =
    against === undefined || against === 'none' ? undefined : readAgainst(against, options.paths, io.folder);
  const check = checkFiles(inputs.files, { ...settings, against: former?.files, beforeEngine: tuneEngine });
  const problems: Problem[] = [...inputs.problems, ...(former?.problems ?? []), ...check.problems];
  const unjudged = check.notJudged.reduce((sum, { count }) => sum + count, 0);
  if (check.judged + unjudged === 0 && !hasErrors(problems)) {
    const message = `There is no Kubernetes object in ${options.paths.join(', ')}.`;
    problems.push(problem('PLM6005', { message }));
  }
  return { ...check, skipped: [...inputs.skipped, ...check.skipped], problems };
}

function tell(check: FileCheck, inputs: Inputs, options: CheckOptions, io: Io): void {
  if (options.report === 'json') return io.stdout(checkJson(check));
  const texts = new Map(inputs.files.map((file) => [file.path, file.text]));
  if (check.problems.length > 0) {
    const styles = chooseStyles(options.color, io.stderrIsTerminal, io.environment);
    const readSource = (file: string): string | undefined => texts.get(file);
    io.stderr(`${reportProblems(check.problems, { styles, folder: io.folder, readSource })}\n`);
  }
  if (options.isQuiet) return;
  io.stdout(reportCheck(check, inputs.files.length, chooseStyles(options.color, io.stdoutIsTerminal, io.environment)));
}
