import type { Booking, Transaction } from '#contract/booking.ts';
import type { BookingPayment } from '#contract/payment.ts';
import { customerRef, refColumns } from './customers.ts';
import { keyOf, wireId } from './ids.ts';
import type { Database } from './open.ts';
import { selectAll, selectOne } from './query.ts';

interface BookingRow {
  purchase_id: number;
  purchased_at: string;
  id: number;
  is_cancelled: number;
  is_refunded: number;
  spaces: number;
  pricing_option: string;
  method: string;
  currency: string | null;
  gross: number | null;
  net: number | null;
  credits_used: number | null;
  buyer_id: number;
  buyer_firstname: string;
  buyer_lastname: string;
  buyer_email: string;
  guest_id: number | null;
  guest_firstname: string;
  guest_lastname: string;
  guest_email: string;
  event_id: number;
  event_name: string;
  date_id: number;
  datetime: string;
  tz: string;
  duration: number;
}

export interface PurchaseFilter {
  customer: number;
  /** Days in the studio's zone, both inclusive. */
  from: string;
  until: string | undefined;
  /** Only bookings of events that start after this moment (ms since 1970). */
  startsAfter: number | undefined;
}

const ANY_TIME = Number.MIN_SAFE_INTEGER;
const matching = `FROM purchase_reader
  WHERE customer_id = ? AND purchased_at >= ? AND purchased_at <= ? AND latest_start > ?`;

export const bookingQueries = {
  count: `SELECT count(*) AS total ${matching}`,
  page: `SELECT purchase_id ${matching} ORDER BY purchased_at DESC, purchase_id DESC LIMIT ? OFFSET ?`,
  readable: `SELECT purchase.id FROM purchase JOIN purchase_reader AS reader
    ON reader.customer_id = ? AND reader.purchased_at = purchase.purchased_at AND reader.purchase_id = purchase.id
    WHERE purchase.id = ?`,
  bookings: `SELECT purchase.id AS purchase_id, purchase.purchased_at, booking.id, booking.is_cancelled,
      booking.is_refunded, booking.spaces, booking.pricing_option, booking.method, booking.currency, booking.gross,
      booking.net, booking.credits_used, ${refColumns('buyer', 'buyer')}, ${refColumns('guest', 'guest')},
      event.id AS event_id, event.name AS event_name, event_date.id AS date_id, event_date.datetime, event_date.tz,
      event_date.duration
    FROM json_each(?) AS wanted
    JOIN purchase ON purchase.id = wanted.value
    JOIN booking ON booking.purchase_id = purchase.id
    JOIN event_date ON event_date.id = booking.event_date_id
    JOIN event ON event.id = event_date.event_id
    JOIN customer AS buyer ON buyer.id = purchase.customer_id
    LEFT JOIN customer AS guest ON guest.id = booking.bought_for
    WHERE event_date.starts_at > ?
    ORDER BY wanted.key, booking.id`,
};

export function createBookingStore(database: Database) {
  const count = selectOne<{ total: number }>(database, bookingQueries.count);
  const page = selectAll<{ purchase_id: number }>(database, bookingQueries.page);
  const readable = selectOne<{ id: number }>(database, bookingQueries.readable);
  const bookings = selectAll<BookingRow>(database, bookingQueries.bookings);

  return {
    /** A page of the purchases that a customer may see, latest first, and how many there are over all pages. */
    list: (filter: PurchaseFilter, limit: number, offset: number): { data: Transaction[]; total: number } => {
      const startsAfter = filter.startsAfter ?? ANY_TIME;
      // `T99` sorts after every time of that day.
      const bounds = [filter.customer, filter.from, `${filter.until ?? '9999-12-31'}T99`, startsAfter] as const;
      const keys = page(...bounds, limit, offset).map((row) => row.purchase_id);
      const data = toTransactions(bookings(JSON.stringify(keys), startsAfter));
      return { data, total: count(...bounds)?.total ?? 0 };
    },
    /** One purchase, when this customer may see it. */
    find: (customer: number, transactionId: string): Transaction | undefined => {
      const purchase = readable(customer, keyOf(transactionId));
      return purchase && toTransactions(bookings(JSON.stringify([purchase.id]), ANY_TIME))[0];
    },
  };
}

function toTransactions(rows: BookingRow[]): Transaction[] {
  const transactions = new Map<number, Transaction>();
  for (const row of rows) {
    let transaction = transactions.get(row.purchase_id);
    if (!transaction) {
      const id = wireId.transaction(row.purchase_id);
      transaction = { id, type: 'event-booking', purchase_date: row.purchased_at, bookings: [] };
      transactions.set(row.purchase_id, transaction);
    }
    transaction.bookings.push(toBooking(row));
  }
  return [...transactions.values()];
}

function toBooking(row: BookingRow): Booking {
  const { guest_id: guest, datetime, tz, duration } = row;
  return {
    id: wireId.booking(row.id),
    type: 'event-booking',
    is_cancelled: row.is_cancelled === 1,
    is_refunded: row.is_refunded === 1,
    spaces: row.spaces,
    purchased_by: customerRef(row.buyer_id, row.buyer_firstname, row.buyer_lastname, row.buyer_email),
    ...(guest !== null && {
      bought_for: customerRef(guest, row.guest_firstname, row.guest_lastname, row.guest_email),
    }),
    event: {
      id: wireId.event(row.event_id),
      type: 'event',
      name: row.event_name,
      date: { id: wireId.eventDate(row.date_id), type: 'event_date', datetime, tz, duration },
    },
    pricing_option: { id: wireId.pricingOption(row.pricing_option) },
    payment: toPayment(row),
  };
}

function toPayment({ method, currency, gross, net, credits_used }: BookingRow): BookingPayment {
  if (method === 'CARD') {
    return { method, currency: currency ?? 'GBP', base100gross_price: gross ?? 0, base100net_price: net ?? 0 };
  }
  if (method === 'PASS') return { method, currency: 'CR', credits_used: credits_used ?? 0 };
  return { method };
}
