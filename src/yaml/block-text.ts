/**
 * False for what a literal block cannot say: a last line of nothing but blanks, and a text of blanks and line breaks only
 * (its indentation cannot be told from its blanks). Line breaks alone are no problem.
 */
export function canBeBlock(text: string): boolean {
  const end = endOfInk(text);
  if (end < 0) return !hasBlank(text);
  return text.endsWith('\n') || text.indexOf('\n', end + 1) < 0;
}

/**
 * The text as a literal block: `|`, the indentation where it cannot be guessed from the first line, how the end is
 * chomped (`-` no line break at the end, nothing for one, `+` for more), and the lines.
 *
 * @param indent what stands before each line; at the root only for a text that needs no indicator
 */
export function blockText(text: string, indent: string): string {
  const indentation = needsIndicator(text) ? '2' : '';
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  return `|${indentation}${chompingOf(text)}\n${indent}${indented(body, indent)}`;
}

/** A reader guesses the indentation from the first line that is not empty: a blank at its start would mislead it. */
export function needsIndicator(text: string): boolean {
  let start = 0;
  while (text.charCodeAt(start) === 0x0a) start++;
  const first = text.charCodeAt(start);
  return first === 0x20 || first === 0x09;
}

function chompingOf(text: string): '' | '-' | '+' {
  if (!text.endsWith('\n')) return '-';
  const end = endOfInk(text);
  return end >= 0 && text.indexOf('\n', end + 1) === text.length - 1 ? '' : '+';
}

/** Indents every line but the first; empty lines stay empty. */
function indented(text: string, indent: string): string {
  let written = '';
  let start = 0;
  for (let found = text.indexOf('\n'); found >= 0; found = text.indexOf('\n', found + 1)) {
    const next = found + 1;
    if (next === text.length || text.charCodeAt(next) === 0x0a) continue;
    written += text.slice(start, next) + indent;
    start = next;
  }
  return start === 0 ? text : written + text.slice(start);
}

/** Index of the last character that is neither a blank nor a line break; -1 if there is none. */
function endOfInk(text: string): number {
  let end = text.length - 1;
  while (end >= 0) {
    const code = text.charCodeAt(end);
    if (code !== 0x0a && code !== 0x20 && code !== 0x09) return end;
    end--;
  }
  return -1;
}

function hasBlank(text: string): boolean {
  return text.includes(' ') || text.includes('\t');
}
