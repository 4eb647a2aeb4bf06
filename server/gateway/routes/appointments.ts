import { Appointment } from '#contract/appointment.ts';
import type { CachedReads } from '../reservie/cached-reads.ts';
import type { Routes } from './handlers.ts';
import { paged } from './paged.ts';

export function appointmentRoutes(reads: CachedReads): Routes<'listAppointments'> {
  return { listAppointments: paged(reads, 'listAppointments', Appointment) };
}
