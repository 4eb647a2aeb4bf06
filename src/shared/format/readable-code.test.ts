import { expect, test } from 'vitest';
import { readableCode } from './readable-code.ts';

test.each([
  ['NO_SHOW', 'No show'],
  ['AWAITING_STAFF_APPROVAL', 'Awaiting staff approval'],
  ['confirmed', 'Confirmed'],
  ['  ', 'Unknown'],
])('makes %j legible', (code, words) => {
  expect(readableCode(code)).toBe(words);
});
