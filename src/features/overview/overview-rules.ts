import type { Appointment } from '#contract/appointment.ts';
import type { LocalDate, LocalDateTime } from '#contract/time.ts';
import { type ClassBooking, classBookings, momentOf } from '#shared/bookings/class-bookings.ts';
import { formatWeekdayName, toStudioTime } from '#shared/format/date-time.ts';
import type { OverviewRecords } from './overview-records.ts';

const MONTHS = 12;

export interface MonthActivity {
  /** `2026-03`. */
  month: string;
  /** Bookings by the date of their class. */
  booked: number;
  cancelled: number;
  /** Paid in the month, by currency, in hundredths; refunds left out. */
  money: Record<string, number>;
  /** Credits spent on bookings in the month; not money, and never added to it. */
  credits: number;
}

/** The months up to the one of `today`, the oldest first. */
export function lastMonths(today: LocalDate): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, index) => {
    const count = year * 12 + month - 1 - (MONTHS - 1 - index);
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  });
}

/** Twelve months of classes and of what was paid. Each purchase counts in the month in which it was made. */
export function monthlyActivity(records: OverviewRecords, today: LocalDate, timeZone: string): MonthActivity[] {
  const byMonth = new Map(
    lastMonths(today).map((month): [string, MonthActivity] => [
      month,
      { month, booked: 0, cancelled: 0, money: {}, credits: 0 },
    ]),
  );
  const at = (date: LocalDateTime) => byMonth.get(date.slice(0, 7));
  function pay(date: LocalDateTime, payment: object, isRefunded: boolean) {
    const month = at(date);
    if (!month || isRefunded) return;
    const { currency, credits, price } = amountOf(payment);
    if (price !== undefined && currency !== undefined) {
      month.money[currency] = (month.money[currency] ?? 0) + price;
    }
    month.credits += credits ?? 0;
  }
  for (const { booking, purchaseDate } of classBookings(records.purchases)) {
    const month = at(booking.event.date.datetime);
    if (month) month[booking.is_cancelled ? 'cancelled' : 'booked'] += 1;
    pay(purchaseDate, booking.payment, booking.is_refunded);
  }
  for (const pass of records.passes ?? []) {
    if (pass.payment) pay(pass.purchased_at, pass.payment, pass.is_cancelled ?? false);
  }
  for (const { created_at, payment } of keptAppointments(records)) {
    const isPaid = 'status' in payment && payment.status === 'PAID';
    if (isPaid) pay(created_at, payment, false);
  }
  for (const { created, payment, is_refunded } of records.videos ?? []) {
    pay(toStudioTime(created, timeZone), payment, is_refunded);
  }
  return [...byMonth.values()];
}

/** Those that were not cancelled. */
export function keptAppointments({ appointments = [] }: Pick<OverviewRecords, 'appointments'>): readonly Appointment[] {
  return appointments.filter(({ status }) => status !== 'CANCELLED');
}

const PAID_FOR = ['passes', 'appointments', 'videos'] as const;

/** What is paid for is not known of: "videos", "passes and videos"; nothing when all is. */
export function notCounted(records: OverviewRecords): string {
  const names = PAID_FOR.filter((name) => records[name] === undefined);
  return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');
}

interface Amount {
  currency?: string;
  price?: number;
  credits?: number;
}

function amountOf(payment: object): Amount {
  if ('base100gross_price' in payment || 'base100_price' in payment) {
    const price = 'base100gross_price' in payment ? payment.base100gross_price : Reflect.get(payment, 'base100_price');
    const currency: unknown = Reflect.get(payment, 'currency');
    return typeof price === 'number' && typeof currency === 'string' ? { price, currency } : {};
  }
  const credits: unknown = Reflect.get(payment, 'credits_used');
  return typeof credits === 'number' ? { credits } : {};
}

export interface Habit {
  name: string;
  count: number;
}

export interface Habits {
  classes: Habit[];
  /** "Thursday 18:30", by the clock on the class’s own wall. */
  times: Habit[];
  /** The last class that was booked and not cancelled, of those that are over. */
  last: ClassBooking | undefined;
  total: number;
  cancelled: number;
  refunded: number;
}

const FAVOURITES = 3;

/** What a customer usually does. Favourites leave cancelled bookings out. `now` in ms since 1970. */
export function findHabits(bookings: readonly ClassBooking[], now: number): Habits {
  const kept = bookings.filter(({ booking }) => !booking.is_cancelled);
  const over = kept.filter(({ booking }) => momentOf(booking.event.date) <= now);
  return {
    classes: favourites(kept.map(({ booking }) => booking.event.name)),
    times: favourites(kept.map(({ booking }) => slotOf(booking.event.date.datetime))),
    last: over.toSorted((one, other) => momentOf(other.booking.event.date) - momentOf(one.booking.event.date))[0],
    total: bookings.length,
    cancelled: bookings.filter(({ booking }) => booking.is_cancelled).length,
    refunded: bookings.filter(({ booking }) => booking.is_refunded).length,
  };
}

function slotOf(datetime: LocalDateTime): string {
  return `${formatWeekdayName(datetime)} ${datetime.slice(11, 16)}`;
}

/** The most frequent first; those that occur once are no favourites unless there is nothing else. */
export function favourites(names: readonly string[]): Habit[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const all = [...counts].map(([name, count]) => ({ name, count }));
  const sorted = all.toSorted((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1));
  const often = sorted.filter(({ count }) => count > 1);
  return (often.length > 0 ? often : sorted).slice(0, FAVOURITES);
}

/** "12 %"; nothing of nothing. */
export function percentOf(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((part / whole) * 100)} %`;
}
