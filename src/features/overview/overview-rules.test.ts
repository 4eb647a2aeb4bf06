import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Appointment } from '#contract/appointment.ts';
import type { Transaction } from '#contract/booking.ts';
import { Note } from '#contract/note.ts';
import { classBookings } from '#shared/bookings/class-bookings.ts';
import { JANE, makePass, makePurchase } from '#shared/customer/record-fixtures.ts';
import { favourites, findHabits, lastMonths, monthlyActivity, notCounted, percentOf } from './overview-rules.ts';
import { readOverviewSearch } from './search.ts';
import { buildTimeline } from './timeline-rules.ts';

const TODAY = '2026-03-10';
const NOW = Date.parse(`${TODAY}T14:00:00Z`);
const LONDON = 'Europe/London';

function purchase(index: number, bought: Parameters<typeof makePurchase>[1] = {}): Transaction {
  return makePurchase(index, { at: '2026-03-01T09:00:00', ...bought });
}

function card(price: number, currency = 'GBP') {
  return { method: 'CARD', currency, base100gross_price: price, base100net_price: price };
}

test('the twelve months end with this one', () => {
  expect(lastMonths(TODAY)).toEqual([
    '2025-04',
    '2025-05',
    '2025-06',
    '2025-07',
    '2025-08',
    '2025-09',
    '2025-10',
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
    '2026-03',
  ]);
  expect(lastMonths('2026-12-31')[0]).toBe('2026-01');
});

test('counts classes in their month and payments in the month of purchase, each currency and credits apart', () => {
  const activity = monthlyActivity(
    {
      purchases: [
        purchase(1, { at: '2026-02-28T09:00:00', datetime: '2026-03-01T09:00:00', payment: card(1200) }),
        purchase(2, { payment: card(500, 'EUR') }),
        purchase(3, { payment: { method: 'PASS', currency: 'CR', credits_used: 2 } }),
        purchase(4, { isCancelled: true, payment: card(900) }),
        purchase(5, { isRefunded: true, payment: card(700) }),
        purchase(6, { at: '2024-03-01T09:00:00', datetime: '2024-03-01T09:00:00', payment: card(100) }),
      ],
      passes: [
        makePass({
          purchased_at: '2026-03-02T09:00:00',
          expires_at: null,
          payment: { method: 'CARD', currency: 'GBP', base100_price: 9000 },
        }),
      ],
    },
    TODAY,
    LONDON,
  );
  expect(activity.slice(-2)).toEqual([
    { month: '2026-02', booked: 0, cancelled: 0, money: { GBP: 1200 }, credits: 0 },
    // What was cancelled and not refunded stays paid.
    { month: '2026-03', booked: 4, cancelled: 1, money: { GBP: 9900, EUR: 500 }, credits: 2 },
  ]);
});

const anyBought = fc.record({
  at: fc
    .date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 19)),
  datetime: fc
    .date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 19)),
  name: fc.constantFrom('Yoga', 'Pilates', 'Pottery'),
  isCancelled: fc.boolean(),
  isRefunded: fc.boolean(),
  payment: fc.constantFrom(
    card(1200),
    card(300, 'EUR'),
    { method: 'PASS', currency: 'CR', credits_used: 1 },
    { method: 'CASH' },
  ),
});

