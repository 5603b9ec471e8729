import type { ObjectMeta } from './kubernetes';

/*
 * The routes of the Gateway API, `gateway.networking.k8s.io/v1`, as both of its channels have them. Written by hand from the
 * public specification, because cdk8s-plus-27 knows them not. `gateway-fields.ts` has the same as a table for overrides.
 */

/** Which definitions of the Gateway API a cluster has: those that will not change, or the ones with more fields that may. */
export type GatewayChannel = 'standard' | 'experimental';

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
  /** 303, 307 and 308 need Gateway API 1.5. */
  readonly statusCode?: 301 | 302 | 303 | 307 | 308;
}

export interface HttpUrlRewriteFilter {
  readonly hostname?: string;
  readonly path?: HttpPathModifier;
}

/** What browsers are told about requests from pages of other origins. Needs Gateway API 1.5. */
export interface HttpCorsFilter {
  /**
   * Whether such requests may carry cookies and the like.
   * @default false
   */
  readonly allowCredentials?: boolean;
  /**
   * Headers that they may have, or `*` alone. Up to 64.
   * @default - none beside those that need no leave
   */
  readonly allowHeaders?: readonly string[];
  /**
   * Methods that they may use, or `*` alone.
   * @default - those that need no leave
   */
  readonly allowMethods?: readonly (HttpMethod | '*')[];
  /**
   * Origins of the pages, such as `https://shop.example.com` or `https://*.example.com`, or `*` alone. Up to 64.
   * @default - none
   */
  readonly allowOrigins?: readonly string[];
  /**
   * Headers of the answer that pages may read. Up to 64.
   * @default - none beside those that need no leave
   */
  readonly exposeHeaders?: readonly string[];
  /**
   * Seconds that browsers may remember this, from 1 up.
   * @default - not printed; Kubernetes takes 5
   */
  readonly maxAge?: number;
}

/** Who is asked whether a request may pass. Experimental channel. */
export interface HttpExternalAuthFilter {
  readonly backendRef: BackendObjectReference;
  readonly forwardBody?: HttpForwardBody;
  readonly grpc?: GrpcAuthRequest;
  readonly http?: HttpAuthRequest;
  readonly protocol: 'HTTP' | 'GRPC';
}

/** How much of a request's body is sent along. */
export interface HttpForwardBody {
  /**
   * Bytes; what is longer is refused, or cut off.
   * @default - none
   */
  readonly maxSize?: number;
}

/** What is sent to a server that speaks gRPC. */
export interface GrpcAuthRequest {
  /**
   * Headers of the request that are sent along. Up to 64.
   * @default - all
   */
  readonly allowedHeaders?: readonly string[];
}

/** What is sent to a server that speaks HTTP. */
export interface HttpAuthRequest extends GrpcAuthRequest {
  /**
   * Headers of its answer that are added to the request. Up to 64.
   * @default - all
   */
  readonly allowedResponseHeaders?: readonly string[];
  /**
   * What is put before the path of the request. Up to 1024 characters.
   * @default - nothing
   */
  readonly path?: string;
}

export interface GrpcRouteFilter {
  readonly extensionRef?: LocalObjectReference;
  readonly requestHeaderModifier?: HttpHeaderFilter;
  readonly requestMirror?: HttpRequestMirrorFilter;
  readonly responseHeaderModifier?: HttpHeaderFilter;
  readonly type: 'RequestHeaderModifier' | 'ResponseHeaderModifier' | 'RequestMirror' | 'ExtensionRef';
}

export interface HttpRouteFilter extends Omit<GrpcRouteFilter, 'type'> {
  /** Needs Gateway API 1.5. */
  readonly cors?: HttpCorsFilter;
  /** Experimental channel. */
  readonly externalAuth?: HttpExternalAuthFilter;
  readonly requestRedirect?: HttpRequestRedirectFilter;
  readonly type: GrpcRouteFilter['type'] | 'RequestRedirect' | 'URLRewrite' | 'CORS' | 'ExternalAuth';
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

/** How often a request is tried again. Needs Gateway API 1.7. */
export interface HttpRouteRetry {
  /**
   * How often at most, from 0 up.
   * @default - not printed; Kubernetes takes 1
   */
  readonly attempts?: number;
  /**
   * How long to wait in between at least, such as `100ms`.
   * @default - the Gateway's
   */
  readonly backoff?: string;
  /**
   * Status codes after which it is tried again, from 400 to 599.
   * @default - the Gateway's
   */
  readonly codes?: readonly number[];
}

/** How the requests of one client are kept with one Pod. Experimental channel. */
export interface SessionPersistence {
  /**
   * How long at most, such as `1h`.
   * @default - as long as the session lasts
   */
  readonly absoluteTimeout?: string;
  /**
   * What the cookie is like, if it is one.
   * @default - none; required unless the type is `Header`
   */
  readonly cookie?: SessionCookie;
  /**
   * Which header it is, if it is one.
   * @default - none; required if the type is `Header`
   */
  readonly header?: { readonly name: string };
  /**
   * By what clients are told apart.
   * @default - not printed; Kubernetes takes `Cookie`
   */
  readonly type?: 'Cookie' | 'Header';
}

/** The cookie by which clients are told apart. */
export interface SessionCookie {
  /**
   * Whether it outlives the browser; if so, `absoluteTimeout` says for how long.
   * @default - not printed; Kubernetes takes `Session`
   */
  readonly lifetimeType?: 'Permanent' | 'Session';
  /**
   * Its name. Up to 256 characters.
   * @default - the Gateway's choice
   */
  readonly name?: string;
  /**
   * Path for which it is sent. Up to 1024 characters.
   * @default - not printed; Kubernetes takes `/`
   */
  readonly path?: string;
}

export interface HttpRouteRule {
  readonly backendRefs?: readonly HttpBackendRef[];
  readonly filters?: readonly HttpRouteFilter[];
  readonly matches?: readonly HttpRouteMatch[];
  readonly name?: string;
  /** Needs Gateway API 1.7. */
  readonly retry?: HttpRouteRetry;
  /** Experimental channel. */
  readonly sessionPersistence?: SessionPersistence;
  readonly timeouts?: HttpRouteTimeouts;
}

export interface GrpcRouteRule {
  readonly backendRefs?: readonly GrpcBackendRef[];
  readonly filters?: readonly GrpcRouteFilter[];
  readonly matches?: readonly GrpcRouteMatch[];
  readonly name?: string;
  /** Experimental channel. */
  readonly sessionPersistence?: SessionPersistence;
}

export interface HttpRouteSpec {
  readonly hostnames?: readonly string[];
  readonly parentRefs?: readonly ParentReference[];
  readonly rules?: readonly HttpRouteRule[];
  /** Experimental channel. */
  readonly useDefaultGateways?: 'All' | 'None';
}

export interface GrpcRouteSpec {
  readonly hostnames?: readonly string[];
  readonly parentRefs?: readonly ParentReference[];
  readonly rules?: readonly GrpcRouteRule[];
  /** Experimental channel. */
  readonly useDefaultGateways?: 'All' | 'None';
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
