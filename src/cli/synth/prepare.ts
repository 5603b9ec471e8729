import { resolve } from 'node:path';
import type { Judged } from '../../build';
import type { CheckSettings, FileCheck } from '../../check-files';
import type { AllowedProblem } from '../../manifest/allowances';
import type { Manifest } from '../../manifest/manifest';
import type { OutputFile } from '../../output/output-file';
import { hasErrors } from '../../problems/problem';
import type { Problem } from '../../problems/problem';
import type { Io } from '../io';
import type { JudgingFlags } from '../judging-options';
import { load } from '../load';
import { problem } from '../problem';
import type { Progress } from '../progress';
import { checkHelmSettings, layOutHelmChart } from '../project/helm-chart';
import { readSettings, settingsFile } from '../project/settings';
import type { Settings } from '../project/settings';
import type { ChildRun } from '../run/child-process';
import { gather } from '../run/gather';
import { findFormerOutput } from '../run/former-output';
import { withJudging } from '../run/judging-environment';
import type { JudgingOrder } from '../run/judging-environment';
import { mergeJudged } from '../run/merge-judged';
import type { JudgedPart } from '../run/merge-judged';
import { runApp } from '../run/run-app';
import { createStaging } from '../run/staging';
import type { Staging } from '../run/staging';
import type { Synthesized } from '../run/synthesized';

type CheckFiles = typeof import('../../check-files');
type Validations = typeof import('../project/validations');

/** What to prepare, and how. */
export interface PrepareOptions {
  /** What starts the app. @default - `app` in cdk8s.yaml */
  readonly app?: string;
  /** The output folder. @default - `output` in cdk8s.yaml, else `dist` */
  readonly output?: string;
  readonly checksTypes: boolean;
  readonly runsValidations: boolean;
  /** How the objects are judged; not at all if false. */
  readonly judging: JudgingFlags | false;
  /** Whether the files must make one YAML stream. */
  readonly isStream: boolean;
}

/** An application, ready to be written, or what speaks against it. */
export interface Prepared {
  /** The output folder, as the user named it. */
  readonly output: string;
  /** What belongs into it; nothing where a problem is an error. */
  readonly files: readonly OutputFile[];
  readonly problems: readonly Problem[];
  /** The objects of the app and where they come from. @default - it ran in another process */
  readonly manifests?: readonly Manifest[];
  /** Findings that the app allows, each with its reason. @default - none */
  readonly allowed?: readonly AllowedProblem[];
  /** What the API server would say, beside the problems. @default - nothing was synthesized */
  readonly judged?: Judged;
  /** The signal by which the user ended the app. @default - it was not interrupted */
  readonly interruptedBy?: NodeJS.Signals;
}

/** Everything but the write: settings, app, types, layout, plugins. Every command that needs the app's files begins here. */
export async function prepare(options: PrepareOptions, io: Io, progress: Progress): Promise<Prepared> {
  const project = readSettings(io.folder);
  const output = options.output ?? project.settings.output ?? 'dist';
  const refused = [
    ...project.problems,
    ...(hasErrors(project.problems) ? [] : checkSettings(project.settings, options)),
  ];
  if (hasErrors(refused)) return { output, files: [], problems: refused };
  const command = options.app ?? project.settings.app;
  if (!command?.trim()) {
    const found = project.exists ? `${settingsFile} has no \`app\`` : `there is no ${settingsFile} in ${io.folder}`;
    const message = `Nothing says what to run: ${found}, and \`--app\` is not given.`;
    return { output, files: [], problems: [...refused, problem('PLM4001', { message })] };
  }

  const staging = createStaging();
  try {
    const made = await make(command, output, project.settings, options, io, staging, progress);
    const problems = [...refused, ...made.problems];
    return { ...made, output, problems, files: hasErrors(problems) ? [] : made.files };
  } finally {
    staging.remove();
  }
}

