/**
 * The fields of the types in `gateway.ts`, in the notation of `fields.ts`. The lists that a route consists of are replaced as
 * a whole, as the API server does.
 */
export const gatewayFieldsByType: Readonly<Record<string, string>> = {
  GRPCRoute: 'apiVersion kind metadata:ObjectMeta spec:GatewayGrpcSpec',
  GatewayBackend: 'group kind name namespace port',
  GatewayFraction: 'denominator numerator',
  GatewayGrpcBackend: 'filters:GatewayGrpcFilter[] group kind name namespace port weight',
  GatewayGrpcFilter:
    'extensionRef:GatewayLocalObject requestHeaderModifier:GatewayHeaderFilter requestMirror:GatewayMirror responseHeaderModifier:GatewayHeaderFilter type',
  GatewayGrpcMatch: 'headers:GatewayValueMatch[name] method:GatewayGrpcMethod',
  GatewayGrpcMethod: 'method service type',
  GatewayGrpcRule: 'backendRefs:GatewayGrpcBackend[] filters:GatewayGrpcFilter[] matches:GatewayGrpcMatch[] name',
  GatewayGrpcSpec: 'hostnames:[] parentRefs:GatewayParent[] rules:GatewayGrpcRule[]',
  GatewayHeader: 'name value',
  GatewayHeaderFilter: 'add:GatewayHeader[name] remove:[=] set:GatewayHeader[name]',
  GatewayHttpBackend: 'filters:GatewayHttpFilter[] group kind name namespace port weight',
  GatewayHttpFilter:
    'extensionRef:GatewayLocalObject requestHeaderModifier:GatewayHeaderFilter requestMirror:GatewayMirror requestRedirect:GatewayRedirect responseHeaderModifier:GatewayHeaderFilter type urlRewrite:GatewayRewrite',
  GatewayHttpMatch: 'headers:GatewayValueMatch[name] method path:GatewayPathMatch queryParams:GatewayValueMatch[name]',
  GatewayHttpRule:
    'backendRefs:GatewayHttpBackend[] filters:GatewayHttpFilter[] matches:GatewayHttpMatch[] name timeouts:GatewayTimeouts',
  GatewayHttpSpec: 'hostnames:[] parentRefs:GatewayParent[] rules:GatewayHttpRule[]',
  GatewayLocalObject: 'group kind name',
  GatewayMirror: 'backendRef:GatewayBackend fraction:GatewayFraction percent',
  GatewayParent: 'group kind name namespace port sectionName',
  GatewayPathMatch: 'type value',
  GatewayPathModifier: 'replaceFullPath replacePrefixMatch type',
  GatewayRedirect: 'hostname path:GatewayPathModifier port scheme statusCode',
  GatewayRewrite: 'hostname path:GatewayPathModifier',
  GatewayTimeouts: 'backendRequest request',
  GatewayValueMatch: 'name type value',
  HTTPRoute: 'apiVersion kind metadata:ObjectMeta spec:GatewayHttpSpec',
};
