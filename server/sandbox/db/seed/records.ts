import type { Database } from '../open.ts';
import { prepareInsert } from '../query.ts';
import { studioTime } from '../studio-time.ts';
import { DAY } from './calendar.ts';
import type { Plan } from './pass-catalogue.ts';
import type { PlannedDate } from './timetable.ts';

export interface AppointmentRecord {
  service: number;
  facilitator: number;
  status: string;
  notes: string | null;
  /** Milliseconds since 1970. */
  createdAt: number;
  /** Wall-clock time in the studio's zone. */
  datetime: string;
  payment:
    | { method: 'CARD'; price: number; status: string }
    | { method: 'PASS'; credits: number; package: number }
    | { method: 'CASH' };
}

export interface VideoRecord {
  media: number;
  createdAt: number;
  expiresAt: number | null;
  isCancelled?: boolean;
  isRefunded?: boolean;
  /** Pence; or credits of a pass purchase. */
  payment: { price: number } | { credits: number; package: number };
}

export interface MandateRecord {
  plan: Plan;
  state: string;
  createdAt: number;
  renewsAt: number | null;
}

export type Records = ReturnType<typeof createRecords>;

const FIRST_ID = 1000;
/** Days after a failed payment before a membership ends, and before it can be cancelled at all. */
const GRACE = 7;
const MINIMUM_TERM = 90;

/** Writes what a customer has besides bookings and passes. Every id counts on from the one before. */
export function createRecords(database: Database) {
  const insertMandate = prepareInsert(database, 'mandate', [
    'id',
    'customer_id',
    'plan_id',
    'state',
    'created_ms',
    'grace',
    'earliest_cancellation_ms',
    'renewal_ms',
  ]);
  const insertAppointment = prepareInsert(database, 'appointment', [
    'id',
    'customer_id',
    'service_id',
    'facilitator_id',
    'status',
    'notes',
    'created_at',
    'datetime',
    'tz',
    'method',
    'currency',
    'base100_price',
    'credits_used',
    'payment_status',
    'package_id',
  ]);
  const insertVideo = prepareInsert(database, 'video_purchase', [
    'id',
    'customer_id',
    'media_id',
    'created_ms',
    'expires_ms',
    'is_cancelled',
    'is_refunded',
    'method',
    'currency',
    'base100_price',
    'credits_used',
    'package_id',
  ]);
  const insertNote = prepareInsert(database, 'note', [
    'id',
    'customer_id',
    'content',
    'created_by',
    'created_at',
    'updated_at',
  ]);
  const insertAnswer = prepareInsert(database, 'questionnaire_answer', [
    'id',
    'customer_id',
    'questionnaire_id',
    'submitted_at',
    'answers',
  ]);
  const insertWaiting = prepareInsert(database, 'waiting', ['event_date_id', 'position', 'customer_id', 'spaces']);
  const ids = { mandate: FIRST_ID, appointment: FIRST_ID, video: FIRST_ID, note: FIRST_ID, answer: FIRST_ID };

  return {
    mandate(customer: number, { plan, state, createdAt, renewsAt }: MandateRecord): void {
      insertMandate({
        id: ids.mandate++,
        customer_id: customer,
        plan_id: plan.id,
        state,
        created_ms: createdAt,
        grace: GRACE,
        earliest_cancellation_ms: createdAt + MINIMUM_TERM * DAY,
        renewal_ms: renewsAt,
      });
    },

    appointment(customer: number, record: AppointmentRecord): void {
      const { payment } = record;
      insertAppointment({
        id: ids.appointment++,
        customer_id: customer,
        service_id: record.service,
        facilitator_id: record.facilitator,
        status: record.status,
        notes: record.notes,
        created_at: studioTime(record.createdAt),
        datetime: record.datetime,
        tz: 'Europe/London',
        method: payment.method,
        currency: payment.method === 'CARD' ? 'GBP' : null,
        base100_price: payment.method === 'CARD' ? payment.price : null,
        credits_used: payment.method === 'PASS' ? payment.credits : null,
        payment_status: payment.method === 'CARD' ? payment.status : 'PAID',
        package_id: payment.method === 'PASS' ? payment.package : null,
      });
    },

    video(customer: number, record: VideoRecord): void {
      const { payment } = record;
      const isCard = 'price' in payment;
      insertVideo({
        id: ids.video++,
        customer_id: customer,
        media_id: record.media,
        created_ms: record.createdAt,
        expires_ms: record.expiresAt,
        is_cancelled: Number(record.isCancelled ?? false),
        is_refunded: Number(record.isRefunded ?? false),
        method: isCard ? 'CARD' : 'PASS',
        currency: isCard ? 'GBP' : null,
        base100_price: isCard ? payment.price : null,
        credits_used: isCard ? null : payment.credits,
        package_id: isCard ? null : payment.package,
      });
    },

    /** `editedAt` when it was changed later (ms since 1970). */
    addNote(customer: number, content: string, by: string, at: number, editedAt = at): void {
      insertNote({
        id: ids.note++,
        customer_id: customer,
        content,
        created_by: by,
        created_at: studioTime(at),
        updated_at: studioTime(editedAt),
      });
    },

    answer(customer: number, questionnaire: number, at: number, answers: { question: string; answer: string }[]): void {
      insertAnswer({
        id: ids.answer++,
        customer_id: customer,
        questionnaire_id: questionnaire,
        submitted_at: studioTime(at),
        answers: JSON.stringify(answers),
      });
    },

    /** Puts customers on the waiting list of a date, in this order. */
    wait(date: PlannedDate, customers: readonly number[]): void {
      for (const [index, customer] of customers.entries()) {
        insertWaiting({ event_date_id: date.id, position: index + 1, customer_id: customer, spaces: 1 });
      }
    },
  };
}
