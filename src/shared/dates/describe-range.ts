import { formatDate, formatMonth } from '#shared/format/date-time.ts';
import { endOfMonth, startOfMonth } from './calendar.ts';
import type { DateRange } from './parse-date-range.ts';

/** As it could be typed: "3 May 2026", "May 2026", "2026", "1 Nov 2026 – 31 Jan 2027", "from 3 May 2026"; "" is all time. */
export function describeRange({ from, to }: DateRange): string {
  if (from === undefined) return to === undefined ? '' : `until ${formatDate(to)}`;
  if (to === undefined) return `from ${formatDate(from)}`;
  if (from === to) return formatDate(from);
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  if (from === startOfMonth(from) && to === endOfMonth(from)) return formatMonth(from, true);
  return `${formatDate(from)} – ${formatDate(to)}`;
}

export function isSameRange(one: DateRange, other: DateRange): boolean {
  return one.from === other.from && one.to === other.to;
}
