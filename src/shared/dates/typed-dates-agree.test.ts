import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { formatDate } from '#shared/format/date-time.ts';
import { DEFAULT_LOCALE, setStudioLocale } from '#shared/format/studio-locale.ts';
import { describeRange } from './describe-range.ts';
import { type DateRange, parseDateRange } from './parse-date-range.ts';

afterEach(() => setStudioLocale(DEFAULT_LOCALE));

function parse(typed: string) {
  return parseDateRange(typed, { today: '2026-11-25' });
}

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
      const problem = 'problem' in parsed ? parsed.problem : 'None.';
      const { from = '2000-01-01', to = '9999-12-31' }: DateRange = 'problem' in parsed ? {} : parsed;
      expect(problem).toMatch(/\.$/);
      expect([from, to].every((day) => /^\d{4}-\d\d-\d\d$/.test(day))).toBe(true);
      expect(from <= to || !('from' in parsed)).toBe(true);
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
