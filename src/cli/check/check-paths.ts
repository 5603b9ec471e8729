import { checkFiles } from '../../check-files';
import type { FileCheck } from '../../check-files';
import { once } from '../../once';
import { hasErrors } from '../../problems/problem';
import type { Problem } from '../../problems/problem';
import { hideSecrets } from '../../report/hide-secrets';
import type { Io } from '../io';
import type { JudgingFlags } from '../judging-options';
import { problem } from '../problem';
import type { Progress } from '../progress';
import { tuneEngine } from '../tune-engine';
import { objectsOfFiles } from './check-app';
import type { CheckOutcome } from './check-outcome';
import { describeFileCheck, reportCheck } from './check-report';
import { readAgainst, readInputs } from './read-inputs';
import type { Inputs } from './read-inputs';

/** How files are checked. */
export interface CheckPathsOptions extends JudgingFlags {
  /** Files, folders, patterns; `-` for the standard input. */
  readonly paths: readonly string[];
  readonly namespace?: string;
}

/** Judges manifests that any tool made. */
export function checkPaths(options: CheckPathsOptions, io: Io, progress: Progress): CheckOutcome {
  progress.say('Reading');
  const inputs = readInputs(options.paths, io.folder);
  progress.say('Judging');
  const check = judgeInputs(inputs, options, io);
  const texts = new Map(inputs.files.map((file) => [file.path, once(() => hideSecrets(file.text))]));
  const { deleted, judged, kubernetes, notJudged, problems, skipped } = check;
  return {
    problems,
    allowed: [],
    files: inputs.files.map(({ path }) => path),
    fallback: inputs.files[0]?.path ?? options.paths[0],
    sentence: describeFileCheck(check, inputs.files.length),
    describe: (styles) => reportCheck(check, inputs.files.length, styles),
    data: { kubernetes, judged, notJudged, skipped, deleted },
    readSource: (file) => texts.get(file)?.(),
    // A problem of a file is in the file.
    locate: () => undefined,
    objects: () => objectsOfFiles(inputs.files),
  };
}

function judgeInputs(inputs: Inputs, options: CheckPathsOptions, io: Io): FileCheck {
  const { against, ...settings } = options;
  const former =
    against === undefined || against === 'none' ? undefined : readAgainst(against, options.paths, io.folder);
  const check = checkFiles(inputs.files, {
    ...settings,
    outside: { objects: inputs.generated },
    against: former?.files,
    beforeEngine: tuneEngine,
  });
  const problems: Problem[] = [...inputs.problems, ...(former?.problems ?? []), ...check.problems];
  const unjudged = check.notJudged.reduce((sum, { count }) => sum + count, 0);
  if (check.judged + unjudged === 0 && !hasErrors(problems)) {
    const message = `There is no Kubernetes object in ${options.paths.join(', ')}.`;
    problems.push(problem('PLM6005', { message }));
  }
  return { ...check, skipped: [...inputs.skipped, ...check.skipped], problems };
}
