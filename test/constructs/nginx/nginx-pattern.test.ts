import { captureCount, checkPattern, printPattern } from '../../../src/constructs/nginx/nginx-pattern';
import { sharedPatterns } from '../../nginx/nginx-arbitrary';

const problemOf = (pattern: RegExp): string | undefined => {
  const problems: string[] = [];
  checkPattern(pattern, (_, found) => problems.push(found), 'pattern');
  return problems[0];
};

describe('a regular expression for nginx', () => {
  it.each(sharedPatterns.map((pattern) => [pattern]))('%s is read alike by JavaScript and nginx', (pattern) => {
    expect(problemOf(pattern)).toBeUndefined();
  });

  it.each([
    [/a/g, 'has the flags "g"'],
    [/(?<name>a)/, 'has a named group'],
    [/(?<=a+)b/, 'has a named group or looks behind'],
    [/\u0041/, 'has the escape \\u'],
    [/\d\Qa/, 'has the escape \\Q'],
    [/\\\Z/, 'has the escape \\Z'],
    [/\v/, 'has the escape \\v'],
    [/é/, 'holds characters other than printable ASCII'],
    [/[]/, 'has an empty class'],
    [/[^]/, 'has an empty class'],
    [/[[a]/, 'has an empty class, or one with ['],
    [/[:alpha:]/, 'has an empty class, or one with [ or with : . ='],
    [/a{2/, 'is ambiguous (Incomplete quantifier)'],
    [/(?:a{500}){500}/, 'repeats something more than 1000 times'],
    [new RegExp('a'.repeat(501)), 'is 501 characters long'],
  ])('%s is refused', (pattern, message) => {
    expect(problemOf(pattern)).toContain(message);
  });

  it('is printed without the escapes that only JavaScript needs', () => {
    expect(printPattern(/^\/a\\\/b\.c/)).toBe(String.raw`^/a\\/b\.c`);
  });

  it('knows how many groups capture', () => {
    expect([captureCount(/a/), captureCount(/(a)|(?:b)(c(d))/)]).toEqual([0, 3]);
  });
});
