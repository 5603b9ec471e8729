import { problemCatalogue } from '../problems/catalogue';
import type { ProblemCode } from '../problems/catalogue';
import { subjectOf, wellFormed } from './problem-listing';
import type { ListedProblem, ProblemListing } from './problem-listing';
import { countProblems } from './problem-report';
import { printable } from './styles';

/** A comment on GitHub may have 65,536 characters; bytes are counted here, which are never fewer. */
const largestComment = 65_000;
/** Bytes kept for the end, which says what was left out. */
const reserve = 500;
/** Characters of one text that are kept. */
const longest = 2_000;
/** Allowed findings that are listed. */
const mostAllowed = 50;

/**
 * Problems as Markdown, for a comment on a pull request or the summary of a job: counts first, then those of one object together. It
 * never has more than 65,000 bytes: what does not fit is counted.
 */
export function problemsMarkdown(listing: ProblemListing): string {
  const { allowed, fallback, problems, summary } = listing;
  const counts = countProblems(problems) || 'no problems';
  const head = [`### plimsoll check: ${counts}`, '', `${escape(summary)}.`, '', ...overview(problems)];
  const tail = allowed.length === 0 ? [] : allowedMarkdown(allowed, fallback);
  const writer = new Writer(largestComment - reserve - sizeOf([...head, ...tail].join('\n')));
  let last: string | undefined;
  for (const problem of [...problems].sort((left, right) => rank(left) - rank(right))) {
    const subject = subjectOf(problem, fallback);
    const heading = subject === last ? [] : ['', `**${escape(subject)}**`, ''];
    if (!writer.add([...heading, ...problemMarkdown(problem)])) break;
    last = subject;
  }
  const left = problems.length - writer.count;
  const rest =
    left === 0
      ? []
      : [
          '',
          `**${left} more ${left === 1 ? 'problem is' : 'problems are'} not shown here**: \`plimsoll check\` shows them all.`,
        ];
  return `${[...head, ...writer.lines, ...rest, ...tail].join('\n').trimEnd()}\n`;
}

/** Takes as much as there is room for. */
class Writer {
  readonly lines: string[] = [];
  count = 0;
  private used = 0;

  constructor(private readonly space: number) {}

  add(lines: readonly string[]): boolean {
    this.used += sizeOf(lines.join('\n')) + 1;
    if (this.used > this.space) return false;
    this.lines.push(...lines);
    this.count += 1;
    return true;
  }
}

function rank({ severity }: ListedProblem): number {
  return severity === 'error' ? 0 : 1;
}

/** Codes and how often they occur. There are not so many of them that this could be too long. */
function overview(problems: readonly ListedProblem[]): readonly string[] {
  if (problems.length === 0) return [];
  const counts = new Map<string, { readonly code: ProblemCode; readonly severity: string; count: number }>();
  for (const { code, severity } of problems) {
    const key = `${severity} ${code}`;
    const row = counts.get(key) ?? { code, severity, count: 0 };
    row.count += 1;
    counts.set(key, row);
  }
  const rows = [...counts].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row);
  return [
    '| | code | problem | |',
    '|---|---|---|---|',
    ...rows.map(
      ({ code, count, severity }) => `| ${severity} | ${code} | ${escape(problemCatalogue[code].title)} | ${count} |`,
    ),
  ];
}

function problemMarkdown({ code, field, fix, manifest, message, place, severity }: ListedProblem): readonly string[] {
  const places = [place, manifest].flatMap((it) => (it ? [codeOf(`${it.path}:${it.line}`)] : []));
  const where = [...(field ? [codeOf(field)] : []), ...places].join(', ');
  return [
    `- **${severity} ${code}**${where ? ` ${where}` : ''}: ${sentenceMarkdown(message)}<br>`,
    `  fix: ${sentenceMarkdown(fix)}`,
  ];
}

function allowedMarkdown(allowed: readonly ListedProblem[], fallback: string): readonly string[] {
  const shown = allowed.slice(0, mostAllowed).map((problem) => {
    const { because = '', code } = problem;
    return `- ${code} ${escape(subjectOf(problem, fallback), 200)}: ${escape(because, 200)}`;
  });
  const more = allowed.length - shown.length;
  return [
    '',
    '<details>',
    `<summary>${allowed.length} allowed</summary>`,
    '',
    ...shown,
    ...(more > 0 ? [`- and ${more} more`] : []),
    '',
    '</details>',
  ];
}

/** Our own sentences hold code in backticks, and names that come from elsewhere. */
function sentenceMarkdown(text: string): string {
  return cut(flat(text), longest)
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? codeOf(part.slice(1, -1)) : escape(part)))
    .join('');
}

function codeOf(text: string): string {
  return `\`${cut(flat(text), longest).replaceAll('`', "'")}\``;
}

/** Text from elsewhere must neither be markup nor call anybody. */
function escape(text: string, most = longest): string {
  return cut(flat(text), most)
    .replaceAll('&', '&amp;')
    .replace(/[<>@#]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[\\`*_[\]|~]/g, '\\$&');
}

function flat(text: string): string {
  return wellFormed(printable(text.replace(/[\n\t]+\s*/g, ' ')));
}

function cut(text: string, most: number): string {
  return text.length > most ? `${wellFormed(text.slice(0, most))}…` : text;
}

function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
