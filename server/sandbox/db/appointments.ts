import type { Appointment, StudioAppointment } from '#contract/appointment.ts';
import type { AppointmentPayment } from '#contract/payment.ts';
import { customerRef, refColumns } from './customers.ts';
import { wireId } from './ids.ts';
import type { Database } from './open.ts';
import { pagedQuery, selectPage } from './paged.ts';

interface AppointmentRow {
  id: number;
  status: string;
  notes: string | null;
  created_at: string;
  service_id: number;
  service_name: string;
  datetime: string;
  tz: string;
  duration_minutes: number;
  facilitator_id: number;
  facilitator_name: string;
  method: string;
  currency: string | null;
  base100_price: number | null;
  credits_used: number | null;
  payment_status: string | null;
}

interface StudioAppointmentRow extends AppointmentRow {
  owner_id: number;
  owner_firstname: string;
  owner_lastname: string;
  owner_email: string;
}

const columns = `appointment.id, appointment.status, appointment.notes, appointment.created_at, service_id,
  service.name AS service_name, appointment.datetime, appointment.tz, duration_minutes, facilitator_id,
  facilitator.name AS facilitator_name, method, currency, base100_price, credits_used, payment_status`;
const joined = `JOIN service ON service.id = appointment.service_id
  JOIN facilitator ON facilitator.id = appointment.facilitator_id`;

export const appointmentQueries = {
  ofCustomer: pagedQuery(
    columns,
    'appointment',
    joined,
    'appointment.customer_id = ?',
    'appointment.datetime DESC, appointment.id DESC',
  ),
  between: pagedQuery(
    `${columns}, ${refColumns('owner', 'owner')}`,
    'appointment',
    `${joined} JOIN customer AS owner ON owner.id = appointment.customer_id`,
    'appointment.datetime >= ? AND appointment.datetime <= ?',
    'appointment.datetime DESC, appointment.id DESC',
  ),
};

export function createAppointmentStore(database: Database) {
  return {
    /** A customer's appointments, latest first. */
    ofCustomer: selectPage<AppointmentRow, Appointment>(database, appointmentQueries.ofCustomer, toAppointment),
    /** All customers' appointments between two wall-clock times, latest first. */
    between: selectPage<StudioAppointmentRow, StudioAppointment>(database, appointmentQueries.between, (row) => ({
      ...toAppointment(row),
      customer: customerRef(row.owner_id, row.owner_firstname, row.owner_lastname, row.owner_email),
    })),
  };
}

function toAppointment(row: AppointmentRow): Appointment {
  const { id, status, notes, created_at, datetime, tz, duration_minutes } = row;
  return {
    id: wireId.appointment(id),
    type: 'appointment',
    status,
    notes,
    created_at,
    service: {
      id: wireId.service(row.service_id),
      type: 'service',
      name: row.service_name,
      datetime,
      tz,
      duration_minutes,
      facilitator: { id: wireId.facilitator(row.facilitator_id), type: 'facilitator', name: row.facilitator_name },
    },
    payment: toPayment(row),
  };
}

function toPayment(row: AppointmentRow): AppointmentPayment {
  const { method } = row;
  const status = row.payment_status ?? 'PENDING';
  if (method === 'CARD') {
    return { method, currency: row.currency ?? 'GBP', base100_price: row.base100_price ?? 0, status };
  }
  if (method === 'PASS') return { method, currency: 'CR', credits_used: row.credits_used ?? 0, status };
  return { method };
}
