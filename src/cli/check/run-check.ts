import { hasErrors } from '../../problems/problem';
import { reportProblems } from '../../report/problem-report';
import { exitCodeOf, exitCodes } from '../io';
import type { Io } from '../io';
import type { JudgingFlags } from '../judging-options';
import { load } from '../load';
import { startProgress } from '../progress';
import type { Progress } from '../progress';
import { chooseStyles } from '../terminal';
import type { ColorChoice } from '../terminal';
import type { CheckOutcome, CheckResult } from './check-outcome';
import { reportAllowed } from './check-report';
import { deliver, readFormats } from './formats';

type CheckApp = typeof import('./check-app');
type CheckPaths = typeof import('./check-paths');
type CompareCluster = typeof import('../server/compare-cluster');

/** What the arguments of `plimsoll check` say. */
export interface CheckOptions {
  /** Files, folders, patterns; `-` for the standard input. None for what the app makes. */
  readonly paths: readonly string[];
  readonly app?: string;
  readonly output?: string;
  readonly namespace?: string;
  readonly checksTypes: boolean;
  readonly runsValidations: boolean;
  readonly judging: JudgingFlags | false;
  /** Formats with commas between them, each with the file it goes to or without. */
  readonly format: string;
  /** The cluster that is asked as well. @default - none */
  readonly server?: { readonly context?: string };
  readonly isQuiet: boolean;
  readonly color: ColorChoice;
}

/** `plimsoll check`: looks at what the app makes, or at files, and says what is wrong. Nothing is written but reports. */
export async function runCheck(options: CheckOptions, io: Io): Promise<number> {
  const requests = readFormats(options.format);
  const misuse = typeof requests === 'string' ? requests : findMisuse(options);
  if (misuse !== undefined || typeof requests === 'string') {
    io.stderr(`${misuse}\n`);
    return exitCodes.misuse;
  }
  const isText = requests.some(({ format }) => format === 'text');
  const progress = startProgress(io, options.isQuiet || !isText);
  const checked = await check(options, io, progress);
  if ('interruptedBy' in checked) {
    progress.end();
    return exitCodeOf(checked.interruptedBy);
  }
  const outcome = await askCluster(checked, options, io, progress);
  progress.end();
  if (isText) tell(outcome, options, io);
  const fault = deliver(requests, outcome, io);
  if (fault !== undefined) io.stderr(`${fault}\n`);
  return hasErrors(outcome.problems) || fault !== undefined ? exitCodes.problems : exitCodes.done;
}

function findMisuse({ app, judging, namespace, output, paths }: CheckOptions): string | undefined {
  if (paths.length === 0) {
    return namespace === undefined ? undefined : '--namespace is for files: objects of an app say their own.';
  }
  if (app !== undefined || output !== undefined) return '--app and --output are for the app, not for files.';
  if (judging === false) return '--no-judge leaves nothing to be checked in files.';
  return undefined;
}

async function check(options: CheckOptions, io: Io, progress: Progress): Promise<CheckResult> {
  const { judging, paths } = options;
  if (paths.length === 0) return (load('./check/check-app') as CheckApp).checkApp(options, io, progress);
  const { checkPaths } = load('./check/check-paths') as CheckPaths;
  return checkPaths({ ...(judging || {}), namespace: options.namespace, paths }, io, progress);
}

async function askCluster(
  outcome: CheckOutcome,
  { namespace, server }: CheckOptions,
  io: Io,
  progress: Progress,
): Promise<CheckOutcome> {
  if (!server) return outcome;
  progress.say('Asking the cluster');
  const { compareCluster } = load('./server/compare-cluster') as CompareCluster;
  return compareCluster(outcome, { ...server, namespace }, io);
}

function tell(outcome: CheckOutcome, { color, isQuiet }: CheckOptions, io: Io): void {
  const { allowed, describe, problems, readSource } = outcome;
  if (problems.length > 0) {
    const styles = chooseStyles(color, io.stderrIsTerminal, io.environment);
    io.stderr(`${reportProblems(problems, { styles, folder: io.folder, readSource })}\n`);
    io.stderr(`${styles.dim(`\`plimsoll explain ${problems[0].code}\` says what a code means.`)}\n`);
  }
  if (isQuiet) return;
  const styles = chooseStyles(color, io.stdoutIsTerminal, io.environment);
  io.stdout(reportAllowed(allowed, styles) + describe(styles));
}
