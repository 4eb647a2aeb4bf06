import { expect, test } from 'vitest';
import { BookingsOutline } from '#contract/bookings-outline.ts';
import { Transaction } from '#contract/booking.ts';
import { describeBookings } from './describe-bookings.ts';

const JANE = { id: 'cust_1', type: 'customer', firstname: 'Jane', lastname: 'Smith', email: 'jane@example.com' };
const JOHN = { ...JANE, id: 'cust_2', firstname: 'John' };
const CONTEXT = {
  customerId: 'cust_1',
  now: Date.parse('2026-11-25T12:00:00Z'),
  timeZone: 'Europe/London',
  locale: 'en-GB',
};

function buy(at: number, datetime: string, change: object = {}) {
  return Transaction.parse({
    id: `txn_${at}`,
    type: 'event-booking',
    purchase_date: '2026-11-05T10:00:00',
    bookings: [
      {
        id: `booking_${at}`,
        type: 'event-booking',
        is_cancelled: false,
        is_refunded: false,
        spaces: 1,
        purchased_by: JANE,
        event: {
          id: `evt_${at}`,
          type: 'event',
          name: 'Mat Pilates',
          date: { id: `date_${at}`, type: 'event_date', datetime, tz: 'Europe/London', duration: 45 },
        },
        pricing_option: { id: 'po-1' },
        payment: { method: 'PASS', currency: 'CR', credits_used: 1 },
        ...change,
      },
    ],
  });
}

test('says of bookings what the tab will say', () => {
  const money = { method: 'CARD', currency: 'GBP', base100gross_price: 1400, base100net_price: 1200 };
  const outline = describeBookings(
    [
      buy(1, '2026-10-21T10:00:00', { is_cancelled: true }),
      buy(2, '2026-11-26T07:00:00', { bought_for: JOHN, spaces: 2, payment: money }),
    ],
    CONTEXT,
  );
  expect(BookingsOutline.parse(outline)).toEqual(outline);
  expect([outline.isWhole, outline.count, outline.sentence]).toEqual([
    true,
    '2 bookings',
    'of classes at any time · 3 spaces · £14.00 and 1 credit',
  ]);
  expect(outline.groups.map(({ title, sums }) => [title, sums])).toEqual([
    ['Coming up', '1 booking · 2 spaces · £14.00'],
    ['October', '1 booking · 1 credit'],
  ]);
  expect(outline.groups.flatMap(({ lines }) => lines)).toMatchObject([
    {
      month: 'Nov',
      day: '26',
      clock: 'Thu 07:00',
      notes: 'tomorrow · 45 min',
      href: '/customers/cust_1/bookings/txn_2#booking_2',
      origin: 'bought 5 Nov',
      attendee: { name: 'John Smith', href: '/customers/cust_2/bookings' },
      buyer: { name: 'Jane', href: undefined },
      spaces: '2 spaces',
      paid: '£14.00',
      net: '£12.00 net',
      isQuiet: false,
    },
    { states: [{ words: 'Cancelled' }, { words: 'not refunded' }], isQuiet: true, paid: '1 credit', net: undefined },
  ]);
});

test('has one screen of them, summed up as the tab has them', () => {
  const days = Array.from({ length: 31 }, (_, at) => buy(at, `2026-10-${String(at + 1).padStart(2, '0')}T10:00:00`));
  const { groups, isWhole } = describeBookings(days, CONTEXT);
  expect([isWhole, groups.flatMap(({ lines }) => lines).length, groups[0]?.sums]).toEqual([
    false,
    10,
    '31 bookings · 31 credits',
  ]);
});
