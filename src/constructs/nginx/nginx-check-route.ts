import { either, show } from '../../values/show';
import { checkDirectives } from './nginx-check-directive';
import { checkInteger, checkOneOf } from './nginx-check-number';
import { checkFilePath, checkHeaders, checkParts, checkRequestPath, checkText } from './nginx-check-text';
import { checkDuration } from './nginx-duration';
import { captureCount, checkPattern } from './nginx-pattern';
import type { Report } from './nginx-problem';
import { within } from './nginx-problem';
import type { NginxCache, NginxFiles, NginxPath, NginxProxyRoute, NginxResponse, NginxRoute } from './nginx-route';
import { checkSize } from './nginx-size';
import { textParts } from './nginx-token';
import type { NginxRewriteText, NginxText } from './nginx-variable';

// What may stand in an address as it is.
const addressCharacters = /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]*$/;

const actions = ['proxyTo', 'files', 'file', 'redirect', 'respond'] as const;
const matches = ['prefix', 'exact', 'pattern'] as const;

/** Reports everything that is wrong with one route by itself. */
export function checkRoute(route: NginxRoute, ports: readonly string[], report: Report): void {
  if (!namesOne(route, matches, report) || !namesOne(route, actions, report)) {
    return;
  }
  checkMatch(route, report);
  checkHeaders(route.responseHeaders, 'responseHeaders', report);
  checkDirectives(route.directives, report, 'directives');
  if (route.proxyTo !== undefined) {
    checkProxy(route, ports, report);
  } else if (route.files !== undefined) {
    checkFiles(route.files, within(report, 'files'));
  } else if (route.file !== undefined) {
    checkFilePath(route.file, report, 'file');
    checkCache(route.cache, report, 'cache');
  } else if (route.redirect !== undefined) {
    checkRedirect(route, within(report, 'redirect'));
  } else {
    checkResponse(route.respond!, within(report, 'respond'));
  }
}

/** Reports `maxBodySize`, of the server or of a route. */
export function checkBodySize(size: NginxProxyRoute['maxBodySize'], report: Report): void {
  if (size !== 'unlimited') {
    checkSize(size, report, 'maxBodySize');
  }
}

function namesOne(route: object, keys: readonly string[], report: Report): boolean {
  const named = keys.filter((key) => (route as Record<string, unknown>)[key] !== undefined);
  if (named.length !== 1) {
    const found = named.length === 0 ? `a route without ${either(keys)}` : `a route with ${named.join(' and ')}`;
    report('', found, `exactly one of ${keys.join(', ')}`, named.length === 0 ? 'add one of them' : 'keep one of them');
  }
  return named.length === 1;
}

function checkMatch(route: NginxRoute, report: Report): void {
  if (route.pattern !== undefined) {
    checkPattern(route.pattern, report, 'pattern');
    if (route.files !== undefined || route.file !== undefined) {
      const found = 'a pattern for files';
      report('pattern', found, 'a prefix or an exact path, which says where files are', 'use prefix or exact');
    }
  } else if (route.exact !== undefined) {
    checkRequestPath(route.exact, report, 'exact');
  } else {
    checkRequestPath(route.prefix, report, 'prefix');
  }
}

function checkProxy(
  route: NginxProxyRoute & { readonly replacePrefix?: NginxPath },
  ports: readonly string[],
  report: Report,
): void {
  if (!ports.includes(route.proxyTo)) {
    const fix = ports.length === 0 ? 'declare the port in the backend’s `ports`' : 'choose one of these';
    report(
      'proxyTo',
      show(route.proxyTo),
      `a port of the backend: ${either(ports.map(show)) || 'none is declared'}`,
      fix,
    );
  }
  checkHeaders(route.requestHeaders, 'requestHeaders', report);
  checkBodySize(route.maxBodySize, report);
  for (const name of ['connect', 'send', 'read'] as const) {
    checkDuration(route.timeouts?.[name], within(report, 'timeouts'), name);
  }
  checkReplacement(route, report);
  route.rewrite?.forEach(({ pattern, to }, index) => checkRewrite(pattern, to, within(report, `rewrite[${index}]`)));
}

