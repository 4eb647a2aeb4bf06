import type { Appointment } from '#contract/appointment.ts';
import type { AppointmentPayment } from '#contract/payment.ts';
import { toLocalDateTime } from '#shared/format/date-time.ts';
import { readableCode } from '#shared/format/readable-code.ts';
import type { Tone } from '#shared/ui/tag.tsx';

interface Words {
  words: string;
  tone: Tone;
}

const STATUSES: Record<string, Words> = {
  CONFIRMED: { words: 'Confirmed', tone: 'good' },
  CANCELLED: { words: 'Cancelled', tone: 'bad' },
};

/** Only CONFIRMED is documented (docs/reservie-api.md); any other status is shown as it stands, made legible. */
export function describeStatus(status: string): Words {
  return STATUSES[status] ?? { words: readableCode(status), tone: 'neutral' };
}

const PAYMENT_STATUSES: Record<string, Words> = {
  PAID: { words: 'Paid', tone: 'neutral' },
  PENDING: { words: 'Not paid yet', tone: 'warn' },
  FAILED: { words: 'Payment failed', tone: 'bad' },
};

/** Nothing for a payment of an unknown kind, which may have no status at all. */
export function describePaymentStatus(payment: AppointmentPayment): Words | undefined {
  if (!('status' in payment)) return undefined;
  return PAYMENT_STATUSES[payment.status] ?? { words: readableCode(payment.status), tone: 'neutral' };
}

interface HasService {
  service: Pick<Appointment['service'], 'datetime' | 'tz'>;
}

/** What is still to begin, next one first; then the rest, latest first. `now` in ms since 1970; each in its own zone. */
export function arrangeAppointments<Row extends HasService>(rows: readonly Row[], now: number) {
  const isUpcoming = ({ service }: Row) => service.datetime.slice(0, 19) > toLocalDateTime(now, service.tz);
  const earliestFirst = rows.toSorted((one, other) => one.service.datetime.localeCompare(other.service.datetime));
  return {
    upcoming: earliestFirst.filter(isUpcoming),
    past: earliestFirst.filter((row) => !isUpcoming(row)).toReversed(),
  };
}
