import * as kplus from 'cdk8s-plus-27';
import { fieldsOf } from '../../src/api/field-types';
import { HttpRoute } from '../../src/constructs/http-route';
import type { HttpRouteProps, HttpRule } from '../../src/constructs/http-route-props';
import { WebDeployment } from '../../src/constructs/web-deployment';
import { chart, printed, refusalOf, rendered } from './synth-one';

const image = 'registry.example.com/shop:1';
const parentRefs = ['public'];
const backend = { service: 'web', port: 80 };

test('the least it can be', () => {
  const target = chart();
  new HttpRoute(target, 'front', { parentRefs, rules: [{ backendRefs: [backend] }] });
  expect(printed(target)).toMatchInlineSnapshot(`
   "apiVersion: gateway.networking.k8s.io/v1
   kind: HTTPRoute
   metadata:
     name: front
   spec:
     parentRefs:
       - name: public
     rules:
       - backendRefs:
           - name: web
             port: 80
   "
  `);
  expect(printed(target)).toBe(printed(target));
});

const rule: Required<HttpRule> = {
  name: 'search',
  matches: [
    {
      path: '/search',
      method: 'GET',
      headers: { 'X-Preview': 'yes', 'User-Agent': { regularExpression: 'curl.*' } },
      queryParams: { debug: '1', q: { regularExpression: '.+' } },
    },
  ],
  filters: [
    { requestHeaderModifier: { set: { 'X-A': 'b' }, add: { 'X-C': 'd' }, remove: ['X-E'] } },
    { responseHeaderModifier: { set: { 'X-F': 'g' } } },
    { requestMirror: { backend: { service: 'copy', port: 80 }, percent: 5 } },
    { requestMirror: { backend: { service: 'copy', port: 81 }, fraction: { numerator: 1, denominator: 1000 } } },
    { urlRewrite: { hostname: 'search.internal', path: { replacePrefixMatch: '/' } } },
    { extensionRef: { group: 'example.com', kind: 'Limit', name: 'slow' } },
    { cors: { allowOrigins: ['https://*.example.com'], allowMethods: ['*'], maxAge: 600 } },
    {
      externalAuth: { backend: { service: 'gate', port: 80 }, http: { path: '/ask' }, forwardBody: { maxSize: 1024 } },
    },
    { externalAuth: { backend: { service: 'gate', port: 81 }, grpc: {} } },
  ],
  backendRefs: [
    { backend, weight: 9, filters: [{ requestHeaderModifier: { remove: ['X-G'] } }] },
    { backend: { service: 'web', namespace: 'other', port: 8080 }, weight: 0 },
    { group: 'example.com', kind: 'Bucket', name: 'images' },
  ],
  timeouts: { request: '1m30s', backendRequest: '500ms' },
  retry: { attempts: 3, backoff: '100ms', codes: [502, 503] },
  sessionPersistence: { cookie: { name: 'shop', lifetimeType: 'Permanent' }, absoluteTimeout: '1h' },
};

