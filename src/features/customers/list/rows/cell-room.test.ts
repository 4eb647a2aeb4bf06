import { expect, test } from 'vitest';
import { emsPerPart, mayBeTooWide } from './cell-room.ts';

test.each([
  ['Wolfeschlegelsteinhausenbergerdorff Montgomery', 'many letters'],
  ['WWWWWW MMMMMM @@@@', 'wide letters'],
  ['ŒŒŒŒŒŒŒŒŒ ŴŴŴŴŴŴŴŴŴ', 'wide letters with accents'],
  ['﷽', 'one letter that is ten wide'],
  ['👩‍👩‍👧‍👦', 'a picture'],
])('%s may be too wide: %s', (text) => {
  expect(mayBeTooWide(text, 20)).toBe(true);
});

test.each(['Charlotte Wilson', 'charlotte.wilson@ex.com', '+44 7700 900123', 'Zoë Åström', ''])(
  '%s has room in twenty ems',
  (text) => {
    expect(mayBeTooWide(text, 20)).toBe(false);
  },
);

test('a text just within its room is not too wide', () => {
  expect(mayBeTooWide('a'.repeat(100), 80)).toBe(false);
  expect(mayBeTooWide('a'.repeat(101), 80)).toBe(true);
  expect(mayBeTooWide('W'.repeat(60), 72)).toBe(false);
  expect(mayBeTooWide('W'.repeat(61), 72)).toBe(true);
});

test('before the list is measured, any text may be too wide', () => {
  expect(mayBeTooWide('', emsPerPart(0))).toBe(true);
  expect(emsPerPart(73)).toBeCloseTo(4.69, 2);
});
