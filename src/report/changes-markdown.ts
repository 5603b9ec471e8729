import { counted } from '../changes/data';
import { groupChanges } from '../changes/group-changes';
import type { ChangeGroup } from '../changes/group-changes';
import { hunksOf } from './changes-hunks';
import { originsOf } from './changes-origins';
import type { ChangesReport } from './changes-report';
import {
  describeCounts,
  describeEffects,
  describeGroup,
  describeGroupEffects,
  describeOmissions,
  effectWords,
  isRisky,
  listObjects,
  summaryOf,
} from './changes-words';

/** A comment on GitHub may have 65,536 characters; bytes are counted here, which are never fewer. */
export const largestComment = 65_000;
/** Bytes of one part that are kept. */
const largestPart = 6_000;
/** Characters of one line that are kept. */
const longestLine = 500;

/**
 * Changes as Markdown for a comment on a pull request: summary and risks first, the fields folded. It never has more than
 * 65,000 bytes: what does not fit is counted, and pointed to.
 *
 * @param folder the working directory: source files inside it are named relative to it
 */
export function changesMarkdown(report: ChangesReport, folder: string): string {
  const groups = groupChanges(report.comparison.changes);
  const head = headMarkdown(report, groups);
  const space = largestComment - sizeOf(head) - 300;
  const parts: string[] = [];
  let used = 0;
  let left = 0;
  for (const group of groups) {
    const part = `${groupMarkdown(group, folder)}\n`;
    const size = sizeOf(part);
    if (left === 0 && used + size <= space) {
      parts.push(part);
      used += size;
    } else left += group.changes.length;
  }
  const rest =
    left === 0
      ? []
      : [
          `**${counted(left, 'more object')} ${left === 1 ? 'is' : 'are'} not shown here**: \`plimsoll diff\` shows them all.\n`,
        ];
  return [head, ...parts, ...rest].join('\n');
}

function headMarkdown(report: ChangesReport, groups: readonly ChangeGroup[]): string {
  const summary = summaryOf(report);
  const rows = describeEffects(summary).map(
    ([kind, word, amount]) => `| ${isRisky(kind) ? `**${word}**` : word} | ${escape(amount)} |`,
  );
  const risks = groups.flatMap((group) =>
    describeGroupEffects(group)
      .filter(({ kind }) => isRisky(kind))
      .map(
        ({ kind, reason }) =>
          `- **${effectWords[kind]}**: ${codeOf(describeGroup(group))}: ${sentenceMarkdown(reason)}`,
      ),
  );
  const omissions = describeOmissions(report, summary).map((line) => `- ${escape(line)}`);
  const stopped = report.gates
    .filter(({ changes }) => changes.length > 0)
    .map(({ changes, gate }) => `- stopped by \`--fail-on ${gate}\`: ${counted(changes.length, 'object')}`);
  return [
    `### Changes: ${escape(`${report.before} -> ${report.after}`)}`,
    '',
    `${describeCounts(report, summary)}.`,
    '',
    ...(rows.length > 0 ? ['| effect | |', '|---|---|', ...rows, ''] : []),
    ...(stopped.length > 0 ? [...stopped, ''] : []),
    ...(risks.length > 0 ? [...fit(risks, 2 * largestPart), ''] : []),
    ...(omissions.length > 0 ? folded(counted(omissions.length, 'remark'), fit(omissions, largestPart)) : []),
    '',
  ].join('\n');
}

function groupMarkdown(group: ChangeGroup, folder: string): string {
  const effects = describeGroupEffects(group);
  const words = [...new Set(effects.map(({ kind }) => effectWords[kind]))].join(', ');
  const objects =
    group.changes.length > 1 ? [escape(listObjects(group.changes.map((it) => it.identity)), 3_000), ''] : [];
  const reasons = effects.map(({ kind, reason }) => `- ${effectWords[kind]}: ${sentenceMarkdown(reason)}`);
  const origins = originsOf(group, folder).map(({ details, position }) =>
    position === undefined ? escape(details) : `${codeOf(position)} (${escape(details)})`,
  );
  const hunks = hunksOf(group.changes[0], group.fields).map(({ sign, text }) => `${sign} ${text}`);
  return folded(`<code>${escape(describeGroup(group))}</code>: ${words}`, [
    ...objects,
    ...fit(reasons, largestPart),
    '',
    ...(hunks.length > 0 ? [...fenced(hunks), ''] : []),
    ...(origins.length > 0 ? [origins.join('<br>'), ''] : []),
  ]).join('\n');
}

/** As many lines as there is room for; the others are counted. */
function fit(lines: readonly string[], bytes: number): readonly string[] {
  let size = 0;
  const end = lines.findIndex((line) => (size += sizeOf(line) + 1) > bytes);
  return end < 0 ? lines : [...lines.slice(0, end), `- and ${lines.length - end} more`];
}

function folded(summary: string, lines: readonly string[]): readonly string[] {
  return ['<details>', `<summary>${summary}</summary>`, '', ...lines, '</details>', ''];
}

/** A block of code that nothing in it can end. */
function fenced(lines: readonly string[]): readonly string[] {
  const safe = lines.map((line) => line.replace(unsafe, '\ufffd'));
  const all = fit(safe, largestPart);
  const longest = Math.max(2, ...[...all.join('\n').matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}diff`, ...all, fence];
}

/** Our own sentences hold code in backticks, and names that come from elsewhere. */
function sentenceMarkdown(text: string): string {
  return cut(text)
    .split(/(`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 1 ? codeOf(part.slice(1, -1)) : escape(part)))
    .join('');
}

function codeOf(text: string): string {
  return `\`${cut(flat(text)).replaceAll('`', "'")}\``;
}

/** Text from elsewhere must neither be markup nor call anybody. */
function escape(text: string, longest = longestLine): string {
  return cut(flat(text), longest)
    .replaceAll('&', '&amp;')
    .replace(/[<>@]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[\\`*_[\]|~]/g, '\\$&');
}

/** What steers a terminal, or turns the direction of writing around. */
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

function flat(text: string): string {
  return text.replace(unsafe, ' ').replaceAll('\n', ' ');
}

function cut(text: string, longest = longestLine): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
