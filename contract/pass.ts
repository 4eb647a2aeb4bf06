import * as z from 'zod/mini';
import { CustomerRef } from './customer.ts';
import { PackageId, PassId } from './id.ts';
import { Base100, PurchasePayment } from './payment.ts';
import { LocalDateTime } from './time.ts';

/** A customer's purchase of a pass [assumed shape: docs/reservie-api.md, "The other customer tabs"]. */
export const PassPurchase = z.object({
  id: PackageId,
  type: z.literal('pass_purchase'),
  pass: z.object({ id: PassId, type: z.literal('pass'), name: z.string() }),
  /** 999 means unlimited. */
  credits_total: z.number(),
  credits_remaining: z.number(),
  purchased_at: LocalDateTime,
  starts_at: z.optional(z.nullable(LocalDateTime)),
  expires_at: z.nullable(LocalDateTime),
  is_cancelled: z.optional(z.boolean()),
  payment: z.optional(PurchasePayment),
});
export type PassPurchase = z.infer<typeof PassPurchase>;

/** A pass the studio sells (docs/reservie-api.md, "Company-wide reads"). Its currency is not on the wire. */
export const Pass = z.object({
  id: PassId,
  type: z.literal('pass'),
  name: z.string(),
  description: z.string(),
  base100_price: Base100,
  /** 999 means unlimited. */
  credits: z.int(),
  /** When its validity begins, such as `ON_PURCHASE` or `ON_FIRST_USE`. */
  start_mode: z.string(),
  /** Such as 30 `DAYS`. */
  validity: z.object({ period: z.int(), unit: z.string() }),
  /** Comes with a subscription and cannot be bought alone. */
  subscriptions_only: z.boolean(),
  /** How many one customer may buy. */
  purchase_limit: z.nullable(z.int()),
  created_at: LocalDateTime,
});
export type Pass = z.infer<typeof Pass>;

/** Every live purchase of one pass: credits left for all customers in one call. */
export const PassPackages = z.object({
  pass_id: PassId,
  pass_name: z.string(),
  active_passes: z.array(
    z.object({
      id: PackageId,
      type: z.literal('pass_purchase'),
      customer: CustomerRef,
      credits_total: z.number(),
      credits_remaining: z.number(),
      /** [assumed] */
      expires_at: z.nullable(LocalDateTime),
    }),
  ),
});
export type PassPackages = z.infer<typeof PassPackages>;
