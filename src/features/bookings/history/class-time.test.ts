import { expect, test } from 'vitest';
import { EventDate } from '#contract/booking.ts';
import { classClockAt, classTimeHints } from './class-time.ts';

const london = 'Europe/London';

function isUpcoming(date: { datetime: string; tz: string }, now: number): boolean {
  return classClockAt(now).isUpcoming(date);
}

test.each([
  // 29 March 2026: 00:59:59 is followed by 02:00.
  ['2026-03-29T00:30:00', london, '2026-03-29T00:29:59Z', true],
  ['2026-03-29T02:00:00', london, '2026-03-29T00:59:59Z', true],
  ['2026-03-29T02:00:00', london, '2026-03-29T01:00:00Z', false],
  ['2026-03-29T09:00:00', london, '2026-03-29T07:59:59Z', true],
  ['2026-03-29T09:00:00', london, '2026-03-29T08:00:00Z', false],
  // 25 October 2026: 01:59:59 summer time is followed by 01:00 winter time.
  ['2026-10-25T00:45:00', london, '2026-10-25T00:00:00Z', false],
  ['2026-10-25T02:00:00', london, '2026-10-25T01:59:59Z', true],
  ['2026-10-25T09:00:00', london, '2026-10-25T08:59:59Z', true],
  ['2026-10-25T09:00:00', london, '2026-10-25T09:00:00Z', false],
  // The same moment, on two walls.
  ['2026-07-01T09:00:00', 'Europe/Madrid', '2026-07-01T07:30:00Z', false],
  ['2026-07-01T09:00:00', london, '2026-07-01T07:30:00Z', true],
])('a class at %s (%s) seen at %s: upcoming is %s', (datetime, tz, now, expected) => {
  expect(isUpcoming({ datetime, tz }, Date.parse(now))).toBe(expected);
});

test.each([
  ['2026-10-25T01:10:00', london, '2026-10-25T00:10:00Z'],
  ['2026-10-25T01:45:00', london, '2026-10-25T00:45:00Z'],
  ['2026-10-25T00:30:00', london, '2026-10-24T23:30:00Z'],
  ['2026-03-29T01:30:00', london, '2026-03-29T01:30:00Z'],
  ['2026-11-01T01:30:00', 'America/New_York', '2026-11-01T05:30:00Z'],
])('a class at %s (%s) begins once: before %s it is ahead, from then on it is over', (datetime, tz, begin) => {
  const at = Date.parse(begin);
  const steps = Array.from({ length: 6 * 12 }, (_, index) => (index - 36) * 5 * 60_000);
  for (const step of steps) expect([step, isUpcoming({ datetime, tz }, at + step)]).toEqual([step, step < 0]);
});

function eventDate(datetime: string, tz: string): EventDate {
  return EventDate.parse({ id: 'date_1', type: 'event_date', datetime, tz, duration: 60 });
}

test('says the zone only where it is not the studio’s', () => {
  const now = Date.parse('2026-03-02T12:00:00Z');
  expect(classTimeHints(eventDate('2026-03-03T09:00:00', london), now, london)).toEqual(['tomorrow']);
  expect(classTimeHints(eventDate('2026-05-09T10:00:00', 'Europe/Madrid'), now, london)).toEqual(['Madrid time']);
});

test('"today" is today where the class is', () => {
  const now = Date.parse('2026-06-30T22:30:00Z');
  expect(classTimeHints(eventDate('2026-07-01T09:00:00', 'Europe/Madrid'), now, london)[0]).toBe('today');
  expect(classTimeHints(eventDate('2026-07-01T09:00:00', london), now, london)[0]).toBe('tomorrow');
});
