import type { Appointment } from '#contract/appointment.ts';
import type { Transaction } from '#contract/booking.ts';
import type { CustomerId, TransactionId } from '#contract/id.ts';
import type { Note } from '#contract/note.ts';
import type { PassPurchase } from '#contract/pass.ts';
import type { LocalDateTime } from '#contract/time.ts';
import type { VideoPurchase } from '#contract/video.ts';
import { attendeeOf, momentOf } from '#shared/bookings/class-bookings.ts';
import { toLocalDateTime, toStudioTime } from '#shared/format/date-time.ts';
import { isUnlimited } from '#shared/format/money.ts';
import { plural } from '#shared/format/number.ts';
import { formatPayment } from '#shared/format/payment.ts';
import { personName } from '#contract/person-name.ts';
import type { OverviewRecords } from './overview-records.ts';
import type { TimelineKind } from './search.ts';

export const KIND_WORDS: Record<TimelineKind, { one: string; many: string }> = {
  purchase: { one: 'Purchase', many: 'Purchases' },
  class: { one: 'Class', many: 'Classes' },
  appointment: { one: 'Appointment', many: 'Appointments' },
  pass: { one: 'Pass', many: 'Passes' },
  video: { one: 'Video', many: 'Videos' },
  note: { one: 'Note', many: 'Notes' },
};

export interface TimelineEntry {
  id: string;
  kind: TimelineKind;
  /** On the studio’s clock. */
  at: LocalDateTime;
  words: string;
  detail?: string | undefined;
  /** Where a purchase or a class of it is shown. */
  transactionId?: TransactionId;
}

interface TimelineContext {
  customerId: CustomerId;
  /** ms since 1970. */
  now: number;
  timeZone: string;
}

/** Everything that has happened, the latest first; what is yet to come stands elsewhere. */
export function buildTimeline(
  records: Partial<OverviewRecords>,
  { customerId, now, timeZone }: TimelineContext,
): TimelineEntry[] {
  const local = toLocalDateTime(now, timeZone);
  const entries = [
    ...(records.purchases ?? []).flatMap((purchase) => [
      purchaseEntry(purchase),
      ...classEntries(purchase, customerId, timeZone),
    ]),
    ...(records.appointments ?? []).map((row) => appointmentEntry(row, timeZone)),
    ...(records.passes ?? []).map(passEntry),
    ...(records.videos ?? []).map((row) => videoEntry(row, timeZone)),
    ...(records.notes ?? []).map(noteEntry),
  ];
  return entries
    .filter(({ at }) => at.slice(0, 19) <= local)
    .toSorted((one, other) => compare(other.at, one.at) || compare(one.id, other.id));
}

function purchaseEntry({ id, purchase_date, bookings }: Transaction): TimelineEntry {
  const names = [...new Set(bookings.map(({ event }) => event.name))];
  const paid = [...new Set(bookings.map(({ payment }) => formatPayment(payment)))];
  const [only] = bookings.length === 1 ? names : [];
  const words = `Bought ${only ?? plural(bookings.length, 'booking')}`;
  const detail = [
    only === undefined && names.slice(0, 2).join(', '),
    names.length > 2 && `and ${names.length - 2} more`,
    paid.join(', '),
  ];
  return {
    id,
    kind: 'purchase',
    at: purchase_date,
    words,
    detail: detail.filter(Boolean).join(' · '),
    transactionId: id,
  };
}

function classEntries({ id, bookings }: Transaction, customerId: CustomerId, timeZone: string): TimelineEntry[] {
  return bookings.map((booking) => {
    const attendee = attendeeOf(booking);
    const detail = [
      attendee.id !== customerId && `for ${personName(attendee)}`,
      booking.is_cancelled && 'cancelled',
      booking.is_refunded && 'refunded',
    ];
    return {
      id: booking.id,
      kind: 'class',
      at: toLocalDateTime(momentOf(booking.event.date), timeZone),
      words: booking.event.name,
      detail: detail.filter(Boolean).join(', ') || undefined,
      transactionId: id,
    };
  });
}

function appointmentEntry({ id, service }: Appointment, timeZone: string): TimelineEntry {
  const at = toLocalDateTime(momentOf(service), timeZone);
  return { id, kind: 'appointment', at, words: service.name, detail: `with ${service.facilitator.name}` };
}

function passEntry({ id, purchased_at, pass, credits_total, payment }: PassPurchase): TimelineEntry {
  const paid = payment && formatPayment(payment);
  const credits = isUnlimited(credits_total) ? 'unlimited' : plural(credits_total, 'credit');
  const detail = [credits, paid].filter(Boolean).join(' · ');
  return { id, kind: 'pass', at: purchased_at, words: `Bought ${pass.name}`, detail };
}

function videoEntry({ id, created, media, payment }: VideoPurchase, timeZone: string): TimelineEntry {
  const at = toStudioTime(created, timeZone);
  return { id, kind: 'video', at, words: `Bought ${media.name}`, detail: formatPayment(payment) };
}

function noteEntry({ id, created_at, created_by, content }: Note): TimelineEntry {
  return { id, kind: 'note', at: created_at, words: content, detail: created_by };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
