import { expect, test } from 'vitest';
import { formatMobile } from './format-mobile.ts';

test.each([
  ['07700900123', '07700 900123'],
  ['+447700900123', '07700 900123'],
  ['+44 (0)7700-900-123', '07700 900123'],
  ['447700900123', '07700 900123'],
  ['+353871234567', '+353 87 123 4567'],
  ['00353871234567', '+353 87 123 4567'],
  ['07797 712345', '07797 712345'],
])('%s is shown as %s in a British studio', (mobile, shown) => {
  expect(formatMobile(mobile, 'GB')).toBe(shown);
});

test.each([
  '',
  'ask her mother',
  '07700 900123 / 07700 900456',
  '•••123',
  '12',
  '-',
  '07700 900123 ext 4',
  '+',
  '1'.repeat(40),
])('%j stays as it was given', (mobile) => {
  expect(formatMobile(mobile, 'GB')).toBe(mobile);
});

test('another studio’s own numbers are national there', () => {
  expect(formatMobile('+353871234567', 'IE')).toBe('087 123 4567');
  expect(formatMobile('07700 900123', 'nowhere')).toBe('07700 900123');
});
