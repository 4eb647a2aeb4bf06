import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toMoment } from '#shared/format/zoned-time.ts';
import type { BookingRow } from './booking-row.ts';
import { filterBookings } from '../filters/filter-bookings.ts';
import { findOverlaps } from './find-overlaps.ts';
import { groupBookings } from './group-bookings.ts';
import { NOW, TODAY, rowsOfHistory, searches } from './history-fixture.ts';
import { pageBookings } from './page-bookings.ts';
import type { BookingsSearch } from '../search.ts';
import { totalBookings } from './total-bookings.ts';

/** The same again, as plainly as it can be said. */
function isWanted({ booking, purchase }: BookingRow, search: BookingsSearch): boolean {
  const { event, payment } = booking;
  const day = (search.by === 'purchase' ? purchase.purchase_date : event.date.datetime).split('T')[0] ?? '';
  const begins = toMoment(event.date.datetime, event.date.tz);
  const states = new Set([
    ...(booking.is_cancelled ? ['cancelled'] : []),
    ...(booking.is_refunded ? ['refunded'] : []),
    ...(booking.is_cancelled || booking.is_refunded ? [] : ['booked']),
  ]);
  const person = booking.bought_for === undefined ? booking.purchased_by.id : booking.bought_for.id;
  return (
    (!search.from || Date.parse(day) >= Date.parse(search.from)) &&
    (!search.to || Date.parse(day) <= Date.parse(search.to)) &&
    (!search.when || (search.when === 'upcoming' ? begins > NOW : begins <= NOW)) &&
    (!search.state || search.state.some((state) => states.has(state))) &&
    (!search.paid || search.paid.some((method) => method === payment.method)) &&
    (!search.class || search.class.some((name) => name === event.name)) &&
    (!search.for || search.for.some((id) => id === person))
  );
}

function sum(rows: readonly BookingRow[], amountOf: (row: BookingRow) => number): number {
  return rows.reduce((total, row) => total + amountOf(row), 0);
}

function paidIn(currency: string, isRefunded?: true) {
  return ({ booking: { payment, is_refunded } }: BookingRow) =>
    'base100gross_price' in payment && payment.currency === currency && (isRefunded === undefined || is_refunded)
      ? payment.base100gross_price
      : 0;
}

function expectTotals(rows: readonly BookingRow[]): void {
  const totals = totalBookings(rows);
  expect(totals.bookings).toBe(rows.length);
  expect(totals.spaces).toBe(sum(rows, ({ booking }) => booking.spaces));
  expect(totals.purchases).toBe(new Set(rows.map(({ purchase }) => purchase.id)).size);
  for (const currency of ['GBP', 'EUR']) {
    expect(totals.money.get(currency) ?? 0).toBe(sum(rows, paidIn(currency)));
    expect(totals.refunded.get(currency) ?? 0).toBe(sum(rows, paidIn(currency, true)));
  }
  expect(totals.credits).toBe(
    sum(rows, ({ booking: { payment } }) => ('credits_used' in payment ? payment.credits_used : 0)),
  );
  expect(totals.untold).toBe(rows.filter(({ booking }) => !['CARD', 'PASS'].includes(booking.payment.method)).length);
}

test('rows and totals are those of a plain reading, in both kinds of date', () => {
  fc.assert(
    fc.property(rowsOfHistory, searches, (rows, search) => {
      const found = filterBookings(rows, search);
      expect(found).toEqual(rows.filter((row) => isWanted(row, search)));
      expectTotals(found);
    }),
    { numRuns: 300 },
  );
});

function plainTitle({ classDay, purchaseDay, booking, isUpcoming }: BookingRow, { by, group, sort }: BookingsSearch) {
  const day = new Date(by === 'purchase' ? purchaseDay : classDay);
  const month = day.toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' });
  const year = day.getUTCFullYear();
  if (group === 'class') return booking.event.name;
  if (group === 'weekday') return day.toLocaleString('en-GB', { weekday: 'long', timeZone: 'UTC' });
  if (group === 'month') return `${month} ${year}`;
  if (sort !== undefined) return undefined;
  if (by !== 'purchase' && isUpcoming) return 'Coming up';
  return year === 2026 ? month : `${month} ${year}`;
}

