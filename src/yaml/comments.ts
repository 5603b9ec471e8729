/** What a person reads beside a field; no reader of YAML sees it. */
export interface YamlComment {
  /**
   * Lines above the field; line breaks make further lines.
   * @default - none
   */
  readonly above?: string;
  /**
   * Text at the end of the field's line. It moves above the field if it has several lines, or if the field has no line of its own.
   * @default - none
   */
  readonly trailing?: string;
}

/** Comments by the JSON pointer of the field, such as `/spec/replicas`; see `jsonPointer`. */
export type YamlComments = ReadonlyMap<string, YamlComment>;

const lineBreak = /\r\n|[\n\r\u0085\u2028\u2029]/;
/** What YAML does not allow anywhere, not even in a comment. */
const unprintable = /[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u{d800}-\u{dfff}]/gu;

/** The lines of a comment, each with its `#`; characters that YAML does not allow are replaced. */
export function commentLines(text: string): readonly string[] {
  return text.split(lineBreak).map((line) => `# ${line.replace(unprintable, '\ufffd')}`.trimEnd());
}
