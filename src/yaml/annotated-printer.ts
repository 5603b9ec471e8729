import type { YamlComment, YamlComments } from './comments';
import { commentLines } from './comments';
import { DEEPEST, indentOf } from './indentation';
import { stepOf } from './json-pointer';
import type { FieldOffsets } from './positions';
import { isPlainMap, isScalar, printedForm, TOO_DEEP, Unprintable } from './printed-form';
import type { Fields } from './printer';
import { isLongKey, keyText, scalarText } from './scalar-text';

/**
 * The road with everything on it: anchors, comments and positions. It prints what `Printer` prints, and these beside.
 */
export class AnnotatedPrinter {
  /** Where each field was printed, in the order of the text. */
  public readonly offsets: FieldOffsets[] = [];
  /** The fields that were printed with their comments. */
  private readonly commented = new Set<string>();
  private readonly anchored = new Set<object>();
  private out = '';
  private pointer = '';

  public constructor(
    private readonly anchors: ReadonlyMap<object, string>,
    private readonly comments: YamlComments,
  ) {}

  /** The text of the document, without the line break at its end. */
  public print(document: unknown): string {
    this.commentsAbove(document, 0, true);
    this.markField(undefined);
    this.value(document, 0, true, '');
    for (const pointer of this.comments.keys()) {
      if (!this.commented.has(pointer)) {
        throw new TypeError(
          `comment on '${pointer}': the document has no such field, or it is printed elsewhere, under an anchor`,
        );
      }
    }
    return this.out;
  }

  /**
   * A value behind what is there already.
   *
   * @param inline true where a list or map starts on the line that is there already
   * @param gap what stands between that and a value that fits on the line
   */
  private value(value: unknown, depth: number, inline: boolean, gap: string): void {
    const form = formOf(value, depth);
    const anchor = typeof value === 'object' && value !== null ? this.anchors.get(value) : undefined;
    if (anchor !== undefined && this.anchored.has(value as object)) {
      this.out += gap;
      this.markValue();
      this.out += `*${anchor}` + this.trailingComment(value, depth, inline);
      return;
    }
    if (anchor !== undefined) {
      this.anchored.add(value as object);
      this.out += `${gap}&${anchor}`;
      gap = ' ';
    }
    if (isScalar(form) || isEmpty(form)) {
      this.out += gap;
      this.markValue();
      this.scalar(form, depth, this.trailingComment(value, depth, inline));
      return;
    }
    const onThisLine = inline && anchor === undefined;
    this.out += this.trailingComment(value, depth, inline);
    this.out += onThisLine ? gap : '\n' + indentOf(depth);
    if (Array.isArray(form)) this.list(form, depth, onThisLine);
    else this.map(form as Fields, depth, onThisLine);
  }

  private scalar(form: unknown, depth: number, comment: string): void {
    const text = isScalar(form) ? scalarText(form, indentOf(depth), depth === 0) : Array.isArray(form) ? '[]' : '{}';
    const headEnd = text.startsWith('|') ? text.indexOf('\n') : text.length;
    this.out += text.slice(0, headEnd) + comment + text.slice(headEnd);
  }

  private map(fields: Fields, depth: number, inline: boolean): void {
    const outer = this.pointer;
    const field = this.offsets.length - 1;
    const indent = indentOf(depth);
    Object.keys(fields).forEach((key, index) => {
      const value = fields[key];
      const text = keyText(key, indent);
      this.pointer = outer + stepOf(key);
      if (index > 0) this.out += '\n' + indent;
      if (index > 0 || !inline) this.commentsAbove(value, depth, isLongKey(text));
      if (index === 0) this.offsets[field]!.value = this.out.length;
      this.markField(this.out.length + (isLongKey(text) ? 2 : 0));
      this.out += text;
      this.value(value, depth + 1, isLongKey(text), ' ');
    });
    this.pointer = outer;
  }

  private list(items: readonly unknown[], depth: number, inline: boolean): void {
    const outer = this.pointer;
    const field = this.offsets.length - 1;
    for (let index = 0; index < items.length; index++) {
      this.pointer = outer + stepOf(index);
      if (index > 0) this.out += '\n' + indentOf(depth);
      if (index > 0 || !inline) this.commentsAbove(items[index], depth, true);
      if (index === 0) this.offsets[field]!.value = this.out.length;
      this.markField(undefined);
      this.out += '-';
      this.value(items[index], depth + 1, true, ' ');
    }
    this.pointer = outer;
  }

  /** The comments above a field, and those inside it that have no other place: its first line is about to be printed. */
  private commentsAbove(value: unknown, depth: number, inline: boolean): void {
    if (this.comments.size === 0) return;
    const { above, trailing } = this.commentHere();
    const sharesLine = this.sharesLine(value, depth, inline);
    if (above !== undefined) this.commentLinesHere(above);
    if (trailing !== undefined && !canTrail(trailing, sharesLine)) this.commentLinesHere(trailing);
    if (!sharesLine) return;

    const form = formOf(value, depth) as Fields | readonly unknown[];
    const key = Object.keys(form)[0] ?? '0';
    const outer = this.pointer;
    this.pointer = outer + stepOf(key);
    const child = Array.isArray(form) ? (form[0] as unknown) : (form as Fields)[key];
    this.commentsAbove(child, depth + 1, Array.isArray(form) || isLongKey(keyText(key, indentOf(depth))));
    this.pointer = outer;
  }

  private commentLinesHere(text: string): void {
    const indent = this.out.slice(this.out.lastIndexOf('\n') + 1);
    for (const line of commentLines(text)) this.out += line + '\n' + indent;
  }

  private trailingComment(value: unknown, depth: number, inline: boolean): string {
    if (this.comments.size === 0) return '';
    const { trailing } = this.commentHere();
    return trailing !== undefined && canTrail(trailing, this.sharesLine(value, depth, inline))
      ? ' ' + commentLines(trailing)[0]!
      : '';
  }

  private commentHere(): YamlComment {
    const comment = this.comments.get(this.pointer);
    if (comment === undefined) return {};
    this.commented.add(this.pointer);
    return comment;
  }

  /** True for a list or map whose first field starts on the line of its dash, so that nothing fits between them. */
  private sharesLine(value: unknown, depth: number, inline: boolean): boolean {
    if (!inline || typeof value !== 'object' || value === null || this.anchors.has(value)) return false;
    const form = formOf(value, depth);
    return !isScalar(form) && !isEmpty(form);
  }

  private markField(key: number | undefined): void {
    this.offsets.push({ pointer: this.pointer, key, value: this.out.length });
  }

  private markValue(): void {
    this.offsets[this.offsets.length - 1]!.value = this.out.length;
  }
}

function formOf(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) throw new Unprintable(TOO_DEEP);
  return Array.isArray(value) || isPlainMap(value) ? value : printedForm(value);
}

function isEmpty(form: unknown): boolean {
  return (Array.isArray(form) ? form : Object.keys(form as object)).length === 0;
}

function canTrail(text: string, sharesLine: boolean): boolean {
  return !sharesLine && commentLines(text).length === 1;
}
