import type { PassPurchase } from '#contract/pass.ts';
import type { CustomerId } from '#contract/id.ts';
import type { SubscriptionMandate } from '#contract/subscription.ts';
import type { LocalDateTime } from '#contract/time.ts';
import { type ClassBooking, attendeeOf } from '#shared/bookings/class-bookings.ts';
import {
  formatDate,
  formatDateTime,
  nearDay,
  toLocalDate,
  toLocalDateTime,
  zoneNote,
} from '#shared/format/date-time.ts';
import { formatCredits, isUnlimited } from '#shared/format/money.ts';
import { personName } from '#contract/person-name.ts';
import { arrangePasses, passState } from '#shared/passes/pass-state.ts';
import { arrangeSubscriptions, describeState, renewalLabel } from '#shared/subscriptions/subscription-state.ts';

/** "Tomorrow, 18:30 · Vinyasa Flow", with the zone where it is another than the studio’s and the name where it is another person. */
export function nextClassWords(
  { booking }: ClassBooking,
  { now, timeZone, customerId }: { now: number; timeZone: string; customerId: CustomerId },
): { words: string; detail: string } {
  const { name, date } = booking.event;
  const near = nearDay(date.datetime, toLocalDate(now, date.tz));
  const when = near === undefined ? formatDateTime(date.datetime) : `${capital(near)}, ${date.datetime.slice(11, 16)}`;
  const attendee = attendeeOf(booking);
  const detail = [
    near !== undefined && formatDateTime(date.datetime),
    zoneNote(date.tz, timeZone),
    attendee.id !== customerId && `for ${personName(attendee)}`,
  ];
  return { words: `${when} · ${name}`, detail: detail.filter(Boolean).join(', ') };
}

export interface CreditsSummary {
  /** "3 of 10 left". */
  words: string;
  /** "4 until 20 Dec 2026": the first to be lost. */
  detail?: string;
  /** From 0 to 100; nothing where credits are not counted. */
  percent?: number;
}

/** Credits over all passes that can be used now. */
export function summariseCredits(passes: readonly PassPurchase[], now: LocalDateTime): CreditsSummary {
  const usable = arrangePasses(passes, now).current.filter((pass) => passState(pass, now) === 'usable');
  const first = usable.find(({ expires_at }) => expires_at !== null);
  const until = first?.expires_at ? formatDate(first.expires_at) : undefined;
  if (usable.some(({ credits_total }) => isUnlimited(credits_total))) {
    return { words: 'Unlimited', ...(until !== undefined && { detail: `until ${until}` }) };
  }
  if (usable.length === 0) return { words: 'None' };
  const left = usable.reduce((sum, { credits_remaining }) => sum + credits_remaining, 0);
  const whole = usable.reduce((sum, { credits_total }) => sum + credits_total, 0);
  const isWhole = first !== undefined && first.credits_remaining === left;
  return {
    words: `${left} of ${whole} left`,
    ...(until !== undefined && { detail: isWhole ? `until ${until}` : `${first?.credits_remaining} until ${until}` }),
    percent: whole > 0 ? Math.min(100, Math.max(0, (left / whole) * 100)) : 0,
  };
}

/** "Eight a Month · renews 20 Dec 2026"; the others as "and 1 more". Nothing without a subscription. */
export function summariseSubscriptions(
  subscriptions: readonly SubscriptionMandate[],
  now: number,
  timeZone: string,
): { words: string; detail: string } | undefined {
  const [first, ...others] = arrangeSubscriptions(subscriptions);
  if (!first) return undefined;
  const renewal = first.renewal_date === null ? undefined : toLocalDate(Date.parse(first.renewal_date), timeZone);
  const today = toLocalDateTime(now, timeZone).slice(0, 10);
  const parts = [
    first.state !== 'ACTIVE' && describeState(first.state).words,
    renewal !== undefined && `${RENEWAL_WORDS[renewalLabel(renewal, today)] ?? 'renews'} ${formatDate(renewal)}`,
    others.length > 0 && `and ${others.length} more`,
  ];
  return { words: first.plan.name, detail: parts.filter(Boolean).join(' · ') };
}

const RENEWAL_WORDS: Record<string, string> = { 'Renewal was due': 'renewal was due' };

export interface ReadOutFacts {
  name: string;
  credits?: { passes: readonly PassPurchase[] } | undefined;
  upcoming?: readonly ClassBooking[] | undefined;
  subscription?: { words: string; detail: string } | undefined;
}

const MOST_CLASSES = 5;

/** What to read on the telephone or to paste into a message: credits, when they expire, and the next classes. */
export function readOutText(
  { name, credits, upcoming, subscription }: ReadOutFacts,
  { now, timeZone, customerId }: { now: number; timeZone: string; customerId: CustomerId },
): string {
  const local = toLocalDateTime(now, timeZone);
  const lines = [name];
  for (const pass of credits ? arrangePasses(credits.passes, local).current : []) {
    const left = isUnlimited(pass.credits_total) ? 'unlimited' : `${formatCredits(pass.credits_remaining)} left`;
    const end = pass.expires_at === null ? 'no end date' : `until ${formatDate(pass.expires_at)}`;
    lines.push(`${pass.pass.name}: ${left}, ${end}`);
  }
  if (credits && lines.length === 1) lines.push('No credits left.');
  if (subscription) lines.push([subscription.words, subscription.detail].filter(Boolean).join(', '));
  if (upcoming) {
    lines.push(upcoming.length === 0 ? 'Nothing booked.' : 'Next classes:');
    for (const row of upcoming.slice(0, MOST_CLASSES)) {
      const { event } = row.booking;
      const attendee = attendeeOf(row.booking);
      const whom = attendee.id === customerId ? '' : ` (${personName(attendee)})`;
      const zone = zoneNote(event.date.tz, timeZone);
      lines.push(
        `– ${formatDateTime(event.date.datetime)}${zone === undefined ? '' : ` ${zone}`}: ${event.name}${whom}`,
      );
    }
    if (upcoming.length > MOST_CLASSES) lines.push(`– and ${upcoming.length - MOST_CLASSES} more`);
  }
  return lines.join('\n');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
