import type { SubscriptionMandate } from '#contract/subscription.ts';
import type { RecordGroup, RecordView } from '#shared/customer/filter-records.ts';
import { describePaid } from '#shared/customer/record-sums.ts';
import { arrangeSubscriptions } from '#shared/subscriptions/subscription-state.ts';

type Facts = Pick<SubscriptionMandate, 'state' | 'plan' | 'created'>;

/** Not documented, but what other states could mean (docs/reservie-api.md). */
const ENDED = new Set(['CANCELLED', 'CANCELED', 'ENDED', 'EXPIRED', 'FINISHED', 'TERMINATED']);
const GOING_ON = new Set(['ACTIVE', 'SUSPENDED', 'PAUSED']);

export const SUBSCRIPTION_VIEWS: readonly RecordView<Pick<Facts, 'state'>>[] = [
  { name: 'live', label: 'Live', includes: ({ state }) => state === 'ACTIVE' },
  { name: 'failed', label: 'Payment failed', includes: ({ state }) => state === 'SUSPENDED' },
  { name: 'paused', label: 'Paused', includes: ({ state }) => state === 'PAUSED' },
  { name: 'ended', label: 'Ended', includes: ({ state }) => ENDED.has(state) },
  { name: 'other', label: 'Other', includes: ({ state }) => !GOING_ON.has(state) && !ENDED.has(state), isRare: true },
];

/** Those with a failed payment first; what has ended, or what we do not know, apart. */
export function groupSubscriptions<Row extends Facts>(rows: readonly Row[]): RecordGroup<Row>[] {
  const arranged = arrangeSubscriptions(rows);
  return [
    { title: 'Current', rows: arranged.filter(({ state }) => GOING_ON.has(state)) },
    { title: 'Ended or other', rows: arranged.filter(({ state }) => !GOING_ON.has(state)), isPast: true },
  ];
}

/** What renews itself, per currency: one that is paused or has ended takes nothing. */
export function describeRenewals(rows: readonly Facts[]): string {
  const renewing = rows.filter(({ state }) => state === 'ACTIVE' || state === 'SUSPENDED');
  const sum = describePaid(
    renewing.map(({ plan: { base100_price, currency } }) => ({ method: 'CARD', base100_price, currency })),
  );
  return sum && `${sum} at each renewal`;
}
