import { Transaction } from '#contract/booking.ts';
import { CustomerId } from '#contract/id.ts';
import { PassPurchase } from '#contract/pass.ts';
import { SubscriptionMandate } from '#contract/subscription.ts';

/** Records for tests, with what a test does not care about filled in. */
export const JANE = CustomerId.parse('cust_1');

export function makePerson(id: string, firstname = 'Jane') {
  return { id, type: 'customer', firstname, lastname: 'Smith', email: `${id}@example.com` };
}

interface Bought {
  /** Of the purchase. */
  at?: string;
  /** Of the class. */
  datetime?: string;
  tz?: string;
  dateId?: string;
  name?: string;
  isCancelled?: boolean;
  isRefunded?: boolean;
  payment?: object;
  buyer?: object;
  guest?: object | undefined;
}

/** A purchase of one booking; Jane buys for herself unless it says otherwise. */
export function makePurchase(index: number, bought: Bought = {}): Transaction {
  const { datetime = '2026-03-03T09:00:00', tz = 'Europe/London', dateId = 'date_1', guest } = bought;
  return Transaction.parse({
    id: `txn_${index}`,
    type: 'event-booking',
    purchase_date: bought.at ?? '2026-01-01T09:00:00',
    bookings: [
      {
        id: `booking_${index}`,
        type: 'event-booking',
        is_cancelled: bought.isCancelled ?? false,
        is_refunded: bought.isRefunded ?? false,
        spaces: 1,
        purchased_by: bought.buyer ?? makePerson(JANE),
        ...(guest && { bought_for: guest }),
        event: {
          id: 'evt_1',
          type: 'event',
          name: bought.name ?? 'Yoga',
          date: { id: dateId, type: 'event_date', datetime, tz, duration: 60 },
        },
        pricing_option: { id: 'po-1' },
        payment: bought.payment ?? { method: 'CASH' },
      },
    ],
  });
}

export function makePass(change: Partial<PassPurchase> = {}): PassPurchase {
  return PassPurchase.parse({
    id: 'pkg_1',
    type: 'pass_purchase',
    pass: { id: 'pass_1', type: 'pass', name: 'Ten' },
    credits_total: 10,
    credits_remaining: 3,
    purchased_at: '2026-02-01T10:00:00',
    expires_at: '2026-06-01T23:59:59',
    ...change,
  });
}

export function makeSubscription(state: string, change: object = {}): SubscriptionMandate {
  return SubscriptionMandate.parse({
    id: 'mandate_1',
    type: 'subscription_mandate',
    plan: { id: 'plan_1', type: 'subscription_plan', name: 'Eight', base100_price: 1, currency: 'GBP' },
    state,
    created: '2026-01-01T00:00:00Z',
    grace: 0,
    earliest_cancellation_date: null,
    renewal_date: null,
    ...change,
  });
}
