import type { DocumentText } from './split-documents';

/**
 * Cuts a text into the JSON objects that follow each other in it, as `jq` and others print them.
 *
 * @returns one part, the whole text, where there are not several
 */
export function splitJson(text: string): readonly DocumentText[] {
  const whole = [{ text, offset: 0 }];
  const parts: DocumentText[] = [];
  for (let start = skipBlanks(text, 0); start < text.length;) {
    const end = text[start] === '{' ? endOfObject(text, start) : -1;
    if (end < 0) return whole;
    parts.push({ text: text.slice(start, end), offset: start });
    start = skipBlanks(text, end);
  }
  return parts.length > 1 ? parts : whole;
}

function skipBlanks(text: string, from: number): number {
  const blanks = /\s*/y;
  blanks.lastIndex = from;
  blanks.exec(text);
  return blanks.lastIndex;
}

/** Where an object ends; -1 where it does not. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let isText = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (isText && character === '\\') at += 1;
    else if (character === '"') isText = !isText;
    else if (isText) continue;
    else if (character === '{') depth += 1;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return -1;
}
