/**
 * When may a text stand without quotes?
 *
 * The rules are those of YAML 1.1 as the `yaml` package applies them, and beyond them whatever one of the readers that matter
 * (YAML 1.2, js-yaml, and the Go reader inside every Kubernetes tool) would take for a number, a date or a merge.
 */

/** Characters that are harmless wherever they stand, except perhaps as the first character. */
const HARMLESS = 1;
/** Harmless, and part of the spelling of some number or date. */
const NUMERIC = 2;
const SPACE = 3;
const COLON = 4;
/** Everything else is looked at by the slow road. */
const UNUSUAL = 0;

const classOfCharacter = new Uint8Array(128);
for (let code = 0x21; code < 0x7f; code++) classOfCharacter[code] = HARMLESS;
for (const character of '0123456789abcdefABCDEFinINoOxXTtZ_.+-') classOfCharacter[character.charCodeAt(0)] = NUMERIC;
classOfCharacter[0x20] = SPACE;
classOfCharacter[0x23] = UNUSUAL; // '#'
classOfCharacter[0x3a] = COLON;

/** First characters that begin neither syntax nor a number: letters (a word is looked up), and a few signs. */
const LETTER = 1;
const SIGN = 2;
const DIGIT = 3;
const classOfFirst = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')
  classOfFirst[character.charCodeAt(0)] = LETTER;
for (const character of '/_$();^\\=') classOfFirst[character.charCodeAt(0)] = SIGN;
for (const character of '0123456789+-.') classOfFirst[character.charCodeAt(0)] = DIGIT;

/** Words that some reader takes for a truth value or for nothing. */
const words = new Set<string>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'],
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'],
  ...['null', 'Null', 'NULL', '~', ''],
]);
const LONGEST_WORD = 5;

const DOT = 0x2e;
const DASH = 0x2d;
const BLANK = 0x20;

const startsWithSyntax = /^(?:[\t ,[\]{}#&*!|>'"%@`]|[?-](?:[\t ]|$))/;
const containsSyntax = /:[\t ]|[\t ]#|[\t :]$/;

/** What is a number, a date or a special value in YAML 1.1. */
const numberOrDate =
  /^(?:[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*(?::[0-5]?[0-9])*|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN)|[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*|[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)$/;
/** Dates of YAML 1.1. */
const date =
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[\t ]+)[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\.[0-9]+)?(?:[\t ]*(?:Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$/;
/** Dates as js-yaml knows them: an empty fraction and any two digits of a time zone will do. */
const dateInJsYaml =
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[\t ]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[\t ]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?$/;
/** Numbers of YAML 1.2 and of Go, which knows `0o17`, `0X1F`, `0B1` and takes `0b-1` for -1. */
const numberInGo =
  /^(?:[-+]?(?:0[oO][0-7]+|0[xX][0-9a-fA-F]+|0[bB][01]+|(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)|0b[-+][01]+)$/;
/** Go lets `_` stand between the digits of a number that starts with a point; YAML 1.1 does so before the exponent only. */
const pointNumberInGo = /^\.[0-9]+(?:_[0-9]+)*[eE][-+]?[0-9]+(?:_[0-9]+)*$/;

/** True if some reader takes the text, written without quotes, for something else than text. */
export function isMisread(text: string): boolean {
  if (text.length <= LONGEST_WORD && words.has(text)) return true;
  const first = text.charCodeAt(0);
  const kind = first < 128 ? classOfFirst[first] : UNUSUAL;
  if (kind === DIGIT) {
    if (numberOrDate.test(text) || date.test(text) || dateInJsYaml.test(text)) return true;
    // Go drops `_` anywhere in what starts with a digit or a sign.
    return first === DOT ? pointNumberInGo.test(text) : numberInGo.test(text.replaceAll('_', ''));
  }
  // The exponent alone: `e3`, `E+10`.
  return (first === 0x65 || first === 0x45) && /^[eE][-+]?[0-9]+$/.test(text);
}

/**
 * True if the text may stand without quotes as a value or as a key in a block: no line breaks, no control characters
 * (the caller has looked for those, see `characters.ts`), no YAML syntax, and nobody takes it for something else than text.
 */
export function isPlain(text: string): boolean {
  return !startsWithSyntax.test(text) && !containsSyntax.test(text) && !isMisread(text);
}

/**
 * The fast road for the texts that manifests are made of: one pass over the characters.
 * True means that the text may stand without quotes; false means that it has to be looked at closely.
 */
export function isSurelyPlain(text: string): boolean {
  const length = text.length;
  if (length === 0) return false;
  const first = text.charCodeAt(0);
  if (first > 127) return false;
  const kind = classOfFirst[first];
  if (kind === UNUSUAL) return false;
  let numeric = kind === DIGIT;
  for (let index = 1; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code > 127) return false;
    const found = classOfCharacter[code];
    if (found === NUMERIC) continue;
    if (found === UNUSUAL) return false;
    if (found === HARMLESS) {
      numeric = false;
    } else {
      // A colon or a space: harmless between two harmless characters, and the last character never is.
      if (index + 1 === length) return false;
      const next = classOfCharacter[text.charCodeAt(index + 1)];
      if (next !== HARMLESS && next !== NUMERIC) return false;
    }
  }
  if (kind === LETTER) {
    return (length > LONGEST_WORD || !words.has(text)) && ((first | 0x20) !== 0x65 || !isMisread(text));
  }
  if (kind === SIGN) return true;
  if (first === DASH && (length === 1 || text.charCodeAt(1) === BLANK)) return false;
  return !numeric || !isMisread(text);
}
