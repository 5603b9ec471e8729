import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Problem } from '../../problems/problem';
import { nearest } from '../../values/nearest';
import { load } from '../load';
import { findFile, isTypeScript } from '../loader/resolve';
import type { TypeScriptSettings } from '../loader/typescript-settings';
import { problem } from '../problem';
import type { Progress } from '../progress';
import { parseAppCommand } from '../project/app-command';
import type { NodeProgram } from '../project/app-command';
import { startTypeCheck } from '../project/type-check';
import type { TypeCheck } from '../project/type-check';
import type { ChildRun } from './child-process';
import { judgingVariable } from './judging-environment';
import type { Staging } from './staging';
import type { Run } from './synthesized';

type ChildProcess = typeof import('./child-process');
type InProcess = typeof import('./in-process');
type Settings = typeof import('../loader/typescript-settings');

/** How to run an app. */
export interface AppRun {
  /** The text of `app:`. */
  readonly command: string;
  /** The project's folder, an absolute path. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly checksTypes: boolean;
  readonly staging: Staging;
  readonly progress: Progress;
  /** Takes a line for whoever waits. */
  readonly note: (message: string) => void;
}

/** Runs the app, in this process where that makes no difference, and checks its types at the same time. */
export async function runApp(app: AppRun): Promise<ChildRun> {
  const command = parseAppCommand(app.command);
  app.progress.say('Running the app');
  if (command.kind === 'node') return runNodeProgram(command, app);
  const { runCommand } = load('./run/child-process') as ChildProcess;
  const typeCheck = checkTypesOf(findTsconfig(app), app);
  const run = await runCommand(app.command, command, app.folder, app.environment, app.staging);
  if (run.interruptedBy) typeCheck?.stop();
  return {
    ...(await addTypes(run, typeCheck, app.progress)),
    ...(run.interruptedBy && { interruptedBy: run.interruptedBy }),
  };
}

async function runNodeProgram(program: NodeProgram, app: AppRun): Promise<Run> {
  const entry = findFile(resolve(app.folder, program.entry));
  if (entry === undefined) {
    const message = `\`app: ${app.command}\` runs \`${program.entry}\`, and there is no such file in ${app.folder}.`;
    const [meant] = nearest(basename(program.entry), namesBeside(resolve(app.folder, program.entry)), 1);
    const fix = meant && `\`${meant}\` is close; correct \`app:\` in cdk8s.yaml if it is meant.`;
    return { synthesized: [], problems: [problem('PLM4016', { message, ...(fix && { fix }) })] };
  }
  const settings = program.readsTypeScript || isTypeScript(entry) ? readSettings(entry, program, app) : undefined;
  const typeCheck = isTypeScript(entry) ? checkTypesOf(settings?.file, app) : undefined;
  process.env[judgingVariable] = app.environment[judgingVariable];
  const { runInProcess } = load('./run/in-process') as InProcess;
  const run = await runInProcess(program, entry, app.staging.outdir, settings, app.note);
  return addTypes(run, typeCheck, app.progress);
}

function readSettings(entry: string, program: NodeProgram, app: AppRun): TypeScriptSettings {
  const { readTypeScriptSettings } = load('./loader/typescript-settings') as Settings;
  return readTypeScriptSettings(
    entry,
    program.tsconfig === undefined ? undefined : resolve(app.folder, program.tsconfig),
  );
}

function checkTypesOf(tsconfig: string | undefined, app: AppRun): TypeCheck | undefined {
  return app.checksTypes && tsconfig !== undefined ? startTypeCheck(tsconfig) : undefined;
}

/** For a command that is not ours to run: the project's tsconfig.json, if the command names a TypeScript file. */
function findTsconfig({ command, folder }: AppRun): string | undefined {
  const file = join(folder, 'tsconfig.json');
  return /\.[cm]?tsx?\b/.test(command) && existsSync(file) ? file : undefined;
}

/** Type errors come first: they are often the cause of the rest. */
async function addTypes(run: Run, typeCheck: TypeCheck | undefined, progress: Progress): Promise<Run> {
  if (!typeCheck) return run;
  progress.say('Checking types');
  const types = (await typeCheck.problems).filter((type) => !run.problems.some((it) => saysTheSame(it, type)));
  return { synthesized: run.synthesized, problems: [...types, ...run.problems] };
}

function namesBeside(file: string): readonly string[] {
  return existsSync(dirname(file)) ? readdirSync(dirname(file)) : [];
}

/** A missing module or a line that does not parse is found by the compiler too. */
function saysTheSame(problem: Problem, type: Problem): boolean {
  const isSeenByCompiler = problem.code === 'PLM4012' || problem.code === 'PLM4013';
  const [left, right] = [problem.source, type.source];
  return isSeenByCompiler && left !== undefined && left.file === right?.file && left.line === right.line;
}
