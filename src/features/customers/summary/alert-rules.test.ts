import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Appointment } from '#contract/appointment.ts';
import type { Transaction } from '#contract/booking.ts';
import { DEFAULT_STUDIO_SETTINGS } from '#contract/studio-settings.ts';
import {
  JANE,
  makePass as pass,
  makePerson,
  makePurchase,
  makeSubscription as subscription,
} from '#shared/customer/record-fixtures.ts';
import { addDays } from '#shared/format/date-time.ts';
import { type AlertContext, type KnownRecords, findAlerts } from './alert-rules.ts';

const TODAY = '2026-03-10';
const CONTEXT: AlertContext = {
  customerId: JANE,
  now: Date.parse(`${TODAY}T14:00:00Z`),
  timeZone: 'Europe/London',
  settings: DEFAULT_STUDIO_SETTINGS,
};

let count = 0;
function purchase(datetime: string, change: { isCancelled?: boolean; boughtFor?: string } = {}): Transaction {
  const { boughtFor, ...state } = change;
  count += 1;
  return makePurchase(count, {
    datetime,
    ...state,
    guest: boughtFor === undefined ? undefined : makePerson(boughtFor),
  });
}

function appointment(status: string, paymentStatus: string): Appointment {
  return Appointment.parse({
    id: 'appt_1',
    type: 'appointment',
    status,
    notes: null,
    created_at: '2026-03-01T09:00:00',
    service: {
      id: 'svc_1',
      type: 'service',
      name: 'Massage',
      datetime: '2026-03-12T09:00:00',
      tz: 'Europe/London',
      duration_minutes: 60,
      facilitator: { id: 'fac_1', type: 'facilitator', name: 'Fay' },
    },
    payment: { method: 'CARD', currency: 'GBP', base100_price: 100, status: paymentStatus },
  });
}

function words(records: KnownRecords, settings: Partial<AlertContext['settings']> = {}): string[] {
  const context = { ...CONTEXT, settings: { ...DEFAULT_STUDIO_SETTINGS, ...settings } };
  return findAlerts(records, context).map((alert) => alert.words);
}

test.each<[string, KnownRecords, string[]]>([
  ['nothing known', {}, []],
  ['a failed payment', { subscriptions: [subscription('SUSPENDED')] }, ['Payment failed']],
  ['a paused subscription', { subscriptions: [subscription('PAUSED')] }, ['Subscription paused']],
  [
    'two live subscriptions, one of them failing',
    { subscriptions: [subscription('ACTIVE'), subscription('SUSPENDED')] },
    ['Payment failed', '2 live subscriptions'],
  ],
  ['an unpaid appointment', { appointments: [appointment('CONFIRMED', 'PENDING')] }, ['Unpaid appointment']],
  ['an unpaid one that was cancelled', { appointments: [appointment('CANCELLED', 'PENDING')] }, []],
  ['a failed one', { appointments: [appointment('CONFIRMED', 'FAILED')] }, ['Appointment payment failed']],
  ['the last credit', { passes: [pass({ credits_remaining: 1 })] }, ['Last credit']],
  ['a pass of one credit', { passes: [pass({ credits_total: 1, credits_remaining: 1 })] }, []],
  ['an unlimited pass with one credit', { passes: [pass({ credits_total: 999, credits_remaining: 1 })] }, []],
  ['a pass used up', { passes: [pass({ credits_remaining: 0 })] }, ['No credits left']],
  ['a pass that expired long ago', { passes: [pass({ expires_at: '2026-01-01T00:00:00' })] }, []],
  [
    'a pass that expires in three days',
    { passes: [pass({ expires_at: '2026-03-13T23:59:59' })] },
    ['Pass expires in 3 days'],
  ],
  [
    'the same, with nothing booked',
    { passes: [pass({ expires_at: '2026-03-13T23:59:59' })], purchases: [] },
    ['3 credits expire in 3 days, nothing booked'],
  ],
  [
    'the same, with only a class after it',
    {
      passes: [pass({ expires_at: '2026-03-13T23:59:59' })],
      purchases: [purchase('2026-01-02T09:00:00'), purchase('2026-03-14T09:00:00')],
    },
    ['3 credits expire in 3 days, nothing booked'],
  ],
  [
    'the same, with a class before it',
    {
      passes: [pass({ expires_at: '2026-03-11T23:59:59' })],
      purchases: [purchase('2026-01-02T09:00:00'), purchase('2026-03-11T09:00:00')],
    },
    ['Pass expires tomorrow'],
  ],
  [
    'one credit that expires today',
    { passes: [pass({ credits_total: 3, credits_remaining: 1, expires_at: '2026-03-10T23:59:59' })], purchases: [] },
    ['Last credit', '1 credit expires today, nothing booked'],
  ],
  ['passes that overlap', { passes: [pass(), pass()] }, ['2 passes overlap']],
  ['the first class ever', { purchases: [purchase('2026-03-11T09:00:00')] }, ['First class ever']],
  ['a first class that was cancelled', { purchases: [purchase('2026-03-11T09:00:00', { isCancelled: true })] }, []],
  ['a first class for a child', { purchases: [purchase('2026-03-11T09:00:00', { boughtFor: 'cust_2' })] }, []],
  ['a second class', { purchases: [purchase('2026-03-01T09:00:00'), purchase('2026-03-11T09:00:00')] }, []],
  ['notes', { noteCount: 2 }, ['2 notes']],
])('%s', (_, records, expected) => {
  expect(words(records)).toEqual(expected);
});