test('groups hold every row once, under its title, with the totals of their own', () => {
  fc.assert(
    fc.property(rowsOfHistory, searches, (rows, search) => {
      const groups = groupBookings(rows, search, TODAY);
      expect(groups.flatMap((group) => group.rows.map(({ booking }) => booking.id)).toSorted()).toEqual(
        rows.map(({ booking }) => booking.id).toSorted(),
      );
      for (const group of groups) {
        for (const row of group.rows) expect(group.title).toBe(plainTitle(row, search));
        expect(group.totals).toEqual(totalBookings(group.rows));
      }
      expect(new Set(groups.map(({ title }) => title)).size).toBe(groups.length);
    }),
    { numRuns: 200 },
  );
});

function readPage(rows: readonly BookingRow[], search: BookingsSearch) {
  return pageBookings(groupBookings(rows, search, TODAY), search);
}

test('pages follow each other without gap or double, and clamp', () => {
  fc.assert(
    fc.property(rowsOfHistory, searches, (rows, search) => {
      const { page, pageCount, groups } = readPage(rows, search);
      const units = new Set(rows.map(({ booking, purchase }) => (search.by === 'purchase' ? purchase.id : booking.id)));
      expect(pageCount).toBe(Math.max(1, Math.ceil(units.size / (search.size ?? 30))));
      expect(page).toBe(Math.min(search.page ?? 1, pageCount));
      expect(groups.every(({ onPage }) => onPage.length > 0)).toBe(true);
      const all = Array.from({ length: pageCount }, (_, index) => readPage(rows, { ...search, page: index + 1 }));
      const shown = all.flatMap((view) => view.groups.flatMap(({ onPage }) => onPage.map(({ booking }) => booking.id)));
      expect(shown.toSorted()).toEqual(rows.map(({ booking }) => booking.id).toSorted());
    }),
    { numRuns: 200 },
  );
});

function whenOf(row: BookingRow): string {
  return `${row.booking.event.date.datetime} ${row.booking.id}`;
}

test('what is coming up begins with the nearest, what is over with the latest', () => {
  fc.assert(
    fc.property(rowsOfHistory, (rows) => {
      const [first, ...months] = groupBookings(rows, {}, TODAY);
      const ahead = first?.title === 'Coming up' ? first.rows.map(whenOf) : [];
      expect(ahead).toEqual(
        rows
          .filter(({ isUpcoming }) => isUpcoming)
          .map(whenOf)
          .toSorted(),
      );
      const over = (ahead.length > 0 ? months : first ? [first, ...months] : []).flatMap((group) =>
        group.rows.map(whenOf),
      );
      expect(over).toEqual(
        rows
          .filter(({ isUpcoming }) => !isUpcoming)
          .map(whenOf)
          .toSorted()
          .toReversed(),
      );
    }),
    { numRuns: 100 },
  );
});

test('two classes of one person at the same time are found, and nothing else', () => {
  fc.assert(
    fc.property(rowsOfHistory, (rows) => {
      const live = rows.filter(({ booking }) => !booking.is_cancelled);
      const spans = live.map(({ booking }) => {
        const { datetime, tz, duration } = booking.event.date;
        const begin = toMoment(datetime, tz);
        return {
          id: booking.id,
          who: (booking.bought_for ?? booking.purchased_by).id,
          begin,
          end: begin + duration * 60_000,
        };
      });
      const expected = spans.filter((a) =>
        spans.some((b) => a.id !== b.id && a.who === b.who && a.begin < b.end && b.begin < a.end),
      );
      expect([...findOverlaps(rows)].toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
    }),
    { numRuns: 200 },
  );
});
