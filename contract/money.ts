import * as z from 'zod/mini';

/** An integer in hundredths: `1200` with `GBP` is £12.00. Reservie writes it under four field names. */
export const Base100 = z.int();
export type Base100 = z.infer<typeof Base100>;

/** ISO 4217, such as `GBP`. `CR` stands for credits, which are not money, and is not a Currency. */
export const Currency = z.string().check(z.regex(/^[A-Z]{3}$/));
export type Currency = z.infer<typeof Currency>;

/** How many credits stand for "unlimited" in Reservie. */
export const UNLIMITED_CREDITS = 999;
