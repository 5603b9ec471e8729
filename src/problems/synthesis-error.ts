import type { Problem } from './problem';
import { problemCatalogue } from './catalogue';

/**
 * What `app.synth()` throws when an app has errors: all of them, and nothing has been written.
 */
export class SynthesisError extends Error {
  override readonly name = 'SynthesisError';

  /** @param problems every error found, in the order in which they are reported */
  constructor(readonly problems: readonly Problem[]) {
    const count = problems.length === 1 ? 'a problem stops' : `${problems.length} problems stop`;
    super([`${count} the synthesis, nothing was written`, ...problems.map(describeProblem)].join('\n'));
  }
}

/** A problem as plain text: where it is and what was found on one line, what to do about it on the next. */
export function describeProblem(problem: Problem): string {
  const { code, construct, field, fix, message, source } = problem;
  const place = [construct && `[${construct}]`, field].filter(Boolean).join(' ');
  const position = source ? ` (${source.file}:${source.line}:${source.column})` : '';
  return `  ${code} ${place ? `${place} ` : ''}${message}${position}\n    ${fix ?? problemCatalogue[code].fix}`;
}
