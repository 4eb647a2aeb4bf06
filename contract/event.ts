import * as z from 'zod/mini';
import { EventDate } from './booking.ts';
import { CustomerRef } from './customer.ts';
import { BookingId, EventDateId, EventId, FacilitatorId } from './id.ts';
import { Instant } from './time.ts';

/** A class or a workshop with its dates (docs/reservie-api.md, "Company-wide reads"). */
export const StudioEvent = z.object({
  id: EventId,
  type: z.literal('event'),
  name: z.string(),
  /** `PHYSICAL` or `VIRTUAL`; anything else is shown as it stands. */
  format: z.string(),
  booking_configuration: z.object({
    /** `null` means no limit. */
    max_attendees: z.nullable(z.int()),
    waiting_list_enabled: z.boolean(),
    booking_types: z.array(z.string()),
    payment_methods: z.array(z.string()),
  }),
  /** By start. */
  dates: z.array(EventDate),
  facilitators: z.array(z.object({ id: FacilitatorId, type: z.literal('facilitator'), name: z.string() })),
});
export type StudioEvent = z.infer<typeof StudioEvent>;

/** `startDate` is required with `timeFilter`, and `endDate` with `past`. */
export const EventsQuery = z
  .object({
    timeFilter: z.optional(z.enum(['future', 'past'])),
    /** UTC; dates that start at this moment or later. */
    startDate: z.optional(Instant),
    /** UTC; dates that start at this moment or earlier. */
    endDate: z.optional(Instant),
  })
  .check(
    z.refine((query) => query.timeFilter === undefined || query.startDate !== undefined, {
      path: ['startDate'],
      message: 'startDate is required with timeFilter',
    }),
    z.refine((query) => query.timeFilter !== 'past' || query.endDate !== undefined, {
      path: ['endDate'],
      message: 'endDate is required with timeFilter=past',
    }),
  );
export type EventsQuery = z.infer<typeof EventsQuery>;

/** A person on a register. */
export const Attendee = z.object({
  booking_id: BookingId,
  customer: CustomerRef,
  /** `BOOKER` pays for themselves; a `GUEST` was booked in by another customer. */
  role: z.string(),
  spaces: z.number(),
  payment_method: z.string(),
  /** `null`: not marked. */
  attended: z.nullable(z.boolean()),
});
export type Attendee = z.infer<typeof Attendee>;

/** Who waits for a place, in order. */
export const WaitingCustomer = z.object({ customer: CustomerRef, spaces: z.number() });
export type WaitingCustomer = z.infer<typeof WaitingCustomer>;

/** Who comes to one date of an event [assumed shape: docs/reservie-api.md]. */
export const Register = z.object({
  event: z.object({ id: EventId, name: z.string() }),
  date: z.object({ id: EventDateId, datetime: EventDate.shape.datetime, tz: z.string(), duration: z.number() }),
  /** Places in all; `null` means no limit. */
  capacity: z.nullable(z.int()),
  attendees: z.array(Attendee),
  waiting_list: z.array(WaitingCustomer),
  /** Bookings that were cancelled. */
  cancelled: z.array(Attendee),
});
export type Register = z.infer<typeof Register>;
