import fc from 'fast-check';
import { nginxConfig } from '../../../src/constructs/nginx/nginx-config';
import type { NginxConfigOptions } from '../../../src/constructs/nginx/nginx-config-options';
import type { NginxRoute } from '../../../src/constructs/nginx/nginx-route';
import { nginxCapture, nginxVariable } from '../../../src/constructs/nginx/nginx-variable';

/** What is said about options that no TypeScript program without casts could make, too. */
const problemsOf = (options: object): readonly string[] => {
  const complete = { port: 8090, upstreams: { http: 8080, admin: 9090 }, routes: [], ...options };
  const { problems } = nginxConfig(complete as NginxConfigOptions);
  return problems.map(
    ({ field, flaw }) => `${field} is ${flaw.found}; allowed: ${flaw.allowed}. To fix it, ${flaw.fix}.`,
  );
};

const routeProblems = (...routes: readonly object[]): readonly string[] => problemsOf({ routes });

describe('a route is refused', () => {
  const proxy = { prefix: '/', proxyTo: 'http' };

  it.each<[string, object, string]>([
    [
      'that leads to no port of the backend',
      { prefix: '/', proxyTo: 'htpp' },
      'routes[0].proxyTo is "htpp"; allowed: a port of the backend: "http" or "admin". To fix it, choose one of these.',
    ],
    [
      'without a path',
      { proxyTo: 'http' },
      'routes[0] is a route without prefix, exact or pattern; allowed: exactly one of prefix, exact, pattern. To fix it, add one of them.',
    ],
    [
      'with two actions',
      { ...proxy, redirect: { to: '/' } },
      'routes[0] is a route with proxyTo and redirect; allowed: exactly one of proxyTo, files, file, redirect, respond. To fix it, keep one of them.',
    ],
    [
      'with a relative path',
      { ...proxy, prefix: 'api' },
      'routes[0].prefix is "api"; allowed: a path as nginx compares it: decoded, cleaned, without query, starting with /. To fix it, write "/api".',
    ],
    [
      'with an encoded path',
      { ...proxy, prefix: '/a%20b' },
      'routes[0].prefix is "/a%20b"; allowed: a path as nginx compares it: decoded, cleaned, without query, starting with /. To fix it, write the character itself in place of its % code.',
    ],
    [
      'with a query in the path',
      { exact: '/a?b', proxyTo: 'http' },
      'routes[0].exact is "/a?b"; allowed: a path as nginx compares it: decoded, cleaned, without query, starting with /. To fix it, leave out the query or fragment: routes are chosen by the path alone.',
    ],
    [
      'with two slashes in a row',
      { ...proxy, prefix: '/a//b' },
      'routes[0].prefix is "/a//b"; allowed: a path as nginx compares it: decoded, cleaned, without query, starting with /. To fix it, write one slash for several.',
    ],
    [
      'with dots as a segment',
      { ...proxy, prefix: '/a/../b' },
      'routes[0].prefix is "/a/../b"; allowed: a path as nginx compares it: decoded, cleaned, without query, starting with /. To fix it, leave "." and ".." out.',
    ],
    [
      'with a line break',
      { ...proxy, prefix: '/a\nb' },
      'routes[0].prefix is "/a\\nb"; allowed: text without line breaks and other control characters. To fix it, take "\\n" out.',
    ],
    [
      'with a duration without a unit',
      { ...proxy, timeouts: { read: '30' } },
      'routes[0].timeouts.read is "30"; allowed: a whole number with ms, s, m or h, from 1ms to 8760h (365 days). To fix it, write it as "500ms" or "30s".',
    ],
    [
      'with a duration of nothing',
      { ...proxy, timeouts: { read: '0s' } },
      'routes[0].timeouts.read is "0s"; allowed: a whole number with ms, s, m or h, from 1ms to 8760h (365 days). To fix it, write it as "500ms" or "30s".',
    ],
    [
      'with a size in the wrong unit',
      { ...proxy, maxBodySize: '10MB' },
      'routes[0].maxBodySize is "10MB"; allowed: a whole number with Ki, Mi or Gi, from 1Ki to 1024Gi. To fix it, write it as "64Ki" or "10Mi".',
    ],
    [
      'with more text than nginx reads at once',
      { ...proxy, requestHeaders: { set: { A: '$'.repeat(500) } } },
      'routes[0].requestHeaders.set["A"] is a text of 4502 bytes as nginx writes it; allowed: at most 3900 bytes, of which a $ takes 9. To fix it, shorten it.',
    ],
    [
      'with a header that is none',
      { ...proxy, requestHeaders: { set: { 'X Y': 'a' } } },
      'routes[0].requestHeaders.set is "X Y"; allowed: 1 to 64 letters, digits, - and _. To fix it, write the name of the header alone.',
    ],
    [
      'with a header of the connection',
      { ...proxy, requestHeaders: { set: { Connection: 'close' } } },
      'routes[0].requestHeaders.set is "Connection"; allowed: a header that nginx does not make by itself. To fix it, leave it out, or look for a prop.',
    ],
    [
      'with a header twice',
      { ...proxy, requestHeaders: { set: { 'X-A': '1' }, remove: ['x-a'] } },
      'routes[0].requestHeaders.remove[0] is "x-a", named already as "X-A"; allowed: each header once. To fix it, leave out one of the two.',
    ],
    [
      'with a line break in a header',
      { ...proxy, responseHeaders: { set: { A: 'b\r\nSet-Cookie: c' } } },
      'routes[0].responseHeaders.set["A"] is "b\\r\\nSet-Cookie: c"; allowed: text without line breaks and other control characters. To fix it, take "\\r" out.',
    ],
    [
      'with an unknown variable',
      { ...proxy, requestHeaders: { set: { A: nginxVariable('uri' as 'host') } } },
      'routes[0].requestHeaders.set["A"] is nginxVariable("uri"); allowed: a name of the type NginxVariableName. To fix it, use nginxVariable("request_uri"): nginx decodes the other, so that clients could add headers.',
    ],
    [
      'with a variable that is none',
      { ...proxy, requestHeaders: { set: { A: { variable: 'host;\n' } } } },
      'routes[0].requestHeaders.set["A"] is nginxVariable("host;\\n"); allowed: a name of the type NginxVariableName. To fix it, choose one of these.',
    ],
    [
      'with a header that is no text',
      { ...proxy, requestHeaders: { set: { A: 5 } } },
      'routes[0].requestHeaders.set["A"] is 5; allowed: text and nginxVariable(…). To fix it, write it as text, in quotes.',
    ],
    [
      'with a capture where nothing is captured',
      { ...proxy, requestHeaders: { set: { A: [nginxCapture(1)] } } },
      'routes[0].requestHeaders.set["A"] is an object with capture; allowed: text and nginxVariable(…). To fix it, write it as text, in quotes.',
    ],
    [
      'with a capture that is not there',
      { ...proxy, rewrite: [{ pattern: /^\/a\/(.*)/, to: ['/', nginxCapture(2)] }] },
      `routes[0].rewrite[0].to is nginxCapture(2); allowed: up to 1, the number of parentheses in the pattern. To fix it, count them from 1.`,
    ],
    [
      'that rewrites to a relative path',
      { ...proxy, rewrite: [{ pattern: /a/, to: 'b' }] },
      'routes[0].rewrite[0].to is "b"; allowed: a path: its first part is a text that starts with /. To fix it, write "/" first.',
    ],
    [
      'that replaces a prefix it has not',
      { exact: '/a', proxyTo: 'http', replacePrefix: '/' },
      'routes[0].replacePrefix is "/"; allowed: nothing without a prefix. To fix it, use rewrite.',
    ],
    [
      'that replaces and rewrites',
      { ...proxy, replacePrefix: '/', rewrite: [{ pattern: /a/, to: '/b' }] },
      'routes[0].replacePrefix is "/" beside rewrite; allowed: one of the two. To fix it, put both into one rewrite.',
    ],
    [
      'with files of a relative directory',
      { prefix: '/', files: { directory: 'html' } },
      'routes[0].files.directory is "html"; allowed: an absolute path without ".." in the container. To fix it, write it as "/usr/share/nginx/html".',
    ],
    [
      'with files for a pattern',
      { pattern: /a/, files: { directory: '/a' } },
      'routes[0].pattern is a pattern for files; allowed: a prefix or an exact path, which says where files are. To fix it, use prefix or exact.',
    ],
    [
      'that redirects to another host by accident',
      { exact: '/', redirect: { to: '//evil.example' } },
      'routes[0].redirect.to is "//evil.example"; allowed: an address: its first part is a text that starts with one slash, http:// or https://. To fix it, write such a text first.',
    ],
    [
      'that redirects to a blank',
      { exact: '/', redirect: { to: '/a b' } },
      'routes[0].redirect.to is "/a b"; allowed: characters that an address may hold. To fix it, write % codes for the others.',
    ],
    [
      'that redirects an exact path as a prefix',
      { exact: '/', redirect: { replacePrefix: '/a' } },
      'routes[0].redirect.replacePrefix is "/a"; allowed: nothing without a prefix. To fix it, use to.',
    ],
    [
      'that redirects nowhere',
      { prefix: '/', redirect: {} },
      'routes[0].redirect is without to or replacePrefix; allowed: exactly one of to and replacePrefix. To fix it, add one of them.',
    ],
    [
      'that moves a prefix to a query',
      { prefix: '/', redirect: { replacePrefix: '/a?b=' } },
      'routes[0].redirect.replacePrefix is "/a?b="; allowed: an address without ? and #. To fix it, leave out the query: that of the request is kept.',
    ],
    [
      'that responds with a redirect',
      { exact: '/', respond: { status: 301 } },
      'routes[0].respond.status is 301; allowed: a status that does not redirect. To fix it, use redirect.',
    ],
    [
      'that responds with a body where there is none',
      { exact: '/', respond: { status: 204, body: 'a' } },
      'routes[0].respond.body is "a"; allowed: none with the status 204. To fix it, leave it out, or choose another status.',
    ],
    [
      'with a directive that a prop prints',
      { ...proxy, directives: [['proxy_pass', 'http://a']] },
      'routes[0].directives[0] is "proxy_pass"; allowed: a directive that no prop prints. To fix it, use the prop.',
    ],
    [
      'with a directive that has a block',
      { ...proxy, directives: [['if', '($a)']] },
      'routes[0].directives[0] is "if"; allowed: a directive without a block of its own. To fix it, use an image that brings its own configuration.',
    ],
    [
      'with a directive that hides another',
      { ...proxy, directives: [['a; b', 'c']] },
      'routes[0].directives[0] is "a; b"; allowed: the name of a directive: lower-case letters, digits and _. To fix it, write each parameter by itself.',
    ],
  ])('%s', (_, route, problem) => {
    expect(routeProblems(route)).toEqual([problem]);
  });

  it('for paths that another has', () => {
    const text = (path: string): NginxRoute => ({ prefix: path as '/', respond: { status: 200 } });
    expect(routeProblems(text('/a'), text('/b'), text('/a/'))).toEqual([
      'routes[2] is for "/a/", as routes[0] is; allowed: one route for a path. To fix it, remove one of the two, or change its path.',
    ]);
    expect(routeProblems({ exact: '/nginx-health', respond: { status: 200 } })).toEqual([
      'routes[0] is for "= /nginx-health", as healthPath is; allowed: one route for a path. To fix it, remove one of the two, or change its path.',
    ]);
  });
});

