import type { FileCheck } from '../../check-files';
import { countProblems, describeObject } from '../../report/problem-report';
import { printable } from '../../report/styles';
import type { Styles } from '../../report/styles';
import { hasErrors } from '../../problems/problem';

/** Lines of one sort that are shown. */
const mostShown = 20;

/** What was checked and what was left out, as lines of text; ends with a newline. */
export function reportCheck(check: FileCheck, files: number, styles: Styles): string {
  const { deleted, judged, kubernetes, problems, skipped } = check;
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
    `${count(judged, 'object')} in ${count(files, 'file')} judged for Kubernetes ${kubernetes}: ${verdict}`,
    '',
  ].join('\n');
}

function shorten(lines: readonly string[]): readonly string[] {
  const more = lines.length - mostShown;
  return more > 0 ? [...lines.slice(0, mostShown), `and ${more} more`] : lines;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
