import * as fc from 'fast-check';
import { Transaction } from '#contract/booking.ts';
import { toBookingRows } from './booking-row.ts';
import { classClockAt } from './class-time.ts';
import { type BookingsSearch, GROUPS, PAGE_SIZES, SORTS, STATES } from '../search.ts';

/** A Wednesday noon in winter time. */
export const NOW = Date.parse('2026-11-25T12:00:00Z');
export const TODAY = '2026-11-25';

const PEOPLE = ['Jane Smith', 'John Smith', 'Alfie Ångström'].map((name, index) => {
  const [firstname = '', lastname = ''] = name.split(' ');
  return { id: `cust_${index + 1}`, type: 'customer', firstname, lastname, email: `p${index}@example.com` };
});
const CLASSES = ['Monday Yoga', 'Pilates, hot', '=Barre', '108'];
const ZONES = ['Europe/London', 'Europe/London', 'America/New_York', 'Europe/Madrid'];

const payments = fc.oneof(
  fc.record({
    method: fc.constant('CARD'),
    currency: fc.constantFrom('GBP', 'EUR'),
    base100gross_price: fc.integer({ min: 0, max: 5_000 }),
    base100net_price: fc.integer({ min: 0, max: 5_000 }),
  }),
  fc.record({ method: fc.constant('PASS'), currency: fc.constant('CR'), credits_used: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ method: fc.constantFrom('CASH', 'KLARNA_LATER') }),
);

/** Around today, around both nights on which clocks change, and far away. */
const wallTimes = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: 0, max: 60 }).map((days) => Date.UTC(2026, 10, 1) + days * 86_400_000),
      fc.constantFrom(Date.UTC(2026, 2, 29), Date.UTC(2026, 9, 25), Date.UTC(2026, 10, 1), Date.UTC(2019, 11, 31)),
    ),
    fc.integer({ min: 0, max: 95 }),
  )
  .map(([day, quarter]) => new Date(day + quarter * 900_000).toISOString().slice(0, 19));

const bookings = fc.record({
  is_cancelled: fc.boolean(),
  is_refunded: fc.boolean(),
  spaces: fc.integer({ min: 1, max: 3 }),
  who: fc.constantFrom(...PEOPLE),
  guest: fc.option(fc.constantFrom(...PEOPLE)),
  name: fc.constantFrom(...CLASSES),
  datetime: wallTimes,
  tz: fc.constantFrom(...ZONES),
  duration: fc.constantFrom(30, 60, 90, 1440),
  payment: payments,
});

/** What customers may have bought, in no order. */
const histories = fc
  .array(fc.record({ purchase_date: wallTimes, bookings: fc.array(bookings, { maxLength: 4 }) }), { maxLength: 40 })
  .map((purchases) =>
    purchases.map((purchase, at) =>
      Transaction.parse({
        id: `txn_${at}`,
        type: 'event-booking',
        purchase_date: purchase.purchase_date,
        bookings: purchase.bookings.map(({ who, guest, name, datetime, tz, duration, ...booking }, index) => ({
          ...booking,
          id: `booking_${at}-${index}`,
          type: 'event-booking',
          purchased_by: who,
          ...(guest && { bought_for: guest }),
          event: {
            id: 'evt_1',
            type: 'event',
            name,
            date: { id: 'date_1', type: 'event_date', datetime, tz, duration },
          },
          pricing_option: { id: 'po-1' },
        })),
      }),
    ),
  );

export const rowsOfHistory = histories.map((purchases) => toBookingRows(purchases, classClockAt(NOW)));

const days = fc
  .integer({ min: -60, max: 60 })
  .map((away) => new Date(Date.parse(TODAY) + away * 86_400_000).toISOString().slice(0, 10));

function maybe<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}

export const searches: fc.Arbitrary<BookingsSearch> = fc.record({
  by: maybe(fc.constant('purchase' as const)),
  from: maybe(days),
  to: maybe(days),
  when: maybe(fc.constantFrom('upcoming' as const, 'past' as const)),
  state: maybe(fc.uniqueArray(fc.constantFrom(...STATES), { minLength: 1 })),
  paid: maybe(fc.uniqueArray(fc.constantFrom('CARD', 'PASS', 'CASH', 'OTHER'), { minLength: 1 })),
  class: maybe(fc.uniqueArray(fc.constantFrom(...CLASSES), { minLength: 1 })),
  for: maybe(fc.uniqueArray(fc.constantFrom('cust_1', 'cust_2', 'cust_3'), { minLength: 1 })),
  group: maybe(fc.constantFrom(...GROUPS)),
  sort: maybe(fc.constantFrom(...SORTS)),
  desc: maybe(fc.constant(true as const)),
  page: maybe(fc.integer({ min: 1, max: 9 })),
  size: maybe(fc.constantFrom(...PAGE_SIZES)),
});
