import type { Booking, EventDate, Transaction } from '#contract/booking.ts';
import type { CustomerRef } from '#contract/customer.ts';
import type { CustomerId, TransactionId } from '#contract/id.ts';
import type { LocalDateTime } from '#contract/time.ts';
import { toMoment } from '#shared/format/zoned-time.ts';

const DAY_MS = 86_400_000;

/** A booking with the purchase that it came with. */
export interface ClassBooking {
  booking: Booking;
  transactionId: TransactionId;
  purchaseDate: LocalDateTime;
}

export function classBookings(purchases: readonly Transaction[]): ClassBooking[] {
  return purchases.flatMap(({ id, purchase_date, bookings }) =>
    bookings.map((booking) => ({ booking, transactionId: id, purchaseDate: purchase_date })),
  );
}

/** Who comes to the class. */
export function attendeeOf({ bought_for, purchased_by }: Pick<Booking, 'bought_for' | 'purchased_by'>): CustomerRef {
  return bought_for ?? purchased_by;
}

/** What has yet to begin at `now` (ms since 1970) and was not cancelled, the next one first. */
export function upcomingBookings(bookings: readonly ClassBooking[], now: number): ClassBooking[] {
  // No two clocks on earth are further apart than a day: what is older need not be looked at closely.
  const yesterday = new Date(now - DAY_MS).toISOString().slice(0, 19);
  return bookings
    .filter(({ booking }) => !booking.is_cancelled && booking.event.date.datetime > yesterday)
    .map((row) => ({ row, moment: momentOf(row.booking.event.date) }))
    .filter(({ moment }) => moment > now)
    .toSorted((one, other) => one.moment - other.moment || (one.row.booking.id < other.row.booking.id ? -1 : 1))
    .map(({ row }) => row);
}

export function momentOf({ datetime, tz }: Pick<EventDate, 'datetime' | 'tz'>): number {
  return toMoment(datetime, tz);
}

export interface BookedPeople {
  /** The customer buys for them. */
  booksFor: CustomerRef[];
  /** They buy for the customer. */
  bookedBy: CustomerRef[];
}

/** Each person once, the one with the most bookings first. */
export function bookedPeople(bookings: readonly ClassBooking[], customerId: CustomerId): BookedPeople {
  const booksFor = new Map<string, { person: CustomerRef; count: number }>();
  const bookedBy = new Map<string, { person: CustomerRef; count: number }>();
  for (const { booking } of bookings) {
    const { purchased_by, bought_for } = booking;
    if (!bought_for || bought_for.id === purchased_by.id) continue;
    if (purchased_by.id === customerId) count(booksFor, bought_for);
    else if (bought_for.id === customerId) count(bookedBy, purchased_by);
  }
  return { booksFor: byCount(booksFor), bookedBy: byCount(bookedBy) };
}

function count(people: Map<string, { person: CustomerRef; count: number }>, person: CustomerRef): void {
  const known = people.get(person.id);
  people.set(person.id, { person, count: (known?.count ?? 0) + 1 });
}

function byCount(people: Map<string, { person: CustomerRef; count: number }>): CustomerRef[] {
  return [...people.values()].toSorted((one, other) => other.count - one.count).map(({ person }) => person);
}
