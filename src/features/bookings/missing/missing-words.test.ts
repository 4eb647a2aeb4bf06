import { expect, test } from 'vitest';
import { Transaction } from '#contract/booking.ts';
import { CustomerId } from '#contract/id.ts';
import { toBookingRows } from '../history/booking-row.ts';
import { classClockAt } from '../history/class-time.ts';
import { NOW } from '../history/history-fixture.ts';
import type { Reason } from './explain-missing.ts';
import { describeReason } from './missing-words.ts';

const JANE = CustomerId.parse('cust_1');

function person(id: string, firstname: string) {
  return { id, type: 'customer', firstname, lastname: 'Smith', email: `${id}@example.com` };
}

const [row] = toBookingRows(
  [
    Transaction.parse({
      id: 'txn_1',
      type: 'event-booking',
      purchase_date: '2026-01-15T10:30:00',
      bookings: [
        {
          id: 'booking_1',
          type: 'event-booking',
          is_cancelled: true,
          is_refunded: false,
          spaces: 1,
          purchased_by: person('cust_1', 'Jane'),
          bought_for: person('cust_2', 'John'),
          event: {
            id: 'evt_1',
            type: 'event',
            name: 'Monday Yoga',
            date: {
              id: 'date_1',
              type: 'event_date',
              datetime: '2026-03-03T09:00:00',
              tz: 'Europe/London',
              duration: 60,
            },
          },
          pricing_option: { id: 'po-1' },
          payment: { method: 'CASH' },
        },
      ],
    }),
  ],
  classClockAt(NOW),
);
if (!row) throw new Error('no row');

test.each<[Reason, string]>([
  [
    { kind: 'shown', reveal: {}, row },
    'Monday Yoga, Tue 3 Mar 2026, 09:00, is in the list (cancelled, for John Smith).',
  ],
  [
    { kind: 'hidden', row, facets: ['dates', 'state'], reveal: {} },
    'Monday Yoga, Tue 3 Mar 2026, 09:00, is there (cancelled, for John Smith), but hidden by the filter: the dates, the state.',
  ],
  [{ kind: 'twins', count: 1 }, '1 other profile has the same name or number: the booking may be there.'],
  [{ kind: 'unreadable', count: 2 }, '2 purchases could not be read: it may be in there. Look in Reservie.'],
])('%j reads as a sentence', (reason, words) => {
  expect(describeReason(reason, JANE)).toBe(words);
});
