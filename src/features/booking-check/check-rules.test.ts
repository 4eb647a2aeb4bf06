import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { StudioClass } from '#contract/classes.ts';
import { classBookings } from '#shared/bookings/class-bookings.ts';
import {
  JANE,
  makePass as pass,
  makePerson,
  makePurchase,
  makeSubscription as subscription,
} from '#shared/customer/record-fixtures.ts';
import { type CheckState, checkBooking, concludeCheck } from './check-rules.ts';
import { classOptions } from './class-options.ts';

const NOW = Date.parse('2026-03-10T14:00:00Z');

function studioClass(change: { day?: number; paymentMethods?: string[]; name?: string } = {}): StudioClass {
  const { day = 12, paymentMethods = ['PASS', 'CARD'], name = 'Yoga' } = change;
  const datetime = `2026-03-${String(day).padStart(2, '0')}T18:30:00`;
  return StudioClass.parse({
    eventId: 'evt_1',
    name,
    date: { id: `date_${day}`, type: 'event_date', datetime, tz: 'Europe/London', duration: 60 },
    paymentMethods,
    teachers: ['Fay'],
  });
}

const FREE = { capacity: 12, taken: 3, waiting: 0, hasWaitingList: true, customer: 'none' } as const;
const CLEAR: CheckState = {
  customerId: JANE,
  studioClass: studioClass(),
  places: FREE,
  isArchived: false,
  twins: 0,
  passes: [pass()],
  subscriptions: [],
  bookings: [],
  now: NOW,
  timeZone: 'Europe/London',
};

function verdicts(change: Partial<CheckState>, verdict: string): string[] {
  return checkBooking({ ...CLEAR, ...change })
    .filter((finding) => finding.verdict === verdict)
    .map(({ words }) => words);
}

test.each<[string, Partial<CheckState>, RegExp]>([
  ['has begun', { studioClass: studioClass({ day: 9 }) }, /has begun/],
  ['is full', { places: { ...FREE, taken: 12, waiting: 4 } }, /full: 12 of 12 spaces taken, 4 waiting/],
  ['is full without a list', { places: { ...FREE, taken: 13, hasWaitingList: false } }, /no waiting list/],
  ['is booked already', { places: { ...FREE, customer: 'booked' } }, /Already booked/],
  ['is waited for', { places: { ...FREE, customer: 'waiting' } }, /waiting list/],
  ['meets an archived profile', { isArchived: true }, /archived/],
  ['takes passes only', { studioClass: studioClass({ paymentMethods: ['PASS'] }), passes: [] }, /they have none/],
  [
    'takes passes only, of which none has credits',
    { studioClass: studioClass({ paymentMethods: ['PASS'] }), passes: [pass({ credits_remaining: 0 })] },
    /No pass can pay for it \(without credits; the latest: Ten, 0 left, until 1 Jun 2026\)$/,
  ],
])('a class that %s stops them', (_, change, words) => {
  const [finding, ...others] = verdicts(change, 'no');
  expect(finding).toMatch(words);
  expect(others).toEqual([]);
  expect(concludeCheck(checkBooking({ ...CLEAR, ...change }))).toMatch(/^They cannot book/);
});

test.each<[string, Partial<CheckState>, RegExp]>([
  ['a second profile', { twins: 1 }, /1 other profile/],
  ['a failed payment', { subscriptions: [subscription('SUSPENDED')] }, /payment failed/],
  ['a paused subscription', { subscriptions: [subscription('PAUSED')] }, /paused/],
  ['a pass that expires before', { passes: [pass({ expires_at: '2026-03-12T12:00:00' })] }, /expires before the class/],
  ['a pass that has not started', { passes: [pass({ starts_at: '2026-03-13T00:00:00' })] }, /not started/],
  ['no pass, where cards are taken', { passes: [] }, /have no pass; it may be paid otherwise/],
  [
    'a class that takes no passes',
    { studioClass: studioClass({ paymentMethods: ['CARD'] }) },
    /cannot be paid with a pass/,
  ],
])('%s may stop them', (_, change, words) => {
  expect(verdicts(change, 'care').join('\n')).toMatch(words);
  expect(verdicts(change, 'no')).toEqual([]);
});

test('what cannot be read is named, and what the API does not tell always', () => {
  expect(verdicts({}, 'unseen')).toEqual([expect.stringMatching(/Which passes .* does not tell/)]);
  const nothing = {
    places: undefined,
    twins: undefined,
    passes: undefined,
    subscriptions: undefined,
    bookings: undefined,
    isArchived: undefined,
  };
  expect(verdicts(nothing, 'unseen')).toEqual([
    expect.stringMatching(/How full the class is, and whether they are booked/),
    expect.stringMatching(/archived/),
    expect.stringMatching(/second profile/),
    expect.stringMatching(/passes could not/),
    expect.stringMatching(/subscriptions could not/),
    expect.stringMatching(/does not tell/),
  ]);
  expect(verdicts(nothing, 'no')).toEqual([]);
});

