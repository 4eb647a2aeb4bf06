import { expect, test } from 'vitest';
import { fold, mobileDigits, nameHaystack, splitWords } from './normalise.ts';

test.each([
  ['José Ñúñez', 'jose nunez'],
  ['Łukasz Groß', 'lukasz gross'],
  ['Søren Ærø', 'soren aero'],
  ['İpek Işık', 'ipek isik'],
  ['ﬁona', 'fiona'],
  ['محمد', 'محمد'],
])('folds %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('every spelling of a compound begins a word', () => {
  const haystack = nameHaystack('Anne-Marie', 'O’Brien');
  for (const word of ['anne', 'marie', 'annemarie', 'obrien', 'brien']) expect(haystack).toContain(` ${word}`);
});

test('a query has no apostrophes and no hyphens', () => {
  expect(splitWords("  Anne-Marie O'Brien ")).toEqual(['anne', 'marie', 'obrien']);
});

test.each([
  '07700 900123',
  '+447700900123',
  '+44 (0)7700 900123',
  '0044 7700 900 123',
  '447700900123',
  '(07700) 900-123',
])('reads %s as the same number', (text) => {
  expect(mobileDigits(text)).toBe('7700900123');
});

test('a number of another country keeps its code', () => {
  expect(mobileDigits('+33 6 12 34 56 78')).toBe('33612345678');
  expect(mobileDigits('0033612345678')).toBe('33612345678');
});
