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