test('with every prop, every field of the API is there', () => {
  const everything: Required<HttpRouteProps> = {
    name: 'route',
    labels: { a: 'b' },
    annotations: { c: 'd' },
    parentRefs: [
      { name: 'public', namespace: 'gateways', sectionName: 'https', port: 443, group: 'g.example.com', kind: 'Gate' },
    ],
    hostnames: ['shop.example.com', '*.example.org'],
    rules: [
      rule,
      {
        matches: [{ path: { exact: '/' } }, { path: { regularExpression: '^/[a-z]+$' } }],
        filters: [
          {
            requestRedirect: {
              scheme: 'https',
              hostname: 'new.example.com',
              port: 8443,
              path: { replaceFullPath: '/home' },
              statusCode: 301,
            },
          },
        ],
      },
    ],
    useDefaultGateways: 'All',
    channel: 'experimental',
    overrides: { spec: { hostnames: ['only.example.com'] } },
  };
  const { metadata, spec } = rendered(new HttpRoute(chart(), 'front', everything).object);
  const lacking = (type: string, object: object): readonly string[] =>
    [...fieldsOf(type).keys()].filter((field) => !(field in object));
  expect(metadata).toEqual({ name: 'route', labels: { a: 'b' }, annotations: { c: 'd' } });
  expect(lacking('GatewayHttpSpec', spec)).toEqual([]);
  expect(lacking('GatewayParent', spec.parentRefs[0])).toEqual([]);
  expect(lacking('GatewayHttpRule', spec.rules[0])).toEqual([]);
  expect(lacking('GatewayHttpMatch', spec.rules[0].matches[0])).toEqual([]);
  expect(lacking('GatewayRedirect', spec.rules[1].filters[0].requestRedirect)).toEqual([]);
  expect(spec.hostnames).toEqual(['only.example.com']);
  expect(spec.rules).toEqual([
    {
      name: 'search',
      matches: [
        {
          path: { type: 'PathPrefix', value: '/search' },
          method: 'GET',
          headers: [
            { name: 'X-Preview', value: 'yes' },
            { type: 'RegularExpression', name: 'User-Agent', value: 'curl.*' },
          ],
          queryParams: [
            { name: 'debug', value: '1' },
            { type: 'RegularExpression', name: 'q', value: '.+' },
          ],
        },
      ],
      filters: [
        {
          type: 'RequestHeaderModifier',
          requestHeaderModifier: {
            set: [{ name: 'X-A', value: 'b' }],
            add: [{ name: 'X-C', value: 'd' }],
            remove: ['X-E'],
          },
        },
        { type: 'ResponseHeaderModifier', responseHeaderModifier: { set: [{ name: 'X-F', value: 'g' }] } },
        { type: 'RequestMirror', requestMirror: { backendRef: { name: 'copy', port: 80 }, percent: 5 } },
        {
          type: 'RequestMirror',
          requestMirror: { backendRef: { name: 'copy', port: 81 }, fraction: { numerator: 1, denominator: 1000 } },
        },
        {
          type: 'URLRewrite',
          urlRewrite: { hostname: 'search.internal', path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/' } },
        },
        { type: 'ExtensionRef', extensionRef: { group: 'example.com', kind: 'Limit', name: 'slow' } },
        { type: 'CORS', cors: { allowOrigins: ['https://*.example.com'], allowMethods: ['*'], maxAge: 600 } },
        {
          type: 'ExternalAuth',
          externalAuth: {
            protocol: 'HTTP',
            backendRef: { name: 'gate', port: 80 },
            http: { path: '/ask' },
            forwardBody: { maxSize: 1024 },
          },
        },
        {
          type: 'ExternalAuth',
          externalAuth: { protocol: 'GRPC', backendRef: { name: 'gate', port: 81 }, grpc: {} },
        },
      ],
      backendRefs: [
        {
          name: 'web',
          port: 80,
          weight: 9,
          filters: [{ type: 'RequestHeaderModifier', requestHeaderModifier: { remove: ['X-G'] } }],
        },
        { name: 'web', namespace: 'other', port: 8080, weight: 0 },
        { group: 'example.com', kind: 'Bucket', name: 'images' },
      ],
      timeouts: { request: '1m30s', backendRequest: '500ms' },
      retry: { attempts: 3, backoff: '100ms', codes: [502, 503] },
      sessionPersistence: { cookie: { name: 'shop', lifetimeType: 'Permanent' }, absoluteTimeout: '1h' },
    },
    {
      matches: [{ path: { type: 'Exact', value: '/' } }, { path: { type: 'RegularExpression', value: '^/[a-z]+$' } }],
      filters: [
        {
          type: 'RequestRedirect',
          requestRedirect: {
            scheme: 'https',
            hostname: 'new.example.com',
            port: 8443,
            path: { type: 'ReplaceFullPath', replaceFullPath: '/home' },
            statusCode: 301,
          },
        },
      ],
    },
  ]);
});

test('ports of a workload and a Service of kplus become numbers', () => {
  const target = chart();
  const web = new WebDeployment(target, 'web', { image, ports: { http: { containerPort: 8080, servicePort: 80 } } });
  const theirs = new kplus.Service(target, 'theirs', { metadata: { name: 'theirs' }, ports: [{ port: 81 }] });
  const { object } = new HttpRoute(target, 'front', {
    parentRefs,
    rules: [{ backendRefs: [web.port('http'), theirs] }],
  });
  expect(rendered(object).spec.rules[0].backendRefs).toEqual([
    { name: 'web', port: 80 },
    { name: 'theirs', port: 81 },
  ]);
});

test('what the experimental channel has needs no override where the cluster has it', () => {
  const make = (more: object): HttpRoute =>
    new HttpRoute(chart(), 'front', { parentRefs, rules: [{}], channel: 'experimental', ...more } as HttpRouteProps);
  const listeners = [
    { name: 'a', port: 80 },
    { name: 'a', port: 443 },
  ];
  expect(rendered(make({ parentRefs: listeners, useDefaultGateways: 'None' }).object).spec).toMatchObject({
    parentRefs: listeners,
    useDefaultGateways: 'None',
  });
  const refusal = (...filters: readonly object[]): string => refusalOf(() => make({ rules: [{ filters }] }));
  expect(refusal({ externalAuth: { backend } })).toContain('externalAuth is without a protocol');
  expect(refusal({ externalAuth: { backend, http: { path: 'a b' } } })).toContain('externalAuth.http.path is "a b"');
  expect(refusalOf(() => make({ rules: [{ sessionPersistence: {} }] }))).toContain(
    'sessionPersistence is an object with type; allowed: a value that must have cookie if its type is Cookie',
  );
  expect(refusalOf(() => make({ parentRefs: ['a', 'a'] }))).toContain('parentRefs[1] is "a", which stands before');
});

test('an override that the API refuses is refused', () => {
  const make = (overrides: HttpRouteProps['overrides']) => (): unknown =>
    new HttpRoute(chart(), 'front', { parentRefs, rules: [{ backendRefs: [backend] }], overrides });
  expect(refusalOf(make({ spec: { rules: [{ backendRefs: [{ name: 'web' }] }] } }))).toBe(
    'test/front: overrides is what makes spec.rules[0].backendRefs[0] an object with name, group, kind, weight; allowed: what the ' +
      'standard channel of the Gateway API takes: it must have a port, because it is a Service. ' +
      'To fix it, change what spec.rules[0].backendRefs[0] is made of.',
  );
  expect(refusalOf(make({ spec: { useDefaultGateways: 'All' } }))).toContain('spec.useDefaultGateways no field of it');
});

test('a prefix of a match that is not written is replaced', () => {
  const filters = [{ urlRewrite: { path: { replacePrefixMatch: '/v1' } } }];
  const rules = [{ filters }, { filters, matches: [{ method: 'GET' as const }] }];
  const { object } = new HttpRoute(chart(), 'front', { parentRefs, rules });
  expect(rendered(object).spec.rules).toHaveLength(2);
});

test('an override says which field is none', () => {
  const overrides = { spec: { hostname: ['a'] } } as HttpRouteProps['overrides'];
  const make = (): unknown =>
    new HttpRoute(chart(), 'front', { parentRefs, rules: [{ backendRefs: [backend] }], overrides });
  expect(refusalOf(make)).toBe(
    'test/front: overrides.httpRoute.spec.hostname is no field of the API; allowed: hostnames. To fix it, write hostnames.',
  );
});

describe('refuses', () => {
  const refusal = (...rules: readonly object[]): string =>
    refusalOf(() => new HttpRoute(chart(), 'front', { parentRefs, rules: rules as HttpRouteProps['rules'] }));
  const filters = (...list: readonly object[]): string => refusal({ filters: list });
  const path = (text: string): string => refusal({ matches: [{ path: text }] });
  const many = (count: number): object[] => Array.from({ length: count }, () => ({}));

  test.each([
    ['no rules', () => refusal(), 'rules is empty', 'write one'],
    ['17 rules', () => refusal(...many(17)), 'a list of 17 rules', 'several routes'],
    ['65 matches', () => refusal({ matches: many(65) }), 'a list of 65 matches', 'several routes'],
    [
      '129 matches in all',
      () => refusal({ matches: many(64) }, { matches: many(64) }, {}),
      '129 matches in all',
      'several routes',
    ],
    ['a name twice', () => refusal({ name: 'a' }, { name: 'a' }), 'rules[1].name is "a"', 'rename one'],
    ['17 backends', () => refusal({ backendRefs: Array(17).fill(backend) }), '17 backends', 'several routes'],
    ['a weight below 0', () => refusal({ backendRefs: [{ backend, weight: -1 }] }), 'weight is -1', 'range'],
    ['a weight above 1000000', () => refusal({ backendRefs: [{ backend, weight: 1e6 + 1 }] }), 'is 1000001', 'range'],
    [
      'the name of a port',
      () => refusal({ backendRefs: [{ service: 'a', port: 'http' }] }),
      '"http", a name',
      'number',
    ],
    ['a path without its beginning', () => path('a'), 'path is "a"', 'write "/a"'],
    ['a path with //', () => path('/a//b'), 'which has "//"', 'without it'],
    ['a path with /../', () => path('/a/../b'), 'which has "/../"', 'without it'],
    ['a path with an encoded slash', () => path('/a%2Fb'), 'which has "%2F"', 'without it'],
    ['a path with a fragment', () => path('/a#b'), 'which has "#"', 'without it'],
    ['a path with /. at its end', () => path('/a/.'), 'which has "/."', 'without it'],
    ['a path with a space', () => path('/a b'), '"/a b"', 'write "/a%20b"'],
    ['a long path', () => path(`/${'a'.repeat(1024)}`), '…', 'shorten it'],
    ['two paths', () => refusal({ matches: [{ path: { exact: '/', prefix: '/' } }] }), 'exact, prefix', 'for each'],
    ['no method', () => refusal({ matches: [{ method: 'get' }] }), 'method is "get"', 'GET'],
    ['a wrong header', () => refusal({ matches: [{ headers: { 'a b': 'c' } }] }), 'headers is "a b"', 'the name alone'],
    [
      'a header twice',
      () => refusal({ matches: [{ headers: { A: 'c', a: 'c' } }] }),
      '"a" beside "A"',
      'one of the two',
    ],
    ['an empty value', () => refusal({ matches: [{ queryParams: { a: '' } }] }), 'queryParams.a is ""', 'as text'],
    ['a filter of nothing', () => filters({}), 'rules[0].filters[0] is an empty object', 'a filter for each'],
    ['a filter that is none', () => filters({ redirect: {} }), '"redirect"', 'choose one'],
    ['a filter twice', () => filters({ urlRewrite: {} }, { urlRewrite: {} }), 'a second urlRewrite', 'together'],
    [
      'a redirect and a rewrite',
      () => filters({ requestRedirect: {} }, { urlRewrite: {} }),
      'beside requestRedirect',
      'two rules',
    ],
    ['changes of nothing', () => filters({ requestHeaderModifier: {} }), 'without a change', 'name a header'],
    ['another status', () => filters({ requestRedirect: { statusCode: 304 } }), 'statusCode is 304', 'one of these'],
    ['another scheme', () => filters({ requestRedirect: { scheme: 'ftp' } }), 'scheme is "ftp"', 'write "http"'],
    ['a wildcard', () => filters({ urlRewrite: { hostname: '*.a' } }), 'hostname is "*.a"', 'another name'],
    [
      'percent and fraction',
      () => filters({ requestMirror: { backend, percent: 1, fraction: { numerator: 1 } } }),
      'with percent and fraction',
      'one of them',
    ],
    [
      'more than all',
      () => filters({ requestMirror: { backend, fraction: { numerator: 101 } } }),
      'numerator is 101',
      'range',
    ],
    [
      'a redirect with backends',
      () => refusal({ filters: [{ requestRedirect: {} }], backendRefs: [backend] }),
      'given beside a redirect',
      'a rule of its own',
    ],
    [
      'a prefix replaced that is not known',
      () => refusal({ matches: [{}, {}], filters: [{ urlRewrite: { path: { replacePrefixMatch: '/' } } }] }),
      'a list of 2 matches',
      'a rule for each prefix',
    ],
    [
      'a prefix replaced for a backend that matches to the letter',
      () =>
        refusal({
          matches: [{ path: { exact: '/a' } }],
          backendRefs: [{ backend, filters: [{ urlRewrite: { path: { replacePrefixMatch: '/' } } }] }],
        }),
      'without a prefix of the path',
      'a rule for each prefix',
    ],
    [
      'a header taken out twice',
      () => filters({ requestHeaderModifier: { remove: ['A', 'a'] } }),
      'remove is "a" beside "A"',
      'one of the two',
    ],
    [
      'a Service without a port',
      () => refusal({ backendRefs: [{ group: '', kind: 'Service', name: 'a' }] }),
      'allowed: a value that must have a port, because it is a Service',
      'as the API asks',
    ],
    [
      'a kind that is none',
      () => filters({ extensionRef: { group: 'a', kind: 'b.c', name: 'd' } }),
      'kind is "b.c"',
      'as the API asks',
    ],
    [
      '* beside other origins',
      () => filters({ cors: { allowOrigins: ['*', 'https://a'] } }),
      "cors.allowOrigins is a list of 2; allowed: a value that must not have '*' beside others",
      'as the API asks',
    ],
    ['an origin without a scheme', () => filters({ cors: { allowOrigins: ['a'] } }), 'allowOrigins[0] is "a"', 'asks'],
    ['a code that is no error', () => refusal({ retry: { codes: [200] } }), 'retry.codes[0] is 200', 'as the API asks'],
    [
      'sessions in the standard channel',
      () => refusal({ sessionPersistence: { cookie: {} } }),
      'sessionPersistence is given; allowed: left out: the standard channel of the Gateway API does not have it',
      "channel: 'experimental'",
    ],
    [
      'somebody to ask in the standard channel',
      () => filters({ externalAuth: { backend, http: {} } }),
      'externalAuth is given',
      "channel: 'experimental'",
    ],
    ['a time without a unit', () => refusal({ timeouts: { request: 30 } }), 'timeouts.request is 30', 'write "30s"'],
    ['a fraction of a time', () => refusal({ timeouts: { request: '1.5s' } }), '"1.5s"', 'without a fraction'],
    [
      'a part longer than the whole',
      () => refusal({ timeouts: { request: '1s', backendRequest: '1001ms' } }),
      '"1001ms", longer than the whole request of "1s"',
      'shorten it',
    ],
  ] as const)('%s', (_what, make, found, fix) => {
    const message = make();
    expect(message).toContain(found);
    expect(message).toContain(fix);
    expect(message.startsWith('test/front: rules')).toBe(true);
  });

  test('no time at all is as long as they like', () => {
    const timeouts = { request: '0s', backendRequest: '10s' };
    const { object } = new HttpRoute(chart(), 'front', { parentRefs, rules: [{ backendRefs: [backend], timeouts }] });
    expect(rendered(object).spec.rules[0].timeouts).toEqual(timeouts);
  });

  test.each([
    [
      'a parent twice',
      { parentRefs: ['a', { name: 'a' }] },
      'parentRefs[1] is "a", which stands before',
      'sectionName',
    ],
    [
      'a parent and its listener',
      { parentRefs: ['a', { name: 'a', sectionName: 'b' }] },
      'stands before',
      'sectionName',
    ],
    ['a wrong parent', { parentRefs: ['A'] }, 'parentRefs[0].name is "A"', 'write "a"'],
    ['a wrong host', { parentRefs, hostnames: ['A'] }, 'hostnames[0] is "A"', 'host alone'],
    ['33 parents', { parentRefs: Array(33).fill('a') }, 'a list of 33 parents', 'several routes'],
  ] as const)('%s', (_what, props, found, fix) => {
    const message = refusalOf(
      () => new HttpRoute(chart(), 'front', { ...props, rules: [{ backendRefs: [backend] }] } as HttpRouteProps),
    );
    expect(message).toContain(found);
    expect(message).toContain(fix);
  });

  test('no listeners of one parent, but one twice', () => {
    const listeners = [
      { name: 'a', sectionName: 'b' },
      { name: 'a', sectionName: 'c' },
      { name: 'a', namespace: 'd' },
    ];
    const { object } = new HttpRoute(chart(), 'front', { parentRefs: listeners, rules: [{}] });
    expect(rendered(object).spec.parentRefs).toEqual(listeners);
  });
});
