import { Duration, Size } from 'cdk8s';
import fc from 'fast-check';
import { nginxConfig } from '../../../src/constructs/nginx/nginx-config';
import type { NginxConfigOptions } from '../../../src/constructs/nginx/nginx-config-options';
import type { NginxRoute } from '../../../src/constructs/nginx/nginx-route';
import { nginxCapture, nginxVariable } from '../../../src/constructs/nginx/nginx-variable';
import { everyServerOption } from '../../nginx/every-option';
import { nginxOptions } from '../../nginx/nginx-arbitrary';

const minimal: NginxConfigOptions<'http'> = {
  port: 8090,
  upstreams: { http: 8080 },
  routes: [{ prefix: '/', proxyTo: 'http' }],
};

const textOf = (options: Partial<NginxConfigOptions<'http'>>): string => {
  const result = nginxConfig({ ...minimal, ...options });
  expect(result.problems).toEqual([]);
  return result.text!;
};

/** The body of the first `location` of a route. */
const locationOf = (route: NginxRoute<'http'>): string =>
  /location (?!= \/nginx-health)[^{]*\{[^]*?\n    \}/.exec(textOf({ routes: [route] }))?.[0] ?? '';

describe('the nginx configuration', () => {
  it('is short when little is asked for', () => {
    expect(textOf({})).toMatchInlineSnapshot(`
     "# Made by Plimsoll from the routes in the TypeScript code; changes here are lost.

     worker_processes 1;
     pid /tmp/nginx.pid;
     error_log stderr notice;

     events {
       worker_connections 1024;
     }

     http {
       client_body_temp_path /tmp/client_body;
       proxy_temp_path /tmp/proxy;
       fastcgi_temp_path /tmp/fastcgi;
       uwsgi_temp_path /tmp/uwsgi;
       scgi_temp_path /tmp/scgi;

       access_log /dev/stdout combined;

       server_tokens off;
       # Redirects name no host and no port: nginx knows only its own.
       absolute_redirect off;

       # The scheme that the first proxy saw.
       map $http_x_forwarded_proto $forwarded_proto {
         default $http_x_forwarded_proto;
         '' $scheme;
       }

       upstream backend-http {
         server 127.0.0.1:8080;
         keepalive 16;
         keepalive_timeout 4s;
       }

       server {
         listen 8090;

         proxy_http_version 1.1;
         proxy_set_header Connection "";
         proxy_set_header Host $http_host;
         proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
         proxy_set_header X-Forwarded-Proto $forwarded_proto;

         # For probes: nginx itself is well, whatever the backend does.
         location = /nginx-health {
           access_log off;
           default_type text/plain;
           return 200 ok;
         }

         location / {
           proxy_pass http://backend-http;
         }
       }
     }
     "
    `);
  });

  it('has a place for every option', () => {
    const text = textOf({ ...everyServerOption, temporaryDirectory: '/var/run' });
    const lines = text.split('\n').map((line) => line.trim());
    expect(lines).toEqual(expect.arrayContaining(linesOfEveryOption));
  });

  it('has neither upstream nor proxy settings without a route to the backend', () => {
    const text = textOf({ routes: [{ exact: '/', respond: { status: 204 } }] });
    expect(text).not.toMatch(/upstream|proxy_(?!temp)/);
  });

  it('answers 404 where no route is', () => {
    expect(textOf({ routes: [{ prefix: '/api/', proxyTo: 'http' }] })).toContain('location / {\n      return 404;');
    expect(textOf({})).not.toContain('return 404');
  });

  it('gives an exact route precedence over the prefix of the same name', () => {
    const text = textOf({
      routes: [
        { prefix: '/api', proxyTo: 'http' },
        { exact: '/api', respond: { status: 404 } },
      ],
    });
    expect(text.match(/location .*(?= \{)/g)).toEqual([
      'location = /nginx-health',
      'location /api/',
      'location = /api',
      'location /',
    ]);
  });

  it('repeats inherited headers in a location that has one of its own, because nginx forgets them', () => {
    const text = textOf({
      requestHeaders: { set: { 'X-Shop': 'a' } },
      routes: [{ prefix: '/', proxyTo: 'http', requestHeaders: { set: { 'X-Route': 'b' }, remove: ['x-shop'] } }],
    });
    const location = /location \/ \{[^}]*\}/.exec(text)![0];
    expect(location.match(/proxy_set_header .*(?=;)/g)).toEqual([
      'proxy_set_header Connection ""',
      'proxy_set_header Host $http_host',
      'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for',
      'proxy_set_header X-Forwarded-Proto $forwarded_proto',
      'proxy_set_header X-Route b',
      'proxy_set_header x-shop ""',
    ]);
  });

  it('prints durations and sizes as they were given, those of cdk8s too', () => {
    expect(
      locationOf({
        prefix: '/',
        proxyTo: 'http',
        maxBodySize: '10Mi',
        timeouts: { connect: '500ms', send: Duration.seconds(90), read: Duration.millis(1500) },
      }),
    ).toMatch(/10m;\n.*500ms;\n.*90s;\n.*1500ms;/);
    expect(textOf({ maxBodySize: Size.mebibytes(3) })).toContain('client_max_body_size 3072k;');
    expect(textOf({ maxBodySize: 'unlimited' })).toContain('client_max_body_size 0;');
  });

  it('writes variables with braces only where text runs on', () => {
    const to = ['/a/', nginxVariable('host'), '', 'b', nginxVariable('args'), '-', nginxVariable('scheme')];
    expect(locationOf({ exact: '/a', redirect: { to } })).toContain('return 302 "/a/${host}b$args-$scheme";');
  });

  it('writes patterns as nginx users do', () => {
    const route: NginxRoute<'http'> = {
      pattern: /^\/img\/(\d+)\.png$/i,
      proxyTo: 'http',
      rewrite: [{ pattern: /^\/img\/(\d+)/i, to: ['/i/', nginxCapture(1)] }],
    };
    expect(locationOf(route)).toContain(String.raw`location ~* ^/img/(\d+)\.png$ {`);
    expect(locationOf(route)).toContain(String.raw`rewrite (?i)^/img/(\d+) /i/$1 break;`);
  });

  it('listens on the IP families asked for', () => {
    const lines = (ipFamilies: NginxConfigOptions['ipFamilies']) => textOf({ ipFamilies }).match(/listen .*(?=;)/g);
    expect(lines(undefined)).toEqual(['listen 8090']);
    expect(lines(['IPv6'])).toEqual(['listen [::]:8090']);
    expect(lines(['IPv4', 'IPv6'])).toEqual(['listen 8090', 'listen [::]:8090']);
  });

  it('believes X-Forwarded headers as told', () => {
    expect(textOf({ forwardedHeaders: 'replace' })).toContain('proxy_set_header X-Forwarded-For $remote_addr;');
    expect(textOf({ forwardedHeaders: 'off' })).not.toContain('X-Forwarded');
  });

  it('is made of the same bytes each time, whatever the order of names in objects', () => {
    fc.assert(
      fc.property(nginxOptions, (options) => {
        const { text } = nginxConfig(options);
        expect(nginxConfig(structuredReverse(options)).text).toBe(text);
        expect(text).not.toMatch(/[ \t]\n|\n\n\n|\n\n *\}/);
      }),
      { numRuns: 200 },
    );
  });
});

