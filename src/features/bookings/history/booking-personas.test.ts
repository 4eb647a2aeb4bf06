import { afterEach, expect, test, vi } from 'vitest';
import { makePurchase } from '#shared/customer/record-fixtures.ts';
import { formatPaymentMethod } from '#shared/format/payment.ts';
import { bookingStates } from './booking-state.ts';
import { toBookingRows } from './booking-row.ts';
import { bookingsCsv } from '../export/bookings-csv.ts';
import { classClockAt, classTimeHints } from './class-time.ts';
import { filterBookings } from '../filters/filter-bookings.ts';
import { groupBookings } from './group-bookings.ts';
import type { BookingsSearch } from '../search.ts';
import { describeTotals, totalBookings } from './total-bookings.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

function find(search: BookingsSearch, purchases: Parameters<typeof toBookingRows>[0], now = '2026-06-01T12:00:00Z') {
  return filterBookings(toBookingRows(purchases, classClockAt(Date.parse(now))), search);
}

function times(rows: ReturnType<typeof find>): string[] {
  return rows.map(({ booking }) => booking.event.date.datetime);
}

test.each(['America/New_York', 'Pacific/Auckland', 'Europe/London'])(
  'a class at 23:30 on the last day of a range is in it, one at midnight is not, in a browser in %s',
  (zone) => {
    vi.stubEnv('TZ', zone);
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    const purchases = ['2026-04-30T23:30:00', '2026-05-01T00:00:00', '2026-05-31T23:30:00', '2026-06-01T00:00:00'].map(
      (datetime, index) => makePurchase(index, { datetime, at: datetime }),
    );
    const may = { from: '2026-05-01', to: '2026-05-31' };
    const expected = ['2026-05-01T00:00:00', '2026-05-31T23:30:00'];
    expect(times(find(may, purchases))).toEqual(expected);
    expect(times(find({ ...may, by: 'purchase' }, purchases))).toEqual(expected);
    const groups = groupBookings(find({ group: 'month' }, purchases), { group: 'month' }, '2026-06-01');
    expect(groups.map(({ title, rows }) => [title, rows.length])).toEqual([
      ['June 2026', 1],
      ['May 2026', 2],
      ['April 2026', 1],
    ]);
  },
);

test.each([
  ['2026-03-29', '2026-03-29T00:59:00Z'],
  ['2026-10-25', '2026-10-25T00:30:00Z'],
])('on the night of %s each class is once in its day, ahead or over', (day, now) => {
  const clocks = ['00:30', '01:15', '01:45', '02:30', '23:30'].map((clock) => `${day}T${clock}:00`);
  const purchases = clocks.map((datetime, index) => makePurchase(index, { datetime }));
  expect(times(find({ from: day, to: day }, purchases, now))).toEqual(clocks);
  const parts = (['past', 'upcoming'] as const).flatMap((when) => times(find({ when }, purchases, now)));
  expect(parts.toSorted()).toEqual(clocks);
});

test('in a London studio an event in New York has its own wall clock, and is ahead until it begins there', () => {
  const online = makePurchase(1, { datetime: '2026-06-01T09:00:00', tz: 'America/New_York' });
  expect(
    find({ when: 'upcoming', from: '2026-06-01', to: '2026-06-01' }, [online], '2026-06-01T12:59:00Z'),
  ).toHaveLength(1);
  expect(find({ when: 'past' }, [online], '2026-06-01T13:00:00Z')).toHaveLength(1);
  const [booking] = online.bookings;
  const hints = booking && classTimeHints(booking.event.date, Date.parse('2026-06-01T12:00:00Z'), 'Europe/London');
  expect(hints).toEqual(['today', 'New York time']);
});

test('a payment method that is not known is filtered, grouped and exported under its own name, and never summed', () => {
  const money = { currency: 'GBP', base100gross_price: 1_200, base100net_price: 1_000 };
  const purchases = ['CARD', 'CASH', 'KLARNA_LATER'].map((method, index) =>
    makePurchase(index, { payment: { method, ...(method === 'CARD' && money) } }),
  );
  const rows = find({}, purchases);
  expect(describeTotals(totalBookings(rows))).toBe('£12.00 · 2 bookings paid otherwise');
  expect(find({ paid: ['KLARNA_LATER'] }, purchases)).toHaveLength(1);
  expect(formatPaymentMethod('KLARNA_LATER')).toBe('Klarna later');
  expect(bookingsCsv('All', rows)).toMatch(/,Klarna later,,,,,/);
});

test('of a purchase with a cancelled and a live booking each is found by its own state, and the other is counted', () => {
  const [live, cancelled] = [makePurchase(1), makePurchase(2, { isCancelled: true })];
  const both = { ...live, bookings: [...live.bookings, ...cancelled.bookings] };
  for (const [state, expected] of [
    ['booked', 'Booked'],
    ['cancelled', 'Cancelled'],
  ] as const) {
    const [row, ...others] = find({ state: [state] }, [both]);
    expect(others).toEqual([]);
    expect(row?.purchaseSize).toBe(2);
    expect(row && bookingStates(row.booking, false)[0]?.words).toBe(expected);
  }
  expect(totalBookings(find({}, [both]))).toMatchObject({ bookings: 2, purchases: 1 });
});
