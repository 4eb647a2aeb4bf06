import { type BookingRow, attendeeOf } from '../history/booking-row.ts';
import type { BookingsSearch, StateName } from '../search.ts';

/** The rows that a search asks for, in their order. Dates that contradict each other ask for none. */
export function filterBookings(rows: readonly BookingRow[], search: BookingsSearch): BookingRow[] {
  const { by, from, to, when, state, paid, class: classes, for: people } = search;
  return rows.filter((row) => {
    const day = by === 'purchase' ? row.purchaseDay : row.classDay;
    if (from !== undefined && day < from) return false;
    if (to !== undefined && day > to) return false;
    if (when !== undefined && row.isUpcoming !== (when === 'upcoming')) return false;
    if (state && !state.some((name) => isIn(row, name))) return false;
    if (paid && !paid.includes(row.booking.payment.method)) return false;
    if (classes && !classes.includes(row.booking.event.name)) return false;
    return !people || people.includes(attendeeOf(row.booking).id);
  });
}

/** Cancelling and refunding are independent: a booking that is both is in both. */
function isIn({ booking: { is_cancelled, is_refunded } }: BookingRow, state: StateName): boolean {
  if (state === 'cancelled') return is_cancelled;
  if (state === 'refunded') return is_refunded;
  return !is_cancelled && !is_refunded;
}
