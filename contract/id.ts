import * as z from 'zod/mini';

function prefixed<Brand extends string>(prefix: string) {
  return z
    .string()
    .check(z.regex(new RegExp(`^${prefix}[A-Za-z0-9-]{1,64}$`)))
    .brand<Brand>();
}

/** Reservie's ids are prefixed strings (docs/reservie-api.md, "Conventions"). */
export const CustomerId = prefixed<'CustomerId'>('cust_');
export type CustomerId = z.infer<typeof CustomerId>;

export const TransactionId = prefixed<'TransactionId'>('txn_');
export type TransactionId = z.infer<typeof TransactionId>;

export const BookingId = prefixed<'BookingId'>('booking_');
export type BookingId = z.infer<typeof BookingId>;

export const EventId = prefixed<'EventId'>('evt_');
export type EventId = z.infer<typeof EventId>;

export const EventDateId = prefixed<'EventDateId'>('date_');
export type EventDateId = z.infer<typeof EventDateId>;

export const PricingOptionId = prefixed<'PricingOptionId'>('po-');
export type PricingOptionId = z.infer<typeof PricingOptionId>;

export const PassId = prefixed<'PassId'>('pass_');
export type PassId = z.infer<typeof PassId>;

export const PackageId = prefixed<'PackageId'>('pkg_');
export type PackageId = z.infer<typeof PackageId>;

export const MediaId = prefixed<'MediaId'>('media_');
export type MediaId = z.infer<typeof MediaId>;

export const MandateId = prefixed<'MandateId'>('mandate_');
export type MandateId = z.infer<typeof MandateId>;

export const PlanId = prefixed<'PlanId'>('plan_');
export type PlanId = z.infer<typeof PlanId>;

export const AppointmentId = prefixed<'AppointmentId'>('appt_');
export type AppointmentId = z.infer<typeof AppointmentId>;

export const ServiceId = prefixed<'ServiceId'>('svc_');
export type ServiceId = z.infer<typeof ServiceId>;

export const FacilitatorId = prefixed<'FacilitatorId'>('fac_');
export type FacilitatorId = z.infer<typeof FacilitatorId>;

export const NoteId = prefixed<'NoteId'>('note_');
export type NoteId = z.infer<typeof NoteId>;
