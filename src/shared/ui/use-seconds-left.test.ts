import { assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { formatCountdown } from './use-seconds-left.ts';

test.each([
  [1, '1 s'],
  [59, '59 s'],
  [60, '1 min'],
  [845, '14 min 5 s'],
])('%i seconds are said as %j', (seconds, words) => {
  expect(formatCountdown(seconds)).toBe(words);
});

test('what is said adds up to the wait, however long', () => {
  assert(
    property(integer({ min: 0, max: 100_000 }), (seconds) => {
      const [, minutes = '0', rest = '0'] = /^(?:(\d+) min)? ?(?:(\d+) s)?$/.exec(formatCountdown(seconds)) ?? [];
      expect(Number(minutes) * 60 + Number(rest)).toBe(seconds);
    }),
  );
});
