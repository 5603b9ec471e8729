import { Field } from '../links/field';
import type { Problem } from '../problems/problem';
import { problemOf } from './cross-check';
import type { CrossCheckContext } from './cross-check';

/** CronJobs whose schedule asks for a day that no month has. */
export function cronNeverFires(context: CrossCheckContext): readonly Problem[] {
  const problems: Problem[] = [];
  context.manifests.forEach(({ identity, object }, node) => {
    if (identity.kind !== 'CronJob' || !identity.apiVersion.startsWith('batch/')) return;
    const spec = new Field(object).at('spec');
    const schedule = spec.at('schedule').text;
    if (spec.at('suspend').value === true || !neverFires(schedule)) return;
    const message = `The schedule "${schedule}" asks for a day that none of its months has.`;
    problems.push(problemOf(context, { code: 'PLM7205', node, field: 'spec.schedule', message }));
  });
  return problems;
}

const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Whether no date meets a schedule. Where the day of the week is given too, either of the two days is enough. */
function neverFires(schedule: string): boolean {
  const fields = schedule
    .replace(/^(?:CRON_)?TZ=\S+\s+/, '')
    .trim()
    .split(/\s+/);
  if (fields.length !== 5) return false;
  const [, , days, months, weekdays] = fields;
  if (isAny(days) || !isAny(weekdays)) return false;
  const dates = valuesOf(days, 1, 31);
  const which = valuesOf(months, 1, 12);
  if (!dates || !which || dates.length === 0) return false;
  return which.every((month) => dates.every((date) => date > longest[month - 1]));
}

function isAny(field: string): boolean {
  return field.startsWith('*') || field.startsWith('?');
}

/** The values of a field; undefined where it is written in a way that only the server knows. */
function valuesOf(field: string, least: number, most: number): readonly number[] | undefined {
  const values: number[] = [];
  for (const part of field.split(',')) {
    const match = /^(?:([*?])|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(part);
    if (!match) return undefined;
    const [, any, first, last, step] = match;
    const from = any ? least : numberOf(first);
    const to = any || (step !== undefined && last === undefined) ? most : numberOf(last ?? first);
    const by = Number(step ?? 1);
    if (!(from >= least && to <= most && from <= to && by >= 1)) return undefined;
    for (let value = from; value <= to; value += by) values.push(value);
  }
  return values;
}

function numberOf(text: string): number {
  const month = names.indexOf(text.toLowerCase());
  return month >= 0 ? month + 1 : Number(text);
}