describe('the server is refused', () => {
  it.each<[string, object, string]>([
    [
      'with a port out of range',
      { port: 0 },
      'port is 0; allowed: a whole number from 1 to 65535. To fix it, choose a number in that range.',
    ],
    [
      'with a backend port out of range',
      { upstreams: { http: 65536 } },
      'upstreams["http"] is 65536; allowed: a whole number from 1 to 65535. To fix it, choose a number in that range.',
    ],
    [
      'with a port name that is none',
      { upstreams: { 'a;b': 1 } },
      'upstreams is "a;b"; allowed: 1 to 15 lower-case letters, digits and single -, with at least one letter and no - at an end. To fix it, choose a shorter or simpler port name such as "http".',
    ],
    [
      'with workers beyond reason',
      { workerProcesses: 1.5 },
      'workerProcesses is 1.5; allowed: a whole number from 1 to 512. To fix it, choose a number in that range.',
    ],
    [
      'with an unknown log',
      { accessLog: 'xml' },
      'accessLog is "xml"; allowed: "combined", "json" or "off". To fix it, choose one of these.',
    ],
    [
      'with proxies that are no addresses',
      { realClientIp: { trusted: ['10.0.0.0/33'] } },
      'realClientIp.trusted[0] is "10.0.0.0/33"; allowed: an IP address or a CIDR. To fix it, write it as "10.0.0.0/8" or "fd00::/8".',
    ],
    [
      'with nobody to trust',
      { realClientIp: { trusted: [] } },
      'realClientIp.trusted is an empty list; allowed: at least one address. To fix it, name the proxies in front, or leave it out.',
    ],
    [
      'with a content type that is none',
      { gzip: { types: ['text/css; a'] } },
      'gzip.types[0] is "text/css; a"; allowed: a content type. To fix it, write it as "application/json".',
    ],
    [
      'with a compression beyond nginx',
      { gzip: { level: 10 } },
      'gzip.level is 10; allowed: a whole number from 1 to 9. To fix it, choose a number in that range.',
    ],
    [
      'with a line break in a policy',
      { securityHeaders: { contentSecurityPolicy: 'a\nb' } },
      'securityHeaders.contentSecurityPolicy is "a\\nb"; allowed: text without line breaks and other control characters. To fix it, take "\\n" out.',
    ],
  ])('%s', (_, options, problem) => {
    expect(problemsOf(options)).toEqual([problem]);
  });

  it('with a control character, wherever a text may stand', () => {
    const places: readonly ((text: string) => object)[] = [
      (text) => ({ routes: [{ exact: `/${text}`, respond: { status: 200 } }] }),
      (text) => ({ routes: [{ exact: '/', respond: { status: 200, body: text } }] }),
      (text) => ({ routes: [{ exact: '/', respond: { status: 200, body: 'a', contentType: text } }] }),
      (text) => ({ routes: [{ exact: '/', redirect: { to: `/${text}` } }] }),
      (text) => ({ routes: [{ exact: '/', file: `/${text}` }] }),
      (text) => ({ routes: [{ prefix: '/', files: { directory: `/${text}` } }] }),
      (text) => ({ routes: [{ prefix: '/', files: { directory: '/a', index: [text] } }] }),
      (text) => ({ routes: [{ prefix: '/', files: { directory: '/a', fallback: `/${text}` } }] }),
      (text) => ({ routes: [{ prefix: '/', proxyTo: 'http', replacePrefix: `/${text}` }] }),
      (text) => ({ routes: [{ prefix: '/', proxyTo: 'http', rewrite: [{ pattern: /a/, to: `/${text}` }] }] }),
      (text) => ({ requestHeaders: { set: { [`X${text}`]: 'a' } } }),
      (text) => ({ responseHeaders: { set: { A: [nginxVariable('host'), text] } } }),
      (text) => ({ responseHeaders: { remove: [`X${text}`] } }),
      (text) => ({ healthPath: `/${text}` }),
      (text) => ({ temporaryDirectory: `/${text}` }),
      (text) => ({ directives: { http: [['resolver', text]] } }),
      (text) => ({ directives: { server: [[`a${text}`]] } }),
      (text) => ({ realClientIp: { trusted: [text] } }),
      (text) => ({ realClientIp: { trusted: ['::1'], header: text } }),
      (text) => ({ securityHeaders: { permissionsPolicy: text } }),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom('\n', '\r', '\0', '\u001b', '\u007f', '\ud800'),
        fc.string(),
        (place, character, rest) => {
          expect(problemsOf(place(`${rest}${character}b`))).not.toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
