import fc from 'fast-check';
import { nginxConfig } from '../../src/constructs/nginx/nginx-config';

import { everyServerOption } from './every-option';
import { nginxOptions } from './nginx-arbitrary';
import { describeWithNginx, NginxSandbox } from './real-nginx';

describeWithNginx('a real nginx', () => {
  let sandbox: NginxSandbox;
  beforeAll(() => (sandbox = new NginxSandbox()));
  afterAll(() => sandbox.remove());

  it('accepts every option at once', () => {
    const { text } = nginxConfig({
      ...everyServerOption,
      port: 18080,
      upstreams: { http: 8080 },
      routes: [{ prefix: '/', proxyTo: 'http' }],
      temporaryDirectory: sandbox.temporaryDirectory,
    });
    expect(sandbox.complaint(text!)).toBeUndefined();
  });

  it('accepts the longest texts that the checks let through', () => {
    const set = { A: '$'.repeat(433), B: `${'"'.repeat(1900)}'`, C: 'x'.repeat(3890), D: '\\'.repeat(1940) };
    const { text } = nginxConfig({
      port: 18080,
      upstreams: {},
      responseHeaders: { set },
      routes: [{ exact: `/${'$'.repeat(249)}`, respond: { status: 200 } }],
      temporaryDirectory: sandbox.temporaryDirectory,
    });
    expect(sandbox.complaint(text!)).toBeUndefined();
  });

  it('accepts 300 generated configurations without a warning', () => {
    fc.assert(
      fc.property(nginxOptions, (options) => {
        const result = nginxConfig({ ...options, temporaryDirectory: sandbox.temporaryDirectory });
        expect(result.problems).toEqual([]);
        expect(sandbox.complaint(result.text!)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
