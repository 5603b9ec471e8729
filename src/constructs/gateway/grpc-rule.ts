import type {
  GatewayChannel,
  GrpcMethodMatch,
  GrpcRouteFilter,
  GrpcRouteMatch,
  GrpcRouteRule,
} from '../../api/gateway';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { GrpcRule } from '../grpc-route-props';
import type { Place } from '../place';
import { type GrpcFilter, grpcFilters } from './filter';
import { type ValueMatch, valueMatches } from './header-values';
import { checkLength } from './limits';
import { backendRefs } from './route-backend';
import { sessionOf } from './session';

/** Which method of which service: at least one of the two. */
export type MethodMatch = {
  /**
   * How the names are compared; regular expressions are in the Gateway's own dialect.
   * @default - not printed; Kubernetes takes `Exact`
   */
  readonly type?: 'Exact' | 'RegularExpression';
} & (
  | {
      /** Name of the service with its package, such as `shop.v1.Orders`. Up to 1024 characters. */
      readonly service: string;
      /**
       * Name of the method. Up to 1024 characters.
       * @default - any
       */
      readonly method?: string;
    }
  | { readonly method: string; readonly service?: string }
);

/** What a call must have: all of these. */
export interface GrpcMatch {
  /**
   * Its service and method.
   * @default - any
   */
  readonly method?: MethodMatch;
  /**
   * Its metadata by name, each to the letter or by a regular expression.
   * @default - any
   */
  readonly headers?: { readonly [name: string]: ValueMatch };
}

/**
 * A rule as the API has it.
 *
 * @throws {PropsError} for what the API's own rules refuse
 */
export function grpcRule(place: Place, rule: GrpcRule, channel: GatewayChannel): GrpcRouteRule {
  const { name, matches = [], filters = [], backendRefs: backends = [], sessionPersistence } = rule;
  checkLength(place.at('backendRefs'), backends, 16, 'backends');
  const filtersOf = (at: Place, list: readonly GrpcFilter[]): readonly GrpcRouteFilter[] =>
    grpcFilters(at, list, channel);
  return compact({
    name,
    matches: matches.length > 0 ? matches.map((match, at) => grpcMatch(place.at('matches').at(at), match)) : undefined,
    filters: filters.length > 0 ? filtersOf(place.at('filters'), filters) : undefined,
    backendRefs: backends.length > 0 ? backendRefs(place.at('backendRefs'), backends, filtersOf, channel) : undefined,
    sessionPersistence: sessionOf(place.at('sessionPersistence'), sessionPersistence, channel),
  });
}

function grpcMatch(place: Place, { method, headers }: GrpcMatch): GrpcRouteMatch {
  return compact({
    method: method && methodMatch(place.at('method'), method),
    headers: valueMatches(place.at('headers'), headers, 'headers'),
  });
}

const patterns = {
  service: /^\.?[a-z_][a-z_0-9]*(\.[a-z_][a-z_0-9]*)*$/i,
  method: /^[A-Za-z_][A-Za-z_0-9]*$/,
} as const;

function methodMatch(place: Place, { type, service, method }: MethodMatch): GrpcMethodMatch {
  if (type !== undefined) place.at('type').oneOf(type, ['Exact', 'RegularExpression']);
  if (service === undefined && method === undefined) {
    place.refuse({ found: 'without a name', allowed: 'service, method or both', fix: 'name one of the two' });
  }
  const names = { service, method };
  for (const part of ['service', 'method'] as const) {
    const name = names[part];
    if (name === undefined) continue;
    const fits = typeof name === 'string' && [...name].length <= 1024;
    if (fits && (type === 'RegularExpression' || patterns[part].test(name))) continue;
    place.at(part).refuse({
      found: show(name),
      allowed: part === 'service' ? 'a name such as "shop.v1.Orders"' : 'a name such as "Place"',
      fix: "write the name alone, or set type: 'RegularExpression'",
    });
  }
  return compact({ type, service, method });
}
