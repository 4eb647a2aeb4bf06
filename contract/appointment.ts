import * as z from 'zod/mini';
import { CustomerRef } from './customer.ts';
import { AppointmentId, FacilitatorId, ServiceId } from './id.ts';
import { PageQuery } from './page.ts';
import { AppointmentPayment } from './payment.ts';
import { LocalDate, LocalDateTime } from './time.ts';

export const Appointment = z.object({
  id: AppointmentId,
  type: z.literal('appointment'),
  /** Such as `CONFIRMED`; shown as it stands when unknown. */
  status: z.string(),
  /** What the customer or the studio wrote; may hold health information. */
  notes: z.nullable(z.string()),
  /** Local time in the studio's zone. */
  created_at: LocalDateTime,
  service: z.object({
    id: ServiceId,
    type: z.literal('service'),
    name: z.string(),
    /** Wall time in `tz`. */
    datetime: LocalDateTime,
    tz: z.string(),
    duration_minutes: z.number(),
    facilitator: z.object({ id: FacilitatorId, type: z.literal('facilitator'), name: z.string() }),
  }),
  payment: AppointmentPayment,
});
export type Appointment = z.infer<typeof Appointment>;

/** An appointment in the studio's own list, with whom it is for [assumed shape]. */
export const StudioAppointment = z.extend(Appointment, { customer: CustomerRef });
export type StudioAppointment = z.infer<typeof StudioAppointment>;

/** [assumed] */
export const StudioAppointmentsQuery = z.extend(PageQuery, {
  /** Day of the appointment, inclusive. */
  startDate: z.optional(LocalDate),
  /** Day of the appointment, inclusive. */
  endDate: z.optional(LocalDate),
});
export type StudioAppointmentsQuery = z.infer<typeof StudioAppointmentsQuery>;
