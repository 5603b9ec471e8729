import { show } from '../../values/show';
import type { Report } from './nginx-problem';

// What JavaScript and PCRE (nginx's engine) read alike after a backslash.
const sharedEscape = /^(?:[dDwWsSbBtrnf]|[1-9]|x[0-9A-Fa-f]{2}|[\^$\\.*+?()[\]{}|/-])/;

/**
 * Reports whatever in a regular expression nginx would refuse or read differently than JavaScript does.
 * The pattern is a `RegExp` so that the compiler and the editor know its syntax.
 */
export function checkPattern(pattern: RegExp, report: Report, field: string): void {
  const problem = flagsProblem(pattern) ?? syntaxProblem(pattern.source);
  if (problem !== undefined) {
    const [what, fix] = problem;
    report(field, `${show(String(pattern))}, which ${what}`, 'what JavaScript and nginx read alike', fix);
  }
}

/** The pattern as PCRE writes it: JavaScript escapes slashes, nginx has no need to. */
export function printPattern(pattern: RegExp): string {
  return pattern.source.replace(/\\([\s\S])/g, (escape, character) => (character === '/' ? '/' : escape));
}

/** How many pairs of parentheses capture something. */
export function captureCount(pattern: RegExp): number {
  // An empty alternative always matches, and the result has a place for each group.
  return (new RegExp(`${pattern.source}|`).exec('')?.length ?? 1) - 1;
}

/** What is wrong, and what to do about it. */
type PatternProblem = readonly [what: string, fix: string];

function flagsProblem(pattern: RegExp): PatternProblem | undefined {
  return pattern.flags === '' || pattern.flags === 'i'
    ? undefined
    : [`has the flags ${show(pattern.flags)}`, 'keep only i (ignore case)'];
}

function syntaxProblem(source: string): PatternProblem | undefined {
  if (source.length > 500) {
    return [`is ${source.length} characters long`, 'shorten it to at most 500'];
  }
  if (/[^\u0020-\u007e]/.test(source)) {
    return ['holds characters other than printable ASCII', 'write \\x and two digits for each byte of UTF-8'];
  }
  // The look ahead sees what follows a backslash without eating the next escape.
  for (const [escape, after] of source.matchAll(/\\(?=([\s\S]{1,3}))[\s\S]/g)) {
    if (!sharedEscape.test(after ?? '')) {
      return [`has the escape ${escape}`, 'write it with plain characters and classes'];
    }
  }
  try {
    new RegExp(source, 'u');
  } catch (error) {
    const reason = (error as Error).message.replace(/^Invalid regular expression: \/[^]*\/u?: /, '');
    return [`is ambiguous (${reason})`, 'escape what means itself, and nothing else'];
  }
  const bare = source.replace(/\\[\s\S]/g, '__');
  return groupProblem(bare) ?? classProblem(bare) ?? quantifierProblem(bare);
}

function groupProblem(source: string): PatternProblem | undefined {
  // nginx makes variables of the names, and PCRE limits what may be looked at behind.
  return source.includes('(?<') ? ['has a named group or looks behind', 'use plain groups'] : undefined;
}

function classProblem(source: string): PatternProblem | undefined {
  const classes = source.match(/\[[^\]]*\]/g) ?? [];
  return classes.some((text) => /^\[\^?\]$|^\[.*\[|^\[\^?([:.=]).*\1\]$/.test(text))
    ? ['has an empty class, or one with [ or with : . = at both ends', 'write \\[ there, or another order']
    : undefined;
}

function quantifierProblem(source: string): PatternProblem | undefined {
  const counts = source.match(/\{\d+(?:,\d*)?\}/g)?.map((text) => Math.max(...text.match(/\d+/g)!.map(Number))) ?? [];
  return counts.reduce((product, count) => product * Math.max(count, 1), 1) > 1000
    ? ['repeats something more than 1000 times', 'use * or +']
    : undefined;
}
