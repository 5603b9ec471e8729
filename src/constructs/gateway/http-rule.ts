import type { GatewayChannel, HttpRouteFilter, HttpRouteRule, HttpRouteTimeouts } from '../../api/gateway';
import { millisecondsOf } from '../../gateway/milliseconds';
import { retry as retrySchema } from '../../gateway/route-schema';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { HttpRule, HttpTimeouts } from '../http-route-props';
import type { Place } from '../place';
import { checkPart } from './check-part';
import { durationFlaw } from './duration';
import { type HttpFilter, httpFilters } from './filter';
import { httpMatch } from './http-match';
import { checkLength } from './limits';
import { backendRefs } from './route-backend';
import { sessionOf } from './session';

/**
 * A rule as the API has it.
 *
 * @throws {PropsError} for what the API's own rules refuse
 */
export function httpRule(place: Place, rule: HttpRule, channel: GatewayChannel): HttpRouteRule {
  const { name, matches, filters = [], backendRefs: backends = [], timeouts, retry, sessionPersistence } = rule;
  checkLength(place.at('backendRefs'), backends, 16, 'backends');
  const redirects = filters.some((filter) => filter.requestRedirect !== undefined);
  if (redirects && backends.length > 0) {
    place.at('backendRefs').refuse({
      found: 'given beside a redirect',
      allowed: 'left out: a request that is sent elsewhere reaches no backend',
      fix: 'leave it out, or put the redirect into a rule of its own',
    });
  }
  checkPrefix(place, rule);
  if (retry !== undefined) checkPart(place.at('retry'), retrySchema, retry);
  const filtersOf = (at: Place, list: readonly HttpFilter[]): readonly HttpRouteFilter[] =>
    httpFilters(at, list, channel);
  return compact({
    name,
    matches:
      matches && matches.length > 0
        ? matches.map((match, at) => httpMatch(place.at('matches').at(at), match))
        : undefined,
    filters: filters.length > 0 ? filtersOf(place.at('filters'), filters) : undefined,
    backendRefs: backends.length > 0 ? backendRefs(place.at('backendRefs'), backends, filtersOf, channel) : undefined,
    timeouts: timeouts && timeoutsOf(place.at('timeouts'), timeouts),
    retry,
    sessionPersistence: sessionOf(place.at('sessionPersistence'), sessionPersistence, channel),
  });
}

/** A prefix can be replaced only where it is known which one matched. */
function checkPrefix(place: Place, { matches = [], filters = [], backendRefs: backends = [] }: HttpRule): void {
  const ofBackends = backends.flatMap((backend): readonly HttpFilter[] =>
    'backend' in backend ? (backend.filters ?? []) : [],
  );
  const replaces = [...filters, ...ofBackends].some(
    ({ requestRedirect, urlRewrite }) => (requestRedirect ?? urlRewrite)?.path?.replacePrefixMatch !== undefined,
  );
  // Without a match, or a path in it, the API takes the prefix "/".
  const path = matches[0]?.path ?? '/';
  const isPrefix = typeof path === 'string' || path.prefix !== undefined;
  if (!replaces || (matches.length <= 1 && isPrefix)) return;
  place.at('matches').refuse({
    found: matches.length === 1 ? 'without a prefix of the path' : `a list of ${matches.length} matches`,
    allowed: 'one match at most, with a prefix of the path, because replacePrefixMatch replaces it',
    fix: 'write a rule for each prefix',
  });
}

function timeoutsOf(place: Place, { request, backendRequest }: HttpTimeouts): HttpRouteTimeouts {
  if (request !== undefined) place.at('request').check(durationFlaw(request));
  if (backendRequest !== undefined) place.at('backendRequest').check(durationFlaw(backendRequest));
  const whole = request === undefined ? 0 : millisecondsOf(request)!;
  const part = backendRequest === undefined ? 0 : millisecondsOf(backendRequest)!;
  if (whole > 0 && part > whole) {
    place.at('backendRequest').refuse({
      found: `${show(backendRequest)}, longer than the whole request of ${show(request)}`,
      allowed: 'at most the time of the whole request',
      fix: 'shorten it, or lengthen request',
    });
  }
  return compact({ request, backendRequest });
}