function checkReplacement(
  {
    replacePrefix,
    rewrite,
    prefix,
  }: NginxProxyRoute & { readonly replacePrefix?: NginxPath; readonly prefix?: NginxPath },
  report: Report,
): void {
  if (replacePrefix === undefined) {
    return;
  }
  if (prefix === undefined) {
    report('replacePrefix', show(replacePrefix), 'nothing without a prefix', 'use rewrite');
  }
  if ((rewrite?.length ?? 0) > 0) {
    report('replacePrefix', `${show(replacePrefix)} beside rewrite`, 'one of the two', 'put both into one rewrite');
  }
  if (!/^\/[A-Za-z0-9\-._~:/@!&'()*+,;=%]*$/.test(replacePrefix) || replacePrefix.length > 250) {
    const allowed = 'an encoded path of at most 250 characters that starts with /';
    report(
      'replacePrefix',
      show(replacePrefix),
      allowed,
      'write "/" to strip the prefix, and % codes for other characters',
    );
  }
}

function checkRewrite(pattern: RegExp, to: NginxRewriteText, report: Report): void {
  checkPattern(pattern, report, 'pattern');
  checkParts(to, report, 'to', true);
  const parts = textParts(to);
  const [first] = parts;
  if (typeof first !== 'string' || !first.startsWith('/')) {
    report('to', show(to), 'a path: its first part is a text that starts with /', 'write "/" first');
  }
  if (parts.some((part) => typeof part === 'string' && /[?#]/.test(part))) {
    report('to', show(to), 'a path without ? and #', 'leave out the query: that of the request is kept');
  }
  const groups = captureCount(pattern);
  for (const part of parts) {
    if (typeof part === 'object' && 'capture' in part && !(part.capture >= 1 && part.capture <= Math.min(groups, 9))) {
      const allowed = `up to ${Math.min(groups, 9)}, the number of parentheses in the pattern`;
      report(
        'to',
        `nginxCapture(${part.capture})`,
        allowed,
        groups === 0 ? 'put parentheses into the pattern' : 'count them from 1',
      );
    }
  }
}

function checkFiles({ directory, index, fallback, cache }: NginxFiles, report: Report): void {
  checkFilePath(directory, report, 'directory');
  index?.forEach((name, position) => {
    checkText(name, report, `index[${position}]`);
    if (name === '' || name.includes('/')) {
      report(`index[${position}]`, show(name), 'the name of a file in a directory', 'write it as "index.html"');
    }
  });
  if (index?.length === 0) {
    report('index', 'an empty list', 'at least one name', 'leave it out for index.html');
  }
  if (fallback !== undefined) {
    checkRequestPath(fallback, report, 'fallback');
  }
  checkCache(cache, report, 'cache');
}

function checkCache(cache: NginxCache | undefined, report: Report, field: string): void {
  if (typeof cache === 'object') {
    checkDuration(cache.maxAge, report, `${field}.maxAge`);
    checkOneOf(cache.visibility, ['public', 'private'], report, `${field}.visibility`);
  } else {
    checkOneOf(cache, ['no-store', 'no-cache'], report, field);
  }
}

function checkRedirect(route: NginxRoute, report: Report): void {
  const { replacePrefix, to, status } = route.redirect!;
  if ((replacePrefix === undefined) === (to === undefined)) {
    const found = to === undefined ? 'without to or replacePrefix' : 'with to and replacePrefix';
    report('', found, 'exactly one of to and replacePrefix', to === undefined ? 'add one of them' : 'keep one of them');
  } else if (replacePrefix === undefined) {
    checkOneOf(status, [301, 302, 303, 307, 308], report, 'status');
    checkAddress(to, report, 'to');
  } else {
    checkOneOf(status, [301, 302], report, 'status');
    checkAddress(replacePrefix, report, 'replacePrefix');
    if (route.prefix === undefined) {
      report('replacePrefix', show(replacePrefix), 'nothing without a prefix', 'use to');
    }
    if (/[?#]/.test(replacePrefix)) {
      report(
        'replacePrefix',
        show(replacePrefix),
        'an address without ? and #',
        'leave out the query: that of the request is kept',
      );
    }
  }
}

function checkAddress(address: NginxText, report: Report, field: string): void {
  checkParts(address, report, field);
  const [first] = textParts(address);
  if (typeof first !== 'string' || !/^(?:\/(?!\/)|https?:\/\/)/.test(first)) {
    const allowed = 'an address: its first part is a text that starts with one slash, http:// or https://';
    report(field, show(address), allowed, 'write such a text first');
  }
  for (const part of textParts(address)) {
    if (typeof part === 'string' && !addressCharacters.test(part)) {
      report(field, show(part), 'characters that an address may hold', 'write % codes for the others');
    }
  }
}

function checkResponse({ status, body, contentType }: NginxResponse, report: Report): void {
  checkInteger(status, 200, 599, report, 'status');
  if ([301, 302, 303, 307, 308].includes(status)) {
    report('status', String(status), 'a status that does not redirect', 'use redirect');
  }
  if (body !== undefined) {
    checkParts(body, report, 'body');
    if ([204, 304].includes(status)) {
      report('body', show(body), `none with the status ${status}`, 'leave it out, or choose another status');
    }
  }
  if (contentType !== undefined && !/^[\w.+-]+\/[\w.+-]+(?:; ?[\w-]+=[\w.+-]+)*$/.test(contentType)) {
    report('contentType', show(contentType), 'a content type', 'write it as "application/json"');
  }
}
