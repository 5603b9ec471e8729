import fc from 'fast-check';
import { nginxConfig } from '../../src/constructs/nginx/nginx-config';
import { checkPattern } from '../../src/constructs/nginx/nginx-pattern';
import type { NginxRoute } from '../../src/constructs/nginx/nginx-route';
import { ask } from './http-client';
import { describeWithNginx } from './real-nginx';
import { RunningNginx } from './running-nginx';

// Pieces of regular expressions, among them many that are wrong or mean something else to PCRE.
const pieces = [
  ...'ab01.-_;{}"\'$^|*+?()[]\\',
  ...[
    '\\d',
    '\\w',
    '\\W',
    '\\b',
    '\\.',
    '\\$',
    '\\"',
    '\\x61',
    '\\t',
    '\\Q',
    '\\K',
    '\\1',
    '[a-c]',
    '[^b]',
    '[\\w-]',
    '[]',
    '[:a:]',
  ],
  ...['(a|b)', '(?:0|1)', '(?=a)', '(?!b)', '(?<=a)', '{2}', '{1,3}', '{,2}', '*?', '++', '(?i)'],
];

describeWithNginx('patterns that pass the checks', () => {
  const patterns = fc
    .sample(fc.tuple(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }), fc.boolean()), {
      numRuns: 6000,
      seed: 8,
    })
    .map(([parts, ignoreCase]) => compiled(parts.join(''), ignoreCase))
    .filter((pattern) => pattern !== undefined)
    .slice(0, 400);
  const words = fc.sample(fc.stringMatching(/^[abA01._;{}"'$-]{1,5}$/), { numRuns: 400 * 4, seed: 9 });
  let nginx: RunningNginx;

  beforeAll(async () => {
    nginx = await RunningNginx.start((port, { temporaryDirectory }) => {
      const routes = patterns.map((pattern, index): NginxRoute => ({
        pattern: placed(pattern, index),
        respond: { status: 200, body: 'matches' },
      }));
      return nginxConfig({ port, upstreams: {}, routes, temporaryDirectory }).text!;
    });
  }, 20_000);

  afterAll(async () => nginx?.stop());

  it('match in nginx exactly what they match in JavaScript', async () => {
    expect(patterns).toHaveLength(400);
    const matched = { yes: 0, no: 0 };
    for (const [index, word] of words.entries()) {
      const number = index % patterns.length;
      const pattern = placed(patterns[number]!, number);
      const path = `/p${number}/${word}x`;
      const expected = pattern.test(path);
      matched[expected ? 'yes' : 'no'] += 1;
      const { status } = await ask(nginx.port, encodeURI(path));
      expect([String(pattern), path, status]).toEqual([String(pattern), path, expected ? 200 : 404]);
    }
    expect(Math.min(matched.yes, matched.no)).toBeGreaterThan(100);
  }, 30_000);
});

/** The pattern where it can match the requests of this test alone. */
function placed(pattern: RegExp, index: number): RegExp {
  return new RegExp(`^/p${index}/.*(?:${pattern.source})`, pattern.flags);
}

function compiled(source: string, ignoreCase: boolean): RegExp | undefined {
  try {
    const pattern = new RegExp(source, ignoreCase ? 'i' : '');
    const problems: string[] = [];
    checkPattern(pattern, (_, message) => problems.push(message), '');
    return problems.length === 0 ? pattern : undefined;
  } catch {
    return undefined;
  }
}