test('a booking may be in a purchase that could not be read, and an unlimited pass has no number left', () => {
  expect(verdicts({ places: undefined, isBookingUnread: true }, 'unseen')[0]).toMatch(/whether they are booked/);
  expect(verdicts({ places: undefined }, 'unseen')[0]).not.toMatch(/whether they are booked/);
  const over = pass({ credits_total: 999, credits_remaining: 981, expires_at: '2026-01-01T12:00:00' });
  expect(verdicts({ passes: [over] }, 'care').join()).toMatch(/unlimited/);
});

const anyState = fc
  .record({
    day: fc.integer({ min: 8, max: 20 }),
    paymentMethods: fc.subarray(['PASS', 'CARD', 'CASH']),
    places: fc.option(
      fc.record({
        capacity: fc.option(fc.integer({ min: 0, max: 10 })),
        taken: fc.integer({ min: 0, max: 12 }),
        waiting: fc.integer({ min: 0, max: 3 }),
        hasWaitingList: fc.boolean(),
        customer: fc.constantFrom('none' as const, 'booked' as const, 'waiting' as const, 'cancelled' as const),
      }),
      { nil: undefined },
    ),
    isArchived: fc.option(fc.boolean(), { nil: undefined }),
    twins: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
    passes: fc.option(
      fc.array(
        fc
          .record({
            credits_remaining: fc.integer({ min: 0, max: 2 }),
            expires_at: fc.option(
              fc.integer({ min: 1, max: 31 }).map((day) => `2026-03-${String(day).padStart(2, '0')}T12:00:00`),
            ),
            starts_at: fc.option(
              fc.integer({ min: 1, max: 31 }).map((day) => `2026-03-${String(day).padStart(2, '0')}T00:00:00`),
            ),
            is_cancelled: fc.boolean(),
          })
          .map((change) => pass(change)),
        { maxLength: 3 },
      ),
      { nil: undefined },
    ),
    subscriptions: fc.option(
      fc.array(
        fc.constantFrom('ACTIVE', 'PAUSED', 'SUSPENDED').map((state) => subscription(state)),
        { maxLength: 2 },
      ),
      {
        nil: undefined,
      },
    ),
    bookings: fc.option(
      fc.array(fc.record({ isThis: fc.boolean(), isForChild: fc.boolean(), isCancelled: fc.boolean() }), {
        maxLength: 3,
      }),
      { nil: undefined },
    ),
  })
  .map(({ day, paymentMethods, bookings, ...state }): CheckState => ({
    ...CLEAR,
    ...state,
    bookings:
      bookings &&
      classBookings(
        bookings.map(({ isThis, isForChild, isCancelled }, index) =>
          makePurchase(index, {
            dateId: isThis ? `date_${day}` : 'date_99',
            isCancelled,
            guest: isForChild ? makePerson('cust_2', 'Alfie') : undefined,
          }),
        ),
      ),
    studioClass: studioClass({ day, paymentMethods }),
  }));

/** The same question, answered as plainly as it can be: does any rule that is seen say no? */
function saysNo({ studioClass: { date, paymentMethods }, places, isArchived, passes, bookings }: CheckState): boolean {
  // March, in London: the studio's clock shows UTC until the 29th.
  const start = date.datetime;
  if (start <= '2026-03-10T14:00:00' || isArchived) return true;
  for (const { booking } of bookings ?? []) {
    if (booking.event.date.id === date.id && !booking.bought_for && !booking.is_cancelled) return true;
  }
  if (places?.customer === 'booked' || places?.customer === 'waiting') return true;
  if (places && places.capacity !== null && places.taken >= places.capacity) return true;
  const isPassOnly = paymentMethods.length > 0 && paymentMethods.every((method) => method === 'PASS');
  if (!isPassOnly || !passes) return false;
  return !passes.some(
    (one) =>
      !one.is_cancelled &&
      one.credits_remaining > 0 &&
      (one.expires_at === null || one.expires_at > start) &&
      (one.expires_at === null || one.expires_at > '2026-03-10T14:00:00') &&
      (!one.starts_at || one.starts_at <= start),
  );
}

test('agrees with the reference over random states, and never says that they can book', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const findings = checkBooking(state);
      const conclusion = concludeCheck(findings);
      expect(findings.some(({ verdict }) => verdict === 'no')).toBe(saysNo(state));
      expect(conclusion.startsWith('They cannot book')).toBe(saysNo(state));
      expect(conclusion).not.toMatch(/\bcan book\b/);
      expect(findings.at(-1)?.verdict).toBe('unseen');
      expect(new Set(findings.map(({ words }) => words)).size).toBe(findings.length);
    }),
    { numRuns: 500 },
  );
});

test('classes are offered by day, those that have begun left out', () => {
  const timetable = [studioClass({ day: 13, name: 'Pilates' }), studioClass({ day: 9 }), studioClass({ day: 12 })];
  expect(classOptions(timetable, NOW)).toEqual([
    { group: 'Thu 12 Mar 2026', items: [{ value: 'date_12', label: '18:30 Yoga, Fay' }] },
    { group: 'Fri 13 Mar 2026', items: [{ value: 'date_13', label: '18:30 Pilates, Fay' }] },
  ]);
});
