/**
 * Characters that can stand in double quotes only, as escapes: controls, halves of a surrogate pair, and, beyond what the `yaml` package
 * escapes, those that the Go reader of Kubernetes refuses or takes for a line break: DEL, the C1 controls with NEL among them, the
 * line and paragraph separators, and the two non-characters (which js-yaml refuses too).
 */
const unwritable = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\u{d800}-\u{dfff}]/u;

/** True if the text can be written in double quotes only. */
export function needsEscapes(text: string): boolean {
  return unwritable.test(text);
}

/** At the very start of a line a reader drops this one. */
export const BYTE_ORDER_MARK = '\ufeff';
