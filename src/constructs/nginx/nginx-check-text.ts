import { show } from '../../values/show';
import type { NginxRequestHeaders, NginxResponseHeaders } from './nginx-header';
import type { Report } from './nginx-problem';
import { within } from './nginx-problem';
import { forbiddenCharacter, interpolated, textParts } from './nginx-token';
import type { NginxRewriteText, NginxText, NginxTextPart } from './nginx-variable';
import { isVariableName } from './nginx-variable';

// nginx reads its configuration through a buffer of 4096 bytes, and a parameter must fit in with its quotes.
const longestParameter = 3900;

/** Reports a text that no parameter can hold. */
export function checkText(text: string, report: Report, field: string): void {
  checkLength(text, text, report, field);
}

function checkLength(text: string, whole: NginxText | NginxRewriteText, report: Report, field: string): void {
  const character = forbiddenCharacter(text);
  if (character !== undefined) {
    report(field, show(text), 'text without line breaks and other control characters', `take ${character} out`);
    return;
  }
  const bytes = Buffer.byteLength(interpolated(whole));
  if (bytes > longestParameter) {
    const found = `a text of ${bytes} bytes as nginx writes it`;
    report(field, found, `at most ${longestParameter} bytes, of which a $ takes 9`, 'shorten it');
  }
}

/** Reports parts of a text that nginx does not know; captures are known to a `rewrite` only, which counts them. */
export function checkParts(text: NginxText | NginxRewriteText, report: Report, field: string, rewrite = false): void {
  const parts = textParts(text);
  const unknown = parts.find((part) => !isKnown(part, rewrite));
  if (unknown === undefined) {
    checkLength(parts.filter((part) => typeof part === 'string').join(''), text, report, field);
  } else if (typeof unknown === 'object' && unknown !== null && 'variable' in unknown) {
    const found = `nginxVariable(${show(unknown.variable)})`;
    report(field, found, 'a name of the type NginxVariableName', variableAdvice(unknown.variable));
  } else {
    report(field, show(unknown), 'text and nginxVariable(…)', 'write it as text, in quotes');
  }
}

function isKnown(part: NginxTextPart, rewrite: boolean): boolean {
  if (typeof part !== 'object' || part === null) {
    return typeof part === 'string';
  }
  return 'variable' in part ? isVariableName(part.variable) : rewrite && 'capture' in part;
}

function variableAdvice(name: string): string {
  return name === 'uri' || name === 'document_uri'
    ? 'use nginxVariable("request_uri"): nginx decodes the other, so that clients could add headers'
    : 'choose one of these';
}

/** Reports a path of requests that nginx would never find, because it compares decoded, cleaned paths. */
export function checkRequestPath(path: string, report: Report, field: string): void {
  checkText(path, report, field);
  const fix = pathAdvice(path);
  if (fix !== undefined) {
    report(field, show(path), 'a path as nginx compares it: decoded, cleaned, without query, starting with /', fix);
  }
  if (Buffer.byteLength(path) > 250) {
    report(field, `a path of ${Buffer.byteLength(path)} bytes`, 'at most 250 bytes', 'shorten it, or use a pattern');
  }
}

function pathAdvice(path: string): string | undefined {
  if (!path.startsWith('/')) {
    return `write ${show(`/${path}`)}`;
  }
  if (/[?#]/.test(path)) {
    return 'leave out the query or fragment: routes are chosen by the path alone';
  }
  if (/%[0-9A-Fa-f]{2}/.test(path)) {
    return 'write the character itself in place of its % code';
  }
  if (path.includes('//')) {
    return 'write one slash for several';
  }
  return path.split('/').some((segment) => segment === '.' || segment === '..') ? 'leave "." and ".." out' : undefined;
}

/** Reports a path of a file or directory that is not absolute or leaves its place. */
export function checkFilePath(path: string, report: Report, field: string): void {
  checkText(path, report, field);
  if (!path.startsWith('/') || path.split('/').includes('..')) {
    report(field, show(path), 'an absolute path without ".." in the container', 'write it as "/usr/share/nginx/html"');
  }
}

/** Header names that nginx sets by itself; ours would come second or break the connection. */
const ownHeaders = {
  requestHeaders: ['connection', 'content-length', 'transfer-encoding', 'upgrade', 'keep-alive', 'te', 'expect'],
  responseHeaders: [
    'connection',
    'content-length',
    'content-encoding',
    'content-type',
    'date',
    'keep-alive',
    'server',
    'transfer-encoding',
    'upgrade',
  ],
} as const;

/** Reports headers with names or values that HTTP or nginx does not allow. */
export function checkHeaders(
  changes: NginxRequestHeaders | NginxResponseHeaders | undefined,
  side: keyof typeof ownHeaders,
  report: Report,
): void {
  const inner = within(report, side);
  const seen = new Map<string, string>();
  const checkName = (name: string, field: string): void => {
    const lower = name.toLowerCase();
    const twin = seen.get(lower);
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(name)) {
      inner(field, show(name), '1 to 64 letters, digits, - and _', 'write the name of the header alone');
    } else if ((ownHeaders[side] as readonly string[]).includes(lower)) {
      inner(field, show(name), 'a header that nginx does not make by itself', 'leave it out, or look for a prop');
    } else if (twin !== undefined) {
      inner(field, `${show(name)}, named already as ${show(twin)}`, 'each header once', 'leave out one of the two');
    }
    seen.set(lower, name);
  };
  for (const [name, value] of Object.entries(changes?.set ?? {})) {
    checkName(name, 'set');
    checkParts(value, inner, `set[${show(name)}]`);
  }
  changes?.remove?.forEach((name, index) => checkName(name, `remove[${index}]`));
}
