import { expect, test } from 'vitest';
import { assert, property, stringMatching } from 'fast-check';
import { mobileDigits } from './telephone.ts';

test('a plain number is read as one with invisible characters is', () => {
  const plain = stringMatching(/^\+?\d[\d ]{0,16}$/);
  assert(
    property(plain, (text) => {
      expect(mobileDigits(text)).toBe(mobileDigits(`\u200b${text}`));
    }),
  );
});

test.each([
  ['07700 900 123', '7700900123'],
  ['+44 7700 900123', '7700900123'],
  ['0049 151 1234567', '491511234567'],
  ['07700900123 / 07700900456', '7700900123 7700900456'],
])('%s is kept as %s', (text, digits) => expect(mobileDigits(text)).toBe(digits));
