import type { Booking, Transaction } from '#contract/booking.ts';
import type { CustomerRef } from '#contract/customer.ts';
import type { LocalDate } from '#contract/time.ts';
import { personName } from '#contract/person-name.ts';
import type { ClassClock } from './class-time.ts';

/** One booking with what its purchase says, and what is asked of every row. */
export interface BookingRow {
  booking: Booking;
  purchase: Pick<Transaction, 'id' | 'purchase_date'>;
  /** Bookings of the same purchase, this one too. */
  purchaseSize: number;
  /** The day of the class on its own wall. */
  classDay: LocalDate;
  purchaseDay: LocalDate;
  /** Whether the class has yet to begin; of a cancelled one too. */
  isUpcoming: boolean;
}

export function toBookingRows(purchases: readonly Transaction[], clock: ClassClock): BookingRow[] {
  const seen = new Set<string>();
  const rows: BookingRow[] = [];
  for (const purchase of purchases) {
    for (const booking of purchase.bookings) {
      // Reservie's pages may overlap.
      if (seen.has(booking.id)) continue;
      seen.add(booking.id);
      rows.push({
        booking,
        purchase,
        purchaseSize: purchase.bookings.length,
        classDay: booking.event.date.datetime.slice(0, 10),
        purchaseDay: purchase.purchase_date.slice(0, 10),
        isUpcoming: clock.isUpcoming(booking.event.date),
      });
    }
  }
  return rows;
}

/** For whom the booking is. */
export function attendeeOf({ purchased_by, bought_for }: Pick<Booking, 'purchased_by' | 'bought_for'>): CustomerRef {
  return bought_for ?? purchased_by;
}

/** For whom the bookings are: ids with names. */
export function namesIn(rows: readonly BookingRow[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { booking } of rows) {
    const { id, ...person } = attendeeOf(booking);
    if (!names.has(id)) names.set(id, personName(person));
  }
  return names;
}
