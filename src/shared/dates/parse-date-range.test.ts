import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { formatDate } from '#shared/format/date-time.ts';
import { DEFAULT_LOCALE, setStudioLocale } from '#shared/format/studio-locale.ts';
import { describeRange } from './describe-range.ts';
import { parseDateRange } from './parse-date-range.ts';

/** A Wednesday. */
const today = '2026-11-25';
const named = [{ name: 'Autumn term', from: '2026-09-07', to: '2026-12-18' }];

afterEach(() => setStudioLocale(DEFAULT_LOCALE));

function parse(typed: string) {
  return parseDateRange(typed, { today, named });
}

test.each([
  ['today', '2026-11-25', '2026-11-25'],
  ['Today', '2026-11-25', '2026-11-25'],
  ['yesterday', '2026-11-24', '2026-11-24'],
  ['tomorrow', '2026-11-26', '2026-11-26'],
  ['3/5', '2026-05-03', '2026-05-03'],
  ['03/05', '2026-05-03', '2026-05-03'],
  ['3/5/26', '2026-05-03', '2026-05-03'],
  ['3/5/2026', '2026-05-03', '2026-05-03'],
  ['3.5.', '2026-05-03', '2026-05-03'],
  ['3.5.2026', '2026-05-03', '2026-05-03'],
  ['3-5-2026', '2026-05-03', '2026-05-03'],
  ['3-5-26', '2026-05-03', '2026-05-03'],
  ['03 05 2026', '2026-05-03', '2026-05-03'],
  ['3 5 26', '2026-05-03', '2026-05-03'],
  ['25/10/26', '2026-10-25', '2026-10-25'],
  ['31/12', '2026-12-31', '2026-12-31'],
  ['1/1', '2026-01-01', '2026-01-01'],
  ['2026-05-03', '2026-05-03', '2026-05-03'],
  ['2026/5/3', '2026-05-03', '2026-05-03'],
  ['2026.05.03', '2026-05-03', '2026-05-03'],
  ['20260503', '2026-05-03', '2026-05-03'],
  ['2024-02-29', '2024-02-29', '2024-02-29'],
  ['3 May', '2026-05-03', '2026-05-03'],
  ['3 may', '2026-05-03', '2026-05-03'],
  ['3rd May', '2026-05-03', '2026-05-03'],
  ['3rd of May', '2026-05-03', '2026-05-03'],
  ['the 3rd of May', '2026-05-03', '2026-05-03'],
  ['May 3', '2026-05-03', '2026-05-03'],
  ['May 3rd', '2026-05-03', '2026-05-03'],
  ['3 May 2026', '2026-05-03', '2026-05-03'],
  ['3 May 26', '2026-05-03', '2026-05-03'],
  ['May 3, 2026', '2026-05-03', '2026-05-03'],
  ['May 3 26', '2026-05-03', '2026-05-03'],
  ['3. May 2026', '2026-05-03', '2026-05-03'],
  ['1st Jan 2027', '2027-01-01', '2027-01-01'],
  ['22nd Sept', '2026-09-22', '2026-09-22'],
  ['2 september 2025', '2025-09-02', '2025-09-02'],
  ['Sun 3 May', '2026-05-03', '2026-05-03'],
  ['Sunday 3 May 2026', '2026-05-03', '2026-05-03'],
  ['Sun, 3 May', '2026-05-03', '2026-05-03'],
  ['on 3 May', '2026-05-03', '2026-05-03'],
  ['29 Feb 2024', '2024-02-29', '2024-02-29'],
  ['  3   May  ', '2026-05-03', '2026-05-03'],
  ['３ May', '2026-05-03', '2026-05-03'],
  ['3\u00a0May', '2026-05-03', '2026-05-03'],
  ['\u200b3 May\u200b', '2026-05-03', '2026-05-03'],
  ['3‑5‑2026', '2026-05-03', '2026-05-03'],
  ['tue', '2026-11-24', '2026-11-24'],
  ['wed', '2026-11-25', '2026-11-25'],
  ['sunday', '2026-11-29', '2026-11-29'],
  ['mon', '2026-11-23', '2026-11-23'],
  ['this fri', '2026-11-27', '2026-11-27'],
  ['on friday', '2026-11-27', '2026-11-27'],
  ['last tue', '2026-11-24', '2026-11-24'],
  ['last wed', '2026-11-18', '2026-11-18'],
  ['last thu', '2026-11-19', '2026-11-19'],
  ['last Thursday', '2026-11-19', '2026-11-19'],
  ['past mon', '2026-11-23', '2026-11-23'],
  ['next tue', '2026-12-01', '2026-12-01'],
  ['next wed', '2026-12-02', '2026-12-02'],
  ['next fri', '2026-11-27', '2026-11-27'],
  ['coming sat', '2026-11-28', '2026-11-28'],
  ['tues', '2026-11-24', '2026-11-24'],
  ['thurs', '2026-11-26', '2026-11-26'],
  ['3 days ago', '2026-11-22', '2026-11-22'],
  ['a week ago', '2026-11-18', '2026-11-18'],
  ['2 weeks ago', '2026-11-11', '2026-11-11'],
  ['one month ago', '2026-10-25', '2026-10-25'],
  ['in 3 days', '2026-11-28', '2026-11-28'],
  ['in a week', '2026-12-02', '2026-12-02'],
  ['2 months from now', '2027-01-25', '2027-01-25'],
  ['in 2 years', '2028-11-25', '2028-11-25'],
  ['0 days ago', '2026-11-25', '2026-11-25'],
  ['last 7 days', '2026-11-19', '2026-11-25'],
  ['past 7 days', '2026-11-19', '2026-11-25'],
  ['last seven days', '2026-11-19', '2026-11-25'],
  ['last 30 days', '2026-10-27', '2026-11-25'],
  ['last 1 day', '2026-11-25', '2026-11-25'],
  ['last 2 weeks', '2026-11-12', '2026-11-25'],
  ['last 3 months', '2026-08-25', '2026-11-25'],
  ['the last 3 months', '2026-08-25', '2026-11-25'],
  ['previous 6 months', '2026-05-25', '2026-11-25'],
  ['last 12 months', '2025-11-25', '2026-11-25'],
  ['last 2 years', '2024-11-25', '2026-11-25'],
  ['next 7 days', '2026-11-25', '2026-12-01'],
  ['next 2 weeks', '2026-11-25', '2026-12-08'],
  ['next 3 months', '2026-11-25', '2027-02-25'],
  ['last 7d', '2026-11-19', '2026-11-25'],
  ['last 2w', '2026-11-12', '2026-11-25'],
  ['last 3m', '2026-08-25', '2026-11-25'],
  ['this week', '2026-11-23', '2026-11-29'],
  ['current week', '2026-11-23', '2026-11-29'],
  ['last week', '2026-11-16', '2026-11-22'],
  ['next week', '2026-11-30', '2026-12-06'],
  ['this weekend', '2026-11-28', '2026-11-29'],
  ['last weekend', '2026-11-21', '2026-11-22'],
  ['next weekend', '2026-12-05', '2026-12-06'],
  ['this month', '2026-11-01', '2026-11-30'],
  ['last month', '2026-10-01', '2026-10-31'],
  ['next month', '2026-12-01', '2026-12-31'],
  ['this quarter', '2026-10-01', '2026-12-31'],
  ['last quarter', '2026-07-01', '2026-09-30'],
  ['next quarter', '2027-01-01', '2027-03-31'],
  ['this year', '2026-01-01', '2026-12-31'],
  ['last year', '2025-01-01', '2025-12-31'],
  ['next year', '2027-01-01', '2027-12-31'],
  ['ytd', '2026-01-01', '2026-11-25'],
  ['YTD', '2026-01-01', '2026-11-25'],
  ['year to date', '2026-01-01', '2026-11-25'],
  ['year-to-date', '2026-01-01', '2026-11-25'],
  ['mtd', '2026-11-01', '2026-11-25'],
  ['month to date', '2026-11-01', '2026-11-25'],
  ['wtd', '2026-11-23', '2026-11-25'],
  ['qtd', '2026-10-01', '2026-11-25'],
  ['2026-05', '2026-05-01', '2026-05-31'],
  ['2026/05', '2026-05-01', '2026-05-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['5/2026', '2026-05-01', '2026-05-31'],
  ['05.2026', '2026-05-01', '2026-05-31'],
  ['May', '2026-05-01', '2026-05-31'],
  ['may 2025', '2025-05-01', '2025-05-31'],
  ['May, 2025', '2025-05-01', '2025-05-31'],
  ['sept', '2026-09-01', '2026-09-30'],
  ['december', '2026-12-01', '2026-12-31'],
  ['last may', '2026-05-01', '2026-05-31'],
  ['last december', '2025-12-01', '2025-12-31'],
  ['last november', '2025-11-01', '2025-11-30'],
  ['next may', '2027-05-01', '2027-05-31'],
  ['next december', '2026-12-01', '2026-12-31'],
  ['this may', '2026-05-01', '2026-05-31'],
  ['2026', '2026-01-01', '2026-12-31'],
  ['2025', '2025-01-01', '2025-12-31'],
  ['q2', '2026-04-01', '2026-06-30'],
  ['Q4 2025', '2025-10-01', '2025-12-31'],
  ['2025-Q1', '2025-01-01', '2025-03-31'],
  ['q1 27', '2027-01-01', '2027-03-31'],
  ['2026-W21', '2026-05-18', '2026-05-24'],
  ['week 21', '2026-05-18', '2026-05-24'],
  ['week 1 2027', '2027-01-04', '2027-01-10'],
  ['2026-w53', '2026-12-28', '2027-01-03'],
  ['from 3 May', '2026-05-03', undefined],
  ['since 3 May', '2026-05-03', undefined],
  ['since December', '2025-12-01', undefined],
  ['since dec 2026', '2026-12-01', undefined],
  ['from May', '2026-05-01', undefined],
  ['starting 2026-05', '2026-05-01', undefined],
  ['after 3 May', '2026-05-04', undefined],
  ['after June', '2026-07-01', undefined],
  ['>= 3/5', '2026-05-03', undefined],
  ['> 3/5', '2026-05-04', undefined],
  ['3 May onwards', '2026-05-03', undefined],
  ['3 May onward', '2026-05-03', undefined],
  ['May and later', '2026-05-01', undefined],
  ['3 May -', '2026-05-03', undefined],
  ['3 May –', '2026-05-03', undefined],
  ['3 May..', '2026-05-03', undefined],
  ['from today', '2026-11-25', undefined],
  ['since last tue', '2026-11-24', undefined],
  ['from next week', '2026-11-30', undefined],
  ['from 2026', '2026-01-01', undefined],
  ['until June', undefined, '2026-06-30'],
  ['till 3 May', undefined, '2026-05-03'],
  ['to 3 May', undefined, '2026-05-03'],
  ['up to 3 May', undefined, '2026-05-03'],
  ['through May', undefined, '2026-05-31'],
  ['by 3 May', undefined, '2026-05-03'],
  ['before 3 May', undefined, '2026-05-02'],
  ['before June', undefined, '2026-05-31'],
  ['< 3/5', undefined, '2026-05-02'],
  ['<= 3/5', undefined, '2026-05-03'],
  ['- 3 May', undefined, '2026-05-03'],
  ['..3 May', undefined, '2026-05-03'],
  ['until yesterday', undefined, '2026-11-24'],
  ['until last month', undefined, '2026-10-31'],
  ['May and earlier', undefined, '2026-05-31'],
  ['1 May to 3 June', '2026-05-01', '2026-06-03'],
  ['1 May - 3 June', '2026-05-01', '2026-06-03'],
  ['1 May – 3 June', '2026-05-01', '2026-06-03'],
  ['1 May until 3 June', '2026-05-01', '2026-06-03'],
  ['from 1 May to 3 June', '2026-05-01', '2026-06-03'],
  ['between 1 May and 3 June', '2026-05-01', '2026-06-03'],
  ['1 May..3 June', '2026-05-01', '2026-06-03'],
  ['1/5-3/6', '2026-05-01', '2026-06-03'],
  ['1/5/26 - 3/6/26', '2026-05-01', '2026-06-03'],
  ['2026-05-01 to 2026-06-03', '2026-05-01', '2026-06-03'],
  ['2026-05-01..2026-06-03', '2026-05-01', '2026-06-03'],
  ['3-5 May', '2026-05-03', '2026-05-05'],
  ['3 to 5 May 2025', '2025-05-03', '2025-05-05'],
  ['3rd - 5th May', '2026-05-03', '2026-05-05'],
  ['May 3-5', '2026-05-03', '2026-05-05'],
  ['May 3 to 5', '2026-05-03', '2026-05-05'],
  ['May to July', '2026-05-01', '2026-07-31'],
  ['May-July', '2026-05-01', '2026-07-31'],
  ['Jan - Mar 2025', '2025-01-01', '2025-03-31'],
  ['Nov to Jan', '2026-11-01', '2027-01-31'],
  ['Nov 2026 - Jan 2027', '2026-11-01', '2027-01-31'],
  ['1 Nov 2026 – 31 Jan 2027', '2026-11-01', '2027-01-31'],
  ['Nov 2025 to Jan', '2025-11-01', '2026-01-31'],
  ['Dec - Feb 2026', '2025-12-01', '2026-02-28'],
  ['29 Feb - 3 Mar 2028', '2028-02-29', '2028-03-03'],
  ['2025 to 2026', '2025-01-01', '2026-12-31'],
  ['q1 to q2', '2026-01-01', '2026-06-30'],
  ['last mon to today', '2026-11-23', '2026-11-25'],
  ['last month to next month', '2026-10-01', '2026-12-31'],
  ['3 May to 3 May', '2026-05-03', '2026-05-03'],
  ['yesterday to tomorrow', '2026-11-24', '2026-11-26'],
  ['', undefined, undefined],
  ['   ', undefined, undefined],
  ['all', undefined, undefined],
  ['all time', undefined, undefined],
  ['any time', undefined, undefined],
  ['Autumn term', '2026-09-07', '2026-12-18'],
  ['autumn TERM', '2026-09-07', '2026-12-18'],
])('%j is from %s to %s', (typed, from, to) => {
  expect(parse(typed)).toEqual({ ...(from && { from }), ...(to && { to }) });
});

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

const days = fc
  .integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2199, 11, 31) })
  .map((moment) => new Date(moment).toISOString().slice(0, 10));
