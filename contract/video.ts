import * as z from 'zod/mini';
import { MediaId } from './id.ts';
import { PurchasePayment } from './payment.ts';
import { Instant } from './time.ts';

export const VideoPurchase = z.object({
  id: MediaId,
  type: z.literal('video_purchase'),
  media: z.object({ id: MediaId, type: z.literal('media'), name: z.string() }),
  created: Instant,
  expires_on: z.nullable(Instant),
  is_cancelled: z.boolean(),
  is_refunded: z.boolean(),
  is_expired: z.boolean(),
  payment: PurchasePayment,
});
export type VideoPurchase = z.infer<typeof VideoPurchase>;
