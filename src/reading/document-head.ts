import type { ObjectIdentity } from '../problems/problem';

/**
 * Reads what an object is from the text of a document, without parsing it: a hundred times faster than a parser, for the form in
 * which nearly every manifest is written.
 *
 * @returns undefined for any other form: then the parser has to tell
 */
export function readHead(text: string): ObjectIdentity | undefined {
  const found: Record<string, string> = {};
  let inMetadata = false;
  let indent = 0;
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const first = text.charCodeAt(at);
    if (first === space) {
      if (inMetadata) {
        const line = text.slice(at, end).trimEnd();
        const own = line.search(/[^ ]/);
        if (own >= 0 && line[own] !== '#') {
          if (indent === 0) indent = own;
          if (own < indent) return undefined;
          if (own === indent && !readField(line.slice(own), 'metadata.', found)) return undefined;
        }
      }
    } else if (first !== dash && first !== hash && end > at) {
      const line = text.slice(at, end).trimEnd();
      if (line !== '') {
        if (!readField(line, '', found)) return undefined;
        inMetadata = line.startsWith('metadata:');
      }
    } else if (first === dash) {
      inMetadata = false;
    }
    at = end + 1;
  }
  const { apiVersion, kind } = found;
  if (!apiVersion || !kind) return undefined;
  const namespace = found['metadata.namespace'];
  return { apiVersion, kind, ...(namespace && { namespace }), name: found['metadata.name'] ?? '' };
}

const [space, dash, hash] = [...' -#'].map((character) => character.charCodeAt(0));

const wanted: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'metadata.name', 'metadata.namespace']);

/** Notes a field if it is one that matters. False for a line that this reader does not understand. */
function readField(line: string, prefix: string, found: Record<string, string>): boolean {
  const match = /^([A-Za-z][\w-]*):(?:[ \t]+(.*))?$/.exec(line);
  if (!match) return false;
  const key = prefix + match[1];
  if (!wanted.has(key)) return true;
  if (Object.hasOwn(found, key)) return false;
  const value = readScalar(match[2] ?? '');
  if (value === undefined || (value === '') !== (key === 'metadata')) return false;
  found[key] = value;
  return true;
}

/** Plain text that is no other scalar, or simple quotes, with or without a comment behind; empty where there is none. */
function readScalar(text: string): string | undefined {
  const [, plain, double, single] =
    /^(?:([A-Za-z][\w./-]*)|"([^"\\]*)"|'([^']*)')?(?:[ \t]*$|[ \t]+#|(?<=^)#)/.exec(text) ?? [];
  if (plain !== undefined) return /^(?:true|false|yes|no|on|off|null|y|n)$/i.test(plain) ? undefined : plain;
  return double ?? single ?? (/^[ \t]*(?:#|$)/.test(text) ? '' : undefined);
}