test('soon, low and new are what the studio says', () => {
  const passes = [pass({ expires_at: '2026-03-24T23:59:59', credits_remaining: 3 })];
  expect(words({ passes })).toEqual([]);
  expect(words({ passes }, { soonDays: 14 })).toEqual(['Pass expires in 14 days']);
  expect(words({ passes }, { lowCredits: 3 })).toEqual(['3 credits left']);
  const purchases = [purchase('2026-03-01T09:00:00'), purchase('2026-03-11T09:00:00')];
  expect(words({ purchases }, { newClasses: 3 })).toEqual(['New: class 2 is next']);
});

const anyPass = fc
  .record({
    credits_total: fc.constantFrom(1, 5, 10, 999),
    left: fc.integer({ min: 0, max: 10 }),
    expiresIn: fc.option(fc.integer({ min: -20, max: 40 })),
    is_cancelled: fc.boolean(),
  })
  .map(({ left, expiresIn, ...facts }) =>
    pass({
      ...facts,
      credits_remaining: Math.min(left, facts.credits_total),
      expires_at: expiresIn === null ? null : `${addDays(TODAY, expiresIn)}T23:59:59`,
    }),
  );
const anyRecords = fc.record({
  passes: fc.array(anyPass, { maxLength: 5 }),
  subscriptions: fc.array(
    fc.constantFrom('ACTIVE', 'PAUSED', 'SUSPENDED', 'ENDED').map((state) => subscription(state)),
    {
      maxLength: 3,
    },
  ),
  appointments: fc.array(
    fc
      .tuple(fc.constantFrom('CONFIRMED', 'CANCELLED'), fc.constantFrom('PAID', 'PENDING', 'FAILED'))
      .map(([a, b]) => appointment(a, b)),
    { maxLength: 3 },
  ),
  noteCount: fc.integer({ min: 0, max: 3 }),
});

test('whatever is known: the worst comes first, nothing is said twice, and what is missing says nothing', () => {
  const rank = ['bad', 'warn', 'info', 'gray'];
  fc.assert(
    fc.property(anyRecords, fc.integer({ min: 1, max: 60 }), (records, soonDays) => {
      const settings = { ...DEFAULT_STUDIO_SETTINGS, soonDays };
      const alerts = findAlerts(records, { ...CONTEXT, settings });
      const ranks = alerts.map(({ color }) => rank.indexOf(color));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      const live = records.subscriptions.filter(({ state }) => state === 'SUSPENDED').length;
      expect(alerts.some(({ words: said }) => said === 'Payment failed')).toBe(live > 0);
      const soon = records.passes.filter(({ expires_at, credits_remaining, is_cancelled }) => {
        if (expires_at === null || is_cancelled || credits_remaining <= 0) return false;
        const day = expires_at.slice(0, 10);
        return day >= TODAY && day <= addDays(TODAY, soonDays);
      });
      expect(alerts.filter(({ words: said }) => /^Pass expires|nothing booked$/.test(said))).toHaveLength(soon.length);
      for (const key of ['passes', 'subscriptions', 'appointments', 'noteCount'] as const) {
        const place = key === 'noteCount' ? 'notes' : key;
        const without = findAlerts({ ...records, [key]: undefined }, { ...CONTEXT, settings });
        expect(without.filter((alert) => alert.place === place)).toEqual([]);
      }
    }),
  );
});
