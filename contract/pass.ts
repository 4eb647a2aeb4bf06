import * as z from 'zod/mini';
import { PackageId, PassId } from './id.ts';
import { PurchasePayment } from './payment.ts';
import { LocalDateTime } from './time.ts';

/** A customer's purchase of a pass [assumed shape: reservie-api.md, "The other customer tabs"]. */
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
