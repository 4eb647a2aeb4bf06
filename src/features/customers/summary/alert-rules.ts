import type { Appointment } from '#contract/appointment.ts';
import type { Transaction } from '#contract/booking.ts';
import type { CustomerId } from '#contract/id.ts';
import type { PassPurchase } from '#contract/pass.ts';
import type { StudioSettings } from '#contract/studio-settings.ts';
import type { SubscriptionMandate } from '#contract/subscription.ts';
import { attendeeOf, classBookings, momentOf, upcomingBookings } from '#shared/bookings/class-bookings.ts';
import { daysBetween, toLocalDateTime } from '#shared/format/date-time.ts';
import { formatCredits, isUnlimited } from '#shared/format/money.ts';
import { plural } from '#shared/format/number.ts';
import { passState } from '#shared/passes/pass-state.ts';

/** What an alert leads to. */
export type AlertPlace = 'bookings' | 'passes' | 'appointments' | 'subscriptions' | 'notes';

export interface SummaryAlert {
  words: string;
  color: 'bad' | 'warn' | 'info' | 'gray';
  place: AlertPlace;
}

/** What is known of a customer; what is missing has not arrived, or cannot be read. */
export interface KnownRecords {
  /** Every purchase: part of them would tell what is not so. */
  purchases?: readonly Transaction[] | undefined;
  passes?: readonly PassPurchase[] | undefined;
  appointments?: readonly Appointment[] | undefined;
  subscriptions?: readonly SubscriptionMandate[] | undefined;
  noteCount?: number | undefined;
}

export interface AlertContext {
  customerId: CustomerId;
  /** ms since 1970. */
  now: number;
  /** The studio’s. */
  timeZone: string;
  settings: Pick<StudioSettings, 'soonDays' | 'lowCredits' | 'newClasses'>;
}

/** What staff should know before they speak, the most urgent first. */
export function findAlerts(records: KnownRecords, context: AlertContext): SummaryAlert[] {
  const { passes = [], appointments = [], subscriptions = [], noteCount = 0 } = records;
  return [
    ...paymentAlerts(subscriptions, appointments),
    ...creditAlerts(passes, context),
    ...expiryAlerts(passes, records.purchases, context),
    ...subscriptionAlerts(subscriptions),
    ...overlapAlerts(passes, context),
    ...newcomerAlerts(records.purchases, context),
    ...(noteCount > 0 ? [{ words: plural(noteCount, 'note'), color: 'gray' as const, place: 'notes' as const }] : []),
  ];
}

function paymentAlerts(
  subscriptions: readonly SubscriptionMandate[],
  appointments: readonly Appointment[],
): SummaryAlert[] {
  const alerts: SummaryAlert[] = [];
  const owed = appointments.filter(({ status }) => status !== 'CANCELLED');
  const count = (status: string) =>
    owed.filter(({ payment }) => 'status' in payment && payment.status === status).length;
  const [failed, pending] = [count('FAILED'), count('PENDING')];
  if (subscriptions.some(({ state }) => state === 'SUSPENDED')) {
    alerts.push({ words: 'Payment failed', color: 'bad', place: 'subscriptions' });
  }
  if (failed > 0) {
    const words = failed === 1 ? 'Appointment payment failed' : `${failed} appointment payments failed`;
    alerts.push({ words, color: 'bad', place: 'appointments' });
  }
  if (pending > 0) {
    const words = pending === 1 ? 'Unpaid appointment' : `${pending} unpaid appointments`;
    alerts.push({ words, color: 'warn', place: 'appointments' });
  }
  return alerts;
}