test('whatever was bought: nothing is counted twice or in another month, and the timeline holds the past once, latest first', () => {
  fc.assert(
    fc.property(fc.array(anyBought, { maxLength: 30 }), (all) => {
      const purchases = all.map((bought, index) => purchase(index, bought));
      const months = lastMonths(TODAY);
      const activity = monthlyActivity({ purchases }, TODAY, LONDON);
      const within = all.filter(({ datetime }) => months.includes(datetime.slice(0, 7)));
      expect(activity.reduce((sum, month) => sum + month.booked + month.cancelled, 0)).toBe(within.length);
      const pounds = all.filter(
        ({ at, payment, isRefunded }) =>
          months.includes(at.slice(0, 7)) && !isRefunded && 'currency' in payment && payment.currency === 'GBP',
      );
      expect(activity.reduce((sum, { money }) => sum + (money['GBP'] ?? 0), 0)).toBe(pounds.length * 1200);
      const entries = buildTimeline({ purchases }, { customerId: JANE, now: NOW, timeZone: LONDON });
      const local = '2026-03-10T14:00:00';
      expect(entries).toHaveLength(
        all.filter(({ at }) => at <= local).length + all.filter(({ datetime }) => datetime <= local).length,
      );
      expect(entries.map(({ at }) => at)).toEqual(
        entries
          .map(({ at }) => at)
          .toSorted()
          .toReversed(),
      );
      const habits = findHabits(classBookings(purchases), NOW);
      expect(habits.total).toBe(all.length);
      expect(habits.cancelled).toBe(all.filter(({ isCancelled }) => isCancelled).length);
    }),
    { numRuns: 200 },
  );
});

test('favourites occur more than once, unless nothing does', () => {
  expect(favourites(['a', 'b', 'a', 'c', 'c', 'c'])).toEqual([
    { name: 'c', count: 3 },
    { name: 'a', count: 2 },
  ]);
  expect(favourites(['b', 'a'])).toEqual([
    { name: 'a', count: 1 },
    { name: 'b', count: 1 },
  ]);
  expect([percentOf(1, 8), percentOf(0, 0)]).toEqual(['13 %', '–']);
});

test('a cancelled appointment is not paid, as on its own tab, and what is not known of is named', () => {
  const appointment = (status: string) =>
    Appointment.parse({
      id: 'appt_1',
      type: 'appointment',
      status,
      notes: null,
      created_at: '2026-03-01T09:00:00',
      service: {
        id: 'svc_1',
        type: 'service',
        name: 'Massage',
        datetime: '2026-03-02T09:00:00',
        tz: LONDON,
        duration_minutes: 60,
        facilitator: { id: 'fac_1', type: 'facilitator', name: 'Dee' },
      },
      payment: { method: 'CARD', currency: 'GBP', base100_price: 5000, status: 'PAID' },
    });
  const records = { purchases: [], appointments: [appointment('CONFIRMED'), appointment('CANCELLED')] };
  expect(monthlyActivity(records, TODAY, LONDON).at(-1)?.money).toEqual({ GBP: 5000 });
  expect(notCounted(records)).toBe('passes and videos');
  expect(notCounted({ ...records, passes: [], videos: [] })).toBe('');
});

test('an unlimited pass has no number of credits in the timeline', () => {
  const passes = [makePass({ credits_total: 999, credits_remaining: 987 })];
  passes.push(makePass({ purchased_at: '2026-01-01T10:00:00' }));
  const entries = buildTimeline({ purchases: [], passes }, { customerId: JANE, now: NOW, timeZone: LONDON });
  expect(entries.map(({ detail }) => detail)).toEqual(['unlimited', '10 credits']);
});

test('notes stand in the timeline with who wrote them', () => {
  const note = Note.parse({
    id: 'note_1',
    type: 'note',
    content: 'Likes mats',
    created_by: 'Dee',
    created_at: '2026-03-01T09:00:00',
    updated_at: '2026-03-01T09:00:00',
  });
  const [entry] = buildTimeline({ notes: [note] }, { customerId: JANE, now: NOW, timeZone: LONDON });
  expect(entry).toMatchObject({ kind: 'note', words: 'Likes mats', detail: 'Dee' });
});

test.each([
  [{}, {}],
  [
    { kind: 'note', rows: 60 },
    { kind: 'note', rows: 60 },
  ],
  [{ kind: 'nothing', rows: '60' }, { rows: 60 }],
  [{ kind: 7, rows: -1 }, {}],
  [{ rows: 1.5 }, {}],
  [{ rows: 1e9 }, { rows: 10_000 }],
])('reads the address %j', (raw, search) => {
  expect(readOverviewSearch(raw)).toEqual({ kind: undefined, rows: undefined, ...search });
});