function checkSettings(settings: Settings, { isStream }: PrepareOptions): readonly Problem[] {
  if (isStream && settings.synthConfig?.format === 'helm') {
    const message = 'A Helm chart (`synthConfig.format: helm`) cannot be printed with `--stdout`.';
    return [problem('PLM4003', { message, fix: 'Leave `--stdout` out.' })];
  }
  return checkHelmSettings(settings);
}

async function make(
  command: string,
  output: string,
  settings: Settings,
  options: PrepareOptions,
  io: Io,
  staging: Staging,
  progress: Progress,
): Promise<Omit<Prepared, 'output'>> {
  const { folder } = io;
  const isHelm = settings.synthConfig?.format === 'helm';
  const home = resolve(folder, output, isHelm ? 'templates' : '');
  const run = await runJudged(command, home, settings, options, io, staging, progress);
  if (run.interruptedBy) return { files: [], problems: [], interruptedBy: run.interruptedBy };
  const gathered = gather(run.synthesized, staging.read(), staging.outdir, home);
  const problems = [...run.problems, ...gathered.problems];
  if (problems.length === 0 && run.synthesized.length === 0 && gathered.files.length === 0) {
    problems.push(problem('PLM4014', { message: `\`${command}\` ended without an App being synthesized.` }));
  }
  const manifests = run.synthesized.flatMap(({ live }) => live?.manifests ?? []);
  const allowed = run.synthesized.flatMap((synthesized) => synthesized.allowed);
  const judged = mergeJudged([...run.synthesized, ...run.written]);
  if (hasErrors(problems)) return { files: [], problems, manifests, allowed, judged };

  const chart = isHelm ? layOutHelmChart(gathered.files, settings, folder) : { files: gathered.files, problems: [] };
  problems.push(...chart.problems);
  if (options.runsValidations && settings.validations) {
    progress.say('Running validation plugins');
    const { validate } = load('./project/validations') as Validations;
    problems.push(...(await validate(chart.files, settings, folder, constructsOf(run.synthesized))));
  }
  return { files: chart.files, problems, manifests, allowed, judged };
}

interface JudgedRun extends ChildRun {
  /** What programs that are not our own wrote, such as those in other languages. */
  readonly written: readonly JudgedPart[];
}

/** Runs the app, which judges its objects as it is told here. */
async function runJudged(
  command: string,
  home: string,
  { plimsoll }: Settings,
  { checksTypes, judging }: PrepareOptions,
  { environment, folder, stderr }: Io,
  staging: Staging,
  progress: Progress,
): Promise<JudgedRun> {
  const { diff: _diff, ...review } = plimsoll ?? {};
  const note = (message: string): void => stderr(`${message}\n`);
  const run = (order: JudgingOrder): Promise<ChildRun> =>
    runApp({ command, folder, environment: withJudging(environment, order), checksTypes, staging, progress, note });
  if (!judging) return { ...(await run({ ...review, judge: false })), written: [] };
  const { against, ...flags } = judging;
  const former = findFormerOutput(against, home, folder);
  try {
    if (hasErrors(former.problems)) return { synthesized: [], problems: former.problems, written: [] };
    const replaces = former.folder;
    const made = await run({
      ...review,
      ...flags,
      ...(replaces !== undefined && { replaces, staged: staging.outdir }),
    });
    const written = judgeWritten(staging.read(), { ...flags, replaces });
    const problems = [...former.problems, ...made.problems, ...(written?.problems ?? [])];
    return { ...made, problems, written: written ? [{ outdir: staging.outdir, judged: written }] : [] };
  } finally {
    former.remove();
  }
}

/** Judges what was written by programs that are not our own, such as those in other languages. */
function judgeWritten(files: readonly OutputFile[], settings: CheckSettings): FileCheck | undefined {
  const manifests = files.filter(({ path }) => /\.ya?ml$/.test(path));
  if (manifests.length === 0) return undefined;
  const { checkFiles } = load('../check-files') as CheckFiles;
  return checkFiles(manifests, settings);
}

function constructsOf(synthesized: readonly Synthesized[]): Readonly<Record<string, string>> {
  return Object.fromEntries(synthesized.flatMap((it) => Object.entries(it.constructs)));
}