const linesOfEveryOption = [
  'worker_processes 2;',
  'pid /var/run/nginx.pid;',
  'error_log stderr warn;',
  'worker_shutdown_timeout 8s;',
  'worker_connections 512;',
  'access_log /dev/stdout json;',
  'set_real_ip_from 10.0.0.0/8;',
  'real_ip_header X-Real-IP;',
  'gzip_comp_level 1;',
  'gzip_min_length 500;',
  'server_names_hash_bucket_size 128;',
  'keepalive 8;',
  'keepalive_timeout 10s;',
  'client_max_body_size 1m;',
  'client_header_timeout 4s;',
  'client_body_timeout 5s;',
  'send_timeout 6s;',
  'keepalive_timeout 7s;',
  `add_header Content-Security-Policy "default-src 'self'; img-src *" always;`,
  'add_header Strict-Transport-Security "max-age=31536000; includeSubDomains; preload" always;',
  'add_header X-Answered-By nginx always;',
  'add_header X-Frame-Options DENY always;',
  'proxy_connect_timeout 1s;',
  'proxy_send_timeout 2s;',
  'proxy_read_timeout 3s;',
  'proxy_hide_header X-Powered-By;',
  'proxy_set_header Cookie "";',
  'proxy_set_header X-Forwarded-For $remote_addr;',
  'proxy_set_header X-Request-Id $request_id;',
  'charset utf-8;',
  'location = /live {',
];

/** The same data with the names of every plain object in reverse order. */
function structuredReverse<Value>(value: Value): Value {
  if (Array.isArray(value)) {
    return value.map(structuredReverse) as Value;
  }
  if (value !== null && typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value))) {
    const entries = Object.entries(value).map(([name, inner]) => [name, structuredReverse(inner)]);
    return Object.fromEntries(entries.reverse()) as Value;
  }
  return value;
}
