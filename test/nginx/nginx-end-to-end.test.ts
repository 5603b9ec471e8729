import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { nginxConfig } from '../../src/constructs/nginx/nginx-config';
import { nginxCapture, nginxVariable } from '../../src/constructs/nginx/nginx-variable';
import type { Seen } from './echo-backend';
import { EchoBackend } from './echo-backend';
import type { Question } from './http-client';
import { ask } from './http-client';
import { describeWithNginx } from './real-nginx';
import { RunningNginx } from './running-nginx';

describeWithNginx('nginx in front of a backend', () => {
  let backend: EchoBackend;
  let nginx: RunningNginx;

  beforeAll(async () => {
    backend = await EchoBackend.start();
    nginx = await RunningNginx.start((port, sandbox) => {
      const site = join(sandbox.directory, 'site') as `/${string}`;
      sandbox.write('site/index.html', '<h1>site</h1>');
      sandbox.write('site/app.css', 'body {}');
      sandbox.write('site/docs/index.html', '<h1>docs</h1>');
      mkdirSync(join(site, 'empty'));
      const { text, problems } = nginxConfig({
        port,
        upstreams: { http: backend.port },
        temporaryDirectory: sandbox.temporaryDirectory,
        accessLog: 'json',
        gzip: true,
        securityHeaders: true,
        realClientIp: { trusted: ['127.0.0.1'] },
        requestHeaders: { set: { 'X-Price': '5 US$' }, remove: ['Cookie'] },
        responseHeaders: { remove: ['X-Powered-By'] },
        routes: [
          { prefix: '/', files: { directory: site, fallback: '/index.html', cache: 'no-cache' } },
          { prefix: '/assets', files: { directory: site, cache: { maxAge: '1h', immutable: true } } },
          { exact: '/style.css', file: `${site}/app.css` },
          { prefix: '/api', proxyTo: 'http', maxBodySize: '1Ki', responseHeaders: { set: { 'X-Route': 'api' } } },
          { prefix: '/stripped', proxyTo: 'http', replacePrefix: '/' },
          { prefix: '/moved/', proxyTo: 'http', replacePrefix: '/v2' },
          {
            pattern: /^\/item-(\d+)$/,
            proxyTo: 'http',
            rewrite: [{ pattern: /^\/item-(\d+)$/, to: ['/items/', nginxCapture(1)] }],
          },
          { exact: '/slow', proxyTo: 'http', timeouts: { read: '200ms' } },
          { exact: '/large', proxyTo: 'http' },
          { exact: '/socket', proxyTo: 'http', webSockets: true },
          { exact: '/old', redirect: { to: '/new', status: 301 } },
          {
            exact: '/secure',
            redirect: { to: ['https://', nginxVariable('host'), nginxVariable('request_uri')], status: 308 },
          },
          { prefix: '/moved-to', redirect: { replacePrefix: '/new.home', status: 301 } },
          { prefix: '/away.$/', redirect: { replacePrefix: 'https://example.org/a$b' } },
          { exact: '/teapot.html', respond: { status: 418, body: 'I am a teapot' } },
        ],
      });
      expect(problems).toEqual([]);
      return text!;
    });
  }, 20_000);

  afterAll(async () => {
    await nginx?.stop();
    await backend?.stop();
  });

  const seen = async (path: string, question?: Question): Promise<Seen> =>
    JSON.parse((await ask(nginx.port, path, question)).body) as Seen;

  it('answers its health endpoint without asking the backend or writing to the log', async () => {
    const answer = await ask(nginx.port, '/nginx-health');
    expect(answer).toMatchObject({ status: 200, body: 'ok', headers: { 'content-type': 'text/plain' } });
    expect(nginx.output()).not.toContain('/nginx-health');
  });

  it('passes path, query, method and body on', async () => {
    const request = await seen('/api/a%20b?x=1&y=%2F', { method: 'PUT', body: '{"a":1}' });
    expect(request).toMatchObject({ method: 'PUT', url: '/api/a%20b?x=1&y=%2F', length: 7 });
  });

  it('tells the backend who asked for what, and keeps what proxies in front said', async () => {
    const headers = { host: 'shop.example:8443', 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'https' };
    expect((await seen('/api', { headers })).headers).toMatchObject({
      host: 'shop.example:8443',
      'x-forwarded-for': '203.0.113.7, 203.0.113.7',
      'x-forwarded-proto': 'https',
    });
    expect((await seen('/api')).headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' });
  });

  it('sets and removes request headers, dollar signs included', async () => {
    const { headers } = await seen('/api', { headers: { cookie: 'a=b', 'x-price': '0' } });
    expect(headers['x-price']).toBe('5 US$');
    expect(headers.cookie).toBeUndefined();
  });

  it('sets and removes response headers, also those that the backend sent', async () => {
    const { headers } = await ask(nginx.port, '/api');
    expect(headers).toMatchObject({
      'x-route': 'api',
      'x-frame-options': 'SAMEORIGIN',
      'x-content-type-options': 'nosniff',
      server: 'nginx',
    });
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('compares whole segments of a prefix', async () => {
    expect(await seen('/api')).toMatchObject({ url: '/api' });
    expect(await seen('/api/v1')).toMatchObject({ url: '/api/v1' });
    expect((await ask(nginx.port, '/apiary')).body).toBe('<h1>site</h1>');
  });

  it('strips and replaces prefixes', async () => {
    expect((await seen('/stripped')).url).toBe('/');
    expect((await seen('/stripped/a/b?c=d')).url).toBe('/a/b?c=d');
    expect((await seen('/moved/a')).url).toBe('/v2/a');
  });

  it('rewrites paths and keeps the query', async () => {
    expect((await seen('/item-42?size=s')).url).toBe('/items/42?size=s');
  });

  it('keeps connections to the backend open', async () => {
    const first = await seen('/api');
    expect((await seen('/api')).connection).toBe(first.connection);
  });

  it('refuses a body that is too large with 413, for that route only', async () => {
    expect((await ask(nginx.port, '/api', { method: 'POST', body: 'x'.repeat(1025) })).status).toBe(413);
    expect((await ask(nginx.port, '/stripped', { method: 'POST', body: 'x'.repeat(1025) })).status).toBe(200);
  });

  it('writes a large body to its writable directory', async () => {
    expect((await seen('/stripped', { method: 'POST', body: 'x'.repeat(900_000) })).length).toBe(900_000);
  });

  it('gives up on a backend that takes too long with 504', async () => {
    expect((await ask(nginx.port, '/slow')).status).toBe(504);
  });

  it('compresses large answers, for clients who can read that', async () => {
    const packed = await ask(nginx.port, '/large', { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(gunzipSync(Buffer.from(packed.body, 'base64')).toString()).toContain('xxxxxxxxxx');
    expect((await ask(nginx.port, '/large')).headers['content-encoding']).toBeUndefined();
  });

  it('redirects, without a host or port of its own', async () => {
    expect(await ask(nginx.port, '/old')).toMatchObject({ status: 301, headers: { location: '/new' } });
    expect(await ask(nginx.port, '/secure?a=b', { headers: { host: 'shop.example' } })).toMatchObject({
      status: 308,
      headers: { location: 'https://shop.example/secure?a=b' },
    });
  });

  it('redirects a prefix with everything below it, and lets no request write a header', async () => {
    const target = async (path: string) => {
      const { status, headers } = await ask(nginx.port, path);
      return `${status} ${headers.location}`;
    };
    expect(await target('/moved-to')).toBe('301 /new.home');
    expect(await target('/moved-to?a=b')).toBe('301 /new.home?a=b');
    expect(await target('/moved-to/a%20b/c?d=e%26f')).toBe('301 /new.home/a%20b/c?d=e%26f');
    expect(await target('/away.$/x')).toBe('302 https://example.org/a$b/x');
    expect(await target('/awayx$/x')).not.toContain('example.org');
    const { headers } = await ask(nginx.port, '/moved-to/a%0D%0AX-Evil:%20b');
    expect(headers).not.toHaveProperty('x-evil');
  });

  it('answers by itself with the content type asked for, whatever the path ends with', async () => {
    expect(await ask(nginx.port, '/teapot.html')).toMatchObject({
      status: 418,
      body: 'I am a teapot',
      headers: { 'content-type': 'text/plain' },
    });
  });

  it('serves files with their type, cache rule and fallback', async () => {
    expect(await ask(nginx.port, '/app.css')).toMatchObject({
      status: 200,
      body: 'body {}',
      headers: { 'content-type': 'text/css', 'cache-control': 'no-cache', 'x-frame-options': 'SAMEORIGIN' },
    });
    expect(await ask(nginx.port, '/deep/link')).toMatchObject({ status: 200, body: '<h1>site</h1>' });
    expect(await ask(nginx.port, '/style.css')).toMatchObject({ status: 200, headers: { 'content-type': 'text/css' } });
  });

  it('serves a directory below a prefix, redirects to its slash, and does not leave it', async () => {
    expect(await ask(nginx.port, '/assets/app.css')).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'public, max-age=3600, immutable' },
    });
    expect(await ask(nginx.port, '/assets?a=b')).toMatchObject({ status: 301, headers: { location: '/assets/?a=b' } });
    expect((await ask(nginx.port, '/assets/docs/')).body).toBe('<h1>docs</h1>');
    expect((await ask(nginx.port, '/assets/missing.css')).status).toBe(404);
    expect((await ask(nginx.port, '/assets/missing.css')).headers['cache-control']).toBeUndefined();
    expect((await ask(nginx.port, '/assets../nginx.conf')).body).toBe('<h1>site</h1>');
  });

  it('upgrades to web sockets', async () => {
    const socket = connect(nginx.port, '127.0.0.1');
    const received = await new Promise<string>((resolve, reject) => {
      let text = '';
      socket.on('error', reject);
      socket.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (text.endsWith('\r\n\r\n')) {
          socket.write('ping');
        } else if (text.endsWith('ping')) {
          resolve(text);
        }
      });
      socket.write('GET /socket HTTP/1.1\r\nHost: shop\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n');
    });
    socket.destroy();
    expect(received).toMatch(/^HTTP\/1\.1 101 [^]*\r\n\r\nping$/);
  });

  it('writes one JSON object for each request', async () => {
    await ask(nginx.port, '/old?q="', { headers: { 'user-agent': 'quo"te\\' } });
    const lines = nginx.output().trimEnd().split('\n');
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ uri: '/old?q="', status: 301, user_agent: 'quo"te\\' });
  });

  it('complains about nothing but the slow backend and the large bodies', () => {
    const complaints = nginx
      .errors()
      .split('\n')
      .filter((line) => /\[(?:warn|error|crit|alert|emerg)\]/.test(line));
    expect(complaints.filter((line) => !/timed out|too large body|buffered to a temporary file/.test(line))).toEqual(
      [],
    );
  });
});
