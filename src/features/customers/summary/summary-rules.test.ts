import { expect, test } from 'vitest';
import type { Transaction } from '#contract/booking.ts';
import type { SubscriptionMandate } from '#contract/subscription.ts';
import { bookedPeople, classBookings, upcomingBookings } from '#shared/bookings/class-bookings.ts';
import {
  JANE,
  makePass as pass,
  makePerson,
  makePurchase,
  makeSubscription,
} from '#shared/customer/record-fixtures.ts';
import { nextClassWords, readOutText, summariseCredits, summariseSubscriptions } from './summary-rules.ts';

const AT = { now: Date.parse('2026-03-10T14:00:00Z'), timeZone: 'Europe/London', customerId: JANE };
const LOCAL = '2026-03-10T14:00:00';

function purchases(
  ...rows: [datetime: string, tz?: string, boughtFor?: string | undefined, isCancelled?: boolean][]
): Transaction[] {
  return rows.map(([datetime, tz = 'Europe/London', boughtFor, isCancelled = false], index) => {
    const guest = boughtFor === 'Jane' ? makePerson(JANE) : boughtFor && makePerson(`cust_${boughtFor}`, boughtFor);
    const buyer = boughtFor === 'Jane' ? makePerson('cust_9', 'Mum') : makePerson(JANE);
    return makePurchase(index, { datetime, tz, isCancelled, buyer, guest: guest || undefined });
  });
}

test('the next class is the next moment, whatever each wall clock shows, and not a cancelled one', () => {
  const rows = classBookings(
    purchases(
      ['2026-03-10T15:00:00', 'Europe/London', undefined, true],
      ['2026-03-10T16:30:00'],
      ['2026-03-10T10:30:00', 'America/New_York'],
      ['2026-03-10T13:59:00'],
    ),
  );
  expect(upcomingBookings(rows, AT.now).map(({ transactionId }) => transactionId)).toEqual(['txn_2', 'txn_1']);
});

test.each([
  [purchases(['2026-03-10T18:30:00']), 'Today, 18:30 · Yoga', 'Tue 10 Mar 2026, 18:30'],
  [
    purchases(['2026-03-11T18:30:00', 'Europe/London', 'Alfie']),
    'Tomorrow, 18:30 · Yoga',
    'Wed 11 Mar 2026, 18:30, for Alfie Smith',
  ],
  [purchases(['2026-03-20T18:30:00', 'America/New_York']), 'Fri 20 Mar 2026, 18:30 · Yoga', 'New York time'],
])('says when the next class is (%#)', (bought, words, detail) => {
  const [next] = upcomingBookings(classBookings(bought), AT.now);
  expect(next && nextClassWords(next, AT)).toEqual({ words, detail });
});

test('counts the credits that can be used now, and names the first that are lost', () => {
  expect(summariseCredits([], LOCAL)).toEqual({ words: 'None' });
  expect(summariseCredits([pass()], LOCAL)).toEqual({ words: '3 of 10 left', detail: 'until 1 Jun 2026', percent: 30 });
  const two = [pass(), pass({ credits_total: 5, credits_remaining: 2, expires_at: '2026-03-20T23:59:59' })];
  expect(summariseCredits(two, LOCAL)).toMatchObject({ words: '5 of 15 left', detail: '2 until 20 Mar 2026' });
  expect(summariseCredits([pass({ expires_at: null })], LOCAL)).toEqual({ words: '3 of 10 left', percent: 30 });
  expect(summariseCredits([pass({ starts_at: '2026-04-01T00:00:00' })], LOCAL)).toEqual({ words: 'None' });
  expect(summariseCredits([pass({ credits_total: 999, credits_remaining: 990 })], LOCAL)).toEqual({
    words: 'Unlimited',
    detail: 'until 1 Jun 2026',
  });
});

function say(...all: SubscriptionMandate[]) {
  return summariseSubscriptions(all, AT.now, AT.timeZone);
}

test('says how a subscription stands', () => {
  const mandate = makeSubscription('ACTIVE', { renewal_date: '2026-03-20T00:00:00Z' });
  expect(say()).toBeUndefined();
  expect(say(mandate)).toEqual({ words: 'Eight', detail: 'renews 20 Mar 2026' });
  expect(say(mandate, { ...mandate, state: 'SUSPENDED', renewal_date: '2026-03-01T00:00:00Z' })).toEqual({
    words: 'Eight',
    detail: 'Payment failed · renewal was due 1 Mar 2026 · and 1 more',
  });
});

test('knows whom they book for and who books for them, the most booked first', () => {
  const rows = classBookings(
    purchases(
      ['2026-03-11T09:00:00', 'Europe/London', 'Otis'],
      ['2026-03-12T09:00:00', 'Europe/London', 'Alfie'],
      ['2026-03-13T09:00:00', 'Europe/London', 'Alfie'],
      ['2026-03-14T09:00:00', 'Europe/London', 'Jane'],
      ['2026-03-15T09:00:00'],
    ),
  );
  const { booksFor, bookedBy } = bookedPeople(rows, JANE);
  expect(booksFor.map(({ firstname }) => firstname)).toEqual(['Alfie', 'Otis']);
  expect(bookedBy.map(({ firstname }) => firstname)).toEqual(['Mum']);
});

test('can be read out: credits, the subscription and the next classes; what is not known is left out', () => {
  const upcoming = upcomingBookings(
    classBookings(purchases(['2026-03-11T18:30:00', 'Europe/London', 'Alfie'])),
    AT.now,
  );
  const subscription = { words: 'Eight a Month', detail: 'renews 20 Mar 2026' };
  expect(readOutText({ name: 'Jane Smith', credits: { passes: [pass()] }, upcoming, subscription }, AT)).toBe(
    [
      'Jane Smith',
      'Ten: 3 credits left, until 1 Jun 2026',
      'Eight a Month, renews 20 Mar 2026',
      'Next classes:',
      '– Wed 11 Mar 2026, 18:30: Yoga (Alfie Smith)',
    ].join('\n'),
  );
  expect(readOutText({ name: 'Jane Smith', credits: { passes: [] }, upcoming: [] }, AT)).toBe(
    'Jane Smith\nNo credits left.\nNothing booked.',
  );
  expect(readOutText({ name: 'Jane Smith' }, AT)).toBe('Jane Smith');
  const many = upcomingBookings(
    classBookings(purchases(...Array.from({ length: 7 }, (_, day): [string] => [`2026-04-0${day + 1}T09:00:00`]))),
    AT.now,
  );
  expect(readOutText({ name: 'Jane Smith', upcoming: many }, AT).split('\n').at(-1)).toBe('– and 2 more');
});
