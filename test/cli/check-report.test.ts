import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkJson } from '../../src/cli/check/check-json';
import { reportAllowed } from '../../src/cli/check/check-report';
import type { CheckOutcome } from '../../src/cli/check/check-outcome';
import { listProblems, repositoryRoot } from '../../src/cli/check/list-problems';
import { describeDifference } from '../../src/cli/check/describe-difference';
import type { AllowedProblem } from '../../src/manifest/allowances';
import { plainStyles } from '../../src/report/styles';

const web = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
const tag: AllowedProblem = {
  code: 'PLM7403',
  severity: 'warning',
  message: 'The image `nginx` has no tag.',
  object: web,
  construct: 'shop/web',
  source: { file: '/project/src/main.ts', line: 3, column: 5 },
  because: 'the vendor publishes no other tag',
};

const outcome: CheckOutcome = {
  problems: [],
  allowed: [tag],
  files: ['/project/dist/web.yaml'],
  fallback: 'cdk8s.yaml',
  sentence: 'all',
  describe: () => '',
  data: {},
  output: '/project/dist',
  readSource: () => undefined,
  locate: () => undefined,
  objects: () => [],
};

describe('what is allowed', () => {
  test('is in the text with its reason, and counted where there is much of it', () => {
    expect(reportAllowed([], plainStyles)).toBe('');
    expect(reportAllowed([tag], plainStyles)).toBe(
      'allowed PLM7403 Deployment web: the vendor publishes no other tag\n',
    );
    expect(reportAllowed(Array<AllowedProblem>(25).fill(tag), plainStyles)).toMatch(/\nand 5 more\n$/);
  });

  test('is in JSON with its reason, and does not fail', () => {
    expect(JSON.parse(checkJson(listProblems(outcome, '/project', '/project'), {}))).toMatchObject({
      ok: true,
      problems: [],
      allowed: [{ code: 'PLM7403', file: 'src/main.ts', line: 3, because: 'the vendor publishes no other tag' }],
    });
  });
});

describe('listed problems', () => {
  const list = (...problems: CheckOutcome['problems']) =>
    listProblems({ ...outcome, problems, allowed: [] }, '/project', '/project').problems;

  test('are in files as seen from the base, or in full outside it', () => {
    const { because: _because, ...problem } = tag;
    const at = (file: string) => ({ ...problem, source: { file, line: 0, column: 0 } });
    const paths = list(at('/project/a.ts'), at('b.ts'), at('/other/c.ts'), at('../d.ts'), at('<stdin>'));
    expect(paths.map(({ place }) => place)).toEqual([
      { path: 'a.ts', line: 1, column: 1 },
      { path: 'b.ts', line: 1, column: 1 },
      { path: '/other/c.ts', line: 1, column: 1 },
      { path: '/d.ts', line: 1, column: 1 },
      { path: '<stdin>', line: 1, column: 1 },
    ]);
    expect(list({ ...problem, source: undefined, file: 'x.yaml' })[0].place?.path).toBe('dist/x.yaml');
  });

  test('that are alike are told apart, and none changes with the line', () => {
    const moved = { ...tag, source: { file: '/project/src/main.ts', line: 90, column: 1 } };
    const [first, second] = list(tag, moved);
    expect(first.fingerprint).toMatch(/^[0-9a-f]{32}$/);
    expect(second.fingerprint).toBe(`${first.fingerprint}-2`);
    const [other] = list({ ...tag, field: 'spec' });
    expect(other.fingerprint).not.toBe(first.fingerprint);
  });

  test('are relative to the repository around the folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'plimsoll-root-'));
    mkdirSync(join(folder, '.git'));
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    expect(repositoryRoot(join(folder, 'a/b'))).toBe(folder);
    expect(repositoryRoot('/')).toBe('/');
    rmSync(folder, { recursive: true });
  });
});

describe('the difference of two files', () => {
  const object = (name: string, data = '{}'): string =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata: ${data}\n`;

  test('is named by objects', () => {
    const found = `${object('a')}---\n${object('b')}---\n${object('c')}`;
    const wanted = `${object('a', '{ x: "" }')}---\n${object('b')}---\n${object('d')}`;
    expect(describeDifference(found, wanted)).toEqual({
      position: { line: 5, column: 8 },
      what: 'ConfigMap d is not in it; ConfigMap c is in it and not made any more; ConfigMap a differs',
    });
  });

  test('counts many of them', () => {
    const all = (data: string): string => ['a', 'b', 'c', 'd', 'e'].map((name) => object(name, data)).join('---\n');
    expect(describeDifference(all('{}'), all('{ x: "" }')).what).toBe(
      'ConfigMap a, ConfigMap b, ConfigMap c, 2 more differ',
    );
  });

  test('is a line where the objects are the same, and in files of other kinds', () => {
    expect(describeDifference(`# old\n${object('a')}`, object('a')).what).toContain('differs');
    expect(describeDifference('{}\n{"a": 1}', '{}\n{"a": 2}').what).toBe('it differs from line 2 on');
    expect(describeDifference('', 'a\n').position).toEqual({ line: 1, column: 1 });
  });
});
