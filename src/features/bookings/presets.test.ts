import { expect, test } from 'vitest';
import { isPresetActive, monthsBefore, presetsOn } from './presets.ts';

test('presets end today and count today in', () => {
  expect(presetsOn('2026-11-21')).toEqual([
    { label: 'All time' },
    { label: 'Last 7 days', from: '2026-11-15', to: '2026-11-21' },
    { label: 'Last 30 days', from: '2026-10-23', to: '2026-11-21' },
    { label: 'Last 3 months', from: '2026-08-21', to: '2026-11-21' },
    { label: 'This year', from: '2026-01-01', to: '2026-11-21' },
  ]);
});

test.each([
  ['2026-05-31', '2026-02-28'],
  ['2024-05-31', '2024-02-29'],
  ['2024-05-29', '2024-02-29'],
  ['2026-03-31', '2025-12-31'],
  ['2026-01-31', '2025-10-31'],
  ['2026-02-28', '2025-11-28'],
  ['2026-12-31', '2026-09-30'],
])('three months before %s is %s', (date, earlier) => {
  expect(monthsBefore(date, 3)).toBe(earlier);
});

test('days are counted across a leap day, a year’s end and a clock change', () => {
  expect(presetsOn('2024-03-03')[1]).toMatchObject({ from: '2024-02-26' });
  expect(presetsOn('2026-01-03')[1]).toMatchObject({ from: '2025-12-28' });
  expect(presetsOn('2026-03-31')[1]).toMatchObject({ from: '2026-03-25' });
});

test('on New Year’s Day "this year" is that one day', () => {
  expect(presetsOn('2026-01-01')[4]).toEqual({ label: 'This year', from: '2026-01-01', to: '2026-01-01' });
});

test('a preset is chosen when the dates say so, whatever else is filtered', () => {
  const [allTime, lastWeek] = presetsOn('2026-11-21');
  expect(allTime && isPresetActive(allTime, { upcoming: true, page: 4 })).toBe(true);
  expect(allTime && isPresetActive(allTime, { to: '2026-11-21' })).toBe(false);
  expect(lastWeek && isPresetActive(lastWeek, { from: '2026-11-15', to: '2026-11-21' })).toBe(true);
});
