import type { SubscriptionPlan } from '#contract/plan.ts';
import type { SubscriptionMandate } from '#contract/subscription.ts';
import { keyOf, wireId } from './ids.ts';
import type { Database } from './open.ts';
import { pagedQuery, selectPage } from './paged.ts';
import { selectAll, selectOne } from './query.ts';
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

interface PlanRow {
  id: number;
  name: string;
  state: string;
  term_days: number;
  initial_base100: number;
  recurring_base100: number;
  renews_on_expire: number;
  pass_id: number;
  pass_name: string;
  modified: string;
}

const plans = `SELECT plan.id, plan.name, plan.state, term_days, initial_base100, recurring_base100, renews_on_expire, pass_id,
  pass.name AS pass_name, modified FROM plan JOIN pass ON pass.id = plan.pass_id`;

export const subscriptionQueries = {
  plans: `${plans} ORDER BY plan.id`,
  plan: `${plans} WHERE plan.id = ?`,
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
  const list = selectAll<PlanRow>(database, subscriptionQueries.plans);
  const one = selectOne<PlanRow>(database, subscriptionQueries.plan);

  return {
    plans: (): SubscriptionPlan[] => list().map(toPlan),
    plan: (id: string): SubscriptionPlan | undefined => {
      const row = one(keyOf(id));
      return row && toPlan(row);
    },
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

function toPlan(row: PlanRow): SubscriptionPlan {
  const { id, name, state, term_days, initial_base100, recurring_base100, modified } = row;
  return {
    id: wireId.plan(id),
    type: 'subscription_plan',
    name,
    state,
    term_days,
    pricing: { initial_base100, recurring_base100 },
    renews_on_expire: row.renews_on_expire === 1,
    associated_pass: { id: wireId.pass(row.pass_id), type: 'pass', name: row.pass_name },
    modified,
  };
}
