import type {
  Fraction,
  GatewayChannel,
  GrpcRouteFilter,
  HttpCorsFilter,
  HttpRouteFilter,
  LocalObjectReference,
} from '../../api/gateway';
import { cors as corsSchema } from '../../gateway/filter-schema';
import { kind as kindSchema } from '../../gateway/route-values';
import { subdomainNameFlaw } from '../../values/name';
import { numberFlaw } from '../../values/number';
import { show } from '../../values/show';
import { compact } from '../compact';
import type { OneOf } from '../one-of';
import type { Place } from '../place';
import { checkPart } from './check-part';
import { type ExternalAuth, externalAuthFilter } from './external-auth';
import { type HeaderChanges, headerFilter } from './header-values';
import { checkLength } from './limits';
import { type HttpRedirect, type HttpRewrite, redirectFilter, rewriteFilter } from './redirect';
import { type RouteBackend, backendRef } from './route-backend';

/** A copy of the requests for somebody else, whose answers are thrown away. */
export type RequestMirror = {
  /** Who gets the copies. */
  readonly backend: RouteBackend;
} & (
  | {
      /**
       * How many of the requests, from 0 to 100 percent.
       * @default - not printed; all
       */
      readonly percent?: number;
      readonly fraction?: never;
    }
  | {
      /** How many of the requests, as a fraction; the denominator is 100 when it is left out. */
      readonly fraction: Fraction;
      readonly percent?: never;
    }
);

interface GrpcFilters {
  /** Changes of the request's headers. At most once. */
  readonly requestHeaderModifier: HeaderChanges;
  /** Changes of the answer's headers. At most once. */
  readonly responseHeaderModifier: HeaderChanges;
  /** A copy of the requests for somebody else. */
  readonly requestMirror: RequestMirror;
  /** What the Gateway's implementation does, by an object of its own. */
  readonly extensionRef: LocalObjectReference;
}

interface HttpFilters extends GrpcFilters {
  /** An answer that sends the client elsewhere. At most once, and not beside backends or a rewrite. */
  readonly requestRedirect: HttpRedirect;
  /** Another host or path for the backend. At most once, and not beside a redirect. */
  readonly urlRewrite: HttpRewrite;
  /** What browsers are told about requests from other origins. At most once. Needs Gateway API 1.5. */
  readonly cors: HttpCorsFilter;
  /** Who is asked whether the request may pass. Experimental channel. */
  readonly externalAuth: ExternalAuth;
}

/** What is done to a gRPC call: one of its fields. */
export type GrpcFilter = OneOf<GrpcFilters>;

/** What is done to an HTTP request: one of its fields. */
export type HttpFilter = OneOf<HttpFilters>;

const types = {
  requestHeaderModifier: 'RequestHeaderModifier',
  responseHeaderModifier: 'ResponseHeaderModifier',
  requestMirror: 'RequestMirror',
  requestRedirect: 'RequestRedirect',
  urlRewrite: 'URLRewrite',
  cors: 'CORS',
  externalAuth: 'ExternalAuth',
  extensionRef: 'ExtensionRef',
} as const;
type Kind = keyof typeof types;

const ofGrpc: readonly Kind[] = ['requestHeaderModifier', 'responseHeaderModifier', 'requestMirror', 'extensionRef'];
const several: readonly Kind[] = ['requestMirror', 'extensionRef', 'externalAuth'];

/**
 * The filters of an HTTP route.
 *
 * @throws {PropsError} for what is no filter, for one that stands twice, and for two that exclude each other
 */
export function httpFilters(
  place: Place,
  filters: readonly HttpFilter[],
  channel: GatewayChannel,
): readonly HttpRouteFilter[] {
  return filtersOf(place, filters, Object.keys(types) as Kind[], channel);
}

/**
 * The filters of a gRPC route.
 *
 * @throws {PropsError} for what is no filter, and for one that stands twice
 */
