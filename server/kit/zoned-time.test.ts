import { expect, test } from 'vitest';
import { toInstant, toLocalDate, toLocalDateTime } from './zoned-time.ts';

const LONDON = 'Europe/London';

test.each([
  ['winter', '2026-01-15T10:30:00', '2026-01-15T10:30:00Z'],
  ['summer', '2026-07-01T09:00:00', '2026-07-01T08:00:00Z'],
  ['the last second before clocks go forward', '2026-03-29T00:59:59', '2026-03-29T00:59:59Z'],
  ['the hour that clocks skip', '2026-03-29T01:30:00', '2026-03-29T01:30:00Z'],
  ['after clocks went forward', '2026-03-29T02:00:00', '2026-03-29T01:00:00Z'],
  ['the hour that occurs twice', '2026-10-25T01:30:00', '2026-10-25T00:30:00Z'],
  ['after clocks went back', '2026-10-25T02:00:00', '2026-10-25T02:00:00Z'],
])('reads a London wall clock in %s', (_, local, instant) => {
  expect(new Date(toInstant(local, LONDON)).toISOString()).toBe(instant.replace('Z', '.000Z'));
});

test('an event in another zone starts by its own clock', () => {
  expect(toInstant('2026-07-01T09:00:00', 'Europe/Madrid')).toBe(Date.parse('2026-07-01T07:00:00Z'));
});

test.each([
  ['2026-03-29T00:59:59Z', '2026-03-29T00:59:59'],
  ['2026-03-29T01:00:00Z', '2026-03-29T02:00:00'],
  ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00'],
  ['2026-10-25T01:30:00Z', '2026-10-25T01:30:00'],
])('shows %s on a London wall clock', (instant, local) => {
  expect(toLocalDateTime(Date.parse(instant), LONDON)).toBe(local);
});

test('a day begins at local midnight', () => {
  expect(toLocalDate(Date.parse('2026-06-30T23:30:00Z'), LONDON)).toBe('2026-07-01');
});
