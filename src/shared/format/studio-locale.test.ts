import { afterEach, describe, expect, test } from 'vitest';
import {
  formatDate,
  formatDateTime,
  formatDay,
  formatDayOfMonth,
  formatMonth,
  formatMonthShort,
  formatTime,
  formatWeekday,
  formatWeekdayName,
} from './date-time.ts';
import { formatMoney } from './money.ts';
import { formatCount } from './number.ts';
import { DEFAULT_LOCALE, firstDayOfWeek, setStudioLocale, studioLocale } from './studio-locale.ts';

afterEach(() => setStudioLocale(DEFAULT_LOCALE));

const AT = '2026-03-03T15:05:00';

/** Whether a space may break differs from one browser to the next. */
function seen(written: string): string {
  return written.replaceAll(/\s/g, ' ');
}

describe.each([
  ['en-GB', 'Tue 3 Mar 2026, 15:05', '3 Mar 2026', '3 Mar', '12,345', '£1,234.50', 1],
  ['en-US', 'Tue, Mar 3, 2026, 3:05 PM', 'Mar 3, 2026', 'Mar 3', '12,345', '£1,234.50', 0],
  ['de-DE', 'Di., 3. März 2026, 15:05', '3. März 2026', '3. März', '12.345', '1.234,50 £', 1],
  ['fr-FR', 'mar. 3 mars 2026, 15:05', '3 mars 2026', '3 mars', '12 345', '1 234,50 £GB', 1],
])('in %s', (locale, dateTime, date, dayOfMonth, count, money, firstDay) => {
  test('dates, numbers, money and weeks are written its way', () => {
    setStudioLocale(locale);
    expect(seen(formatDateTime(AT))).toBe(dateTime);
    expect(formatDate(AT)).toBe(date);
    expect(formatDayOfMonth(AT)).toBe(dayOfMonth);
    expect(seen(formatCount(12_345))).toBe(count);
    expect(seen(formatMoney(123_450, 'GBP'))).toBe(money);
    expect(firstDayOfWeek()).toBe(firstDay);
  });
});

test('parts of a date stand alone', () => {
  expect([formatDay(AT), formatWeekday(AT), formatWeekdayName(AT)]).toEqual(['Tue 3 Mar 2026', 'Tue', 'Tuesday']);
  expect([formatMonthShort(AT), formatMonth(AT, false), formatMonth(AT, true)]).toEqual(['Mar', 'March', 'March 2026']);
  expect(formatTime('2026-03-03T00:05:00')).toBe('00:05');
});

test('digits and calendar stay those that dates are kept in', () => {
  setStudioLocale('ar-EG');
  expect(formatDate(AT)).toMatch(/3.*2026/);
  expect(formatCount(12)).toBe('12');
  expect(firstDayOfWeek()).toBe(6);
  setStudioLocale('fa-IR');
  expect(formatDate(AT)).toMatch(/2026/);
});

test.each(['nonsense!', '', 'xx-YY'])('a tag that no browser knows (%j) leaves the locale as it is', (tag) => {
  setStudioLocale('de-DE');
  setStudioLocale(tag);
  expect(studioLocale()).toBe('de-DE');
});
