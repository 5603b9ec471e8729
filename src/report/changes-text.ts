import { groupChanges } from '../changes/group-changes';
import type { ChangeGroup } from '../changes/group-changes';
import type { EffectKind } from '../changes/effect';
import { hunksOf } from './changes-hunks';
import type { HunkLine } from './changes-hunks';
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
import { originsOf } from './changes-origins';
import type { OriginLine } from './changes-origins';
import { printable } from './styles';
import type { Style, Styles } from './styles';

/** Where and for whom a report is read. */
export interface ChangesTextOptions {
  readonly styles: Styles;
  /** The working directory: source files inside it are named relative to it. */
  readonly folder: string;
}

/** Changes as text: a summary that fits on one screen, then each change, the riskiest first; ends with a newline. */
export function changesText(report: ChangesReport, options: ChangesTextOptions): string {
  const { styles } = options;
  const summary = summaryOf(report);
  const counts = `${report.before} -> ${report.after}: ${describeCounts(report, summary)}`;
  const rows = describeEffects(summary);
  const width = Math.max(0, ...rows.map(([, word]) => word.length));
  const table = rows.map(([kind, word, amount]) => `  ${styleOf(kind, styles)(word.padEnd(width))}  ${amount}`);
  const omissions = describeOmissions(report, summary).map((line) => `  ${styles.dim(printable(line))}`);
  const head = [styles.heading(printable(counts)), ...table, ...omissions].join('\n');
  const entries = groupChanges(report.comparison.changes).map((group) => entryText(group, options));
  return `${[head, ...entries, ...gateLines(report, styles)].join('\n\n')}\n`;
}

/** What `--fail-on` has found, as the last lines. */
function gateLines({ gates }: ChangesReport, styles: Styles): readonly string[] {
  const stopped = gates.filter(({ changes }) => changes.length > 0);
  if (stopped.length === 0) return [];
  const lines = stopped.map(({ changes, gate }) => {
    const objects = printable(listObjects(changes.map(({ identity }) => identity)));
    return `${styles.error(`--fail-on ${gate}`)} ${objects}`;
  });
  return [lines.join('\n')];
}

function entryText(group: ChangeGroup, { folder, styles }: ChangesTextOptions): string {
  const [first] = group.changes;
  const effects = describeGroupEffects(group).map(
    ({ kind, reason }) => `  ${styleOf(kind, styles)(effectWords[kind])}: ${printable(reason)}`,
  );
  const isAlone = group.changes.length === 1;
  const objects = isAlone ? [] : [`  ${printable(listObjects(group.changes.map(({ identity }) => identity)))}`];
  const hunks = hunksOf(first, group.fields).map((line) => `    ${hunkText(line, styles)}`);
  const origins = originsOf(group, folder).map((origin) => `  ${originText(origin, styles)}`);
  return [styles.heading(printable(describeGroup(group))), ...objects, ...effects, ...hunks, ...origins].join('\n');
}

function hunkText({ sign, text }: HunkLine, { dim, error, fix }: Styles): string {
  const style = sign === '-' ? error : sign === '+' ? fix : dim;
  return style(`${sign} ${printable(text)}`);
}

function originText({ details, position }: OriginLine, { dim, place }: Styles): string {
  if (position === undefined) return dim(printable(details));
  return `${place(printable(position))} ${dim(printable(`(${details})`))}`;
}

function styleOf(kind: EffectKind, { dim, error, fix, warning }: Styles): Style {
  if (kind === 'data' || kind === 'immutable' || kind === 'downtime') return error;
  if (isRisky(kind) || kind === 'restart') return warning;
  return kind === 'nothing' || kind === 'metadata' ? dim : fix;
}
