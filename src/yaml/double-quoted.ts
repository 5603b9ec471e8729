/** From this length of its JSON form on, a text with line breaks in double quotes is written on several lines. */
const MULTI_LINE_FROM = 40;

const specials = /\\u([0-9a-f]{4})|\\.|[\x7f-\x9f\u2028\u2029\ufffe\uffff]/g;

const shortEscapes: Readonly<Record<number, string>> = {
  0x00: '\\0',
  0x07: '\\a',
  0x0b: '\\v',
  0x1b: '\\e',
  0x85: '\\N',
  0x2028: '\\L',
  0x2029: '\\P',
};

/**
 * The text in double quotes.
 *
 * @param indent what stands before the further lines of a text that is written on several lines
 * @param asKey a key stays on one line, whatever its length
 */
export function doubleQuoted(text: string, indent: string, asKey: boolean): string {
  const escaped = escapedForm(text);
  if (!text.includes('\n')) return `"${escaped}"`;
  if (asKey || JSON.stringify(text).length < MULTI_LINE_FROM) {
    return `"${escaped.replace(/ (?=\\n)/g, '\\ ')}"`;
  }
  return `"${onSeveralLines(text, indent)}"`;
}

/**
 * Each line break is written as an empty line, which a reader folds back into one break. The last character stays an escape if it is
 * a break; blanks at both ends of a line are escaped, since a reader drops them otherwise.
 */
function onSeveralLines(text: string, indent: string): string {
  const lines = text.split('\n');
  const last = lines.length - 1;
  const endsWithBreak = lines[last] === '';
  let written = lineOf(lines[0]!, false, true);
  for (let number = 1; number <= last; number++) {
    if (number === last && endsWithBreak) return written + '\\n';
    const afterEmptyLine = number > 1 && lines[number - 1] === '';
    written += afterEmptyLine ? '\n' : '\n\n';
    const line = lines[number]!;
    const contentFollows = line !== '' || (number === last - 1 && endsWithBreak);
    if (contentFollows) written += indent + lineOf(line, true, number < last);
  }
  return written;
}

function lineOf(line: string, afterBreak: boolean, beforeBreak: boolean): string {
  const escaped = escapedForm(line);
  if (afterBreak && escaped === ' ') return '\\ ';
  const start = afterBreak && escaped.startsWith(' ') ? '\\' : '';
  return start + (beforeBreak && escaped.endsWith(' ') ? escaped.slice(0, -1) + '\\ ' : escaped);
}

function escapedForm(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(specials, (found, digits: string | undefined) => {
      if (digits !== undefined) return escapeOf(Number.parseInt(digits, 16));
      return found.startsWith('\\') ? found : escapeOf(found.charCodeAt(0));
    });
}

function escapeOf(code: number): string {
  const short = shortEscapes[code];
  if (short !== undefined) return short;
  return code < 0x100 ? '\\x' + code.toString(16).padStart(2, '0') : '\\u' + code.toString(16).padStart(4, '0');
}
