import type {
  AppointmentId,
  BookingId,
  CustomerId,
  EventDateId,
  EventId,
  FacilitatorId,
  MandateId,
  MediaId,
  NoteId,
  PackageId,
  PassId,
  PlanId,
  PricingOptionId,
  ServiceId,
  TransactionId,
} from '#contract/id.ts';

/** Database key → Reservie's prefixed id. The casts are where a brand comes from: the prefix is put on right here. */
export const wireId = {
  appointment: (key: number) => `appt_${key}` as AppointmentId,
  booking: (key: number) => `booking_${key}` as BookingId,
  customer: (key: number) => `cust_${key}` as CustomerId,
  event: (key: number) => `evt_${key}` as EventId,
  eventDate: (key: number) => `date_${key}` as EventDateId,
  facilitator: (key: number) => `fac_${key}` as FacilitatorId,
  mandate: (key: number) => `mandate_${key}` as MandateId,
  media: (key: number) => `media_${key}` as MediaId,
  note: (key: number) => `note_${key}` as NoteId,
  package: (key: number) => `pkg_${key}` as PackageId,
  pass: (key: number) => `pass_${key}` as PassId,
  plan: (key: number) => `plan_${key}` as PlanId,
  pricingOption: (code: string) => `po-${code}` as PricingOptionId,
  service: (key: number) => `svc_${key}` as ServiceId,
  transaction: (key: number) => `txn_${key}` as TransactionId,
};

/** A prefixed id → its database key; null for one that no row can have, such as `cust_abc` or `cust_007`. */
export function keyOf(id: string): number | null {
  const digits = /_([1-9]\d{0,14})$/.exec(id)?.[1];
  return digits === undefined ? null : Number(digits);
}
