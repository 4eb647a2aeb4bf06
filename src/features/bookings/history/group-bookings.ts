import type { LocalDate } from '#contract/time.ts';
import { formatMonth, formatWeekdayName } from '#shared/format/date-time.ts';
import { firstDayOfWeek } from '#shared/format/studio-locale.ts';
import type { BookingRow } from './booking-row.ts';
import type { BookingsSearch } from '../search.ts';
import { type BookingTotals, totalBookings } from './total-bookings.ts';

export interface BookingGroup {
  key: string;
  /** Nothing where the rows are not grouped. */
  title: string | undefined;
  rows: readonly BookingRow[];
  totals: BookingTotals;
}

/**
 * Rows in the order of a search, in groups. Without another wish what is coming up stands first, the nearest on top, and
 * then what is over by month, the latest on top; sorted by a column they stand in one group.
 */
export function groupBookings(rows: readonly BookingRow[], search: BookingsSearch, today: LocalDate): BookingGroup[] {
  const sorted = sortBookings(rows, search);
  const groups = new Map<string, { title: string | undefined; order: string; rows: BookingRow[] }>();
  for (const row of sorted) {
    const { key, title, order } = groupOf(row, search, today);
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { title: title(), order: order(), rows: [row] });
  }
  return [...groups]
    .toSorted(([, a], [, b]) => compare(a.order, b.order))
    .map(([key, { title, rows: members }]) => ({ key, title, rows: members, totals: totalBookings(members) }));
}

function groupOf(row: BookingRow, { by, group, sort }: BookingsSearch, today: LocalDate) {
  const day = by === 'purchase' ? row.purchaseDay : row.classDay;
  if (group === 'class') {
    const { name } = row.booking.event;
    return { key: `class ${name}`, title: () => name, order: () => name.toLowerCase() };
  }
  if (group === 'weekday') {
    const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() - firstDayOfWeek() + 7) % 7;
    return { key: `weekday ${weekday}`, title: () => formatWeekdayName(day), order: () => String(weekday) };
  }
  if (group === undefined && sort !== undefined) return { key: 'all', title: () => undefined, order: () => '' };
  if (group === undefined && by === undefined && row.isUpcoming) {
    return { key: 'ahead', title: () => 'Coming up', order: () => '' };
  }
  const month = day.slice(0, 7);
  const title = () => formatMonth(day, group === 'month' || month.slice(0, 4) !== today.slice(0, 4));
  return { key: `month ${month}`, title, order: () => newestFirst(month) };
}

/** Rows that are in their order before they are filtered cost little to put in order again. */
export function sortBookings(
  rows: readonly BookingRow[],
  { by, sort, desc }: Pick<BookingsSearch, 'by' | 'sort' | 'desc'>,
): BookingRow[] {
  const sign = desc ? -1 : 1;
  switch (sort) {
    case undefined:
      return rows.toSorted(by === 'purchase' ? compareBought : compareNear);
    case 'when':
      return rows.toSorted((a, b) => sign * (by === 'purchase' ? -compareBought(a, b) : compareWhen(a, b)));
    case 'class':
      return sortByKey(rows, sign, ({ booking }) => booking.event.name.toLowerCase());
    case 'for':
      return sortByKey(rows, sign, ({ booking: { bought_for, purchased_by } }) => {
        const { lastname, firstname } = bought_for ?? purchased_by;
        return `${lastname} ${firstname}`.trim().toLowerCase();
      });
    case 'state':
      return sortByKey(rows, sign, ({ booking }) => `${Number(booking.is_cancelled)}${Number(booking.is_refunded)}`);
    case 'paid':
      return rows.toSorted((a, b) => sign * comparePaid(a, b) || compareWhen(b, a));
  }
}

/** Rows of the same key stay in one order, the latest class on top. */
function sortByKey(rows: readonly BookingRow[], sign: number, keyOf: (row: BookingRow) => string): BookingRow[] {
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .toSorted((a, b) => sign * compare(a.key, b.key) || compareWhen(b.row, a.row))
    .map(({ row }) => row);
}

/** Money by currency and amount, then credits, then what tells no amount. */
function comparePaid(a: BookingRow, b: BookingRow): number {
  const [one, other] = [paidKey(a), paidKey(b)];
  return compare(one.kind, other.kind) || one.amount - other.amount;
}

function paidKey({ booking: { payment } }: BookingRow): { kind: string; amount: number } {
  if ('base100gross_price' in payment) return { kind: `1 ${payment.currency}`, amount: payment.base100gross_price };
  if ('credits_used' in payment) return { kind: '2', amount: payment.credits_used };
  return { kind: `3 ${payment.method}`, amount: 0 };
}

/** What is coming up before what is over; each begins with what is nearest to now. */
function compareNear(a: BookingRow, b: BookingRow): number {
  if (a.isUpcoming !== b.isUpcoming) return a.isUpcoming ? -1 : 1;
  return a.isUpcoming ? compareWhen(a, b) : compareWhen(b, a);
}

function compareWhen(a: BookingRow, b: BookingRow): number {
  return compare(a.booking.event.date.datetime, b.booking.event.date.datetime) || compare(a.booking.id, b.booking.id);
}

/** The latest purchase on top; inside it, by the date of the class. */
function compareBought(a: BookingRow, b: BookingRow): number {
  return (
    compare(b.purchase.purchase_date, a.purchase.purchase_date) ||
    compare(b.purchase.id, a.purchase.id) ||
    compareWhen(a, b)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Turns the order of digits around. */
function newestFirst(month: string): string {
  return month.replaceAll(/\d/g, (digit) => String(9 - Number(digit)));
}
