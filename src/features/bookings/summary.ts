import { formatDay } from '#shared/format/date-time.ts';
import { plural } from '#shared/format/number.ts';
import type { BookingsSearch } from './search.ts';

export interface ListCounts {
  /** Purchases over all pages, as Reservie says. */
  total: number;
  /** On this page. */
  purchases: number;
  unreadable: number;
  bookings: number;
}

/**
 * "57 bookings in 42 purchases" when everything is on this page. Reservie's total counts purchases, so over several
 * pages only their number is known: "42 purchases, 38 bookings on this page".
 */
export function summarise({ total, purchases, unreadable, bookings }: ListCounts): string {
  if (total === 0) return 'No bookings';
  const isComplete = purchases === total && unreadable === 0;
  if (isComplete) return `${plural(bookings, 'booking')} in ${plural(total, 'purchase')}`;
  return `${plural(total, 'purchase')}, ${plural(bookings, 'booking')} on this page`;
}

/** What a printed page was filtered by: "Bought from Sun 1 Mar 2026 to Tue 31 Mar 2026, upcoming only". */
export function describeFilter({ from, to, upcoming }: BookingsSearch): string {
  const dates = [from && `from ${formatDay(from)}`, to && `to ${formatDay(to)}`].filter(Boolean).join(' ');
  return `${dates ? `Bought ${dates}` : 'Bought at any time'}${upcoming ? ', upcoming only' : ''}`;
}
