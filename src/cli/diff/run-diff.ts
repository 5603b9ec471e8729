import { resolve } from 'node:path';
import { statSync } from 'node:fs';
import { compareObjects } from '../../changes/compare-objects';
import { gates, stoppedBy } from '../../changes/gates';
import type { Gate } from '../../changes/gates';
import type { IgnorePattern } from '../../changes/ignored-fields';
import { hasErrors } from '../../problems/problem';
import type { Problem } from '../../problems/problem';
import { changesJson, failureJson } from '../../report/changes-json';
import { changesMarkdown } from '../../report/changes-markdown';
import type { ChangesReport } from '../../report/changes-report';
import { changesText } from '../../report/changes-text';
import { hideSecrets } from '../../report/hide-secrets';
import { countProblems, reportProblems } from '../../report/problem-report';
import { either } from '../../values/show';
import { exitCodeOf, exitCodes } from '../io';
import type { Io } from '../io';
import type { JudgingFlags } from '../judging-options';
import { startProgress } from '../progress';
import { readSettings } from '../project/settings';
import type { Progress } from '../progress';
import { readSource } from '../read-source';
import { prepare } from '../synth/prepare';
import { chooseStyles } from '../terminal';
import type { ColorChoice } from '../terminal';
import { askServer } from './ask-server';
import { sideOfApp, sideOfPath, sideOfRevision } from './read-side';
import type { Side } from './read-side';

/** What the arguments of `plimsoll diff` say. */
export interface DiffOptions {
  /** Two files or folders; none for what the app makes. */
  readonly paths: readonly string[];
  readonly app?: string;
  readonly output?: string;
  /** A folder or a Git revision. @default - the output folder as it is */
  readonly against?: string;
  readonly checksTypes: boolean;
  readonly judging: JudgingFlags | false;
  readonly ignore: readonly IgnorePattern[];
  readonly failOn: readonly string[];
  readonly format: 'text' | 'json' | 'markdown';
  readonly isQuiet: boolean;
  readonly color: ColorChoice;
}

/** `plimsoll diff`: reads both sides, compares them, says what the change does. */
export async function runDiff(given: DiffOptions, io: Io): Promise<number> {
  const options = { ...given, ignore: [...given.ignore, ...ignoredInProject(io.folder)] };
  const misuse = findMisuse(options);
  if (misuse !== undefined) {
    io.stderr(`${misuse}\n`);
    return exitCodes.misuse;
  }
  const progress = startProgress(io, options.isQuiet || options.format === 'json');
  const sides = await readSides(options, io, progress);
  if ('interruptedBy' in sides) return exitCodeOf(sides.interruptedBy);
  const problems = [...sides.problems, ...sides.before.problems, ...sides.after.problems];
  if (hasErrors(problems)) {
    progress.end();
    return tellProblems(problems, options, io);
  }
  progress.say('Comparing');
  const report = compareSides(sides, options);
  progress.end();
  const isStopped = report.gates.some(({ changes }) => changes.length > 0);
  if (isStopped || !options.isQuiet || options.format !== 'text') io.stdout(print(report, options, io));
  return isStopped ? exitCodes.problems : exitCodes.done;
}

/** What cdk8s.yaml leaves out; what is wrong with that file is told when the app is run. */
function ignoredInProject(folder: string): readonly IgnorePattern[] {
  return readSettings(folder).settings.plimsoll?.diff?.ignore ?? [];
}

function findMisuse({ against, failOn, paths }: DiffOptions): string | undefined {
  const wrong = failOn.find((name) => !Object.hasOwn(gates, name));
  if (wrong !== undefined) return `--fail-on takes ${either(Object.keys(gates))}, not \`${wrong}\`.`;
  if (paths.length === 1 || paths.length > 2) {
    return 'plimsoll diff compares what the app makes, or two files or folders: name none or two of them.';
  }
  if (paths.length === 2 && against !== undefined) return '--against cannot be given with two files or folders.';
  return undefined;
}

interface Sides {
  readonly before: Side;
  readonly after: Side;
  readonly problems: readonly Problem[];
}

async function readSides(
  options: DiffOptions,
  io: Io,
  progress: Progress,
): Promise<Sides | { readonly interruptedBy: NodeJS.Signals }> {
  const { folder } = io;
  if (options.paths.length === 2) {
    progress.say('Reading');
    const [before, after] = options.paths.map((path) => sideOfPath(path, folder, false));
    return { before, after, problems: [] };
  }
  // Which updates are refused is asked when it is known what is an update.
  const judging = options.judging && { ...options.judging, against: 'none' };
  const prepared = await prepare({ ...options, judging, runsValidations: false, isStream: false }, io, progress);
  if (prepared.interruptedBy) return { interruptedBy: prepared.interruptedBy };
  const { manifests = [] } = prepared;
  const after = sideOfApp('the app', prepared.files, manifests);
  return { before: readFormer(options.against, prepared.output, folder), after, problems: prepared.problems };
}

function readFormer(against: string | undefined, output: string, folder: string): Side {
  if (against === undefined) return sideOfPath(output, folder, true);
  const isFolder = statSync(resolve(folder, against), { throwIfNoEntry: false })?.isDirectory();
  return isFolder ? sideOfPath(against, folder, true) : sideOfRevision(against, output, folder);
}

function compareSides({ after, before, problems }: Sides, { failOn, ignore, judging }: DiffOptions): ChangesReport {
  const server = judging && askServer(judging);
  const isJudged = server !== false && !('problem' in server);
  const comparison = compareObjects(before.objects, after.objects, { ...(isJudged && server), ignore });
  const fault = server !== false && 'problem' in server ? [server.problem] : [];
  return {
    comparison,
    before: before.name,
    after: after.name,
    skipped: [...before.skipped, ...after.skipped],
    problems: [...problems, ...fault],
    isJudged,
    gates: failOn.map((name) => ({ gate: name as Gate, changes: stoppedBy(name as Gate, comparison.changes) })),
  };
}

function print(report: ChangesReport, { color, format }: DiffOptions, io: Io): string {
  switch (format) {
    case 'json':
      return changesJson(report, io.folder);
    case 'markdown':
      return changesMarkdown(report, io.folder);
    case 'text':
      return changesText(report, {
        styles: chooseStyles(color, io.stdoutIsTerminal, io.environment),
        folder: io.folder,
      });
  }
}

function tellProblems(problems: readonly Problem[], { color, format }: DiffOptions, io: Io): number {
  if (format === 'json') io.stdout(failureJson(problems, io.folder));
  else {
    const styles = chooseStyles(color, io.stderrIsTerminal, io.environment);
    const read = (file: string): string | undefined => {
      const text = readSource(resolve(io.folder, file));
      return text === undefined || !/\.(?:ya?ml|json)$/i.test(file) ? text : hideSecrets(text);
    };
    io.stderr(`${reportProblems(problems, { styles, folder: io.folder, readSource: read })}\n`);
    io.stderr(`${styles.error(countProblems(problems))}; nothing was compared\n`);
  }
  return exitCodes.problems;
}
