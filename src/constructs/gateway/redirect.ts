import type { HttpPathModifier, HttpRequestRedirectFilter, HttpUrlRewriteFilter } from '../../api/gateway';
import { subdomainNameFlaw } from '../../values/name';
import { portNumberFlaw } from '../../values/port';
import { either, show } from '../../values/show';
import { compact } from '../compact';
import type { OneOf } from '../one-of';
import type { Place } from '../place';

/** Another path: in the place of the whole, or of the prefix that matched, which must be the rule's only match. */
export type HttpPathChange = OneOf<{
  /** The whole path. Up to 1024 characters. */
  readonly replaceFullPath: string;
  /** The part that matched. Up to 1024 characters. */
  readonly replacePrefixMatch: string;
}>;

/** Where the client is sent. */
export interface HttpRedirect {
  /**
   * Scheme of the URL.
   * @default - that of the request
   */
  readonly scheme?: 'http' | 'https';
  /**
   * Host of the URL.
   * @default - that of the request
   */
  readonly hostname?: string;
  /**
   * Port of the URL, from 1 to 65535.
   * @default - that of the scheme, else that of the listener
   */
  readonly port?: number;
  /**
   * Path of the URL.
   * @default - that of the request
   */
  readonly path?: HttpPathChange;
  /**
   * 301 and 308 are for good, 302, 303 and 307 for now; 307 and 308 keep the method. All but 301 and 302 need Gateway API 1.5.
   * @default - not printed; Kubernetes takes 302
   */
  readonly statusCode?: 301 | 302 | 303 | 307 | 308;
}

/** What the backend is asked for. */
export interface HttpRewrite {
  /**
   * Host.
   * @default - that of the request
   */
  readonly hostname?: string;
  /**
   * Path.
   * @default - that of the request
   */
  readonly path?: HttpPathChange;
}

const statusCodes: readonly number[] = [301, 302, 303, 307, 308];

/**
 * The redirect as the API has it.
 *
 * @throws {PropsError} for a wrong host, port or path
 */
export function redirectFilter(place: Place, redirect: HttpRedirect): HttpRequestRedirectFilter {
  const { scheme, hostname, port, path, statusCode } = redirect;
  if (scheme !== undefined) place.at('scheme').oneOf(scheme, ['http', 'https']);
  if (port !== undefined) place.at('port').check(portNumberFlaw(port));
  if (statusCode !== undefined && !statusCodes.includes(statusCode)) {
    place
      .at('statusCode')
      .refuse({ found: show(statusCode), allowed: either(statusCodes), fix: 'choose one of these' });
  }
  return compact({ scheme, ...rewriteFilter(place, { hostname, path }), port, statusCode });
}

/**
 * The rewrite as the API has it.
 *
 * @throws {PropsError} for a wrong host or path
 */
export function rewriteFilter(place: Place, { hostname, path }: HttpRewrite): HttpUrlRewriteFilter {
  if (hostname !== undefined) place.at('hostname').check(subdomainNameFlaw(hostname));
  return compact({ hostname, path: path && pathModifier(place.at('path'), path) });
}

function pathModifier(place: Place, path: HttpPathChange): HttpPathModifier {
  const { replaceFullPath, replacePrefixMatch } = path;
  if ((replaceFullPath === undefined) === (replacePrefixMatch === undefined)) {
    place.refuse({
      found: show(path),
      allowed: 'exactly one of replaceFullPath and replacePrefixMatch',
      fix: 'keep one of the two',
    });
  }
  const text = replaceFullPath ?? replacePrefixMatch;
  if (typeof text !== 'string' || [...text].length > 1024) {
    place.refuse({ found: show(text), allowed: 'text of up to 1024 characters', fix: 'shorten the path' });
  }
  return replaceFullPath === undefined
    ? { type: 'ReplacePrefixMatch', replacePrefixMatch }
    : { type: 'ReplaceFullPath', replaceFullPath };
}
