import fc from 'fast-check';
import type { Tree } from '../../corpus/case';

/*
 * Routes as a user might write them: mostly valid in the experimental channel, most of those in the standard one too.
 */

type Value = fc.Arbitrary<unknown>;

/** A map of which each field may be left out, apart from some. */
function some(fields: Readonly<Record<string, Value>>, ...required: readonly string[]): fc.Arbitrary<Tree> {
  return fc.record(fields, { requiredKeys: [...required] }) as fc.Arbitrary<Tree>;
}

const one = (...words: readonly unknown[]): Value => fc.constantFrom(...words);
const few = (item: Value, maxLength = 3): Value => fc.array(item, { maxLength });
const name = one('a', 'b', 'web', 'shop.internal');
const port = one(1, 80, 443, 8080, 65535);
const host = one('a', 'shop.example.com', 'x-1.example.org');
const headerName = one('X-A', 'x-a', 'Accept', 'X_B', '!#$~');
const headerValue = one('a', 'a b', 'x/y;z=1', '*', 'yes', 'no, no');
const time = one('0s', '1s', '500ms', '1m30s', '1001ms', '2h', '99999h');
const distinct = (item: Value, maxLength = 3): Value => fc.uniqueArray(item, { maxLength });

const parent = some(
  {
    group: one('', 'gateway.networking.k8s.io', 'example.com'),
    kind: one('Gateway', 'Service', 'Mesh'),
    name: one('public', 'inner'),
    namespace: one('a', 'gateways'),
    sectionName: one('http', 'https', 'a.b'),
    port,
  },
  'name',
);

const reference = {
  group: one('', 'example.com'),
  kind: one('Service', 'Bucket'),
  name,
  namespace: one('a', 'b'),
  port,
};
const backendRef = fc.oneof(
  { arbitrary: some({ name, namespace: one('a'), port }, 'name', 'port'), weight: 4 },
  { arbitrary: some(reference, 'name'), weight: 1 },
  { arbitrary: one({ group: 'gateway.networking.x-k8s.io', kind: 'XBackend', name: 'a', port: 80 }), weight: 1 },
);

const header = some({ name: headerName, value: headerValue }, 'name', 'value');
const headers = fc.uniqueArray(header, { maxLength: 3, selector: (it) => it.name });
const modifier = some({ set: headers, add: headers, remove: distinct(headerName) });
const pathModifier = fc.oneof(
  some({ type: one('ReplaceFullPath'), replaceFullPath: one('/a', '') }, 'type', 'replaceFullPath'),
  some({ type: one('ReplacePrefixMatch'), replacePrefixMatch: one('/', '/b') }, 'type', 'replacePrefixMatch'),
);
const fraction = some({ numerator: one(0, 1, 100), denominator: one(1, 100, 1000) }, 'numerator');
const mirror = fc.oneof(
  some({ backendRef, percent: one(0, 5, 100) }, 'backendRef'),
  some({ backendRef, fraction }, 'backendRef'),
);
const words = (...all: readonly string[]): Value => fc.oneof(fc.constant(['*']), distinct(one(...all)));
const cors = some({
  allowCredentials: fc.boolean(),
  allowHeaders: words('X-A', 'Accept'),
  allowMethods: words('GET', 'POST', 'PATCH'),
  allowOrigins: words('https://a.example.com', 'http://*.b:8080', 'https://*'),
  exposeHeaders: distinct(headerName),
  maxAge: one(1, 5, 3600),
});
const names = distinct(headerName);
const externalAuth = fc.oneof(
  some(
    {
      backendRef,
      protocol: one('HTTP'),
      http: some({ path: one('/auth', '/a%20b'), allowedHeaders: names, allowedResponseHeaders: names }),
      forwardBody: some({ maxSize: one(0, 1024) }),
    },
    'backendRef',
    'protocol',
    'http',
  ),
  some({ backendRef, protocol: one('GRPC'), grpc: some({ allowedHeaders: names }) }, 'backendRef', 'protocol', 'grpc'),
);

function filter(type: string, field: string, value: Value): fc.Arbitrary<Tree> {
  return fc.record({ type: fc.constant(type), [field]: value }) as fc.Arbitrary<Tree>;
}

