import type { Problem } from '../../src/problems/problem';
import { problemsToJson } from '../../src/report/problem-json';
import { countProblems, reportProblems } from '../../src/report/problem-report';
import { plainStyles, terminalStyles } from '../../src/report/styles';

const web = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', namespace: 'shop' };
const problem = (details: Partial<Problem>): Problem => ({
  code: 'PLM2001',
  severity: 'error',
  message: 'what was found',
  fix: 'what to do',
  ...details,
});
const report = (...problems: readonly Problem[]): string =>
  reportProblems(problems, {
    styles: plainStyles,
    folder: '/project',
    readSource: (file) => (file === '/project/main.ts' ? 'one\n  two\nthree\n' : undefined),
  });

describe('a report of problems', () => {
  test('has the problems of one object under one heading, whatever comes between', () => {
    const first = problem({ object: web, construct: 'app/web', field: 'spec.replicas' });
    expect(report(first, problem({}), problem({ object: web, construct: 'app/web', severity: 'warning' })))
      .toBe(`Deployment web in namespace shop (app/web)
  error PLM2001 spec.replicas: what was found
    fix: what to do
  warning PLM2001 what was found
    fix: what to do

error PLM2001 what was found
  fix: what to do
`);
  });

  test('shows the place in the source', () => {
    expect(report(problem({ construct: 'app/web', source: { file: '/project/main.ts', line: 2, column: 3 } })))
      .toBe(`app/web
  error PLM2001 what was found
    main.ts:2:3
    1 | one
    2 |   two
      |   ^
    3 | three
    fix: what to do
`);
  });

  test.each(['PLM7401', 'PLM7402'] as const)('shows no lines that hold a credential: %s', (code) => {
    expect(report(problem({ code, source: { file: '/project/main.ts', line: 2, column: 3 } }))).toBe(
      'error ' + code + ' what was found\n  main.ts:2:3\n  fix: what to do\n',
    );
  });

  test('names a file that it cannot read, and one of the output', () => {
    expect(report(problem({ source: { file: '/other/x.ts', line: 9, column: 1 } }))).toContain('\n  /other/x.ts:9:1\n');
    expect(report(problem({ file: 'web.k8s.yaml' }))).toContain('\n  web.k8s.yaml\n');
  });

  test('gives the fix of the code where the problem has none of its own', () => {
    expect(report(problem({ fix: undefined }))).toContain('fix: Give one of the two another name or namespace');
  });

  test('keeps the lines of a message together', () => {
    expect(report(problem({ message: 'one\ntwo' }))).toBe('error PLM2001 one\n  two\n  fix: what to do\n');
  });

  test('does not let a name steer the terminal', () => {
    expect(report(problem({ message: 'a \u001b[2J b \u202e c\r' }))).toContain('a \\u001b[2J b \\u202e c\\u000d');
  });

  test('has colours when it is asked for them', () => {
    const options = { styles: terminalStyles, folder: '/', readSource: () => undefined };
    expect(reportProblems([problem({})], options)).toContain('\u001b[1;31merror PLM2001\u001b[22;39m what was found');
  });

  test('counts', () => {
    expect(countProblems([])).toBe('');
    expect(countProblems([problem({})])).toBe('1 error');
    expect(countProblems([problem({}), problem({ severity: 'warning' }), problem({})])).toBe('2 errors, 1 warning');
  });
});

describe('problems as JSON', () => {
  test('need nothing to be looked up, and say nothing that is not known', () => {
    const source = { file: '/project/src/main.ts', line: 1, column: 2 };
    expect(problemsToJson([problem({ source, fix: undefined })], '/project')).toEqual([
      {
        code: 'PLM2001',
        severity: 'error',
        title: 'an object is defined twice',
        message: 'what was found',
        source: { file: 'src/main.ts', line: 1, column: 2 },
        fix: expect.stringMatching(/^Give one/) as unknown,
      },
    ]);
  });
});
