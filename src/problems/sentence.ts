/** A text from elsewhere as a sentence: with a full stop, unless it ends one already. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