const ofAll = [
  filter('RequestHeaderModifier', 'requestHeaderModifier', modifier),
  filter('ResponseHeaderModifier', 'responseHeaderModifier', modifier),
  filter('RequestMirror', 'requestMirror', mirror),
  filter('ExtensionRef', 'extensionRef', fc.record({ group: one('', 'example.com'), kind: one('Limit'), name })),
];
const redirect = some({
  scheme: one('http', 'https'),
  hostname: host,
  path: pathModifier,
  port,
  statusCode: one(301, 302, 303, 307, 308),
});
const ofHttp = [
  ...ofAll,
  filter('RequestRedirect', 'requestRedirect', redirect),
  filter('URLRewrite', 'urlRewrite', some({ hostname: host, path: pathModifier })),
  filter('CORS', 'cors', cors),
];
const ofExperimental = filter('ExternalAuth', 'externalAuth', externalAuth);

function filters(kinds: readonly fc.Arbitrary<Tree>[]): Value {
  const any = fc.array(fc.oneof(...kinds), { maxLength: 3 });
  // Most of them once each.
  return any.chain((list) =>
    fc
      .constantFrom(0, 0, 0, 1)
      .map((twice) =>
        twice === 1 ? list : list.filter(({ type }, at) => list.findIndex((other) => other.type === type) === at),
      ),
  );
}

const pathMatch = fc.oneof(
  some({ type: one('Exact', 'PathPrefix'), value: one('/', '/a', '/a/b%20c', "/~!$&'()*+,;=:@") }),
  some({ type: one('RegularExpression'), value: one('^/[a-z]+$', 'a//b#', '') }, 'type', 'value'),
);
const valueMatch = (value: Value): Value => {
  const match = some({ name: headerName, type: one('Exact', 'RegularExpression'), value }, 'name', 'value');
  return fc.uniqueArray(match, { maxLength: 3, selector: (it) => it.name });
};
const httpMatch = some({
  path: pathMatch,
  method: one('GET', 'POST', 'TRACE'),
  headers: valueMatch(headerValue),
  queryParams: valueMatch(one('a', 'é', ' ')),
});
const grpcMatch = some({
  method: fc.oneof(
    some({ type: one('Exact'), service: one('shop.v1.Orders', '.A_1'), method: one('Place', '_x') }, 'service'),
    some({ type: one('RegularExpression'), method: one('.*', 'a b') }, 'type', 'method'),
  ),
  headers: valueMatch(headerValue),
});

const ruleName = one('a', 'b', 'c', 'd', 'e.f', 'g');
const timeouts = some({ request: time, backendRequest: time });
const retry = some({ attempts: one(0, 1, 10), backoff: time, codes: distinct(one(400, 500, 503, 599)) });
const cookie = some({ lifetimeType: one('Session', 'Permanent'), name: headerName, path: one('/', '/a') });
const sessionPersistence = fc.oneof(
  some({ type: one('Cookie'), cookie, absoluteTimeout: time }, 'cookie'),
  some({ type: one('Header'), header: some({ name: headerName }, 'name'), absoluteTimeout: time }, 'type', 'header'),
);

/** Fields of the experimental channel, in one of so many. */
function seldom(fields: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  const none = Symbol('left out');
  const rare = (value: Value): Value =>
    fc.oneof({ arbitrary: fc.constant(none), weight: 8 }, { arbitrary: value, weight: 1 });
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, rare(value)]));
}

function rules(isHttp: boolean): Value {
  const kinds = isHttp ? ofHttp : ofAll;
  const all = filters([...kinds, ...kinds, ...kinds, ...(isHttp ? [ofExperimental] : [])]);
  const weighted = fc.tuple(backendRef, some({ weight: one(0, 1, 1_000_000), filters: all }));
  const backend = weighted.map(([reference, more]) => ({ ...(reference as object), ...more }));
  const rule = some({
    name: ruleName,
    matches: few(isHttp ? httpMatch : grpcMatch),
    filters: all,
    backendRefs: few(backend),
    ...(isHttp && { timeouts, retry }),
    ...seldom({ sessionPersistence }),
  });
  return fc.array(rule, { minLength: 1, maxLength: 3 });
}

/** A route of a kind. */
export function arbitraryRoute(kind: 'HTTPRoute' | 'GRPCRoute'): fc.Arbitrary<Tree> {
  const spec = some({
    hostnames: few(one('a', 'shop.example.com', '*.example.org')),
    parentRefs: few(parent),
    rules: rules(kind === 'HTTPRoute'),
    ...seldom({ useDefaultGateways: one('All', 'None') }),
  });
  return spec.map((it) => ({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind,
    metadata: { name: 'route' },
    spec: JSON.parse(JSON.stringify(it)) as Tree,
  }));
}
