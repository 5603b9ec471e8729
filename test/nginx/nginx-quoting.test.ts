import fc from 'fast-check';
import { nginxConfig } from '../../src/constructs/nginx/nginx-config';
import type { NginxRoute } from '../../src/constructs/nginx/nginx-route';
import { adversarialText } from './nginx-arbitrary';
import { ask } from './http-client';
import { describeWithNginx } from './real-nginx';
import { RunningNginx } from './running-nginx';

describeWithNginx('text that tries to leave its directive', () => {
  const texts = fc.sample(
    adversarialText.filter((text) => text !== ''),
    { numRuns: 500, seed: 1867 },
  );
  const path = (text: string, index: number): `/${string}` => `/${index}-${text.replace(/[/?#%]/g, '')}-end`;
  let nginx: RunningNginx;

  beforeAll(async () => {
    nginx = await RunningNginx.start((port, { temporaryDirectory }) => {
      const routes = texts.map((text, index): NginxRoute => ({
        ...(index % 2 === 0 ? { exact: path(text, index) } : { prefix: path(text, index) }),
        respond: { status: 200, body: text },
        responseHeaders: { set: { 'X-Text': `(${text})` } },
      }));
      return nginxConfig({ port, upstreams: {}, routes, temporaryDirectory }).text!;
    });
  }, 20_000);

  afterAll(async () => nginx?.stop());

  it('comes back from nginx exactly as it was given: as path, as body and as header', async () => {
    for (const [index, text] of texts.entries()) {
      const below = index % 4 === 3 ? '/below' : '';
      const answer = await ask(nginx.port, encodeURI(path(text, index) + below));
      expect([text, answer.status, answer.body]).toEqual([text, 200, text]);
      expect(Buffer.from(String(answer.headers['x-text']), 'latin1').toString('utf8')).toBe(`(${text})`);
    }
  }, 30_000);
});
