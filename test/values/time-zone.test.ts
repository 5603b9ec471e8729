import { timeZoneFlaw } from '../../src/values/time-zone';

test.each(['Europe/Berlin', 'Etc/UTC', 'UTC', 'Etc/GMT+12', 'America/Argentina/ComodRivadavia', 'EST5EDT'])(
  '%j has the form of a time zone',
  (zone) => {
    expect(timeZoneFlaw(zone)).toBeUndefined();
  },
);

test.each([
  '',
  'local',
  'Local',
  '+02:00',
  'Europe/',
  '/Berlin',
  '../etc',
  './UTC',
  '-UTC',
  'A b',
  'Europe//Berlin',
  1,
  null,
])('%j has not', (zone) => {
  expect(timeZoneFlaw(zone)?.allowed).toContain('"Europe/Berlin"');
});
