import fc from 'fast-check';
import { type CronTimes, cronFlaw, formatCron, parseCron } from '../../src/values/cron';

const upTo = (least: number, most: number): number[] =>
  Array.from({ length: most - least + 1 }, (_, index) => least + index);
const always: CronTimes = {
  minutes: upTo(0, 59),
  hours: upTo(0, 23),
  daysOfMonth: upTo(1, 31),
  months: upTo(1, 12),
  daysOfWeek: upTo(0, 6),
  eitherDay: false,
};
const midnight = { minutes: [0], hours: [0] };

test.each([
  ['* * * * *', {}],
  ['? ? ? ? ?', {}],
  ['30 3 * * *', { minutes: [30], hours: [3] }],
  ['05 003 * * *', { minutes: [5], hours: [3] }],
  ['*/15 * * * *', { minutes: [0, 15, 30, 45] }],
  ['*/7 * * * *', { minutes: [0, 7, 14, 21, 28, 35, 42, 49, 56] }],
  ['*/90 * * * *', { minutes: [0] }],
  ['50/4 * * * *', { minutes: [50, 54, 58] }],
  ['10-20/5,0,0 * * * *', { minutes: [0, 10, 15, 20] }],
  ['0 0 1,15 * *', { ...midnight, daysOfMonth: [1, 15] }],
  ['0 0 * jan-Mar,DEC *', { ...midnight, months: [1, 2, 3, 12] }],
  ['0 0 * * mon-FRI', { ...midnight, daysOfWeek: [1, 2, 3, 4, 5] }],
  ['0 0 * * SUN', { ...midnight, daysOfWeek: [0] }],
  ['  0\t0  * *   * ', midnight],
  ['0 0 29 2 *', { ...midnight, daysOfMonth: [29], months: [2] }],
  ['0 0 31 2-3 *', { ...midnight, daysOfMonth: [31], months: [2, 3] }],
  ['0 0 30 2 MON', { ...midnight, daysOfMonth: [30], months: [2], daysOfWeek: [1], eitherDay: true }],
  [
    '0 0 */2 * MON',
    { ...midnight, daysOfMonth: upTo(1, 31).filter((day) => day % 2), daysOfWeek: [1], eitherDay: true },
  ],
  ['0 0 */1 * MON', { ...midnight, daysOfWeek: [1] }],
  ['0 0 1-31 * MON', { ...midnight, daysOfWeek: [1], eitherDay: true }],
  ['@yearly', { ...midnight, daysOfMonth: [1], months: [1] }],
  ['@annually', { ...midnight, daysOfMonth: [1], months: [1] }],
  ['@monthly', { ...midnight, daysOfMonth: [1] }],
  ['@weekly', { ...midnight, daysOfWeek: [0] }],
  ['@daily', midnight],
  ['@midnight', midnight],
  ['@hourly', { minutes: [0] }],
] as const)('%j fires at its times', (text, times) => {
  expect(parseCron(text)).toEqual({ times: { ...always, ...times } });
});

test.each([
  ['@every 1h30m', 5400],
  ['@every 45s', 45],
  ['@every 999999h', 3599996400],
])('%j fires after each %d seconds', (text, everySeconds) => {
  expect(parseCron(text)).toEqual({ everySeconds });
});

