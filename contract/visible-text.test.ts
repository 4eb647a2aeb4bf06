import { expect, test } from 'vitest';
import { hasControlCharacter, hasDigit, hasVisibleCharacter } from './visible-text.ts';

test.each([
  '',
  ' ',
  '\u00A0\u3000',
  '\u200B',
  '\u3164',
  '\uFFA0\u115F',
  '\u2800',
  '\u00AD',
  '\u0301',
  '\u034F',
  '\u202D\u202C',
  '\u{E0020}',
  '\uFE0F',
  '\t\n',
  '\uD83D',
  '\uFFFF',
])('nothing of %j can be seen', (text) => {
  expect(hasVisibleCharacter(text)).toBe(false);
});

test.each(['a', '\u200Ba', '-', '.', '🌙', 'ليلى', '王', 'é', '=', '1', 'ー', '\u{1F9D1}\u200D\u{1F9B0}'])(
  '%j can be seen',
  (text) => {
    expect(hasVisibleCharacter(text)).toBe(true);
  },
);

test.each([
  ['-', false],
  ['()', false],
  ['+', false],
  ['', false],
  [' . / ', false],
  ['+4', true],
  ['07700 900123', true],
])('%j has a digit: %s', (text, expected) => {
  expect(hasDigit(text)).toBe(expected);
});

test.each([
  ['Ann\nMarie', true],
  ['Ann\tMarie', true],
  ['Ann\u0000', true],
  ['Ann\u0085', true],
  ['Ann\u2028', true],
  ['Ann\u007F', true],
  ['Ann-Marie Ó\u00A0Sé 🌙', false],
])('%j has a control character: %s', (text, expected) => {
  expect(hasControlCharacter(text)).toBe(expected);
});
