import { expect, test } from 'vitest';
import { studioTime } from '../studio-time.ts';
import { addDays, HOUR, mondayOf, quickStudioTime } from './calendar.ts';

test.each(['2026-03-29T00:00:00Z', '2026-10-25T00:00:00Z'])(
  'the quick clock agrees with the slow one around %s',
  (day) => {
    const midnight = Date.parse(day);
    for (let at = midnight - 24 * HOUR; at < midnight + 24 * HOUR; at += 7 * 60_000 + 13_000) {
      expect(quickStudioTime(at)).toBe(studioTime(at));
    }
  },
);

test('a week begins on Monday by the studio’s calendar', () => {
  // 23:30 UTC on Sunday is already Monday in London in summer.
  expect(mondayOf(Date.parse('2026-06-14T23:30:00Z'))).toBe('2026-06-15');
  expect(mondayOf(Date.parse('2026-06-14T22:30:00Z'))).toBe('2026-06-08');
});

test('days are added over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
});
