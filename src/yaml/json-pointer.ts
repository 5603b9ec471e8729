/**
 * The JSON pointer (RFC 6901) of a place in a document: `jsonPointer('spec', 'containers', 0)` is `/spec/containers/0`, and
 * the document itself is the empty text.
 */
export function jsonPointer(...steps: readonly (string | number)[]): string {
  return steps.map((step) => stepOf(step)).join('');
}

/** One step of a JSON pointer, with its slash. */
export function stepOf(step: string | number): string {
  const text = String(step);
  return '/' + (text.includes('~') || text.includes('/') ? text.replaceAll('~', '~0').replaceAll('/', '~1') : text);
}
