import { expect, test } from 'vitest';
import { formatDuration } from './duration.ts';

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
