import { Duration, Size } from 'cdk8s';
import fc from 'fast-check';
import type { NginxConfigOptions } from '../../src/constructs/nginx/nginx-config-options';
import type { NginxDuration } from '../../src/constructs/nginx/nginx-duration';
import type { NginxRoute } from '../../src/constructs/nginx/nginx-route';
import type { NginxSize } from '../../src/constructs/nginx/nginx-size';
import type { NginxRewriteText, NginxText } from '../../src/constructs/nginx/nginx-variable';
import { nginxCapture, nginxVariable } from '../../src/constructs/nginx/nginx-variable';

/** Text that tries to end its directive: everything that means something to nginx, and what surrounds it. */
export const adversarialText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(';', '{', '}', '$', '"', "'", '\\', '#', ' ', '/', '=', '~', '@', '?', '*'),
      },
      fc.constantFrom(
        '${',
        '$host',
        '${host}',
        '$1',
        '\\"',
        "\\'",
        '\\n',
        '; return 418; #',
        '"; } server {',
        '$dollar',
        '%',
      ),
      fc.constantFrom(
        'a',
        'b',
        '0',
        '-',
        '_',
        '.',
        ',',
        '(',
        ')',
        '[',
        ']',
        '<',
        '>',
        '|',
        '&',
        'é',
        '漢',
        '😀',
        '\u00a0',
        '\u2028',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const requestPath = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', 'api', 'v1', 'robots.txt', 'a b'),
      adversarialText.map((text) => `x${text.replace(/[/?#%]/g, '')}`),
    ),
    { minLength: 0, maxLength: 3 },
  )
  .map((segments) => `/${segments.join('/')}` as const);

const filePath = fc
  .array(
    adversarialText.map((text) => `d${text.replace(/\//g, '')}`),
    { minLength: 1, maxLength: 3 },
  )
  .map((segments) => `/${segments.join('/')}` as const);

const anyVariable = fc.constantFrom(
  nginxVariable('host'),
  nginxVariable('remote_addr'),
  nginxVariable('request_uri'),
  nginxVariable('http_x_request_id'),
  nginxVariable('arg_page'),
  nginxVariable('cookie_session'),
  nginxVariable('upstream_http_server'),
);

const text: fc.Arbitrary<NginxText> = fc.oneof(
  adversarialText,
  anyVariable,
  fc.array(fc.oneof(adversarialText, anyVariable), { minLength: 1, maxLength: 4 }),
);

const duration: fc.Arbitrary<NginxDuration> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 8760 }), fc.constantFrom('ms', 's', 'm', 'h'))
    .map(([n, unit]) => `${n}${unit}` as NginxDuration),
  fc.integer({ min: 1, max: 100_000 }).map((n) => Duration.millis(n)),
);

const size: fc.Arbitrary<NginxSize | 'unlimited'> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 1024 }), fc.constantFrom('Ki', 'Mi', 'Gi'))
    .map(([n, unit]) => `${n}${unit}` as NginxSize),
  fc.integer({ min: 1, max: 5000 }).map((n) => Size.mebibytes(n)),
  fc.constant('unlimited' as const),
);

const headerName = fc.stringMatching(/^X-[A-Za-z0-9_-]{1,62}$/);

