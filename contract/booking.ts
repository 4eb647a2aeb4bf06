import * as z from 'zod/mini';
import { CustomerRef } from './customer.ts';
import { BookingId, EventDateId, EventId, PricingOptionId, TransactionId } from './id.ts';
import { PageQuery, QueryBoolean } from './page.ts';
import { BookingPayment } from './payment.ts';
import { LocalDate, LocalDateTime } from './time.ts';

export const EventDate = z.object({
  id: EventDateId,
  type: z.literal('event_date'),
  /** Wall time in `tz`. */
  datetime: LocalDateTime,
  /** IANA name, such as `Europe/London`. */
  tz: z.string(),
  /** Minutes. */
  duration: z.number(),
});
export type EventDate = z.infer<typeof EventDate>;

export const Booking = z.object({
  id: BookingId,
  type: z.literal('event-booking'),
  is_cancelled: z.boolean(),
  is_refunded: z.boolean(),
  spaces: z.number(),
  purchased_by: CustomerRef,
  /** Only when it is not the purchaser. */
  bought_for: z.optional(CustomerRef),
  event: z.object({ id: EventId, type: z.literal('event'), name: z.string(), date: EventDate }),
  pricing_option: z.object({ id: PricingOptionId }),
  payment: BookingPayment,
});
export type Booking = z.infer<typeof Booking>;

/** One purchase; it may hold several bookings (docs/reservie-api.md, "Bookings"). */
export const Transaction = z.object({
  id: TransactionId,
  type: z.literal('event-booking'),
  /** Local time in the studio's zone. */
  purchase_date: LocalDateTime,
  bookings: z.array(Booking),
});
export type Transaction = z.infer<typeof Transaction>;

/** Far enough back to mean "everything" (docs/reservie-api.md, "Bookings"). */
export const ALL_TIME: LocalDate = '2000-01-01';

/** Reservie's own query. Without `startDate` it silently hides purchases older than three months: always send one. */
export const BookingsQuery = z.extend(PageQuery, {
  /** Only bookings whose event date is in the future. */
  future_only: z._default(QueryBoolean, false),
  /** Purchase date, inclusive; default three months before today. */
  startDate: z.optional(LocalDate),
  /** Purchase date, inclusive. */
  endDate: z.optional(LocalDate),
});
export type BookingsQuery = z.infer<typeof BookingsQuery>;
