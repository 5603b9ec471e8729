import type { Flaw } from '../problems/props-error';
import { nearest } from './nearest';
import { show } from './show';

/** When a schedule of five fields fires: the numbers that each field stands for, in ascending order. */
export interface CronTimes {
  /** From 0 to 59. */
  readonly minutes: readonly number[];
  /** From 0 to 23. */
  readonly hours: readonly number[];
  /** From 1 to 31. */
  readonly daysOfMonth: readonly number[];
  /** From 1 to 12. */
  readonly months: readonly number[];
  /** From 0, Sunday, to 6, Saturday. */
  readonly daysOfWeek: readonly number[];
  /** Whether a day need only be in one of `daysOfMonth` and `daysOfWeek`. So it is where neither of the two has a star. */
  readonly eitherDay: boolean;
}

/** What a schedule says: times of the calendar, a number of seconds from one time to the next, or why it is none. */
export type Cron =
  | { readonly times: CronTimes; readonly everySeconds?: never; readonly flaw?: never }
  | { readonly everySeconds: number; readonly times?: never; readonly flaw?: never }
  | { readonly flaw: Flaw; readonly times?: never; readonly everySeconds?: never };

interface Field {
  /** The name of the field, with an article. */
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** Names of the numbers from `least` up. */
  readonly names: readonly string[];
}

const minute: Field = { name: 'a minute', least: 0, most: 59, names: [] };
const hour: Field = { name: 'an hour', least: 0, most: 23, names: [] };
const dayOfMonth: Field = { name: 'a day of the month', least: 1, most: 31, names: [] };
const month: Field = {
  name: 'a month',
  least: 1,
  most: 12,
  names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
};
const dayOfWeek: Field = {
  name: 'a day of the week',
  least: 0,
  most: 6,
  names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
};
const fields = [minute, hour, dayOfMonth, month, dayOfWeek] as const;

