import { expect, test } from 'vitest';
import { describeMobile } from './describe-mobile.ts';

test.each([
  ['07700900123', '07700 900123'],
  ['+447700900123', '+44 7700 900123'],
  ['+44 (0)7700 900 123', '+44 7700 900123'],
  ['02079460123', '020 7946 0123'],
])('groups the British number %s', (stored, shown) => {
  expect(describeMobile(stored)).toBe(shown);
});

test.each(['+33 6 12 34 56 78', '0770090012', '07700 900123 (mum)', '12345'])('leaves %s as it was typed', (stored) => {
  expect(describeMobile(stored)).toBe(stored);
});
