import type { LocalDate } from '#contract/time.ts';
import { addDays } from '#shared/format/date-time.ts';

/** Days from here on are taken; the same that stands for "everything" in Reservie. */
export const EARLIEST_YEAR = 2000;
export const LATEST_YEAR = 2199;

/** Nothing where there is no such day; `month` counts from 1. */
export function makeDate(year: number, month: number, day: number): LocalDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function partsOf(date: LocalDate): { year: number; month: number; day: number } {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day };
}

/** The same day of another month, or that month's last day where it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  const clamped = Math.min(day, daysInMonth(toYear, toMonth));
  return `${pad(toYear, 4)}-${pad(toMonth, 2)}-${pad(clamped, 2)}`;
}

export function startOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 7)}-01`;
}

export function endOfMonth(date: LocalDate): LocalDate {
  const { year, month } = partsOf(date);
  return `${date.slice(0, 7)}-${pad(daysInMonth(year, month), 2)}`;
}

/** 0 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** `firstDay`: the day on which a week begins, 0 for Sunday. */
export function startOfWeek(date: LocalDate, firstDay: number): LocalDate {
  return addDays(date, -((weekdayOf(date) - firstDay + 7) % 7));
}

/** The Monday of an ISO 8601 week; nothing where that year has no such week. */
export function startOfIsoWeek(year: number, week: number): LocalDate | undefined {
  if (week < 1) return undefined;
  const first = startOfWeek(`${pad(year, 4)}-01-04`, 1);
  const start = addDays(first, (week - 1) * 7);
  // A week belongs to the year of its Thursday.
  return addDays(start, 3).startsWith(pad(year, 4)) ? start : undefined;
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
