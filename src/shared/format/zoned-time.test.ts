import { expect, test } from 'vitest';
import { toMoment } from './zoned-time.ts';

const london = 'Europe/London';

test.each([
  ['2026-07-01T09:00:00', london, '2026-07-01T08:00:00Z'],
  ['2026-12-01T09:00:00', london, '2026-12-01T09:00:00Z'],
  ['2026-12-01T09:00:00', 'America/New_York', '2026-12-01T14:00:00Z'],
  // 29 March 2026, 01:30 never is: the clock shows 02:30 then.
  ['2026-03-29T01:30:00', london, '2026-03-29T01:30:00Z'],
  ['2026-03-29T00:59:59', london, '2026-03-29T00:59:59Z'],
  ['2026-03-29T02:00:00', london, '2026-03-29T01:00:00Z'],
  // 25 October 2026, 01:30 is twice: the first is meant.
  ['2026-10-25T01:30:00', london, '2026-10-25T00:30:00Z'],
  ['2026-10-25T00:59:59', london, '2026-10-24T23:59:59Z'],
  ['2026-10-25T02:00:00', london, '2026-10-25T02:00:00Z'],
  ['2026-11-01T01:30:00', 'America/New_York', '2026-11-01T05:30:00Z'],
  // Half an hour only.
  ['2026-04-05T01:45:00', 'Australia/Lord_Howe', '2026-04-04T14:45:00Z'],
  ['2026-07-01T09:00:00', 'No/Where', '2026-07-01T09:00:00Z'],
])('%s in %s is %s', (local, timeZone, instant) => {
  expect(new Date(toMoment(local, timeZone)).toISOString()).toBe(new Date(instant).toISOString());
});
