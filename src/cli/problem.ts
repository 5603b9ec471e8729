import { problemCatalogue } from '../problems/catalogue';
import type { ProblemCode } from '../problems/catalogue';
import type { Problem, ProblemDetails } from '../problems/problem';

/** A problem with the severity its code has. */
export function problem(code: ProblemCode, details: ProblemDetails): Problem {
  return { code, severity: problemCatalogue[code].severity, ...details };
}
