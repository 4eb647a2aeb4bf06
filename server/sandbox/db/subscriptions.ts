import type { SubscriptionMandate } from '#contract/subscription.ts';
import { wireId } from './ids.ts';
import type { Database } from './open.ts';
import { pagedQuery, selectPage } from './paged.ts';
import { toWireInstant } from './studio-time.ts';

interface MandateRow {
  id: number;
  plan_id: number;
  plan_name: string;
  recurring_base100: number;
  currency: string;
  state: string;
  created_ms: number;
  grace: number;
  earliest_cancellation_ms: number | null;
  renewal_ms: number | null;
}

export const subscriptionQueries = {
  ofCustomer: pagedQuery(
    `mandate.id, plan_id, plan.name AS plan_name, recurring_base100, currency, mandate.state, created_ms, grace,
      earliest_cancellation_ms, renewal_ms`,
    'mandate',
    'JOIN plan ON plan.id = mandate.plan_id',
    'mandate.customer_id = ?',
    'mandate.created_ms DESC, mandate.id DESC',
  ),
};

export function createSubscriptionStore(database: Database) {
  return {
    /** A customer's mandates, latest first. */
    ofCustomer: selectPage<MandateRow, SubscriptionMandate>(database, subscriptionQueries.ofCustomer, (row) => ({
      id: wireId.mandate(row.id),
      type: 'subscription_mandate',
      plan: {
        id: wireId.plan(row.plan_id),
        type: 'subscription_plan',
        name: row.plan_name,
        base100_price: row.recurring_base100,
        currency: row.currency,
      },
      state: row.state,
      created: toWireInstant(row.created_ms),
      grace: row.grace,
      earliest_cancellation_date: instantOrNull(row.earliest_cancellation_ms),
      renewal_date: instantOrNull(row.renewal_ms),
    })),
  };
}

function instantOrNull(instant: number | null): string | null {
  return instant === null ? null : toWireInstant(instant);
}
