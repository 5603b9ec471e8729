import { cron } from '../../../src/constructs/job/cron';
import { refusalOf } from '../synth-one';

test.each([
  [cron.hourly(), '0 * * * *'],
  [cron.hourly({ minute: [45, 15] }), '15,45 * * * *'],
  [cron.daily({ hour: 3, minute: 30 }), '30 3 * * *'],
  [cron.daily({ hour: [8, 9, 10, 20, 20] }), '0 8-10,20 * * *'],
  [cron.weekly({ day: 'Sunday', hour: 4 }), '0 4 * * SUN'],
  [cron.weekly({ day: ['Friday', 'Monday'], hour: 4, minute: 5 }), '5 4 * * MON,FRI'],
  [cron.weekly({ day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'], hour: 7 }), '0 7 * * MON-FRI'],
  [cron.monthly({ day: [1, 15], hour: 0 }), '0 0 1,15 * *'],
  [cron.yearly({ month: 'February', day: 28, hour: 1 }), '0 1 28 FEB *'],
  [cron.yearly({ month: ['July', 'January'], day: 31, hour: 1 }), '0 1 31 JAN,JUL *'],
  [cron.every({ minutes: 15 }), '*/15 * * * *'],
  [cron.every({ minutes: 1 }), '* * * * *'],
  [cron.every({ hours: 6 }), '0 */6 * * *'],
  [cron.every({ hours: 1, minute: [5, 35] }), '5,35 * * * *'],
  [cron.parse('@weekly'), '@weekly'],
])('%j', (schedule, text) => {
  expect(schedule).toBe(text);
});

test.each([
  ['hour', () => cron.daily({ hour: 24 }), 'cron.daily(): hour is 24'],
  ['minute', () => cron.hourly({ minute: -1 }), 'cron.hourly(): minute is -1'],
  ['fraction', () => cron.hourly({ minute: 1.5 }), 'minute is 1.5'],
  ['nothing', () => cron.daily({ hour: [] }), 'hour is an empty list'],
  ['weekday', () => cron.weekly({ day: 'Mondy' as 'Monday', hour: 0 }), 'write "Monday"'],
  ['month', () => cron.yearly({ month: 'Jan' as 'January', day: 1, hour: 0 }), 'month is "Jan"'],
  ['step', () => cron.every({ minutes: 7 } as never), 'minutes is 7'],
  ['step of hours', () => cron.every({ hours: 5 } as never), 'hours is 5'],
  ['no step', () => cron.every({} as never), 'allowed: an object with hours or minutes'],
  ['text', () => cron.parse('0 0 * *'), 'cron.parse(): text is "0 0 * *", with 4 fields'],
])('a schedule in words refuses a wrong %s', (_what, make, message) => {
  expect(refusalOf(make)).toContain(message);
});

test('a day that some months do not have is refused with a way out', () => {
  expect(refusalOf(() => cron.monthly({ day: 31, hour: 0 }))).toMatchInlineSnapshot(
    `"cron.monthly(): day is 31, which not every month has; allowed: a day from 1 to 28. To fix it, choose one of those, or write five fields such as "0 3 31 * *", which fire where there is such a day."`,
  );
  expect(refusalOf(() => cron.yearly({ month: 'February', day: [1, 29], hour: 0 }))).toMatchInlineSnapshot(
    `"cron.yearly(): day is 29, which not every February has; allowed: a day from 1 to 28. To fix it, choose one of those, or write five fields such as "0 3 29 2 *", which fire where there is such a day."`,
  );
});
