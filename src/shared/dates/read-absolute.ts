import type { LocalDate } from '#contract/time.ts';
import { addDays } from '#shared/format/date-time.ts';
import { addMonths, makeDate, partsOf, startOfIsoWeek, weekdayOf } from './calendar.ts';
import { dateNames, findName } from './date-names.ts';
import {
  type Reading,
  type ReadingContext,
  type Span,
  checkYear,
  expandYear,
  isProblem,
  readDay,
  readMonth,
} from './span.ts';

const ISO_DAY = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/;
const ISO_MONTH = /^(\d{4})[-/.](\d{1,2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR = /^(\d{4})$/;
const WEEK = /^(?:(\d{4})[- ]?w(\d{1,2})|(?:week|wk|kw) ?(\d{1,2})(?: (\d{4}))?)$/;
const QUARTER = /^(?:q([1-4])(?:[ /-]?(\d{4}|\d{2}))?|(\d{4})[ /-]?q([1-4]))$/;
const NUMERIC = /^(\d{1,2})([/.\- ])(\d{1,4})(?:\2(\d{4}|\d{2}))?\.?$/;
/** "3 may 2026", "sun 3 may", "may 3 26", "may 2026", "may". */
const NAMED = /^(?:(\p{L}+) )?(?:(\d{1,2})\.? )?(\p{L}+)(?: (\d{1,2}))?(?: (\d{4}|\d{2}))?$/u;
const NAMED_MONTH = /^(?:(this|last|past|previous|prev|next|coming) )?(\p{L}+)(?: (\d{4}))?$/u;

/** Dates and months that stand in the calendar: "3/5", "2026-05", "3 May", "May 2026", "Q2", "2026-W21". */
export function readAbsolute(text: string, context: ReadingContext): Reading {
  return (
    readIso(text) ??
    readWeek(text, context) ??
    readQuarter(text, context) ??
    readNumeric(text, context) ??
    readNamedMonth(text, context) ??
    readNamedDay(text, context)
  );
}

function readIso(text: string): Reading {
  const [, year, month, day] = ISO_DAY.exec(text) ?? COMPACT.exec(text) ?? [];
  if (day !== undefined) return readDay(Number(year), Number(month), Number(day), false);
  const [, yearOfMonth, monthOnly] = ISO_MONTH.exec(text) ?? [];
  if (monthOnly !== undefined) return readMonth(Number(yearOfMonth), Number(monthOnly), false);
  const [, yearOnly] = YEAR.exec(text) ?? [];
  if (yearOnly === undefined) return undefined;
  return checkYear(Number(yearOnly)) ?? { from: `${yearOnly}-01-01`, to: `${yearOnly}-12-31` };
}

function readWeek(text: string, { year: assumed }: ReadingContext): Reading {
  const found = WEEK.exec(text);
  if (!found) return undefined;
  const [, isoYear, isoWeek, week, weekYear] = found;
  const typedYear = isoYear ?? weekYear;
  const year = Number(typedYear ?? assumed);
  const outside = checkYear(year);
  if (outside) return outside;
  const from = startOfIsoWeek(year, Number(isoWeek ?? week));
  if (from === undefined) return { problem: `${year} has no week ${Number(isoWeek ?? week)}.` };
  return { from, to: addDays(from, 6), ...(typedYear === undefined && { isYearless: true }) };
}

function readQuarter(text: string, { today, year: assumed }: ReadingContext): Reading {
  const found = QUARTER.exec(text);
  if (!found) return undefined;
  const typedYear = found[2] ?? found[3];
  const year = typedYear === undefined ? assumed : expandYear(typedYear, today);
  const outside = checkYear(year);
  if (outside) return outside;
  const from = makeDate(year, Number(found[1] ?? found[4]) * 3 - 2, 1) ?? `${year}-01-01`;
  return { from, to: addDays(addMonths(from, 3), -1), ...(typedYear === undefined && { isYearless: true }) };
}

/** In the order of the studio's locale; a year of four digits tells which part is which. */
function readNumeric(text: string, { today, year: assumed }: ReadingContext): Reading {
  const found = NUMERIC.exec(text);
  if (!found) return undefined;
  const [, first = '', , second = '', third] = found;
  const { order } = dateNames();
  if (third === undefined && second.length > 2) {
    return second.length === 4 ? readMonth(Number(second), Number(first), false) : undefined;
  }
  if (second.length > 2) return undefined;
  if (third !== undefined && order === 'ymd' && third.length === 2) {
    return readDay(expandYear(first.padStart(2, '0'), today), Number(second), Number(third), false);
  }
  const isMonthFirst = order === 'mdy' || (order === 'ymd' && third === undefined);
  const [day, month] = isMonthFirst ? [Number(second), Number(first)] : [Number(first), Number(second)];
  const year = third === undefined ? assumed : expandYear(third, today);
  if (month > 12 && day <= 12) {
    const written = isMonthFirst ? 'the month first' : 'the day first';
    return { problem: `There is no month ${month}: dates are written with ${written} here.` };
  }
  return readDay(year, month, day, third === undefined);
}

/** "last may" is the latest that has begun before this month, "next may" the first after it. */
function readNamedMonth(text: string, { today, year: assumed }: ReadingContext): Reading {
  const [, which, name = '', typedYear] = NAMED_MONTH.exec(text) ?? [];
  const index = name === '' ? undefined : findName(dateNames().months, name);
  if (index === undefined) return undefined;
  if (typedYear !== undefined) return which === undefined ? readMonth(Number(typedYear), index + 1, false) : undefined;
  const { year, month } = partsOf(today);
  if (which === undefined) return readMonth(assumed, index + 1, true);
  if (which === 'this') return readMonth(year, index + 1, false);
  if (which === 'next' || which === 'coming') return readMonth(index + 1 > month ? year : year + 1, index + 1, false);
  return readMonth(index + 1 < month ? year : year - 1, index + 1, false);
}

function readNamedDay(text: string, { today, year: assumed }: ReadingContext): Reading {
  const [, weekdayName, before, monthName = '', after, typedYear] = NAMED.exec(text) ?? [];
  const month = monthName === '' ? undefined : findName(dateNames().months, monthName);
  if (month === undefined) return undefined;
  const { day, year: yearText } = arrange(before, after, typedYear);
  if (day === undefined) return undefined;
  const year = yearText === undefined ? assumed : expandYear(yearText, today);
  const reading = readDay(year, month + 1, Number(day), yearText === undefined);
  if (weekdayName === undefined || reading === undefined || isProblem(reading)) return reading;
  return checkWeekday(reading, weekdayName);
}

/** "3 may 26" and "may 3 26": the number that stands first is the day, the other one the year. */
function arrange(before: string | undefined, after: string | undefined, typedYear: string | undefined) {
  if (before === undefined) return { day: after, year: typedYear };
  if (after !== undefined && typedYear !== undefined) return { day: undefined, year: undefined };
  return { day: before, year: typedYear ?? after };
}

function checkWeekday(span: Span, name: string): Reading {
  const { weekdays } = dateNames();
  const weekday = findName(weekdays, name);
  if (weekday === undefined) return name === 'on' ? span : undefined;
  if (weekday === weekdayOf(span.from)) return span;
  return { problem: `${span.from.slice(0, 4)} has that date on another day: it is a ${weekdayName(span.from)}.` };
}

function weekdayName(date: LocalDate): string {
  return ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][weekdayOf(date)] ?? '';
}
