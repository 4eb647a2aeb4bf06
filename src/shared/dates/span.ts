import type { LocalDate } from '#contract/time.ts';
import { EARLIEST_YEAR, LATEST_YEAR, daysInMonth, makeDate } from './calendar.ts';

/** Days from one to another, both included. */
export interface Span {
  from: LocalDate;
  to: LocalDate;
  /** No year was typed: the assumed one may be another. */
  isYearless?: boolean;
}

/** What is wrong with something that was meant as a date, as a sentence. */
export interface Problem {
  problem: string;
}

/** Nothing: it was not meant like this. */
export type Reading = Span | Problem | undefined;

export interface ReadingContext {
  today: LocalDate;
  /** Meant where none is typed. */
  year: number;
}

export function isProblem(reading: Reading): reading is Problem {
  return reading !== undefined && 'problem' in reading;
}

/** "26" is 2026; "98" is 1998, which is refused: nothing is older than 2000. */
export function expandYear(typed: string, today: LocalDate): number {
  const year = Number(typed);
  if (typed.length > 2) return year;
  const latest = Number(today.slice(0, 4)) + 20;
  return 2000 + year > latest ? 1900 + year : 2000 + year;
}

export function readDay(year: number, month: number, day: number, isYearless: boolean): Span | Problem {
  const outside = checkYear(year);
  if (outside) return outside;
  if (month < 1 || month > 12) return { problem: `There is no month ${month}.` };
  const date = makeDate(year, month, day);
  if (date !== undefined) return { from: date, to: date, ...(isYearless && { isYearless }) };
  const name = MONTHS[month - 1] ?? '';
  // Of a leap day without a year it is the year that is wrong.
  const inYear = month === 2 && day === 29 ? ` in ${year}` : '';
  return { problem: `There is no ${day} ${name}${inYear}: ${name} has ${daysInMonth(year, month)} days.` };
}

export function readMonth(year: number, month: number, isYearless: boolean): Span | Problem {
  const outside = checkYear(year);
  if (outside) return outside;
  const from = makeDate(year, month, 1);
  const to = makeDate(year, month, daysInMonth(year, month));
  if (from === undefined || to === undefined) return { problem: `There is no month ${month}.` };
  return { from, to, ...(isYearless && { isYearless }) };
}

export function checkYear(year: number): Problem | undefined {
  if (year >= EARLIEST_YEAR && year <= LATEST_YEAR) return undefined;
  return { problem: `Choose a year from ${EARLIEST_YEAR} to ${LATEST_YEAR}, not ${year}.` };
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
