import * as z from 'zod/mini';
import { PassId, PlanId } from './id.ts';
import { Base100 } from './payment.ts';
import { Instant } from './time.ts';

/** A membership the studio sells (docs/reservie-api.md, "Company-wide reads"). Its currency is not on the wire. */
export const SubscriptionPlan = z.object({
  id: PlanId,
  type: z.literal('subscription_plan'),
  name: z.string(),
  /** Such as `ACTIVE`; shown as it stands when unknown. */
  state: z.string(),
  term_days: z.int(),
  pricing: z.object({ initial_base100: Base100, recurring_base100: Base100 }),
  renews_on_expire: z.boolean(),
  /** The pass that each term gives. */
  associated_pass: z.nullable(z.object({ id: PassId, type: z.literal('pass'), name: z.string() })),
  modified: Instant,
});
export type SubscriptionPlan = z.infer<typeof SubscriptionPlan>;
