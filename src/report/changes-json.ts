import type { Change } from '../changes/change';
import type { Effect } from '../changes/effect';
import type { ObjectIdentity, Problem, SourcePosition } from '../problems/problem';
import type { ChangesReport } from './changes-report';
import { summaryOf } from './changes-words';
import { problemsToJson } from './problem-json';
import { shorten } from './problem-report';

/** Changes as one JSON document for other programs; ends with a newline. See docs/diff.md for its shape. */
export function changesJson(report: ChangesReport, folder: string): string {
  const { comparison, gates, isJudged, problems, skipped } = report;
  const { capacity, defaults, effects, kinds } = summaryOf(report);
  const document = {
    command: 'diff',
    ok: gates.every(({ changes }) => changes.length === 0),
    before: { name: report.before, objects: comparison.before },
    after: { name: report.after, objects: comparison.after },
    judged: isJudged,
    summary: { ...kinds, unchanged: comparison.unchanged, defaults, effects, capacity },
    changes: comparison.changes.map((change) => changeJson(change, folder)),
    reworded: comparison.reworded,
    ignored: comparison.ignored,
    skipped,
    problems: problemsToJson(problems, folder),
    failOn: gates.map(({ changes, gate }) => ({ gate, objects: changes.map(({ identity }) => identity) })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

interface ChangeJson {
  readonly kind: Change['kind'];
  readonly object: ObjectIdentity;
  readonly was?: ObjectIdentity;
  readonly file?: string;
  readonly formerFile?: string;
  readonly construct?: string;
  readonly source?: SourcePosition;
  readonly effects: readonly Effect[];
  readonly fields: Change['fields'];
  readonly defaults: readonly string[];
  readonly ignored: number;
}

function changeJson(
  { after, before, defaults, effects, fields, identity, ignored, kind }: Change,
  folder: string,
): ChangeJson {
  const source = after?.origin?.locate();
  const construct = after?.origin?.construct;
  const file = (after ?? before)?.file;
  const isMoved = after !== undefined && before?.file !== undefined && before.file !== after.file;
  return {
    kind,
    object: identity,
    ...(kind === 'renamed' && before && { was: before.identity }),
    ...(file !== undefined && { file }),
    ...(isMoved && { formerFile: before.file }),
    ...(construct !== undefined && { construct }),
    ...(source && { source: { ...source, file: shorten(source.file, folder) } }),
    effects,
    fields,
    defaults,
    ignored,
  };
}

/** The same where nothing could be compared. */
export function failureJson(problems: readonly Problem[], folder: string): string {
  return `${JSON.stringify({ command: 'diff', ok: false, problems: problemsToJson(problems, folder) }, null, 2)}\n`;
}
