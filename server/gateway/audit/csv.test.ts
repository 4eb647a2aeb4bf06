import { expect, test } from 'vitest';
import { csvLine } from './csv.ts';

test.each([
  ['=SUM(A1)', "'=SUM(A1)"],
  ['@import', "'@import"],
  ['-2+3', "'-2+3"],
  ['+cmd|calc', "'+cmd|calc"],
  ['\t=1', "'\t=1"],
  ['＝1', "'＝1"],
  ['+44 (0)7700-900.123', '+44 (0)7700-900.123'],
  ['Jane', 'Jane'],
])('the cell %j becomes %j', (cell, safe) => {
  expect(csvLine([cell])).toBe(`${safe}\r\n`);
});

test('commas, quotes and line breaks stay within their cell', () => {
  expect(csvLine(['a,b', 'say "no"', 'two\nlines', null, '']).trimEnd()).toBe('"a,b","say ""no""","two\nlines",,');
});
