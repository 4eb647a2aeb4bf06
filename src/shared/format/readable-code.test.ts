import { expect, test } from 'vitest';
import { describeCode, readableCode } from './readable-code.ts';

test.each([
  ['NO_SHOW', 'No show'],
  ['AWAITING_STAFF_APPROVAL', 'Awaiting staff approval'],
  ['confirmed', 'Confirmed'],
  ['  ', 'Unknown'],
])('makes %j legible', (code, words) => {
  expect(readableCode(code)).toBe(words);
});

test('what is known of a code comes before its letters', () => {
  const known = { PENDING: { words: 'Not paid yet', tone: 'warn' } } as const;
  expect(describeCode(known, 'PENDING')).toBe(known.PENDING);
  expect(describeCode(known, 'ON_HOLD')).toEqual({ words: 'On hold', tone: 'neutral' });
});