test.each([
  ['0 25 * * *', '"0 25 * * *", with "25" as an hour', 'an hour from 0 to 23'],
  ['60 * * * *', 'with "60" as a minute', 'a minute from 0 to 59'],
  ['0 0 0 * *', 'with "0" as a day of the month', 'from 1 to 31'],
  ['0 0 * 13 *', 'with "13" as a month', 'a month from 1 to 12 or from JAN to DEC'],
  ['0 0 * * 7', 'with "7" as a day of the week', 'write 0 for Sunday'],
  ['0 0 * * 5-7', 'with "5-7" as a day of the week', 'write 0 for Sunday'],
  ['0 22-6 * * *', 'with "22-6" as an hour', 'write two ranges, such as 22-23,0-6'],
  ['*/0 * * * *', 'with "*/0" as a minute', 'a step of at least 1'],
  ['0 0 * * monday', 'with "monday" as a day of the week', 'from SUN to SAT'],
  ['MON 0 * * *', 'with "MON" as a minute', 'from 0 to 59'],
  ['1, 0 * * *', 'with "" as a minute', 'from 0 to 59'],
  ['*-5 0 * * *', 'with "*-5" as a minute', 'from 0 to 59'],
  ['-5 0 * * *', 'with "-5" as a minute', 'from 0 to 59'],
  ['+5 0 * * *', 'with "+5" as a minute', 'from 0 to 59'],
  ['1-2-3 0 * * *', 'with "1-2-3" as a minute', 'from 0 to 59'],
  ['1/2/3 0 * * *', 'with "1/2/3" as a minute', 'from 0 to 59'],
  ['0 3 * *', 'with 4 fields', 'five fields'],
  ['0 0 3 * * *', 'with 6 fields', 'leave out the seconds'],
  ['0\n3 * * *', 'with 4 fields', 'five fields'],
  ['', '""', 'five fields'],
  ['   ', '"   "', 'five fields'],
  [undefined, 'undefined', 'five fields'],
  [5, '5', 'five fields'],
  ['@dayly', '"@dayly"', 'write "@daily"'],
  ['@daily ', '"@daily "', 'write "@daily"'],
  [' @daily', 'with 1 field', 'five fields'],
  ['@reboot', '"@reboot"', '@every and a duration'],
  ['@every 0s', '"@every 0s"', 'at least a second'],
  ['@every', '"@every"', '@every and a duration'],
  ['@every 1.5h', '"@every 1.5h"', '@every 1h30m'],
  ['@every -1h', '"@every -1h"', '@every 1h30m'],
  ['TZ=UTC 0 3 * * *', '"TZ=UTC 0 3 * * *"', 'name the zone in `timeZone`'],
  ['CRON_TZ=Europe/Berlin @daily', 'CRON_TZ', 'name the zone in `timeZone`'],
  ['0 0 30 2 *', '"0 0 30 2 *", which never fires', 'another day or month'],
  ['0 0 31 2,4,6,9,11 *', 'which never fires', 'another day or month'],
  ['0 0 31 4 */1', 'which never fires', 'another day or month'],
])('%j is refused', (text, found, rest) => {
  const flaw = cronFlaw(text)!;
  expect(flaw.found).toContain(found);
  expect(`${flaw.allowed}; ${flaw.fix}`).toContain(rest);
});

test('a flaw reads as a whole', () => {
  expect(cronFlaw('0 25 * * *')).toMatchInlineSnapshot(`
   {
     "allowed": "an hour from 0 to 23, "*", and ranges, steps and lists of them",
     "fix": "write a number, "*", a range such as 0-4, or one of them with a step, such as */2",
     "found": ""0 25 * * *", with "25" as an hour",
   }
  `);
});

const some = (least: number, most: number): fc.Arbitrary<number[]> =>
  fc.oneof(
    fc.constant(upTo(least, most)),
    fc.uniqueArray(fc.integer({ min: least, max: most }), { minLength: 1 }).map((list) => list.sort((a, b) => a - b)),
  );
const anyTimes: fc.Arbitrary<CronTimes> = fc
  .record({
    minutes: some(0, 59),
    hours: some(0, 23),
    daysOfMonth: some(1, 31),
    months: some(1, 12),
    daysOfWeek: some(0, 6),
    eitherDay: fc.boolean(),
  })
  // Without a star both days count; a star is printed for all days only.
  .filter(
    ({ daysOfMonth, daysOfWeek, eitherDay }) => eitherDay || daysOfMonth.length === 31 || daysOfWeek.length === 7,
  );

test('what is printed is read as it was', () => {
  fc.assert(
    fc.property(anyTimes, (times) => {
      const parsed = parseCron(formatCron(times));
      if (parsed.flaw === undefined) expect(parsed).toEqual({ times });
      else expect(parsed.flaw.found).toContain('which never fires');
    }),
    { numRuns: 500 },
  );
});

test('any text is read or refused, and never throws', () => {
  const word = fc.string({ unit: fc.constantFrom(...'0159*/-,?JANmon@ \t'), maxLength: 12 });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
      ),
      (text) => {
        const { flaw, times, everySeconds } = parseCron(text);
        expect([flaw, times, everySeconds].filter((part) => part !== undefined)).toHaveLength(1);
      },
    ),
    { numRuns: 1000 },
  );
});
