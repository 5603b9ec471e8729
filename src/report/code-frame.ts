import type { SourcePosition } from '../problems/problem';
import { printable } from './styles';
import type { Styles } from './styles';

/** Lines shown before and after the one that is meant. */
const around = 1;
/** Columns shown of a line. */
const widest = 110;
/** Characters that take two columns in a terminal. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/**
 * The lines around a position in a file, with a caret under it.
 *
 * @param text the whole file
 * @returns no lines when the file has changed so much that the position is not in it
 */
export function codeFrame(text: string, position: SourcePosition, styles: Styles): readonly string[] {
  const lines = linesOf(text);
  if (position.line < 1 || position.line > lines.length) return [];
  const first = Math.max(1, position.line - around);
  const last = Math.min(lines.length, position.line + around);
  const digits = String(last).length;
  const start = Math.max(0, position.column - 1 - Math.floor((widest * 3) / 4));
  const frame: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const line = lines[number - 1];
    if (number !== position.line && line.trim() === '') continue;
    const shown = printable(line.slice(start, start + widest));
    frame.push(`${styles.dim(`${String(number).padStart(digits)} |`)} ${shown}`.trimEnd());
    if (number !== position.line) continue;
    const indent = line.slice(start, Math.max(start, position.column - 1));
    const blanks = printable(indent)
      .replace(wide, '  ')
      .replace(/[^\t ]/g, ' ');
    frame.push(`${styles.dim(`${' '.repeat(digits)} |`)} ${blanks}${styles.error('^')}`);
  }
  return frame;
}

// A file with one problem often has many.
let last: { readonly text: string; readonly lines: readonly string[] } | undefined;

function linesOf(text: string): readonly string[] {
  if (last?.text !== text) last = { text, lines: text.split(/\r?\n/) };
  return last.lines;
}
