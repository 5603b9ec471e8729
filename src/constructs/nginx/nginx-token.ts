import type { NginxRewriteText, NginxText, NginxTextPart } from './nginx-variable';

/**
 * The variable that stands for a dollar sign: nginx has no way to escape one where it looks for variables.
 * The configuration declares it with `geo` when it is used.
 */
export const dollar = '${dollar}';

// Everything else is written bare, which is how people write nginx configurations.
const needsQuotes = /[\s;{}"'#]|^$/;

// Within a parameter, nginx keeps a backslash unless one of these follows it.
const escapingBackslash = /\\(?=["'\\trn]|$)/g;

/** Characters that no parameter may hold: they would be invisible, or end up in a header as a line break. */
const forbidden = /[\u0000-\u001f\u007f]|\p{Surrogate}/u;

/** The first character of a text that a configuration must not hold, as JSON, or undefined when there is none. */
export function forbiddenCharacter(text: string): string | undefined {
  const found = forbidden.exec(text)?.[0];
  return found === undefined ? undefined : JSON.stringify(found);
}

/**
 * One parameter of a directive which nginx reads back as exactly this text, whatever it holds.
 * For places where nginx does not look for variables: locations, patterns, names, numbers.
 * @throws when the text holds a control character (checks report those first) or is too long for nginx
 */
export function literal(text: string): string {
  const character = forbiddenCharacter(text);
  if (character !== undefined) {
    throw new Error(`a parameter for nginx must not hold ${character}: ${JSON.stringify(text)}`);
  }
  const escaped = text.replace(escapingBackslash, '\\\\');
  if (!needsQuotes.test(text)) {
    return escaped;
  }
  return text.includes('"') && !text.includes("'") ? `'${escaped}'` : `"${escaped.replace(/"/g, '\\"')}"`;
}

/** One parameter for places where nginx looks for variables: strings mean themselves, `$` included. */
export function interpolated(text: NginxText | NginxRewriteText): string {
  return literal(interpolate(text));
}

/** The text of nginx's own small language for texts with variables. */
function interpolate(text: NginxText | NginxRewriteText): string {
  // From the right: a variable needs braces when what comes after it would run on into its name.
  return textParts(text).reduceRight<string>((rest, part) => {
    if (typeof part === 'string') {
      return part.replace(/\$/g, () => dollar) + rest;
    }
    if ('capture' in part) {
      return `$${part.capture}${rest}`;
    }
    return /^[A-Za-z0-9_]/.test(rest) ? `\${${part.variable}}${rest}` : `$${part.variable}${rest}`;
  }, '');
}

/** The parts of a text as a list. */
export function textParts(text: NginxText | NginxRewriteText): readonly NginxTextPart[] {
  return isList(text) ? text : [text];
}

function isList(text: NginxText | NginxRewriteText): text is readonly NginxTextPart[] {
  return Array.isArray(text);
}
