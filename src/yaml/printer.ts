import { flat } from './flat';
import { dashAt, DEEPEST, indentOf } from './indentation';
import { keyLine, valueLine } from './key-lines';
import { isPlainMap, isScalar, printedForm, TOO_DEEP, Unprintable } from './printed-form';
import { isLongKey, scalarText } from './scalar-text';

/** A map, or an object printed as one. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * The fast road: one recursive walk that does nothing but add texts. It is for documents in which no object occurs twice;
 * if one does, `metTwice` says so, and what was printed is worth nothing.
 */
export class Printer {
  private out = '';
  private readonly met = new Set<object>();
  private meetings = 0;

  /** True if some object was met more than once. */
  public get metTwice(): boolean {
    return this.met.size < this.meetings;
  }

  /**
   * The text of the document, without the line break at its end.
   *
   * @throws Unprintable for a value that has no form in YAML
   */
  public print(document: unknown): string {
    if (typeof document === 'object' && document !== null) this.object(document, 0, true, '', '');
    else this.out = scalarText(document, '', true);
    return flat(this.out);
  }

  /**
   * A list, a map or a date.
   *
   * @param inline true where it starts on the line that is there already: behind a dash, behind a long key, and at the root
   * @param start what stands there before it
   * @param gap what stands between that and a value that fits on the line
   */
  private object(value: object, depth: number, inline: boolean, start: string, gap: string): void {
    if (depth > DEEPEST) throw new Unprintable(TOO_DEEP);
    this.met.add(value);
    // Circles end here: the document is printed again, with anchors.
    if (this.met.size < ++this.meetings) return;

    const usual = Array.isArray(value) || isPlainMap(value);
    const form = usual ? value : printedForm(value);
    if (!usual && isScalar(form)) this.out += start + gap + scalarText(form, indentOf(depth), depth === 0);
    else if (Array.isArray(form)) this.list(form, depth, inline, start, gap);
    else this.map(form as Fields, depth, inline, start, gap);
  }

  private map(fields: Fields, depth: number, inline: boolean, start: string, gap: string): void {
    const keys = Object.keys(fields);
    if (keys.length === 0) {
      this.out += start + gap + '{}';
      return;
    }
    this.out += inline ? start + gap : start;
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index]!;
      const value = fields[key];
      const known = keyLine(key, depth);
      const onThisLine = inline && index === 0;
      if (typeof value !== 'object' || value === null) this.out += valueLine(known, value, depth, onThisLine);
      else this.object(value, depth + 1, isLongKey(known.text), onThisLine ? known.text : known.line, ' ');
    }
  }

  private list(items: readonly unknown[], depth: number, inline: boolean, start: string, gap: string): void {
    if (items.length === 0) {
      this.out += start + gap + '[]';
      return;
    }
    this.out += inline ? start + gap : start;
    const line = dashAt(depth);
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      const dash = inline && index === 0 ? '- ' : line;
      if (typeof item === 'object' && item !== null) this.object(item, depth + 1, true, dash, '');
      else this.out += dash + scalarText(item, indentOf(depth + 1));
    }
  }
}
