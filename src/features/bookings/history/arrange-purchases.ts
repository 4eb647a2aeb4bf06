import type { Booking, Transaction } from '#contract/booking.ts';
import { type UnreadableRow, isUnreadable } from '#contract/page.ts';

export interface ArrangedPurchases {
  /** Newest purchase first; inside, bookings by the date of their class. */
  purchases: Transaction[];
  unreadable: UnreadableRow[];
  /** Over the readable purchases. */
  bookingCount: number;
}

/** Reservie's order is not documented and its pages may overlap: every id once, sorted here. */
export function arrangePurchases(rows: readonly (Transaction | UnreadableRow)[]): ArrangedPurchases {
  const readable = rows.filter(isReadable);
  const purchases = firstOfEachId(readable)
    .map(arrangePurchase)
    .toSorted((a, b) => compare(b.purchase_date, a.purchase_date) || compare(b.id, a.id));
  return {
    purchases,
    unreadable: rows.filter((row) => isUnreadable(row)),
    bookingCount: purchases.reduce((count, purchase) => count + purchase.bookings.length, 0),
  };
}

export function arrangePurchase(purchase: Transaction): Transaction {
  return { ...purchase, bookings: firstOfEachId(purchase.bookings).toSorted(compareBookings) };
}

export function isReadable(row: Transaction | UnreadableRow): row is Transaction {
  return !isUnreadable(row);
}

function compareBookings(a: Booking, b: Booking): number {
  return (
    compare(a.event.date.datetime, b.event.date.datetime) || compare(a.event.name, b.event.name) || compare(a.id, b.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function firstOfEachId<Row extends { id: string }>(rows: readonly Row[]): Row[] {
  const byId = new Map<string, Row>();
  for (const row of rows) if (!byId.has(row.id)) byId.set(row.id, row);
  return [...byId.values()];
}