const headers = fc
  .record(
    {
      set: fc.dictionary(headerName, text, { maxKeys: 4 }),
      remove: fc.uniqueArray(fc.constantFrom('Accept-Encoding', 'Cookie', 'X-Powered-By'), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  )
  .map((changes) => ({
    ...changes,
    // Names differ by more than case, as the checks demand.
    set: Object.fromEntries([
      ...new Map(Object.entries(changes.set ?? {}).map((entry) => [entry[0].toLowerCase(), entry])).values(),
    ]),
  }));

/** Patterns that JavaScript and nginx read alike. */
export const sharedPatterns: readonly RegExp[] = [
  /^\/api\/v\d+/,
  /\.(?:css|js|png)$/i,
  /^\/(a|b)\/(.*)$/,
  /^\/x{2,4}[^/;{}"']+$/,
  /^\/[\w.-]+\\tail "quoted" \x2f \$ \{1\}$/,
  /^\/(\w+)-(\d{4})\/?$/i,
  /^\/tab\tnew\nreturn\r$/,
];

const rewriteText: fc.Arbitrary<NginxRewriteText> = fc
  .array(
    fc.oneof(
      adversarialText.map((part) => part.replace(/[?#]/g, '')),
      anyVariable,
      fc.constant(nginxCapture(1)),
    ),
    { maxLength: 3 },
  )
  .map((parts) => ['/to/', ...parts]);

const timeouts = fc.record({ connect: duration, send: duration, read: duration }, { requiredKeys: [] });

const routeOptions = {
  responseHeaders: headers,
  accessLog: fc.boolean(),
  directives: fc.constant([
    ['limit_rate', '100k'],
    ['auth_basic', 'a; "b" {c}'],
  ] as const),
};

const proxy = {
  proxyTo: fc.constantFrom('http', 'admin'),
  timeouts,
  maxBodySize: size,
  buffering: fc.boolean(),
  requestBuffering: fc.boolean(),
  webSockets: fc.boolean(),
  requestHeaders: headers,
  rewrite: fc.array(
    fc.record({ pattern: fc.constantFrom(/^\/(a|b)\/(.*)$/, /^\/(\w+)-(\d{4})\/?$/i), to: rewriteText }),
    { maxLength: 2 },
  ),
};

const cache = fc.oneof(
  fc.constantFrom('no-store' as const, 'no-cache' as const),
  fc.record(
    { maxAge: duration, visibility: fc.constantFrom('public' as const, 'private' as const), immutable: fc.boolean() },
    { requiredKeys: ['maxAge'] },
  ),
);

const files = fc.record({
  files: fc.record(
    { directory: filePath, index: fc.constant(['index.html', 'a$b;.html']), fallback: requestPath, cache },
    { requiredKeys: ['directory'] },
  ),
});

const redirectTarget = fc.constantFrom<NginxText>(
  '/new?a=$1;b',
  'https://example.org/',
  ['https://', nginxVariable('host'), nginxVariable('request_uri')],
  ["http://example.org/'(a)'/", nginxVariable('arg_page'), '&x=1'],
);

const others = [
  fc.record({
    redirect: fc.record(
      { to: redirectTarget, status: fc.constantFrom(301, 302, 303, 307, 308) },
      { requiredKeys: ['to'] },
    ),
  }),
  fc.record({
    respond: fc.record(
      {
        status: fc.constantFrom(200, 404, 503),
        body: text,
        contentType: fc.constantFrom('application/json', 'text/html; charset=utf-8'),
      },
      { requiredKeys: ['status'] },
    ),
  }),
];

const prefixRoute = fc.record({ prefix: requestPath }).chain((match) =>
  fc
    .oneof(
      fc.record(proxy, { requiredKeys: ['proxyTo'] }),
      fc.record(
        { ...proxy, rewrite: fc.constant([]), replacePrefix: fc.constantFrom('/', '/v2', '/v2/', '/a%20b/c;d') },
        { requiredKeys: ['proxyTo'] },
      ),
      files,
      fc.record({
        redirect: fc.record(
          {
            replacePrefix: fc.constantFrom('/', '/a;b', 'https://example.org/$x'),
            status: fc.constantFrom(301, 302),
          },
          { requiredKeys: ['replacePrefix'] },
        ),
      }),
      ...others,
    )
    .map((action) => ({ ...match, ...action })),
);

const exactRoute = fc
  .record({ exact: requestPath })
  .chain((match) =>
    fc
      .oneof(
        fc.record(proxy, { requiredKeys: ['proxyTo'] }),
        fc.record({ file: filePath, cache }, { requiredKeys: ['file'] }),
        ...others,
      )
      .map((action) => ({ ...match, ...action })),
  );

const patternRoute = fc
  .record({ pattern: fc.constantFrom(...sharedPatterns) })
  .chain((match) =>
    fc.oneof(fc.record(proxy, { requiredKeys: ['proxyTo'] }), ...others).map((action) => ({ ...match, ...action })),
  );

const route = fc
  .tuple(fc.oneof(prefixRoute, exactRoute, patternRoute), fc.record(routeOptions, { requiredKeys: [] }))
  .map(([main, common]) => ({ ...main, ...common }) as NginxRoute<'http' | 'admin'>);

/** Routes that are for different paths: two for the same are an error, which other tests look at. */
const routes = fc.uniqueArray(route, {
  maxLength: 6,
  selector: (one) => String(one.pattern ?? `${one.exact ?? one.prefix}`.replace(/\/$/, '')),
});

/** Options that pass every check; `temporaryDirectory` is to be set by the test. */
export const nginxOptions: fc.Arbitrary<NginxConfigOptions<'http' | 'admin'>> = fc.record(
  {
    port: fc.constant(18080),
    upstreams: fc.constant({ http: 8080, admin: 9090 }),
    routes,
    healthPath: fc.constantFrom('/nginx-health' as const, '/live; { "$x" }.json' as const, false as const),
    maxBodySize: size,
    timeouts: fc.record(
      {
        connect: duration,
        read: duration,
        clientHeader: duration,
        clientBody: duration,
        clientSend: duration,
        clientKeepAlive: duration,
        shutdown: duration,
      },
      { requiredKeys: [] },
    ),
    requestHeaders: headers,
    responseHeaders: headers,
    forwardedHeaders: fc.constantFrom('append', 'replace', 'off'),
    realClientIp: fc.record(
      {
        trusted: fc.subarray(['10.0.0.0/8', '192.168.1.7', 'fd00::/8', '::1'], { minLength: 1 }),
        header: fc.constantFrom('X-Forwarded-For', 'X-Real-IP'),
        recursive: fc.boolean(),
      },
      { requiredKeys: ['trusted'] },
    ),
    securityHeaders: fc.oneof(
      fc.boolean(),
      fc.record(
        {
          noSniff: fc.boolean(),
          frameOptions: fc.constantFrom('DENY' as const, false as const),
          referrerPolicy: fc.constantFrom('origin' as const, false as const),
          contentSecurityPolicy: adversarialText,
          permissionsPolicy: adversarialText,
          strictTransportSecurity: fc.record({
            maxAge: duration,
            includeSubDomains: fc.boolean(),
            preload: fc.boolean(),
          }),
        },
        { requiredKeys: [] },
      ),
    ),
    gzip: fc.oneof(
      fc.boolean(),
      fc.record(
        {
          types: fc.constantFrom(['text/html', 'text/css', 'text/css'], []),
          level: fc.integer({ min: 1, max: 9 }),
          minBytes: fc.constant(20),
        },
        { requiredKeys: [] },
      ),
    ),
    keepAlive: fc.oneof(
      fc.constant(false as const),
      fc.record({ connections: fc.integer({ min: 1, max: 64 }), idleTimeout: duration }, { requiredKeys: [] }),
    ),
    accessLog: fc.constantFrom('combined', 'json', 'off'),
    errorLog: fc.constantFrom('debug', 'info', 'notice', 'warn', 'error', 'crit'),
    ipFamilies: fc.constantFrom(['IPv4'] as const),
    workerProcesses: fc.oneof(fc.constant('auto' as const), fc.integer({ min: 1, max: 4 })),
    workerConnections: fc.integer({ min: 16, max: 1024 }),
    directives: fc.record(
      {
        http: fc.constant([
          ['large_client_header_buffers', 4, '16k'],
          ['limit_req_zone', '$binary_remote_addr', 'zone=one:1m', 'rate=10r/s'],
        ] as const),
        server: fc.constant([
          ['limit_req', 'zone=one', 'burst=5'],
          ['error_page', '404', '/404"; }.html'],
        ] as const),
      },
      { requiredKeys: ['http'] },
    ),
  },
  { requiredKeys: ['port', 'upstreams', 'routes'] },
);
