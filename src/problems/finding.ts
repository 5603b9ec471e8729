import { problemCatalogue } from './catalogue';
import type { ProblemCode } from './catalogue';

/**
 * Whether a code is that of a finding: something that can be applied and should be looked at, and that may be meant. The rest
 * would not work, whatever anybody says of it.
 */
export function isFinding(code: ProblemCode): boolean {
  return code.startsWith('PLM7') || problemCatalogue[code].severity === 'warning';
}