const LOCALES = ['en-GB', 'en-US', 'de-DE', 'fr-FR', 'es-ES', 'it-IT', 'nl-NL', 'pl-PL', 'sv-SE', 'da-DK'];

test('whatever is typed, the answer is a problem or days in order', () => {
  const words = fc.constantFrom(
    ...'from to until last next 7 days 3 May 2026-05 – - .. 31 feb week q3 tue ytd / 99 since ago in a and <'.split(
      ' ',
    ),
  );
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words, { maxLength: 6 }).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(typed, days, (text, on) => {
      const parsed = parseDateRange(text, { today: on });
      if ('problem' in parsed) {
        expect(parsed.problem).toMatch(/\.$/);
        return;
      }
      const { from = '2000-01-01', to = '9999-12-31' } = parsed;
      expect([from, to].every((day) => /^\d{4}-\d\d-\d\d$/.test(day))).toBe(true);
      if (parsed.from !== undefined) expect(from <= to).toBe(true);
    }),
    { numRuns: 250 },
  );
});

test.each(LOCALES)('what a range is called can be typed in %s', (locale) => {
  setStudioLocale(locale);
  fc.assert(
    fc.property(days, days, fc.boolean(), fc.boolean(), (one, other, hasFrom, hasTo) => {
      const [from, to] = one < other ? [one, other] : [other, one];
      const range = { ...(hasFrom && { from }), ...(hasTo && { to }) };
      expect(parseDateRange(describeRange(range), { today: one })).toEqual(range);
    }),
    { numRuns: 40 },
  );
});

test.each(LOCALES)('every day can be typed as %s writes it, in words and in numbers', (locale) => {
  setStudioLocale(locale);
  fc.assert(
    fc.property(days, (day) => {
      const written = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', numberingSystem: 'latn' }).format(
        Date.parse(day),
      );
      expect(parse(written)).toEqual({ from: day, to: day });
      expect(parse(formatDate(day))).toEqual({ from: day, to: day });
      expect(parse(day)).toEqual({ from: day, to: day });
    }),
    { numRuns: 40 },
  );
});
