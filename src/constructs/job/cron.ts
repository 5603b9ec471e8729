import { type CronTimes, formatCron, parseCron } from '../../values/cron';
import { numberFlaw } from '../../values/number';
import { checkArgument } from '../check-props';
import { outside } from '../outside';
import type { Place } from '../place';

/** A word for a common schedule. */
export type CronMacro = '@yearly' | '@annually' | '@monthly' | '@weekly' | '@daily' | '@midnight' | '@hourly';

/**
 * A schedule as Kubernetes writes it: minute, hour, day of the month, month and day of the week, each a number, a name
 * (`MON`, `JAN`), `*`, a range such as `1-5`, a step after `/`, or a list of them; or a word such as `@daily`.
 */
export type CronText = CronMacro | `@every ${string}` | `${string} ${string} ${string} ${string} ${string}`;

/** One or more of something. */
export type OneOrMore<T> = T | readonly T[];

/** A day of the week. */
export type Weekday = (typeof weekdays)[number];

/** A month. */
export type MonthName = (typeof months)[number];

/** Minutes of an hour. */
export interface Hourly {
  /**
   * Minutes, from 0 to 59.
   * @default 0
   */
  readonly minute?: OneOrMore<number>;
}

/** Times of a day. */
export interface Daily extends Hourly {
  /** Hours, from 0 to 23. */
  readonly hour: OneOrMore<number>;
}

/** Times of a week. */
export interface Weekly extends Daily {
  /** Days of the week. */
  readonly day: OneOrMore<Weekday>;
}

/** Times of a month. */
export interface Monthly extends Daily {
  /** Days of the month, from 1 to 28: not every month has more. */
  readonly day: OneOrMore<number>;
}

/** Times of a year. */
export interface Yearly extends Daily {
  /** Months. */
  readonly month: OneOrMore<MonthName>;
  /** Days of the month, from 1 to the last that each of the months has in every year. */
  readonly day: OneOrMore<number>;
}

/** Even steps through an hour or a day: numbers by which 60 or 24 can be divided, because the count begins anew each time. */
export type Step =
  | { readonly minutes: (typeof minuteSteps)[number]; readonly hours?: never; readonly minute?: never }
  | ({ readonly hours: (typeof hourSteps)[number]; readonly minutes?: never } & Hourly);

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const shortestMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const minuteSteps = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30] as const;
const hourSteps = [1, 2, 3, 4, 6, 8, 12] as const;

/**
 * Schedules of a `CronJob` in words. What cannot be, such as hour 25 or a 30th of February, is refused at once.
 *
 * @example
 * cron.daily({ hour: 3, minute: 30 }); // 30 3 * * *
 * cron.weekly({ day: ['Monday', 'Thursday'], hour: 7 }); // 0 7 * * MON,THU
 * cron.every({ minutes: 15 });
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
 */
export const cron = { hourly, daily, weekly, monthly, yearly, every, parse } as const;

/**
 * Each hour, at some of its minutes.
 *
 * @throws {PropsError} for a minute that is none
 */
function hourly(times: Hourly = {}): CronText {
  return print({ minutes: minutesOf(placeOf('hourly', times), times) });
}

/**
 * Each day, at some of its hours.
 *
 * @throws {PropsError} for a minute or hour that is none
 */
function daily(times: Daily): CronText {
  return print(timesOfDay(placeOf('daily', times), times));
}

/**
 * Each week, on some of its days.
 *
 * @throws {PropsError} for a minute, hour or day that is none
 */
function weekly(times: Weekly): CronText {
  const place = placeOf('weekly', times);
  const daysOfWeek = indexesOf(place.at('day'), times.day, weekdays);
  return print({ ...timesOfDay(place, times), daysOfWeek });
}

/**
 * Each month, on some of its days.
 *
 * @throws {PropsError} for a minute or hour that is none, and for a day that some months do not have
 */
function monthly(times: Monthly): CronText {
  const place = placeOf('monthly', times);
  const daysOfMonth = numbersOf(place.at('day'), times.day, 1, 31);
  refuseMissing(place, daysOfMonth, 28, 'month', '*');
  return print({ ...timesOfDay(place, times), daysOfMonth });
}

/**
 * Each year, on some days of some of its months.
 *
 * @throws {PropsError} for a minute, hour or month that is none, and for a day that some of the months do not have
 */
