import type { FileCheck } from '../../check-files';
import type { AllowedProblem } from '../../manifest/allowances';
import { countProblems, describeObject } from '../../report/problem-report';
import { printable } from '../../report/styles';
import type { Styles } from '../../report/styles';
import { hasErrors } from '../../problems/problem';

/** Lines of one sort that are shown. */
const mostShown = 20;

/** What was checked, as a sentence without a full stop. */
export function describeFileCheck({ judged, kubernetes }: FileCheck, files: number): string {
  return `${count(judged, 'object')} in ${count(files, 'file')} judged for Kubernetes ${kubernetes}`;
}

/** What was checked and what was left out, as lines of text; ends with a newline. */
export function reportCheck(check: FileCheck, files: number, styles: Styles): string {
  const { deleted, problems, skipped } = check;
  const counts = countProblems(problems);
  const verdict = counts === '' ? styles.fix('no problems') : styles[hasErrors(problems) ? 'error' : 'warning'](counts);
  return [
    ...shorten(
      skipped.map(({ file, line, what }) => {
        const place = line === undefined ? file : `${file}:${line}`;
        return `${styles.dim('skipped')} ${printable(place)}: ${what}`;
      }),
    ),
    ...shorten(deleted.map((object) => `${styles.warning('deleted')} ${printable(describeObject(object))}`)),
    `${describeFileCheck(check, files)}: ${verdict}`,
    '',
  ].join('\n');
}

/** What is allowed and why, as lines of text; empty where nothing is. */
export function reportAllowed(allowed: readonly AllowedProblem[], styles: Styles): string {
  const lines = allowed.map(({ because, code, construct, object }) => {
    const subject = object ? describeObject(object) : (construct ?? '');
    return `${styles.dim('allowed')} ${code} ${printable(`${subject}: ${because}`)}`;
  });
  return shorten(lines)
    .map((line) => `${line}\n`)
    .join('');
}

function shorten(lines: readonly string[]): readonly string[] {
  const more = lines.length - mostShown;
  return more > 0 ? [...lines.slice(0, mostShown), `and ${more} more`] : lines;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
