import { problemCatalogue } from '../problems/catalogue';
import type { ObjectIdentity, Problem } from '../problems/problem';
import { codeFrame } from './code-frame';
import { printable } from './styles';
import type { Styles } from './styles';

/** What a report of problems needs to know of the place where it is read. */
export interface ProblemReportOptions {
  readonly styles: Styles;
  /** The working directory, with `/` or `\` as separator; files inside it are named relative to it. */
  readonly folder: string;
  /** The text of a source file, for the lines around a problem; undefined when it cannot be read. */
  readonly readSource: (file: string) => string | undefined;
}

interface Group {
  readonly heading: string | undefined;
  readonly problems: Problem[];
}

/** Problems as text, those of one object or construct together, in the order in which they were found. */
export function reportProblems(problems: readonly Problem[], options: ProblemReportOptions): string {
  const groups = new Map<string, Group>();
  for (const problem of problems) {
    const heading = headingOf(problem, options);
    // What stands alone keeps its place; what has a heading joins the others under it.
    const key = heading ?? `\n${groups.size}`;
    const group = groups.get(key);
    if (group) group.problems.push(problem);
    else groups.set(key, { heading, problems: [problem] });
  }
  return [...groups.values()].map((group) => reportGroup(group, options)).join('\n');
}

function reportGroup({ heading, problems }: Group, options: ProblemReportOptions): string {
  const indent = heading === undefined ? '' : '  ';
  const lines = problems.flatMap((problem) => reportProblem(problem, options).map((line) => indent + line));
  return [...(heading === undefined ? [] : [heading]), ...lines, ''].join('\n');
}

function headingOf(problem: Problem, { styles }: ProblemReportOptions): string | undefined {
  const { construct, object } = problem;
  const madeBy = construct ? ` ${styles.dim(`(${printable(construct)})`)}` : '';
  if (object) return styles.heading(printable(describeObject(object))) + madeBy;
  return construct ? styles.heading(printable(construct)) : undefined;
}

/** `Deployment web in namespace shop`. */
export function describeObject({ kind, name, namespace }: ObjectIdentity): string {
  return `${kind || 'object without a kind'} ${name || 'without a name'}${namespace ? ` in namespace ${namespace}` : ''}`;
}

function reportProblem(problem: Problem, options: ProblemReportOptions): readonly string[] {
  const { styles } = options;
  const severity = styles[problem.severity](`${problem.severity} ${problem.code}`);
  const field = problem.field ? `${printable(problem.field)}: ` : '';
  const [first, ...more] = printable(problem.message).split('\n');
  const [fix, ...moreFix] = printable(problem.fix ?? problemCatalogue[problem.code].fix).split('\n');
  return [
    `${severity} ${field}${first}`,
    ...more.map((line) => `  ${line}`),
    ...reportSource(problem, options).map((line) => `  ${line}`),
    `  ${styles.fix('fix:')} ${fix}`,
    ...moreFix.map((line) => `       ${line}`),
  ].map((line) => line.trimEnd());
}

/** Problems whose lines hold what must not be in a log. */
const aboutCredentials: ReadonlySet<string> = new Set(['PLM7401', 'PLM7402']);

function reportSource({ code, source, file }: Problem, options: ProblemReportOptions): readonly string[] {
  const { styles } = options;
  if (!source) return file ? [styles.place(printable(file))] : [];
  const place = `${printable(shorten(source.file, options.folder))}:${source.line}:${source.column}`;
  const text = aboutCredentials.has(code) ? undefined : options.readSource(source.file);
  return [styles.place(place), ...(text === undefined ? [] : codeFrame(text, source, styles))];
}

/** A path relative to the working directory where it is inside. */
export function shorten(file: string, folder: string): string {
  const isInside = file.startsWith(folder) && /^[\\/]/.test(file.slice(folder.length));
  return (isInside ? file.slice(folder.length + 1) : file).replaceAll('\\', '/');
}

/** `2 errors, 1 warning`; empty when there are none. */
export function countProblems(problems: readonly Problem[]): string {
  const count = (severity: Problem['severity']): string => {
    const number = problems.filter((it) => it.severity === severity).length;
    return number === 0 ? '' : `${number} ${severity}${number === 1 ? '' : 's'}`;
  };
  return [count('error'), count('warning')].filter(Boolean).join(', ');
}