/** The words for common schedules, and what they stand for. */
const macros: ReadonlyMap<string, string> = new Map([
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
  ['@monthly', '0 0 1 * *'],
  ['@weekly', '0 0 * * 0'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@hourly', '0 * * * *'],
]);

/** Days of each month, 29 for February. */
const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * What a schedule of a CronJob says, read as the API server reads it. Stricter than the API server, which takes a schedule
 * that never fires, a sign before a number, text after `*-`, empty items of a list, and in older minors `TZ=`.
 *
 * @param text Five fields (minute, hour, day of month, month, day of week), `@daily` and the like, or `@every 1h30m`.
 */
export function parseCron(text: unknown): Cron {
  const read = readCron(text);
  if (read.times === undefined || fires(read.times)) return read;
  return flaw(
    text as string,
    ', which never fires',
    'a day that at least one of the months has',
    'choose another day or month',
  );
}

/** Whether a schedule is in order but asks for a day that none of its months has. A time zone before it is passed over. */
export function neverFires(schedule: string): boolean {
  const { times } = readCron(schedule.replace(/^(?:CRON_)?TZ=\S+\s+/, ''));
  return times !== undefined && !fires(times);
}

function readCron(text: unknown): Cron {
  if (typeof text !== 'string' || text.trim() === '') return { flaw: shapeFlaw(text) };
  if (text.includes('TZ')) {
    return flaw(text, '', 'a schedule without a time zone', 'name the zone in `timeZone`');
  }
  if (text.startsWith('@every ')) return parseEvery(text);
  if (text.startsWith('@') && !macros.has(text)) return { flaw: macroFlaw(text) };
  const words = (macros.get(text) ?? text).replace(/^[ \t]+|[ \t]+$/g, '').split(/[ \t]+/);
  if (words.length !== fields.length) return { flaw: shapeFlaw(text, words.length) };
  const parsed: Parsed[] = [];
  for (const [index, field] of fields.entries()) {
    const result = parseField(text, words[index]!, field);
    if ('allowed' in result) return { flaw: result };
    parsed.push(result);
  }
  const [minutes, hours, daysOfMonth, months, daysOfWeek] = parsed as [Parsed, Parsed, Parsed, Parsed, Parsed];
  const times = {
    minutes: minutes.numbers,
    hours: hours.numbers,
    daysOfMonth: daysOfMonth.numbers,
    months: months.numbers,
    daysOfWeek: daysOfWeek.numbers,
    eitherDay: !daysOfMonth.star && !daysOfWeek.star,
  };
  return { times };
}

/** Why a value is no schedule of a CronJob. */
export function cronFlaw(value: unknown): Flaw | undefined {
  return parseCron(value).flaw;
}

/**
 * The five fields that stand for times, with `*` for all numbers of a field, `-` for three and more in a row, and the names
 * of months and days of the week.
 */
export function formatCron(times: CronTimes): string {
  const days = [times.daysOfMonth, times.daysOfWeek] as const;
  // With a star, both days would have to fit.
  const [days31, days7] = [dayOfMonth, dayOfWeek].map((field, index) =>
    formatField(days[index]!, field, times.eitherDay),
  );
  return [
    formatField(times.minutes, minute),
    formatField(times.hours, hour),
    days31,
    formatField(times.months, month),
    days7,
  ].join(' ');
}

interface Parsed {
  readonly numbers: readonly number[];
  readonly star: boolean;
}

function parseField(text: string, word: string, field: Field): Parsed | Flaw {
  const numbers = new Set<number>();
  let star = false;
  for (const item of word.split(',')) {
    const match = /^(?:([*?])|([A-Za-z0-9]+)(?:-([A-Za-z0-9]+))?)(?:\/(\d+))?$/.exec(item);
    if (match === null) return itemFlaw(text, item, field);
    const [, any, low, high, stepText] = match;
    const first = any === undefined ? numberOf(low!, field) : field.least;
    const open = any !== undefined || (high === undefined && stepText !== undefined);
    const last = open ? field.most : numberOf(high ?? low!, field);
    const step = stepText === undefined ? 1 : Number(stepText);
    if (first === undefined || last === undefined || first > last || step === 0) return itemFlaw(text, item, field);
    for (let number = first; number <= last; number += step) numbers.add(number);
    star ||= any !== undefined && step === 1;
  }
  return { numbers: [...numbers].sort((a, b) => a - b), star };
}

/** The number that a word stands for; `undefined` when the field has none such. */
function numberOf(word: string, { least, most, names }: Field): number | undefined {
  const named = names.indexOf(word.toUpperCase());
  const number = named >= 0 ? named + least : /^\d+$/.test(word) ? Number(word) : NaN;
  return number >= least && number <= most ? number : undefined;
}

/** Hours, minutes and seconds in this order. Go's durations have signs, fractions and smaller units too, of no use here. */
function parseEvery(text: string): Cron {
  const match = /^@every (?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/.exec(text);
  const [hours, minutes, seconds] = (match ?? []).slice(1).map((number) => Number(number ?? 0));
  const everySeconds = match === null ? 0 : hours! * 3600 + minutes! * 60 + seconds!;
  if (everySeconds > 0) return { everySeconds };
  return flaw(text, '', '@every and a duration of at least a second', 'write it like "@every 1h30m"');
}

/** Whether there is a day on which it fires, in a leap year. */
function fires({ daysOfMonth, months, eitherDay }: CronTimes): boolean {
  return eitherDay || months.some((number) => daysOfMonth[0]! <= longestMonths[number - 1]!);
}

function formatField(numbers: readonly number[], field: Field, starless = false): string {
  const size = field.most - field.least + 1;
  if (numbers.length === size && !starless) return '*';
  const nameOf = (number: number): string => field.names[number - field.least] ?? String(number);
  const items: string[] = [];
  for (let from = 0; from < numbers.length;) {
    let to = from;
    while (numbers[to + 1] === numbers[to]! + 1) to += 1;
    if (to - from < 2) to = from;
    items.push(to === from ? nameOf(numbers[from]!) : `${nameOf(numbers[from]!)}-${nameOf(numbers[to]!)}`);
    from = to + 1;
  }
  return items.join(',');
}

function itemFlaw(text: string, item: string, { name, least, most, names }: Field): Flaw {
  const range = names.length === 0 ? '' : ` or from ${names[0]} to ${names[names.length - 1]}`;
  const bounds = item.split('/')[0]!.split('-');
  const reversed =
    bounds.length === 2 && bounds.every((bound) => numberOf(bound, { name, least, most, names }) !== undefined);
  let fix = `write a number, "*", a range such as ${least}-${least + 4}, or one of them with a step, such as */2`;
  if (name === dayOfWeek.name && bounds.includes('7')) fix = 'write 0 for Sunday';
  else if (/\/0+$/.test(item)) fix = 'write a step of at least 1';
  else if (reversed) fix = `write two ranges, such as ${bounds[0]}-${most},${least}-${bounds[1]}`;
  return {
    found: `${show(text)}, with ${show(item)} as ${name}`,
    allowed: `${name} from ${least} to ${most}${range}, "*", and ranges, steps and lists of them`,
    fix,
  };
}

function macroFlaw(text: string): Flaw {
  const near = nearest(text, [...macros.keys()], 1);
  return {
    found: show(text),
    allowed: `${[...macros.keys()].join(', ')} or @every and a duration`,
    fix: near.length > 0 ? `write ${show(near[0])}` : 'write one of these, or five fields',
  };
}

function shapeFlaw(text: unknown, count?: number): Flaw {
  const tail = count === undefined ? '' : `, with ${count} field${count === 1 ? '' : 's'}`;
  return {
    found: `${show(text)}${tail}`,
    allowed: 'minute, hour, day of month, month and day of week, such as "30 3 * * MON", or a word such as "@daily"',
    fix: count === 6 ? 'leave out the seconds or the year' : 'write five fields with blanks between them',
  };
}

function flaw(text: string, tail: string, allowed: string, fix: string): { readonly flaw: Flaw } {
  return { flaw: { found: `${show(text)}${tail}`, allowed, fix } };
}
