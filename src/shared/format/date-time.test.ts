import { expect, test } from 'vitest';
import {
  addDays,
  daysBetween,
  formatDate,
  formatDateTime,
  formatDay,
  formatDuration,
  nearDay,
  toLocalDate,
  toStudioTime,
  zoneNote,
} from './date-time.ts';

test('says dates as people do, untouched by any zone', () => {
  expect(formatDateTime('2026-03-03T09:00:00')).toBe('Tue 3 Mar 2026, 09:00');
  expect(formatDay('2026-10-25')).toBe('Sun 25 Oct 2026');
  expect(formatDate('2026-10-05T09:00:00')).toBe('5 Oct 2026');
});

test.each([
  ['2026-03-29T00:59:59Z', '2026-03-29T00:59:59'],
  ['2026-03-29T01:00:00Z', '2026-03-29T02:00:00'],
  ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00'],
  ['2026-10-25T01:30:00Z', '2026-10-25T01:30:00'],
])('shows the instant %s on the studio’s clock', (instant, local) => {
  expect(toStudioTime(instant, 'Europe/London')).toBe(local);
});

test('a zone that does not exist counts as UTC instead of breaking the page', () => {
  expect(toStudioTime('2026-07-01T09:00:00Z', 'Europe/Londn')).toBe('2026-07-01T09:00:00');
});

test('the day changes at local midnight', () => {
  expect(toLocalDate(Date.parse('2026-06-30T23:30:00Z'), 'Europe/London')).toBe('2026-07-01');
});

test('counts calendar days across both daylight-saving days', () => {
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
});

test('names the days around today', () => {
  expect(nearDay('2026-03-04T18:30:00', '2026-03-03')).toBe('tomorrow');
  expect(nearDay('2026-03-05', '2026-03-03')).toBeUndefined();
});

test.each([
  ['Europe/Madrid', 'Madrid time'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires time'],
  ['Europe/London', undefined],
  ['GB', undefined],
  // What Windows calls a zone ends in "time" already.
  ['Eastern Standard Time', 'Eastern Standard Time'],
  ['W. Europe Standard Time', 'W. Europe Standard Time'],
  ['UTC', 'UTC time'],
  ['EST', 'EST time'],
  ['Etc/GMT+5', 'UTC−5 time'],
  ['Etc/GMT-10', 'UTC+10 time'],
  ['', 'in an unknown time zone'],
])('of the zone %j the studio in London reads %j', (timeZone, words) => {
  expect(zoneNote(timeZone, 'Europe/London')).toBe(words);
});

test.each([
  [45, '45 min'],
  [90, '90 min'],
  [120, '120 min'],
  [150, '2 h 30 min'],
  [180, '3 h'],
  [1440, '1 day'],
  [2880, '2 days'],
  [3030, '2 days 2 h 30 min'],
])('%d minutes are "%s"', (minutes, words) => {
  expect(formatDuration(minutes)).toBe(words);
});
