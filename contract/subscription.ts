import * as z from 'zod/mini';
import { MandateId, PlanId } from './id.ts';
import { Base100, Currency } from './payment.ts';
import { Instant } from './time.ts';

export const SubscriptionMandate = z.object({
  id: MandateId,
  type: z.literal('subscription_mandate'),
  plan: z.object({
    id: PlanId,
    type: z.literal('subscription_plan'),
    name: z.string(),
    base100_price: Base100,
    currency: Currency,
  }),
  /** `ACTIVE`, `PAUSED` or `SUSPENDED` (a payment failed); anything else is shown as it stands. */
  state: z.string(),
  created: Instant,
  /** Days. */
  grace: z.number(),
  earliest_cancellation_date: z.nullable(Instant),
  renewal_date: z.nullable(Instant),
});
export type SubscriptionMandate = z.infer<typeof SubscriptionMandate>;
