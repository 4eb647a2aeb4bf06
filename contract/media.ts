import * as z from 'zod/mini';
import { MediaId } from './id.ts';
import { Base100, Currency } from './payment.ts';
import { Instant } from './time.ts';

/** A video in the studio's catalogue [assumed shape: nothing at hand prints one]. */
export const Media = z.object({
  id: MediaId,
  type: z.literal('media'),
  name: z.string(),
  description: z.string(),
  base100_price: Base100,
  currency: Currency,
  /** Length. */
  duration_minutes: z.int(),
  /** How long a purchase may be watched; `null` means for ever. */
  access_days: z.nullable(z.int()),
  created: Instant,
});
export type Media = z.infer<typeof Media>;
