import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildGraph } from '../../graph/build-graph';
import { connectionsOf } from '../../graph/connections';
import type { Graph } from '../../graph/graph';
import { layOut } from '../../graph/lay-out';
import { hasErrors } from '../../problems/problem';
import type { Problem } from '../../problems/problem';
import { graphDot } from '../../report/graph-dot';
import { graphFailureJson, graphJson } from '../../report/graph-json';
import { graphMermaid } from '../../report/graph-mermaid';
import { graphPage } from '../../report/graph-page';
import { pageData } from '../../report/graph-page-data';
import { graphSvg } from '../../report/graph-svg';
import { countGraph } from '../../report/graph-words';
import { reportProblems } from '../../report/problem-report';
import { exitCodeOf, exitCodes } from '../io';
import type { Io } from '../io';
import type { JudgingFlags } from '../judging-options';
import { startProgress } from '../progress';
import { readSource } from '../read-source';
import { chooseStyles } from '../terminal';
import type { ColorChoice } from '../terminal';
import { layOutWithDagre } from './dagre';
import type { Drawn } from './drawn';
import { onlyIn } from './only';
import { readApp } from './read-app';
import { readFiles } from './read-files';

/** How graphs are drawn, and by which ends of file names that is known. */
export const graphFormats = {
  mermaid: /\.(?:mmd|mermaid)$/i,
  dot: /\.(?:dot|gv)$/i,
  svg: /\.svg$/i,
  html: /\.html?$/i,
  json: /\.json$/i,
} as const;

export type GraphFormat = keyof typeof graphFormats;

/** What the arguments of `plimsoll graph` say. */
export interface GraphOptions {
  /** Files, folders, patterns; `-` for the standard input; none for what the app makes. */
  readonly paths: readonly string[];
  readonly app?: string;
  /** @default - nothing is compared */
  readonly against?: string;
  readonly judging: JudgingFlags | false;
  /** Namespaces, and paths of charts and constructs; all of them where there is none. */
  readonly only: readonly string[];
  /** @default - what the name of the file says, else Mermaid */
  readonly format?: GraphFormat;
  /** The file to write. @default - the standard output */
  readonly file?: string;
  readonly isQuiet: boolean;
  readonly color: ColorChoice;
}

/** `plimsoll graph`: finds the objects, draws them. Problems of the objects are drawn, and no reason to fail. */
export async function runGraph(options: GraphOptions, io: Io): Promise<number> {
  const format = options.format ?? formatOf(options.file);
  const progress = startProgress(io, options.isQuiet || format === 'json');
  progress.say('Reading');
  const all = options.paths.length > 0 ? readFiles(options, io.folder) : await readApp(options, io, progress);
  if (all.interruptedBy) return exitCodeOf(all.interruptedBy);
  progress.say('Drawing');
  const drawn = hasErrors(all.refusals) ? all : onlyIn(all, options.only);
  if (typeof drawn === 'string') {
    progress.end();
    io.stderr(`${drawn}\n`);
    return exitCodes.misuse;
  }
  if (hasErrors(drawn.refusals)) {
    progress.end();
    return refuse(drawn.refusals, format, options, io);
  }
  const graph = buildGraph(drawn.objects, drawn);
  const text = draw(graph, format, options, io);
  progress.end();
  return deliver(text, describe(graph, all, drawn), options, io);
}

/** What was drawn, and how much of what there is. */
function describe(graph: Graph, { objects: all }: Drawn, { objects }: Drawn): string {
  const left = all.length - objects.length;
  return countGraph(graph) + (left > 0 ? `; ${left} of ${all.length} objects left out with --only` : '');
}

function formatOf(file = ''): GraphFormat {
  const formats = Object.entries(graphFormats) as (readonly [GraphFormat, RegExp])[];
  return formats.find(([, ending]) => ending.test(file))?.[0] ?? 'mermaid';
}

function draw(graph: Graph, format: GraphFormat, { isQuiet }: GraphOptions, io: Io): string {
  switch (format) {
    case 'mermaid': {
      const { leftOut, text } = graphMermaid(graph);
      if (leftOut !== undefined && !isQuiet) io.stderr(`${leftOut} \`--format html\` shows all of it.\n`);
      return text;
    }
    case 'dot':
      return graphDot(graph);
    case 'json':
      return graphJson(graph, io.folder);
    case 'svg': {
      const connections = connectionsOf(graph);
      return graphSvg(graph, connections, layOut(graph, connections, layOutWithDagre));
    }
    case 'html': {
      const connections = connectionsOf(graph);
      const data = pageData(graph, connections, layOut(graph, connections, layOutWithDagre), io.folder);
      return graphPage(data, { title: titleOf(io.folder), counts: countGraph(graph), digest });
    }
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

/** The name of the project, which does not depend on the folder that it was checked out to. */
function titleOf(folder: string): string {
  try {
    const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly name?: unknown };
    return typeof name === 'string' && name !== '' ? name : 'Objects';
  } catch {
    return 'Objects';
  }
}

function deliver(text: string, summary: string, { file, isQuiet }: GraphOptions, io: Io): number {
  if (file === undefined) {
    io.stdout(text);
    return exitCodes.done;
  }
  try {
    mkdirSync(dirname(resolve(io.folder, file)), { recursive: true });
    writeFileSync(resolve(io.folder, file), text);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    io.stderr(`\`${file}\` cannot be written: ${code ?? message}.\n`);
    return exitCodes.problems;
  }
  if (!isQuiet) io.stdout(`${file}: ${summary}\n`);
  return exitCodes.done;
}

function refuse(problems: readonly Problem[], format: GraphFormat, { color }: GraphOptions, io: Io): number {
  if (format === 'json') io.stdout(graphFailureJson(problems, io.folder));
  else {
    const styles = chooseStyles(color, io.stderrIsTerminal, io.environment);
    io.stderr(`${reportProblems(problems, { styles, folder: io.folder, readSource })}\nnothing was drawn\n`);
  }
  return exitCodes.problems;
}
