import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Explanation } from '../../explain/explanation';
import type { Manifest } from '../../manifest/manifest';
import { hasErrors } from '../../problems/problem';
import { problemCatalogue } from '../../problems/catalogue';
import type { ProblemCode } from '../../problems/catalogue';
import type { Problem } from '../../problems/problem';
import { nearest } from '../../values/nearest';
import { reportExplanation } from '../../report/explanation-report';
import { reportProblems } from '../../report/problem-report';
import { exitCodes } from '../io';
import type { Io } from '../io';
import { readTypeScriptSettings } from '../loader/typescript-settings';
import { parseAppCommand } from '../project/app-command';
import { readSettings } from '../project/settings';
import { readSource } from '../read-source';
import { startProgress } from '../progress';
import { chooseStyles } from '../terminal';
import type { ColorChoice } from '../terminal';
import { Explainer } from './explainer';
import type { Explain } from './explainer';
import { findManifest } from './find-manifest';
import { PropLocator } from './locate-prop';
import { Produced } from './produced';
import { recordConstructs } from './record-constructs';
import { runForExplanation } from './run-for-explanation';
import type { Ran } from './run-for-explanation';
import { explainFiles } from './source-map';
import { readTarget } from './target';

/** What the arguments of `plimsoll explain` say. */
export interface ExplainOptions {
  readonly what: readonly string[];
  readonly app?: string;
  readonly output?: string;
  readonly sourceMap?: string;
  readonly report: 'text' | 'json';
  readonly isQuiet: boolean;
  readonly color: ColorChoice;
}

/** `plimsoll explain`: finds what made a line, or says what a code means. */
export async function runExplain(options: ExplainOptions, io: Io): Promise<number> {
  const target = options.sourceMap === undefined ? readTarget(options.what, io.folder) : undefined;
  if (typeof target === 'string') return misuse(target, io);
  if (target?.kind === 'code') return explainCode(target.code, options, io);

  const recorder = recordConstructs();
  const progress = startProgress(io, options.isQuiet || options.report === 'json');
  const ran = await runForExplanation(options, io, progress);
  progress.end();
  if (hasErrors(ran.problems) || ran.live.length === 0) return refuse(ran.problems, options, io);

  const locator = new PropLocator(readTypeScriptSettings(entryOf(options, io)));
  const explainers = new Map<Manifest, Explainer>();
  for (const { app, manifests } of ran.live) {
    const explainer = new Explainer(app, recorder, locator);
    for (const manifest of manifests) explainers.set(manifest, explainer);
  }
  const produced = new Produced([...explainers.keys()], ran.files);
  const explain: Explain = (manifest, ...where) => explainers.get(manifest)!.explain(manifest, ...where);
  if (target === undefined) return writeSourceMap(ran, produced, explain, options.sourceMap!, io);

  const found = findManifest(target, produced, { folder: io.folder, output: resolve(io.folder, ran.output) });
  if (typeof found === 'string') return failed(found, io);
  const explanation = explain(found.manifest, found.path, found.textLine);
  if (found.isStale) io.stderr('The file says something else there than the app does now: run `plimsoll synth`.\n');
  io.stdout(options.report === 'json' ? toJson(explanation, io) : toText(explanation, options, io));
  return exitCodes.done;
}

function toText(explanation: Explanation, { color }: ExplainOptions, io: Io): string {
  const styles = chooseStyles(color, io.stdoutIsTerminal, io.environment);
  return reportExplanation(explanation, { styles, shorten: (file) => relative(io.folder, file) || file, readSource });
}

/** Positions with paths as they are seen from here. */
function toJson(explanation: Explanation, io: Io): string {
  const shorten = (key: string, value: unknown): unknown =>
    key === 'file' && typeof value === 'string' ? relative(io.folder, value) : value;
  return `${JSON.stringify(explanation, shorten, 2)}\n`;
}

function writeSourceMap(ran: Ran, produced: Produced, explain: Explain, target: string, io: Io): number {
  const file = resolve(io.folder, target);
  const map = explainFiles(ran.files, produced, explain, { folder: io.folder, map: file });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(map)}\n`);
  const { exact, total } = map;
  io.stdout(
    `${total} lines of ${Object.keys(map.files).length} files, ${exact} of them to the prop or default: ${target}\n`,
  );
  return exitCodes.done;
}

function explainCode(code: string, options: ExplainOptions, io: Io): number {
  const known = problemCatalogue[code as ProblemCode];
  if (known === undefined) {
    const near = nearest(code, Object.keys(problemCatalogue), 3);
    return failed(`There is no problem ${code}.${near.length > 0 ? ` There is ${near.join(', ')}.` : ''}`, io);
  }
  if (options.report === 'json') {
    io.stdout(`${JSON.stringify({ code, ...known }, undefined, 2)}\n`);
    return exitCodes.done;
  }
  const styles = chooseStyles(options.color, io.stdoutIsTerminal, io.environment);
  const head = styles.heading(`${code}: ${known.title}`);
  const page = pageOf(code);
  io.stdout(page ?? `${head} (${known.severity})\n\n  ${known.why}\n  ${styles.fix(known.fix)}\n`);
  return exitCodes.done;
}

/** The page that documents a code, where the package has it. */
function pageOf(code: string): string | undefined {
  try {
    return readFileSync(resolve(__dirname, '../../../docs/problems', `${code}.md`), 'utf8');
  } catch {
    return undefined;
  }
}

function entryOf({ app }: ExplainOptions, { folder }: Io): string {
  const command = parseAppCommand(app ?? readSettings(folder).settings.app ?? '');
  return resolve(folder, command.kind === 'node' ? command.entry : 'main.ts');
}

function refuse(problems: readonly Problem[], { color }: ExplainOptions, io: Io): number {
  const styles = chooseStyles(color, io.stderrIsTerminal, io.environment);
  if (problems.length > 0) io.stderr(`${reportProblems(problems, { styles, folder: io.folder, readSource })}\n`);
  else
    io.stderr(
      'Nothing can be explained: the app runs in a process of its own. Let `app:` name the file, as in `node main.js`.\n',
    );
  return exitCodes.problems;
}

function failed(message: string, io: Io): number {
  io.stderr(`${message}\n`);
  return exitCodes.problems;
}

function misuse(message: string, io: Io): number {
  io.stderr(`${message}\n(\`plimsoll explain --help\` has examples.)\n`);
  return exitCodes.misuse;
}