function yearly(times: Yearly): CronText {
  const place = placeOf('yearly', times);
  const asked = indexesOf(place.at('month'), times.month, months);
  const daysOfMonth = numbersOf(place.at('day'), times.day, 1, 31);
  for (const index of asked) {
    refuseMissing(place, daysOfMonth, shortestMonths[index]!, months[index]!, String(index + 1));
  }
  return print({ ...timesOfDay(place, times), daysOfMonth, months: asked.map((index) => index + 1) });
}

/**
 * Even steps: each 15 minutes, or each 6 hours at some minutes.
 *
 * @throws {PropsError} for a step by which the hour or the day cannot be divided, and for a minute that is none
 */
function every(step: Step): CronText {
  const place = placeOf('every', step);
  if (step.minutes !== undefined) {
    checkStep(place.at('minutes'), step.minutes, minuteSteps, 'an hour has 60 minutes');
    return step.minutes === 1 ? '* * * * *' : `*/${step.minutes} * * * *`;
  }
  checkStep(place.at('hours'), step.hours, hourSteps, 'a day has 24 hours');
  const minutes = print({ minutes: minutesOf(place, step) }).split(' ')[0]!;
  return step.hours === 1 ? `${minutes} * * * *` : `${minutes} */${step.hours} * * *`;
}

/**
 * A schedule that is known when the program runs, such as one from a file.
 *
 * @throws {PropsError} for what is no schedule, and for one that never fires
 */
function parse(text: string): CronText {
  outside('cron.parse()').at('text').check(parseCron(text).flaw);
  return text as CronText;
}

/** The place of what a function was given, which is looked at first. */
function placeOf(name: Exclude<keyof typeof cron, 'parse'>, given: object): Place {
  const place = outside(`cron.${name}()`);
  checkArgument(place, name, given);
  return place;
}

const all: CronTimes = {
  minutes: upTo(0, 59),
  hours: upTo(0, 23),
  daysOfMonth: upTo(1, 31),
  months: upTo(1, 12),
  daysOfWeek: upTo(0, 6),
  eitherDay: false,
};

function print(times: Partial<CronTimes>): CronText {
  return formatCron({ ...all, ...times }) as CronText;
}

function upTo(least: number, most: number): readonly number[] {
  return Array.from({ length: most - least + 1 }, (_, index) => least + index);
}

function timesOfDay(place: Place, times: Daily): Pick<CronTimes, 'minutes' | 'hours'> {
  return { minutes: minutesOf(place, times), hours: numbersOf(place.at('hour'), times.hour, 0, 23) };
}

function minutesOf(place: Place, { minute = 0 }: Hourly): readonly number[] {
  return numbersOf(place.at('minute'), minute, 0, 59);
}

function numbersOf(place: Place, asked: OneOrMore<number>, least: number, most: number): readonly number[] {
  const numbers = listOf(place, asked);
  numbers.forEach((number) => place.check(numberFlaw(number, least, most)));
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function indexesOf<Word extends string>(
  place: Place,
  asked: OneOrMore<Word>,
  words: readonly Word[],
): readonly number[] {
  const named = listOf(place, asked);
  named.forEach((word) => place.oneOf(word, words));
  return words.flatMap((word, index) => (named.includes(word) ? [index] : []));
}

function listOf<T extends string | number>(place: Place, asked: OneOrMore<T>): readonly T[] {
  const list: readonly T[] = typeof asked === 'object' ? asked : [asked];
  if (list.length === 0) place.refuse({ found: 'an empty list', allowed: 'one or more', fix: 'name at least one' });
  return list;
}

/** Refuses days that are not in every month of a kind. With five fields, such a schedule fires where the day is there. */
function refuseMissing(place: Place, days: readonly number[], longest: number, which: string, field: string): void {
  const missing = days.find((day) => day > longest);
  if (missing === undefined) return;
  const text = `0 3 ${missing} ${field} *`;
  const fires = parseCron(text).flaw === undefined;
  place.at('day').refuse({
    found: `${missing}, which not every ${which} has`,
    allowed: `a day from 1 to ${longest}`,
    fix: `choose one of those${fires ? `, or write five fields such as "${text}", which fire where there is such a day` : ''}`,
  });
}

function checkStep(place: Place, step: unknown, steps: readonly number[], because: string): void {
  if (steps.includes(step as number)) return;
  place.refuse({
    found: String(step),
    allowed: `${steps.join(', ')}: ${because}, and each begins anew`,
    fix: 'choose one of these, or write the times that are meant as text',
  });
}
