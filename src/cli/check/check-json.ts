import { problemCatalogue } from '../../problems/catalogue';
import type { ListedProblem, ProblemListing } from '../../report/problem-listing';

/**
 * What a check has found, as one JSON document for other programs; see docs/schemas/check.schema.json.
 *
 * @param data what it says besides problems
 */
export function checkJson({ allowed, problems }: ProblemListing, data: object): string {
  const ok = !problems.some(({ severity }) => severity === 'error');
  const document = {
    command: 'check',
    ok,
    ...data,
    problems: problems.map(problemJson),
    allowed: allowed.map(problemJson),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function problemJson({
  because,
  code,
  construct,
  field,
  fingerprint,
  fix,
  manifest,
  message,
  object,
  place,
  severity,
}: ListedProblem): object {
  return {
    code,
    severity,
    title: problemCatalogue[code].title,
    message,
    ...(object && { object }),
    ...(field !== undefined && { field }),
    ...(construct !== undefined && { construct }),
    ...(place && { file: place.path, line: place.line, column: place.column }),
    ...(manifest && { manifest: { file: manifest.path, line: manifest.line, column: manifest.column } }),
    fix,
    ...(because !== undefined && { because }),
    fingerprint,
  };
}
