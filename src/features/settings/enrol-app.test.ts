import { expect, test } from 'vitest';
import { inFours, secretOf } from './enrol-app.tsx';

test('takes the key out of the address', () => {
  expect(secretOf('otpauth://totp/Studio%20Desk:a@b.example?secret=ABCDEFGH&issuer=Studio%20Desk')).toBe('ABCDEFGH');
});

test('finds none where there is none', () => {
  expect(secretOf('otpauth://totp/x')).toBe('');
  expect(secretOf('otpauth://totp/x?secret=')).toBe('');
  expect(secretOf('nonsense')).toBe('');
});

test.each([
  ['', ''],
  ['ABCD', 'ABCD'],
  ['ABCDEFGHIJ', 'ABCD EFGH IJ'],
])('shows the key %j as %j, to be typed', (key, shown) => {
  expect(inFours(key)).toBe(shown);
});