export function grpcFilters(
  place: Place,
  filters: readonly GrpcFilter[],
  channel: GatewayChannel,
): readonly GrpcRouteFilter[] {
  return filtersOf(place, filters, ofGrpc, channel) as readonly GrpcRouteFilter[];
}

function filtersOf(
  place: Place,
  filters: readonly object[],
  allowed: readonly Kind[],
  channel: GatewayChannel,
): readonly HttpRouteFilter[] {
  checkLength(place, filters, 16, 'filters');
  const seen = new Set<Kind>();
  return filters.map((filter, index) => {
    const here = place.at(index);
    const [kind, ...more] = Object.keys(filter) as Kind[];
    if (kind === undefined || more.length > 0) {
      here.refuse({
        found: kind === undefined ? show(filter) : `${kind} and ${more.join(' and ')} at once`,
        allowed: `one of ${allowed.join(', ')}`,
        fix: 'write a filter for each',
      });
    }
    here.oneOf(kind, allowed);
    if (seen.has(kind!) && !several.includes(kind!)) {
      here.refuse({ found: `a second ${kind}`, allowed: 'each filter once', fix: 'put the two together' });
    }
    seen.add(kind!);
    if (seen.has('requestRedirect') && seen.has('urlRewrite')) {
      here.refuse({
        found: `${kind} beside ${kind === 'urlRewrite' ? 'requestRedirect' : 'urlRewrite'}`,
        allowed: 'one of the two: a request that is sent elsewhere reaches no backend',
        fix: 'leave out one of them, or put them into two rules',
      });
    }
    return filterOf(here.at(kind!), filter as HttpFilter, channel);
  });
}

function filterOf(place: Place, filter: HttpFilter, channel: GatewayChannel): HttpRouteFilter {
  if (filter.requestHeaderModifier !== undefined) {
    return {
      type: types.requestHeaderModifier,
      requestHeaderModifier: headerFilter(place, filter.requestHeaderModifier),
    };
  }
  if (filter.responseHeaderModifier !== undefined) {
    const responseHeaderModifier = headerFilter(place, filter.responseHeaderModifier);
    return { type: types.responseHeaderModifier, responseHeaderModifier };
  }
  if (filter.requestMirror !== undefined) {
    return { type: types.requestMirror, requestMirror: mirrorFilter(place, filter.requestMirror, channel) };
  }
  if (filter.requestRedirect !== undefined) {
    return { type: types.requestRedirect, requestRedirect: redirectFilter(place, filter.requestRedirect) };
  }
  if (filter.urlRewrite !== undefined)
    return { type: types.urlRewrite, urlRewrite: rewriteFilter(place, filter.urlRewrite) };
  if (filter.cors !== undefined) {
    checkPart(place, corsSchema, filter.cors);
    return { type: types.cors, cors: filter.cors };
  }
  if (filter.externalAuth !== undefined) {
    return { type: types.externalAuth, externalAuth: externalAuthFilter(place, filter.externalAuth, channel) };
  }
  const { group, kind, name } = filter.extensionRef;
  if (group !== '') place.at('group').check(subdomainNameFlaw(group));
  checkPart(place.at('kind'), kindSchema(), kind);
  place.at('name').check(subdomainNameFlaw(name));
  return { type: types.extensionRef, extensionRef: { group, kind, name } };
}

function mirrorFilter(
  place: Place,
  { backend, percent, fraction }: RequestMirror,
  channel: GatewayChannel,
): NonNullable<HttpRouteFilter['requestMirror']> {
  if (percent !== undefined) place.at('percent').check(numberFlaw(percent, 0, 100));
  if (fraction !== undefined) {
    if (percent !== undefined) {
      place.refuse({ found: 'with percent and fraction', allowed: 'one of the two', fix: 'leave out one of them' });
    }
    const { numerator, denominator = 100 } = fraction;
    place.at('fraction').at('denominator').check(numberFlaw(denominator, 1));
    place
      .at('fraction')
      .at('numerator')
      .check(numberFlaw(numerator, 0, denominator));
  }
  return compact({ backendRef: backendRef(place.at('backend'), backend, channel), percent, fraction });
}
