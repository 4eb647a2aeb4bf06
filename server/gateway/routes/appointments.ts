import { Appointment } from '#contract/appointment.ts';
import type { ReservieClient } from '../reservie/client.ts';
import type { Routes } from './handlers.ts';
import { paged } from './paged.ts';

export function appointmentRoutes(client: ReservieClient): Routes<'listAppointments'> {
  return { listAppointments: paged(client, 'listAppointments', Appointment) };
}
