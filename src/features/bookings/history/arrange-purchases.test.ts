import { expect, test } from 'vitest';
import { Booking, Transaction } from '#contract/booking.ts';
import { arrangePurchase, arrangePurchases } from './arrange-purchases.ts';

function booking(id: string, datetime: string): Booking {
  return Booking.parse({
    id,
    type: 'event-booking',
    is_cancelled: false,
    is_refunded: false,
    spaces: 1,
    purchased_by: { id: 'cust_1', type: 'customer', firstname: 'Jane', lastname: 'Smith', email: 'jane@example.com' },
    event: {
      id: 'evt_1',
      type: 'event',
      name: 'Monday Yoga',
      date: { id: 'date_1', type: 'event_date', datetime, tz: 'Europe/London', duration: 60 },
    },
    pricing_option: { id: 'po-1' },
    payment: { method: 'PASS', currency: 'CR', credits_used: 1 },
  });
}

function purchase(id: string, purchase_date: string, bookings: Booking[] = []): Transaction {
  return Transaction.parse({ id, type: 'event-booking', purchase_date, bookings });
}

test('newest purchase first, whatever order they came in', () => {
  const { purchases } = arrangePurchases([
    purchase('txn_1', '2026-01-01T09:00:00'),
    purchase('txn_3', '2026-03-01T09:00:00'),
    purchase('txn_2', '2026-03-01T08:59:59'),
  ]);
  expect(purchases.map(({ id }) => id)).toEqual(['txn_3', 'txn_2', 'txn_1']);
});

test('purchases of the same second keep one order on every read', () => {
  const a = purchase('txn_a', '2026-01-01T09:00:00');
  const b = purchase('txn_b', '2026-01-01T09:00:00');
  expect(arrangePurchases([a, b])).toEqual(arrangePurchases([b, a]));
});

test('inside a purchase, bookings follow the dates of their classes', () => {
  const arranged = arrangePurchase(
    purchase('txn_1', '2026-01-01T09:00:00', [
      booking('booking_late', '2026-05-02T09:00:00'),
      booking('booking_early', '2026-05-01T18:00:00'),
    ]),
  );
  expect(arranged.bookings.map(({ id }) => id)).toEqual(['booking_early', 'booking_late']);
});

test('every id counts once', () => {
  const double = booking('booking_1', '2026-05-01T09:00:00');
  const one = purchase('txn_1', '2026-01-01T09:00:00', [double, double]);
  const { purchases, bookingCount } = arrangePurchases([one, one]);
  expect(purchases).toHaveLength(1);
  expect(bookingCount).toBe(1);
});

test('rows that could not be read stay', () => {
  const broken = { unreadable: true as const, id: 'txn_9', problems: ['bookings.0.spaces'] };
  expect(arrangePurchases([broken, purchase('txn_1', '2026-01-01T09:00:00')])).toMatchObject({
    purchases: [{ id: 'txn_1' }],
    unreadable: [broken],
  });
});
