/**
 * The fields of the types in `gateway.ts`, in the notation of `fields.ts`. The lists that a route consists of are replaced as
 * a whole, as the API server does.
 */
export const gatewayFieldsByType: Readonly<Record<string, string>> = {
  GRPCRoute: 'apiVersion kind metadata:ObjectMeta spec:GatewayGrpcSpec',
  GatewayBackend: 'group kind name namespace port',
  GatewayCors: 'allowCredentials allowHeaders:[=] allowMethods:[=] allowOrigins:[=] exposeHeaders:[=] maxAge',
  GatewayExternalAuth:
    'backendRef:GatewayBackend forwardBody:GatewayForwardBody grpc:GatewayGrpcAuth http:GatewayHttpAuth protocol',
  GatewayForwardBody: 'maxSize',
  GatewayFraction: 'denominator numerator',
  GatewayGrpcAuth: 'allowedHeaders:[=]',
  GatewayGrpcBackend: 'filters:GatewayGrpcFilter[] group kind name namespace port weight',
  GatewayGrpcFilter:
    'extensionRef:GatewayLocalObject requestHeaderModifier:GatewayHeaderFilter requestMirror:GatewayMirror responseHeaderModifier:GatewayHeaderFilter type',
  GatewayGrpcMatch: 'headers:GatewayValueMatch[name] method:GatewayGrpcMethod',
  GatewayGrpcMethod: 'method service type',
  GatewayGrpcRule:
    'backendRefs:GatewayGrpcBackend[] filters:GatewayGrpcFilter[] matches:GatewayGrpcMatch[] name sessionPersistence:GatewaySession',
  GatewayGrpcSpec: 'hostnames:[] parentRefs:GatewayParent[] rules:GatewayGrpcRule[] useDefaultGateways',
  GatewayHeader: 'name value',
  GatewayHeaderFilter: 'add:GatewayHeader[name] remove:[=] set:GatewayHeader[name]',
  GatewayHttpAuth: 'allowedHeaders:[=] allowedResponseHeaders:[=] path',
  GatewayHttpBackend: 'filters:GatewayHttpFilter[] group kind name namespace port weight',
  GatewayHttpFilter:
    'cors:GatewayCors extensionRef:GatewayLocalObject externalAuth:GatewayExternalAuth requestHeaderModifier:GatewayHeaderFilter requestMirror:GatewayMirror requestRedirect:GatewayRedirect responseHeaderModifier:GatewayHeaderFilter type urlRewrite:GatewayRewrite',
  GatewayHttpMatch: 'headers:GatewayValueMatch[name] method path:GatewayPathMatch queryParams:GatewayValueMatch[name]',
  GatewayHttpRule:
    'backendRefs:GatewayHttpBackend[] filters:GatewayHttpFilter[] matches:GatewayHttpMatch[] name retry:GatewayRetry sessionPersistence:GatewaySession timeouts:GatewayTimeouts',
  GatewayHttpSpec: 'hostnames:[] parentRefs:GatewayParent[] rules:GatewayHttpRule[] useDefaultGateways',
  GatewayLocalObject: 'group kind name',
  GatewayMirror: 'backendRef:GatewayBackend fraction:GatewayFraction percent',
  GatewayParent: 'group kind name namespace port sectionName',
  GatewayPathMatch: 'type value',
  GatewayPathModifier: 'replaceFullPath replacePrefixMatch type',
  GatewayRedirect: 'hostname path:GatewayPathModifier port scheme statusCode',
  GatewayRetry: 'attempts backoff codes:[=]',
  GatewayRewrite: 'hostname path:GatewayPathModifier',
  GatewaySession: 'absoluteTimeout cookie:GatewaySessionCookie header:GatewaySessionHeader type',
  GatewaySessionCookie: 'lifetimeType name path',
  GatewaySessionHeader: 'name',
  GatewayTimeouts: 'backendRequest request',
  GatewayValueMatch: 'name type value',
  HTTPRoute: 'apiVersion kind metadata:ObjectMeta spec:GatewayHttpSpec',
};
