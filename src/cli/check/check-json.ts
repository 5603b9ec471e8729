import type { FileCheck } from '../../check-files';
import { problemCatalogue } from '../../problems/catalogue';
import type { Problem } from '../../problems/problem';

/** What a check has found, as one JSON document for other programs. */
export function checkJson({ deleted, judged, kubernetes, notJudged, problems, skipped }: FileCheck): string {
  const document = { kubernetes, judged, notJudged, skipped, deleted, problems: problems.map(problemJson) };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function problemJson({ code, field, fix, message, object, severity, source }: Problem): object {
  return {
    code,
    severity,
    message,
    ...(object && { object }),
    ...(field !== undefined && { field }),
    ...(source && { file: source.file, line: source.line, column: source.column }),
    fix: fix ?? problemCatalogue[code].fix,
  };
}
