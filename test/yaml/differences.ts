/**
 * Where we print something else than cdk8s does, and why: in each of these cases a reader refuses what cdk8s prints, or reads
 * something else than was written. `test/yaml/differences.test.ts` shows it for each; everything else is the same, to the byte.
 */
export type Reason =
  | 'a character that Go refuses or takes for a line break'
  | 'a number to YAML 1.2, js-yaml or Go'
  | 'a date to js-yaml'
  | 'a block whose first line starts with a tab'
  | 'nothing but blanks and line breaks'
  | 'a line of one space in double quotes'
  | 'a key that merges'
  | 'a byte order mark at the left margin'
  | 'a block with an indicator that is the whole document';

/** Where a text stands in a document. */
export type Place = 'root' | 'key at the margin' | 'key' | 'value';

const goNumber =
  /^[-+]?(?:0[oO][0-7]+|0[xX][0-9a-fA-F]+|0[bB][01]+|(?:\.[0-9]+|[0-9]+\.?[0-9]*)(?:[eE][-+]?[0-9]+)?)$|^0b[-+][01]+$/;
const goNumberWithPoint = /^\.\d+(?:_\d+)*[eE][-+]?\d+(?:_\d+)*$/;
const jsYamlDate = /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?$/;

/** The reason to print this text differently from cdk8s, if there is one. */
export function reasonToDiffer(text: string, place: Place): Reason | undefined {
  if (/[\x7f-\x9f\u2028\u2029\ufffe\uffff]/.test(text)) return 'a character that Go refuses or takes for a line break';
  if (/^[-+0-9]/.test(text) && goNumber.test(text.replaceAll('_', ''))) return 'a number to YAML 1.2, js-yaml or Go';
  if (goNumberWithPoint.test(text)) return 'a number to YAML 1.2, js-yaml or Go';
  if (jsYamlDate.test(text)) return 'a date to js-yaml';
  if (place.startsWith('key')) {
    if (text === '<<') return 'a key that merges';
    return place === 'key at the margin' && text.startsWith('\ufeff')
      ? 'a byte order mark at the left margin'
      : undefined;
  }
  if (place === 'root' && text.startsWith('\ufeff')) return 'a byte order mark at the left margin';
  if (!text.includes('\n')) return undefined;
  if (/^[\n\t ]*[\t ][\n\t ]*$/.test(text)) return 'nothing but blanks and line breaks';
  if (/\n \n/.test(text) && JSON.stringify(text).length >= 40) return 'a line of one space in double quotes';
  if (/^\n*\t/.test(text)) return 'a block whose first line starts with a tab';
  return place === 'root' && /^\n*[\t ]/.test(text)
    ? 'a block with an indicator that is the whole document'
    : undefined;
}

/** The first reason in a document. */
export function reasonInDocument(document: unknown): Reason | undefined {
  if (typeof document === 'string') return reasonToDiffer(document, 'root');
  return reasonInside(document, true);
}

function reasonInside(value: unknown, atMargin: boolean): Reason | undefined {
  if (typeof value === 'string') return reasonToDiffer(value, 'value');
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, child] of Object.entries(value)) {
    const reason = Array.isArray(value) ? undefined : reasonToDiffer(key, atMargin ? 'key at the margin' : 'key');
    const found = reason ?? reasonInside(child, false);
    if (found !== undefined) return found;
  }
  return undefined;
}
