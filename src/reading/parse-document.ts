import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import { sentence } from '../problems/sentence';

type YamlLibrary = typeof Yaml;

const load = createRequire(__filename);
let library: YamlLibrary | undefined;

/** A document as a tree with positions, or why it cannot be read. */
export type Parsed =
  | { readonly kind: 'document'; readonly document: Yaml.Document.Parsed }
  | { readonly kind: 'fault'; readonly reason: string; readonly offset: number; readonly isLimit: boolean };

/** Aliases that may be resolved in one document: beyond it is not a manifest but an attack. */
const mostAliases = 1000;

/**
 * Parses one document: it does not throw.
 *
 * @param uniqueKeys whether a key that is there twice is a fault
 */
export function parseDocument(text: string, uniqueKeys = false): Parsed {
  library ??= load('yaml') as YamlLibrary;
  try {
    const document = library.parseDocument(text, { merge: true, uniqueKeys, logLevel: 'silent', prettyErrors: false });
    const [error] = document.errors;
    if (!error) return { kind: 'document', document };
    // The parser notes what it runs out of as if it were a fault of the text.
    if (/call stack/.test(error.message)) return tooMuch(new RangeError());
    return { kind: 'fault', reason: sentence(error.message), offset: error.pos[0], isLimit: false };
  } catch (error) {
    return tooMuch(error);
  }
}

/** The data of a document. */
export function dataOf(
  document: Yaml.Document.Parsed,
): { readonly data: unknown } | Extract<Parsed, { kind: 'fault' }> {
  try {
    return { data: document.toJS({ maxAliasCount: mostAliases }) as unknown };
  } catch (error) {
    return tooMuch(error);
  }
}

function tooMuch(error: unknown): Extract<Parsed, { kind: 'fault' }> {
  const isDeep = error instanceof RangeError;
  const message = error instanceof Error ? error.message : String(error);
  const reason = isDeep ? 'It is nested too deeply.' : sentence(message);
  return { kind: 'fault', reason, offset: 0, isLimit: isDeep || /alias/i.test(message) };
}
