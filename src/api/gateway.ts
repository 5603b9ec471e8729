import type { ObjectMeta } from './kubernetes';

/*
 * The routes of the Gateway API, `gateway.networking.k8s.io/v1`, as its standard channel has them. Written by hand from the
 * public specification, because cdk8s-plus-27 knows them not. `gateway-fields.ts` has the same as a table for overrides.
 */

/** A resource to which a route is attached: a Gateway, or one of its listeners. */
export interface ParentReference {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly port?: number;
  readonly sectionName?: string;
}

/** An object in the namespace of the route. */
export interface LocalObjectReference {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}

/** An object that takes requests. */
export interface BackendObjectReference {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly port?: number;
}

export interface HttpHeader {
  readonly name: string;
  readonly value: string;
}

/** What is done to the headers of a request or response. */
export interface HttpHeaderFilter {
  readonly add?: readonly HttpHeader[];
  readonly remove?: readonly string[];
  readonly set?: readonly HttpHeader[];
}

export interface Fraction {
  readonly denominator?: number;
  readonly numerator: number;
}

/** A copy of the requests for somebody else, whose answers are thrown away. */
export interface HttpRequestMirrorFilter {
  readonly backendRef: BackendObjectReference;
  readonly fraction?: Fraction;
  readonly percent?: number;
}

export interface HttpPathModifier {
  readonly replaceFullPath?: string;
  readonly replacePrefixMatch?: string;
  readonly type: 'ReplaceFullPath' | 'ReplacePrefixMatch';
}

export interface HttpRequestRedirectFilter {
  readonly hostname?: string;
  readonly path?: HttpPathModifier;
  readonly port?: number;
  readonly scheme?: 'http' | 'https';
  readonly statusCode?: 301 | 302;
}

export interface HttpUrlRewriteFilter {
  readonly hostname?: string;
  readonly path?: HttpPathModifier;
}

export interface GrpcRouteFilter {
  readonly extensionRef?: LocalObjectReference;
  readonly requestHeaderModifier?: HttpHeaderFilter;
  readonly requestMirror?: HttpRequestMirrorFilter;
  readonly responseHeaderModifier?: HttpHeaderFilter;
  readonly type: 'RequestHeaderModifier' | 'ResponseHeaderModifier' | 'RequestMirror' | 'ExtensionRef';
}

export interface HttpRouteFilter extends Omit<GrpcRouteFilter, 'type'> {
  readonly requestRedirect?: HttpRequestRedirectFilter;
  readonly type: GrpcRouteFilter['type'] | 'RequestRedirect' | 'URLRewrite';
  readonly urlRewrite?: HttpUrlRewriteFilter;
}

export interface HttpBackendRef extends BackendObjectReference {
  readonly filters?: readonly HttpRouteFilter[];
  readonly weight?: number;
}

export interface GrpcBackendRef extends BackendObjectReference {
  readonly filters?: readonly GrpcRouteFilter[];
  readonly weight?: number;
}

/** A header or query parameter, and what its value must be. */
export interface HttpValueMatch {
  readonly name: string;
  readonly type?: 'Exact' | 'RegularExpression';
  readonly value: string;
}

export interface HttpPathMatch {
  readonly type?: 'Exact' | 'PathPrefix' | 'RegularExpression';
  readonly value?: string;
}

export type HttpMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'CONNECT' | 'OPTIONS' | 'TRACE' | 'PATCH';

export interface HttpRouteMatch {
  readonly headers?: readonly HttpValueMatch[];
  readonly method?: HttpMethod;
  readonly path?: HttpPathMatch;
  readonly queryParams?: readonly HttpValueMatch[];
}

export interface GrpcMethodMatch {
  readonly method?: string;
  readonly service?: string;
  readonly type?: 'Exact' | 'RegularExpression';
}

export interface GrpcRouteMatch {
  readonly headers?: readonly HttpValueMatch[];
  readonly method?: GrpcMethodMatch;
}

export interface HttpRouteTimeouts {
  readonly backendRequest?: string;
  readonly request?: string;
}

export interface HttpRouteRule {
  readonly backendRefs?: readonly HttpBackendRef[];
  readonly filters?: readonly HttpRouteFilter[];
  readonly matches?: readonly HttpRouteMatch[];
  readonly name?: string;
  readonly timeouts?: HttpRouteTimeouts;
}

export interface GrpcRouteRule {
  readonly backendRefs?: readonly GrpcBackendRef[];
  readonly filters?: readonly GrpcRouteFilter[];
  readonly matches?: readonly GrpcRouteMatch[];
  readonly name?: string;
}

export interface HttpRouteSpec {
  readonly hostnames?: readonly string[];
  readonly parentRefs?: readonly ParentReference[];
  readonly rules?: readonly HttpRouteRule[];
}

export interface GrpcRouteSpec {
  readonly hostnames?: readonly string[];
  readonly parentRefs?: readonly ParentReference[];
  readonly rules?: readonly GrpcRouteRule[];
}

/** A route for HTTP requests. @see https://gateway-api.sigs.k8s.io/api-types/httproute/ */
export interface HttpRoute {
  readonly apiVersion: 'gateway.networking.k8s.io/v1';
  readonly kind: 'HTTPRoute';
  readonly metadata?: ObjectMeta;
  readonly spec: HttpRouteSpec;
}

/** A route for gRPC calls. @see https://gateway-api.sigs.k8s.io/api-types/grpcroute/ */
export interface GrpcRoute {
  readonly apiVersion: 'gateway.networking.k8s.io/v1';
  readonly kind: 'GRPCRoute';
  readonly metadata?: ObjectMeta;
  readonly spec: GrpcRouteSpec;
}
