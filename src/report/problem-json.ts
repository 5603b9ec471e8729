import { problemCatalogue } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import { shorten } from './problem-report';

/** A problem as other programs read it: nothing has to be looked up elsewhere. */
export interface ProblemJson extends Problem {
  readonly title: string;
  readonly fix: string;
}

/**
 * Problems as data.
 *
 * @param folder the working directory: source files inside it are named relative to it
 */
export function problemsToJson(problems: readonly Problem[], folder: string): readonly ProblemJson[] {
  return problems.map(({ code, severity, message, object, field, construct, source, file, fix }) => ({
    code,
    severity,
    title: problemCatalogue[code].title,
    message,
    ...(object && { object }),
    ...(field !== undefined && { field }),
    ...(construct !== undefined && { construct }),
    ...(source && { source: { ...source, file: shorten(source.file, folder) } }),
    ...(file !== undefined && { file }),
    fix: fix ?? problemCatalogue[code].fix,
  }));
}
