import type { Appointment } from '#contract/appointment.ts';
import type { AppointmentPayment } from '#contract/payment.ts';
import type { RecordGroup, RecordView } from '#shared/customer/filter-records.ts';
import { describePaid } from '#shared/customer/record-sums.ts';
import { toLocalDateTime } from '#shared/format/date-time.ts';
import { plural } from '#shared/format/number.ts';
import { describeCode } from '#shared/format/readable-code.ts';
import type { State } from '#shared/ui/tag.tsx';

const STATUSES: Record<string, State> = {
  CONFIRMED: { words: 'Confirmed', tone: 'good' },
  CANCELLED: { words: 'Cancelled', tone: 'bad' },
};

/** Only CONFIRMED is documented (docs/reservie-api.md). */
export function describeStatus(status: string): State {
  return describeCode(STATUSES, status);
}

const PAYMENT_STATUSES: Record<string, State> = {
  PAID: { words: 'Paid', tone: 'neutral' },
  PENDING: { words: 'Not paid yet', tone: 'warn' },
  FAILED: { words: 'Payment failed', tone: 'bad' },
};

/** Nothing for a payment of an unknown kind, which may have no status at all. */
export function describePaymentStatus(payment: AppointmentPayment): State | undefined {
  if (!('status' in payment)) return undefined;
  return describeCode(PAYMENT_STATUSES, payment.status);
}

type Timed = { service: Pick<Appointment['service'], 'datetime' | 'tz'> };
type Facts = Timed & Pick<Appointment, 'status' | 'payment'>;

/** Still to begin, by the clock where it takes place. `now` in ms since 1970. */
function isUpcoming({ service }: Timed, now: number): boolean {
  return service.datetime.slice(0, 19) > toLocalDateTime(now, service.tz);
}

function isCancelled({ status }: Pick<Appointment, 'status'>): boolean {
  return status === 'CANCELLED';
}

/** Money is still to come, or did not. What was cancelled is not owed. */
function isUnpaid({ status, payment }: Pick<Appointment, 'status' | 'payment'>): boolean {
  return !isCancelled({ status }) && 'status' in payment && ['PENDING', 'FAILED'].includes(payment.status);
}

export function appointmentViews(now: number): RecordView<Facts>[] {
  return [
    { name: 'upcoming', label: 'Upcoming', includes: (row) => isUpcoming(row, now) && !isCancelled(row) },
    { name: 'past', label: 'Past', includes: (row) => !isUpcoming(row, now) && !isCancelled(row) },
    { name: 'unpaid', label: 'Unpaid', includes: isUnpaid },
    { name: 'cancelled', label: 'Cancelled', includes: isCancelled },
  ];
}

/** What is still to begin, next one first; then the rest, latest first. */
export function arrangeAppointments<Row extends Timed>(rows: readonly Row[], now: number): RecordGroup<Row>[] {
  const earliestFirst = rows.toSorted((one, other) => one.service.datetime.localeCompare(other.service.datetime));
  return [
    { title: 'Coming up', rows: earliestFirst.filter((row) => isUpcoming(row, now)) },
    { title: 'Past', rows: earliestFirst.filter((row) => !isUpcoming(row, now)).toReversed(), isPast: true },
  ];
}

/** "£45.00 paid · £50.00 unpaid": what was cancelled is in neither. */
export function describeAppointmentTotals(rows: readonly Facts[]): string {
  const live = rows.filter((row) => !isCancelled(row));
  const owed = live.filter(isUnpaid);
  const paid = describePaid(live.filter((row) => !isUnpaid(row)).map(({ payment }) => payment));
  const unpaid = describePaid(owed.map(({ payment }) => payment)) || plural(owed.length, 'appointment');
  return [paid && `${paid} paid`, owed.length > 0 && `${unpaid} unpaid`].filter(Boolean).join(' · ');
}
