import type { HttpMethod, HttpPathMatch, HttpRouteMatch } from '../../api/gateway';
import type { Flaw } from '../../problems/props-error';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { OneOf } from '../one-of';
import { pathFlaw } from '../network/url-path';
import type { Place } from '../place';
import { type ValueMatch, valueMatches } from './header-values';

/** How the path of a request is compared. A text alone is a prefix, compared by its parts. */
export type PathMatch =
  | string
  | OneOf<{
      /** The path to the letter. */
      readonly exact: string;
      /** The first parts of the path. */
      readonly prefix: string;
      /** A regular expression, whose dialect is the Gateway's own. */
      readonly regularExpression: string;
    }>;

/** What a request must have: all of these. */
export interface HttpMatch {
  /**
   * Its path.
   * @default - not printed; any
   */
  readonly path?: PathMatch;
  /**
   * Its method.
   * @default - any
   */
  readonly method?: HttpMethod;
  /**
   * Its headers by name, each to the letter or by a regular expression.
   * @default - any
   */
  readonly headers?: { readonly [name: string]: ValueMatch };
  /**
   * Its query parameters by name, each to the letter or by a regular expression.
   * @default - any
   */
  readonly queryParams?: { readonly [name: string]: ValueMatch };
}

const methods: readonly HttpMethod[] = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'];

/**
 * A match as the API has it.
 *
 * @throws {PropsError} for a path, method, header or parameter that the API refuses
 */
export function httpMatch(place: Place, { path, method, headers, queryParams }: HttpMatch): HttpRouteMatch {
  if (method !== undefined) place.at('method').oneOf(method, methods);
  return compact({
    path: path === undefined ? undefined : pathMatch(place.at('path'), path),
    method,
    headers: valueMatches(place.at('headers'), headers, 'headers'),
    queryParams: valueMatches(place.at('queryParams'), queryParams, 'parameters'),
  });
}

const pathTypes = { exact: 'Exact', prefix: 'PathPrefix', regularExpression: 'RegularExpression' } as const;

function pathMatch(place: Place, path: PathMatch): HttpPathMatch {
  if (typeof path === 'string') {
    place.check(routePathFlaw(path));
    return { type: 'PathPrefix', value: path };
  }
  const [kind, ...more] = Object.keys(path) as (keyof typeof pathTypes)[];
  if (kind === undefined || more.length > 0) {
    place.refuse({
      found: show(path),
      allowed: 'one of exact, prefix and regularExpression',
      fix: 'write a match for each',
    });
  }
  place.oneOf(kind, Object.keys(pathTypes));
  const value = path[kind!]!;
  place.at(kind!).check(kind === 'regularExpression' ? lengthFlaw(value) : routePathFlaw(value));
  return { type: pathTypes[kind!], value };
}

function routePathFlaw(value: unknown): Flaw | undefined {
  const flaw = pathFlaw(value) ?? lengthFlaw(value);
  if (flaw !== undefined || /^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+$/.test(value as string)) return flaw;
  return {
    found: show(value),
    allowed: "letters, digits and -/._~!$&'()*+,;=:@, and everything else as % and two digits",
    fix: `write ${JSON.stringify(encodeURI(value as string))}`,
  };
}

function lengthFlaw(value: unknown): Flaw | undefined {
  if (typeof value === 'string' && [...value].length <= 1024) return undefined;
  return { found: show(value), allowed: 'text of up to 1024 characters', fix: 'shorten it' };
}
