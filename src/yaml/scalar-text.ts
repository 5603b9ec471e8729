import { blockText, canBeBlock, needsIndicator } from './block-text';
import { BYTE_ORDER_MARK, needsEscapes } from './characters';
import { doubleQuoted } from './double-quoted';
import { isPlain, isSurelyPlain } from './plain-text';
import { isDate, Unprintable } from './printed-form';

/** A key whose text is longer than this is written as `? key`, then `: value`: YAML promises no more for the short form. */
const LONGEST_SHORT_KEY = 1024;

/**
 * A text as a value.
 *
 * @param indent the indentation that the further lines of the text get
 * @param atRoot true for a document that is nothing but this text
 */
export function stringText(text: string, indent: string, atRoot = false): string {
  if (isSurelyPlain(text) && !atRoot) return text;
  // A line that looks like the start or the end of a document would be one at the left margin.
  const inner = atRoot && hasDocumentMarker(text) ? '  ' : indent;
  if (needsEscapes(text)) return doubleQuoted(text, inner, false);
  if (atRoot && text.startsWith(BYTE_ORDER_MARK)) return markedText(text);
  if (text.includes('\n')) {
    // Readers disagree on the indentation that an indicator at the root means.
    const readable = canBeBlock(text) && !(atRoot && needsIndicator(text));
    return readable ? blockText(text, inner) : doubleQuoted(text, inner, false);
  }
  if (!isPlain(text)) return quoted(text);
  return atRoot && hasDocumentMarker(text) ? blockText(text, inner) : text;
}

/**
 * A key with its colon, ready for the value: `name:`, or in the long form `? name`, a line break, the indentation and `:`.
 *
 * @param indent the indentation of the key itself
 */
export function keyText(key: string, indent: string): string {
  if (isSurelyPlain(key) && key.length <= LONGEST_SHORT_KEY && (indent !== '' || !hasDocumentMarker(key)))
    return key + ':';
  const text = keyAlone(key, indent === '');
  return text.length > LONGEST_SHORT_KEY ? `? ${text}\n${indent}:` : text + ':';
}

function keyAlone(key: string, atMargin: boolean): string {
  if (key.includes('\n') || needsEscapes(key)) return doubleQuoted(key, '', true);
  // Without quotes `<<` merges another map into this one.
  if (atMargin && key.startsWith(BYTE_ORDER_MARK)) return markedText(key);
  if (key === '<<' || (atMargin && hasDocumentMarker(key)) || !isPlain(key)) return quoted(key);
  return key;
}

/** A text of one line, without control characters, in quotes: single quotes if that saves escapes. */
function quoted(text: string): string {
  return text.includes('"') && !text.includes("'") ? `'${text}'` : doubleQuoted(text, '', false);
}

/** True for the text of a key in the long form, behind which a list or map begins on the same line. */
export function isLongKey(text: string): boolean {
  return text.length > LONGEST_SHORT_KEY + 1;
}

/** A text that would lose its byte order mark at the start of a line. */
function markedText(text: string): string {
  return doubleQuoted(text, '', true).replace(BYTE_ORDER_MARK, '\\ufeff');
}

/**
 * Any value that is neither a list nor a map; what is not there is `null`.
 *
 * @throws Unprintable for functions and symbols
 */
export function scalarText(value: unknown, indent: string, atRoot = false): string {
  switch (typeof value) {
    case 'string':
      return stringText(value, indent, atRoot);
    case 'number':
      return numberText(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'bigint':
      return value.toString();
    case 'undefined':
    case 'object':
      return isDate(value) ? dateText(value) : 'null';
    default:
      throw new Unprintable(`a ${typeof value}`);
  }
}

/** A number as JSON writes it, with YAML's words for what JSON cannot say; `-0` keeps its sign. */
function numberText(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  if (Number.isNaN(value)) return '.nan';
  return value < 0 ? '-.inf' : '.inf';
}

/** An ISO timestamp, without the time at midnight UTC. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) throw new Unprintable('an invalid date');
  return date.toISOString().replace(/(?:T00:00:00)?\.000Z$/, '');
}

function hasDocumentMarker(text: string): boolean {
  return /^(?:%|---|\.\.\.)/m.test(text);
}
