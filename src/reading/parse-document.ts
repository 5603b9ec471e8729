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

/** Tokens of one document that are parsed: what a List of a few thousand objects has. */
const mostTokens = 500_000;

/** Parses one document: it does not throw. Keys that are there twice are no fault here. */
export function parseDocument(text: string): Parsed {
  library ??= load('yaml') as YamlLibrary;
  if (hasTooManyTokens(text)) {
    const reason = `It has more than ${mostTokens} lines, brackets, commas and the like.`;
    return { kind: 'fault', reason, offset: 0, isLimit: true };
  }
  try {
    // To the library itself, keys that are there twice cost the square of the number of keys.
    const settings = { merge: true, uniqueKeys: false, logLevel: 'silent', prettyErrors: false } as const;
    const document = library.parseDocument(text, settings);
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
  const fault = findUnusable(document);
  if (fault) return fault;
  try {
    return { data: document.toJS({ maxAliasCount: mostAliases }) as unknown };
  } catch (error) {
    return tooMuch(error);
  }
}

/** What no object has, and what it would take for ever to make data of. */
function findUnusable(document: Yaml.Document.Parsed): Extract<Parsed, { kind: 'fault' }> | undefined {
  const { visit, isCollection } = library!;
  let aliases = 0;
  let fault: Extract<Parsed, { kind: 'fault' }> | undefined;
  visit(document, {
    Alias: () => {
      aliases += 1;
      if (aliases <= mostAliases) return undefined;
      const reason = `It has more than ${mostAliases} aliases.`;
      fault = { kind: 'fault', reason, offset: 0, isLimit: true };
      return visit.BREAK;
    },
    Pair: (_, { key }) => {
      if (!isCollection(key)) return undefined;
      const reason = 'A key is a map or a list: only text can be a key.';
      fault = { kind: 'fault', reason, offset: key.range?.[0] ?? 0, isLimit: false };
      return visit.BREAK;
    },
  });
  return fault;
}

function hasTooManyTokens(text: string): boolean {
  if (text.length < mostTokens) return false;
  let tokens = 0;
  for (const token = /[\n,[\]{}]|[ \t](?=["'*&!?:-])/g; token.test(text);) if (++tokens > mostTokens) return true;
  return false;
}

function tooMuch(error: unknown): Extract<Parsed, { kind: 'fault' }> {
  const isDeep = error instanceof RangeError;
  const message = error instanceof Error ? error.message : String(error);
  const reason = isDeep ? 'It is nested too deeply.' : sentence(message);
  return { kind: 'fault', reason, offset: 0, isLimit: isDeep || /alias/i.test(message) };
}
