import type { HttpRouteRule, HttpRouteTimeouts } from '../../api/gateway';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { HttpRule, HttpTimeouts } from '../http-route-props';
import type { Place } from '../place';
import { durationFlaw, millisecondsOf } from './duration';
import { type HttpFilter, httpFilters } from './filter';
import { httpMatch } from './http-match';
import { checkLength } from './limits';
import { backendRefs } from './route-backend';

/**
 * A rule as the API has it.
 *
 * @throws {PropsError} for what the API's own rules refuse
 */
export function httpRule(place: Place, rule: HttpRule): HttpRouteRule {
  const { name, matches, filters = [], backendRefs: backends = [], timeouts } = rule;
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
  return compact({
    name,
    matches:
      matches && matches.length > 0
        ? matches.map((match, at) => httpMatch(place.at('matches').at(at), match))
        : undefined,
    filters: filters.length > 0 ? httpFilters(place.at('filters'), filters) : undefined,
    backendRefs: backends.length > 0 ? backendRefs(place.at('backendRefs'), backends, httpFilters) : undefined,
    timeouts: timeouts && timeoutsOf(place.at('timeouts'), timeouts),
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
  const [first] = matches;
  const path = first?.path;
  const isPrefix = typeof path === 'string' || (typeof path === 'object' && path.prefix !== undefined);
  if (!replaces || (matches.length === 1 && isPrefix)) return;
  place.at('matches').refuse({
    found: matches.length === 1 ? 'without a prefix of the path' : `a list of ${matches.length} matches`,
    allowed: 'exactly one match with a prefix of the path, because replacePrefixMatch replaces it',
    fix: 'write a rule for each prefix',
  });
}

function timeoutsOf(place: Place, { request, backendRequest }: HttpTimeouts): HttpRouteTimeouts {
  if (request !== undefined) place.at('request').check(durationFlaw(request));
  if (backendRequest !== undefined) place.at('backendRequest').check(durationFlaw(backendRequest));
  const whole = request === undefined ? 0 : millisecondsOf(request);
  if (whole > 0 && backendRequest !== undefined && millisecondsOf(backendRequest) > whole) {
    place.at('backendRequest').refuse({
      found: `${show(backendRequest)}, longer than the whole request of ${show(request)}`,
      allowed: 'at most the time of the whole request',
      fix: 'shorten it, or lengthen request',
    });
  }
  return compact({ request, backendRequest });
}
