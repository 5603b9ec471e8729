import type { Change, ChangeKind } from '../changes/change';
import type { ChangeGroup } from '../changes/group-changes';
import { counted } from '../changes/data';
import type { Effect, EffectKind } from '../changes/effect';
import { summarize } from '../changes/summarize';
import type { CapacityChange, ComparisonSummary } from '../changes/summarize';
import type { ObjectIdentity } from '../problems/problem';
import type { ChangesReport } from './changes-report';
import { describeObject } from './problem-report';

/** What effects are called in reports. */
export const effectWords: Readonly<Record<EffectKind, string>> = {
  data: 'data at risk',
  immutable: 'refused',
  downtime: 'downtime',
  permission: 'permissions',
  security: 'security',
  replaced: 'replaced',
  traffic: 'traffic',
  stale: 'stale configuration',
  restart: 'restart',
  capacity: 'capacity',
  later: 'later',
  'in-place': 'in place',
  metadata: 'metadata only',
  nothing: 'no effect',
};

/** Effects that somebody should look at before the change is merged. */
export function isRisky(kind: EffectKind): boolean {
  return !['restart', 'capacity', 'later', 'in-place', 'metadata', 'nothing'].includes(kind);
}

/** `2 changed, 1 created, 35 unchanged`. */
export function describeCounts({ comparison }: ChangesReport, { kinds }: ComparisonSummary): string {
  const order: readonly ChangeKind[] = ['deleted', 'changed', 'created', 'renamed', 'moved'];
  const counts = order.filter((kind) => kinds[kind] > 0).map((kind) => `${kinds[kind]} ${kind}`);
  return [...counts, `${comparison.unchanged} unchanged`].join(', ');
}

/** One row for each kind of effect: what it is called, and how much of it there is. */
export function describeEffects(summary: ComparisonSummary): readonly (readonly [EffectKind, string, string])[] {
  return summary.effects.map(({ kind, objects, pods }) => {
    const amount = [counted(objects, 'object'), ...(pods === undefined ? [] : [counted(pods, 'Pod')])].join(', ');
    const sums = kind === 'capacity' ? describeCapacity(summary.capacity) : '';
    return [kind, effectWords[kind], sums === '' ? amount : `${amount}: ${sums}`] as const;
  });
}

function describeCapacity(capacity: readonly CapacityChange[]): string {
  return capacity
    .map(({ difference, resource, what }) =>
      what === 'pods' ? `${difference} Pods` : `${what} ${resource} ${difference}`,
    )
    .join(', ');
}

/** What was not compared, not judged or not looked at: one line each, so that nothing is left out in silence. */
export function describeOmissions(report: ChangesReport, { defaults }: ComparisonSummary): readonly string[] {
  const { comparison, isJudged, problems, skipped } = report;
  const lines: string[] = [];
  for (const { fields, objects, pattern } of comparison.ignored) {
    const where = objects.length === 0 ? 'nothing' : `${counted(fields, 'change')} in ${listObjects(objects)}`;
    lines.push(`ignored (${pattern}): ${where}`);
  }
  if (defaults > 0)
    lines.push(`not shown: defaults of the API server that are written out, ${counted(defaults, 'field')}`);
  if (comparison.reworded.length > 0)
    lines.push(`not shown: what says the same in other words, in ${listObjects(comparison.reworded)}`);
  if (problems.length > 0) lines.push(`${counted(problems.length, 'warning')} about the app: see \`plimsoll synth\``);
  for (const { file, line, what } of skipped) {
    lines.push(`not compared: ${file}${line === undefined ? '' : `:${line}`} (${what})`);
  }
  if (!isJudged) lines.push('not judged: defaults, and which updates the API server would refuse');
  return lines;
}

/** What a group of changes is about. */
export function describeGroup({ changes }: ChangeGroup): string {
  const [{ before, identity, kind }] = changes;
  if (changes.length === 1) {
    const from = kind === 'renamed' && before ? ` (it was ${describeObject(before.identity)})` : '';
    return `${describeObject(identity)} ${kind}${from}`;
  }
  return `${changes.length} objects changed alike`;
}

/** The effects of a group, those that say the same together. */
export function describeGroupEffects({
  changes,
}: ChangeGroup): readonly { readonly kind: EffectKind; readonly reason: string }[] {
  if (changes.length === 1) return changes[0].effects;
  const kinds = new Map<EffectKind, Effect[]>();
  for (const effect of changes.flatMap(({ effects }) => effects)) {
    const others = kinds.get(effect.kind);
    if (others) others.push(effect);
    else kinds.set(effect.kind, [effect]);
  }
  return [...kinds].flatMap(([kind, effects]) => {
    const reasons = new Map<string, number>();
    for (const { reason } of effects) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    const all = [...reasons].map(([reason, count]) => ({
      kind,
      reason: count === 1 ? reason : `${counted(count, 'object')}: ${reason}`,
    }));
    const more = all.length - mostReasons;
    return more > 0 ? [...all.slice(0, mostReasons), { kind, reason: `And ${more} more of this kind.` }] : all;
  });
}

const mostReasons = 5;
const mostNamed = 60;

/** Objects by name, those of one kind and namespace together; beyond some dozens they are counted. */
export function listObjects(objects: readonly ObjectIdentity[]): string {
  const kinds = new Map<string, string[]>();
  for (const { kind, name, namespace } of objects.slice(0, mostNamed)) {
    const place = `${kind}${namespace === undefined ? '' : ` (${namespace})`}`;
    const others = kinds.get(place);
    if (others) others.push(name);
    else kinds.set(place, [name]);
  }
  const named = [...kinds].map(([place, names]) => `${place}: ${names.join(', ')}`);
  const more = objects.length - mostNamed;
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

/** The riskiest effect of a change. */
export function worstOf({ effects }: Change): EffectKind {
  return effects[0].kind;
}

/** What reports begin with. */
export function summaryOf(report: ChangesReport): ComparisonSummary {
  return summarize(report.comparison);
}
