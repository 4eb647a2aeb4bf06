import { plural } from '#shared/format/number.ts';

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
