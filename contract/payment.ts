import * as z from 'zod/mini';

/** An integer in hundredths: `1200` with `GBP` is £12.00. Reservie writes it under four field names. */
export const Base100 = z.int();
export type Base100 = z.infer<typeof Base100>;

/** ISO 4217, such as `GBP`. `CR` stands for credits, which are not money, and is not a Currency. */
export const Currency = z.string().check(z.regex(/^[A-Z]{3}$/));
export type Currency = z.infer<typeof Currency>;

/** How many credits stand for "unlimited" in Reservie. */
export const UNLIMITED_CREDITS = 999;

/** "Shape varies by method": a method that is not documented is kept by its raw name. */
export const OtherPayment = z.object({
  method: z.string().check(z.regex(/^(?!(?:CARD|PASS)$)[\s\S]{1,60}$/)),
});

/** How a booking was paid (docs/reservie-api.md, "Bookings"). */
export const BookingPayment = z.union([
  z.object({
    method: z.literal('CARD'),
    currency: Currency,
    base100gross_price: Base100,
    base100net_price: Base100,
  }),
  z.object({ method: z.literal('PASS'), currency: z.literal('CR'), credits_used: z.number() }),
  OtherPayment,
]);
export type BookingPayment = z.infer<typeof BookingPayment>;

/** Pass and video purchases: one price. */
export const PurchasePayment = z.union([
  z.object({ method: z.literal('CARD'), currency: Currency, base100_price: Base100 }),
  z.object({ method: z.literal('PASS'), currency: z.optional(z.literal('CR')), credits_used: z.optional(z.number()) }),
  OtherPayment,
]);
export type PurchasePayment = z.infer<typeof PurchasePayment>;

/** Appointments can be unpaid; a status that is not `PAID`, `PENDING` or `FAILED` is shown as it stands. */
export const AppointmentPayment = z.union([
  z.object({ method: z.literal('CARD'), currency: Currency, base100_price: Base100, status: z.string() }),
  z.object({ method: z.literal('PASS'), currency: z.literal('CR'), credits_used: z.number(), status: z.string() }),
  OtherPayment,
]);
export type AppointmentPayment = z.infer<typeof AppointmentPayment>;
