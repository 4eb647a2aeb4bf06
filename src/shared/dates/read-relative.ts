import { addDays } from '#shared/format/date-time.ts';
import { firstDayOfWeek } from '#shared/format/studio-locale.ts';
import type { LocalDate } from '#contract/time.ts';
import { EARLIEST_YEAR, LATEST_YEAR, addMonths, partsOf, startOfMonth, startOfWeek, weekdayOf } from './calendar.ts';
import { dateNames, findName } from './date-names.ts';
import { type Reading, type ReadingContext, type Span, checkYear } from './span.ts';

const UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;
type Unit = (typeof UNITS)[number];

/** So many reach beyond the years that are taken, and beyond what a date can say. */
const MOST: Readonly<Record<Unit, number>> = { day: 99_999, week: 9_999, month: 2_400, quarter: 800, year: 200 };

const UNIT = '(day|week|month|quarter|year|yr|d|w|m|y)s?';
const SHORT_UNITS: Readonly<Record<string, Unit>> = { d: 'day', w: 'week', m: 'month', y: 'year', yr: 'year' };
const COUNTED = new RegExp(`^(?:the )?(last|past|previous|prev|next|coming) (\\d{1,6}|[a-z]+) ?${UNIT}$`);
const DISTANT = new RegExp(`^(\\d{1,6}|[a-z]+) ?${UNIT} (ago|back|from now|hence)$|^in (\\d{1,6}|[a-z]+) ?${UNIT}$`);
const WHOLE = /^(?:the )?(this|current|last|past|previous|prev|next|coming) (week|month|quarter|year|weekend)$/;
const TO_DATE = /^(?:this )?(?:(week|month|quarter|year)[ -]to[ -]date|([wmqy])td)$/;
const WEEKDAY = /^(?:(on|this|last|past|previous|prev|next|coming) )?(\p{L}+)$/u;
const TOO_FAR = `Choose a year from ${EARLIEST_YEAR} to ${LATEST_YEAR}.`;
const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** "today", "last 7 days", "3 weeks ago", "next month", "ytd", "last tue". */
export function readRelative(text: string, { today }: ReadingContext): Reading {
  const near = dateNames().nearDays.get(text);
  if (near !== undefined) return dayAt(addDays(today, near));
  return (
    readCounted(text, today) ??
    readDistant(text, today) ??
    readWhole(text, today) ??
    readToDate(text, today) ??
    readWeekday(text, today)
  );
}

function readCounted(text: string, today: LocalDate): Reading {
  const [, which, typed = '', unit = ''] = COUNTED.exec(text) ?? [];
  const count = readCount(typed);
  if (which === undefined || count === undefined) return undefined;
  if (count < 1) return { problem: 'Count from 1 on.' };
  if (count > MOST[unitOf(unit)]) return { problem: TOO_FAR };
  const isAhead = isNext(which);
  // Seven days that end, or begin, with today.
  const other = addDays(move(today, unitOf(unit), isAhead ? count : -count), isDays(unit) ? (isAhead ? -1 : 1) : 0);
  return within(isAhead ? { from: today, to: other } : { from: other, to: today });
}

function readDistant(text: string, today: LocalDate): Reading {
  const [, typedBack, unitBack, direction, typedIn, unitIn] = DISTANT.exec(text) ?? [];
  const count = readCount(typedBack ?? typedIn ?? '');
  if (count === undefined) return undefined;
  const unit = unitOf(unitBack ?? unitIn ?? '');
  if (count > MOST[unit]) return { problem: TOO_FAR };
  const isBack = direction === 'ago' || direction === 'back';
  return within(dayAt(move(today, unit, isBack ? -count : count)));
}

function readWhole(text: string, today: LocalDate): Reading {
  const [, which, unit] = WHOLE.exec(text) ?? [];
  if (which === undefined || unit === undefined) return undefined;
  const step = isThis(which) ? 0 : isNext(which) ? 1 : -1;
  if (unit === 'weekend') {
    const saturday = addDays(startOfWeek(today, 1), 5 + step * 7);
    return { from: saturday, to: addDays(saturday, 1) };
  }
  return spanAround(move(startOf(today, unitOf(unit)), unitOf(unit), step), unitOf(unit));
}

function readToDate(text: string, today: LocalDate): Reading {
  const [, unit, letter] = TO_DATE.exec(text) ?? [];
  if (unit === undefined && letter === undefined) return undefined;
  return {
    from: startOf(today, unit === undefined && letter === 'q' ? 'quarter' : unitOf(unit ?? letter ?? '')),
    to: today,
  };
}

/** "tue", which alone does not say of which week. */
export function isBareWeekday(text: string): boolean {
  const [, which, name = ''] = WEEKDAY.exec(text) ?? [];
  return which === undefined && name !== '' && findName(dateNames().weekdays, name) !== undefined;
}

/** "tue" is the one of this week, "last tue" the latest before today, "next tue" the first after it. */
function readWeekday(text: string, today: LocalDate): Reading {
  const [, which, name = ''] = WEEKDAY.exec(text) ?? [];
  const weekday = name === '' ? undefined : findName(dateNames().weekdays, name);
  if (weekday === undefined) return undefined;
  if (which === undefined || isThis(which)) {
    const first = firstDayOfWeek();
    return dayAt(addDays(startOfWeek(today, first), (weekday - first + 7) % 7));
  }
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (isNext(which)) return dayAt(addDays(today, ahead === 0 ? 7 : ahead));
  return dayAt(addDays(today, ahead - 7));
}

function spanAround(date: LocalDate, unit: Unit): Span {
  const from = startOf(date, unit);
  return { from, to: addDays(move(from, unit, 1), -1) };
}

function startOf(date: LocalDate, unit: Unit): LocalDate {
  const { year, month } = partsOf(date);
  switch (unit) {
    case 'day':
      return date;
    case 'week':
      return startOfWeek(date, firstDayOfWeek());
    case 'month':
      return startOfMonth(date);
    case 'quarter':
      return addMonths(startOfMonth(date), -((month - 1) % 3));
    case 'year':
      return `${year}-01-01`;
  }
}

function move(date: LocalDate, unit: Unit, count: number): LocalDate {
  switch (unit) {
    case 'day':
      return addDays(date, count);
    case 'week':
      return addDays(date, count * 7);
    case 'month':
      return addMonths(date, count);
    case 'quarter':
      return addMonths(date, count * 3);
    case 'year':
      return addMonths(date, count * 12);
  }
}

function unitOf(typed: string): Unit {
  return UNITS.find((unit) => unit === typed) ?? SHORT_UNITS[typed] ?? 'day';
}

function isDays(unit: string): boolean {
  return ['day', 'd', 'week', 'w'].includes(unit);
}

function isNext(which: string): boolean {
  return which === 'next' || which === 'coming';
}

function isThis(which: string): boolean {
  return which === 'this' || which === 'current' || which === 'on';
}

function readCount(typed: string): number | undefined {
  if (/^\d+$/.test(typed)) return Number(typed);
  const spelled = NUMBERS.indexOf(typed === 'a' || typed === 'an' ? 'one' : typed);
  return spelled < 0 ? undefined : spelled;
}

function dayAt(date: LocalDate): Span {
  return { from: date, to: date };
}

/** Counting far enough leaves the calendar that is taken. */
function within(span: Span): Reading {
  return checkYear(partsOf(span.from).year) ?? checkYear(partsOf(span.to).year) ?? span;
}