/** A pass that ends soon; worse when its credits will be lost because nothing is booked until then. */
function expiryAlerts(
  passes: readonly PassPurchase[],
  purchases: KnownRecords['purchases'],
  { now, timeZone, settings }: AlertContext,
): SummaryAlert[] {
  const local = toLocalDateTime(now, timeZone);
  const [next] = purchases ? upcomingBookings(classBookings(purchases), now) : [];
  const firstClass = next && toLocalDateTime(momentOf(next.booking.event.date), timeZone);
  return passes
    .filter((pass) => passState(pass, local) === 'usable')
    .flatMap((pass) => (pass.expires_at === null ? [] : [{ pass, expiresAt: pass.expires_at.slice(0, 19) }]))
    .toSorted((one, other) => one.expiresAt.localeCompare(other.expiresAt))
    .flatMap(({ pass, expiresAt }): SummaryAlert[] => {
      const days = daysBetween(local.slice(0, 10), expiresAt.slice(0, 10));
      if (days > settings.soonDays) return [];
      const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
      const isWasted = purchases !== undefined && (firstClass === undefined || firstClass > expiresAt);
      if (!isWasted || isUnlimited(pass.credits_total)) {
        return [{ words: `Pass expires ${when}`, color: 'warn', place: 'passes' }];
      }
      const credits = formatCredits(pass.credits_remaining);
      const verb = pass.credits_remaining === 1 ? 'expires' : 'expire';
      return [{ words: `${credits} ${verb} ${when}, nothing booked`, color: 'warn', place: 'passes' }];
    });
}

function creditAlerts(passes: readonly PassPurchase[], { now, timeZone, settings }: AlertContext): SummaryAlert[] {
  const local = toLocalDateTime(now, timeZone);
  const usable = passes.filter((pass) => passState(pass, local) === 'usable');
  if (usable.some(({ credits_total }) => isUnlimited(credits_total))) return [];
  const left = usable.reduce((sum, { credits_remaining }) => sum + credits_remaining, 0);
  const whole = usable.reduce((sum, { credits_total }) => sum + credits_total, 0);
  if (left === 0) {
    const isUsedUp = passes.some((pass) => passState(pass, local) === 'usedUp');
    const isNextBought = passes.some((pass) => passState(pass, local) === 'notStarted');
    return isUsedUp && !isNextBought ? [{ words: 'No credits left', color: 'warn', place: 'passes' }] : [];
  }
  // A single class bought as a pass has always been its own last credit.
  if (left > settings.lowCredits || whole <= 1) return [];
  return [{ words: left === 1 ? 'Last credit' : `${formatCredits(left)} left`, color: 'warn', place: 'passes' }];
}

function subscriptionAlerts(subscriptions: readonly SubscriptionMandate[]): SummaryAlert[] {
  const alerts: SummaryAlert[] = [];
  if (subscriptions.some(({ state }) => state === 'PAUSED')) {
    alerts.push({ words: 'Subscription paused', color: 'warn', place: 'subscriptions' });
  }
  const live = subscriptions.filter(({ state }) => state === 'ACTIVE' || state === 'SUSPENDED').length;
  if (live > 1) alerts.push({ words: `${live} live subscriptions`, color: 'info', place: 'subscriptions' });
  return alerts;
}

function overlapAlerts(passes: readonly PassPurchase[], { now, timeZone }: AlertContext): SummaryAlert[] {
  const local = toLocalDateTime(now, timeZone);
  const usable = passes.filter((pass) => passState(pass, local) === 'usable').length;
  return usable > 1 ? [{ words: `${usable} passes overlap`, color: 'info', place: 'passes' }] : [];
}

function newcomerAlerts(purchases: KnownRecords['purchases'], context: AlertContext): SummaryAlert[] {
  if (!purchases) return [];
  const { customerId, now, settings } = context;
  const own = classBookings(purchases).filter(
    ({ booking }) => !booking.is_cancelled && attendeeOf(booking).id === customerId,
  );
  const toCome = upcomingBookings(own, now).length;
  const taken = own.length - toCome;
  if (toCome === 0 || taken >= settings.newClasses) return [];
  const words = taken === 0 ? 'First class ever' : `New: class ${taken + 1} is next`;
  return [{ words, color: 'info', place: 'bookings' }];
}
