import { problemCatalogue } from '../problems/catalogue';
import { subjectOf, wellFormed } from './problem-listing';
import type { ListedProblem, ProblemListing } from './problem-listing';
import { printable } from './styles';

/** What one test case says. */
interface Case {
  /** The file it is listed under. */
  readonly file: string;
  readonly name: string;
  readonly problems: ListedProblem[];
}

/**
 * Problems as test results in the XML of JUnit, which most CI systems read; ends with a newline. Each object with a problem is a
 * test case, and each file without one. Errors fail a case, warnings are its output, and a case in which all is allowed is skipped.
 */
export function problemsJunit(listing: ProblemListing): string {
  const cases = casesOf(listing);
  const failures = cases.filter(({ problems }) => problems.some(isFailure)).length;
  const skipped = cases.filter(isSkipped).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="plimsoll check" ${counts}>`,
    `  <testsuite name="plimsoll check" ${counts} skipped="${skipped}">`,
    ...cases.flatMap(printCase),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function casesOf({ allowed, fallback, files, problems }: ProblemListing): readonly Case[] {
  const cases = new Map<string, Case>();
  for (const problem of [...problems, ...allowed]) {
    const file = problem.place?.path ?? fallback;
    const name = subjectOf(problem, fallback);
    const key = JSON.stringify([file, name]);
    const found = cases.get(key);
    if (found) found.problems.push(problem);
    else cases.set(key, { file, name, problems: [problem] });
  }
  const named = new Set([...problems, ...allowed].flatMap((it) => [it.place?.path ?? fallback, it.manifest?.path]));
  const clean = files.filter((file) => !named.has(file)).map((file) => ({ file, name: file, problems: [] }));
  return [...cases.values(), ...clean];
}

function printCase(testCase: Case): readonly string[] {
  const head = `    <testcase name="${escape(testCase.name)}" classname="${escape(testCase.file)}"`;
  if (testCase.problems.length === 0) return [`${head}/>`];
  const failed = testCase.problems.filter(isFailure);
  const warned = testCase.problems.filter((it) => it.because === undefined && !isFailure(it));
  const allowed = testCase.problems.filter((it) => it.because !== undefined);
  const reasons = allowed.map(({ because, code }) => `${code} is allowed: ${because}`);
  const output = [...warned.map(describe), ...(isSkipped(testCase) ? [] : reasons)];
  return [
    `${head}>`,
    ...(failed.length === 0
      ? []
      : [
          `      <failure type="${failed[0].code}" message="${escape(titleOf(failed))}">${escape(failed.map(describe).join('\n'))}</failure>`,
        ]),
    ...(isSkipped(testCase) ? [`      <skipped message="${escape(reasons.join('; '))}"/>`] : []),
    ...(output.length === 0 ? [] : [`      <system-out>${escape(output.join('\n'))}</system-out>`]),
    '    </testcase>',
  ];
}

function isFailure({ because, severity }: ListedProblem): boolean {
  return severity === 'error' && because === undefined;
}

function isSkipped({ problems }: Case): boolean {
  return problems.length > 0 && problems.every(({ because }) => because !== undefined);
}

function titleOf(problems: readonly ListedProblem[]): string {
  return [...new Set(problems.map(({ code }) => `${code}: ${problemCatalogue[code].title}`))].join('; ');
}

function describe({ code, field, fix, manifest, message, place, severity }: ListedProblem): string {
  const places = [place, manifest].flatMap((it) => (it ? [`  ${it.path}:${it.line}:${it.column}`] : []));
  return [`${severity} ${code} ${field ? `${field}: ` : ''}${message}`, ...places, `  fix: ${fix}`].join('\n');
}

/** Text that is safe in XML 1.0, in content and in attributes; some characters cannot be in it at all. */
function escape(text: string): string {
  return wellFormed(printable(text))
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}
