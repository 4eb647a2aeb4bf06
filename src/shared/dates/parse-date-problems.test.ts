import { afterEach, describe, expect, test } from 'vitest';
import { DEFAULT_LOCALE, setStudioLocale } from '#shared/format/studio-locale.ts';
import { parseDateRange } from './parse-date-range.ts';

afterEach(() => setStudioLocale(DEFAULT_LOCALE));

function parse(typed: string) {
  return parseDateRange(typed, { today: '2026-11-25' });
}

describe.each([
  [
    'en-US',
    [
      ['3/5', '2026-03-05'],
      ['10/25/26', '2026-10-25'],
      ['5/2026', '2026-05-01'],
      ['3 May', '2026-05-03'],
      ['Mar 5, 2026', '2026-03-05'],
      ['2026-05-03', '2026-05-03'],
    ],
  ],
  [
    'de-DE',
    [
      ['3.5.', '2026-05-03'],
      ['3. März', '2026-03-03'],
      ['3. Maerz', undefined],
      ['3. marz 2026', '2026-03-03'],
      ['Dez 2026', '2026-12-01'],
      ['heute', '2026-11-25'],
      ['gestern', '2026-11-24'],
      ['Di', '2026-11-24'],
      ['3 May', '2026-05-03'],
      ['KW 21', '2026-05-18'],
    ],
  ],
  [
    'fr-FR',
    [
      ['3/5', '2026-05-03'],
      ['3 mai', '2026-05-03'],
      ['14 juil. 2026', '2026-07-14'],
      ['1 février', '2026-02-01'],
      ['hier', '2026-11-24'],
      ['mardi', '2026-11-24'],
    ],
  ],
  [
    'sv-SE',
    [
      ['2026-05-03', '2026-05-03'],
      ['5/3', '2026-05-03'],
      ['26-05-03', '2026-05-03'],
      ['3 maj', '2026-05-03'],
    ],
  ],
  [
    'cs-CZ',
    [
      ['3. května', '2026-05-03'],
      ['květen 2026', '2026-05-01'],
    ],
  ],
] satisfies [string, [string, string | undefined][]][])('in %s', (locale, cases) => {
  test.each<[string, string | undefined]>(cases)('%j begins on %s', (typed, from) => {
    setStudioLocale(locale);
    const parsed = parse(typed);
    expect('from' in parsed ? parsed.from : undefined).toBe(from);
  });
});

test('a week begins on the studio’s first day', () => {
  setStudioLocale('en-US');
  expect(parse('this week')).toEqual({ from: '2026-11-22', to: '2026-11-28' });
  expect(parse('sun')).toEqual({ from: '2026-11-22', to: '2026-11-22' });
});

test.each([
  ['10/25/2026', /no month 25.*day first/],
  ['10/25/26', /no month 25.*day first/],
  ['10/25/0026', /no month 25/],
  ['3/5/0026', /from 2000 to 2199, not 26/],
  ['31 April', /no 31 April: April has 30 days/],
  ['31/4', /no 31 April/],
  ['29 Feb', /no 29 February in 2026/],
  ['29/2/2026', /no 29 February/],
  ['30 Feb 2024', /no 30 February/],
  ['2026-13', /no month 13/],
  ['2026-02-30', /no 30 February/],
  ['13/13', /no month 13/],
  ['0/5', /no 0 May/],
  ['1999', /from 2000 to 2199/],
  ['3/5/1998', /from 2000/],
  ['3/5/98', /from 2000/],
  ['3 May 3000', /from 2000 to 2199/],
  ['Mon 3 May 2026', /Sunday/],
  ['2026-w54', /no week 54/],
  ['last 0 days', /from 1 on/],
  ['last 99999 years', /from 2000/],
  ['next 9999 years', /from 2000/],
  ['5 June 2026 to 3 May 2026', /end is before/],
  ['2026-06-05 to 2026-05-03', /end is before/],
  ['soon', /“soon” is not a date/],
  ['3', /not a date/],
  ['ma', /not a date/],
  ['ju', /not a date/],
  ['next', /not a date/],
  ['from', /not a date/],
  ['until soon', /not a date/],
  ['3/5/2', /not a date/],
  ['may be', /not a date/],
  ['<script>', /not a date/],
  ['x'.repeat(500), /^“x{39}…” is not a date/],
])('%j is said to be wrong, never ignored', (typed, problem) => {
  expect(parse(typed)).toEqual({ problem: expect.stringMatching(problem) as unknown });
});
