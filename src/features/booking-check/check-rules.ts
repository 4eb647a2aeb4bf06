import type { ClassPlaces, StudioClass } from '#contract/classes.ts';
import type { CustomerId } from '#contract/id.ts';
import type { PassPurchase } from '#contract/pass.ts';
import type { SubscriptionMandate } from '#contract/subscription.ts';
import type { LocalDateTime } from '#contract/time.ts';
import { type ClassBooking, attendeeOf, momentOf } from '#shared/bookings/class-bookings.ts';
import { formatDate, toLocalDateTime } from '#shared/format/date-time.ts';
import { isUnlimited } from '#shared/format/money.ts';
import { plural } from '#shared/format/number.ts';
import { hasExpired } from '#shared/format/expiry.ts';

export interface Finding {
  /** `no`: stops them. `care`: may. `fine`: does not. `unseen`: it cannot be told from here. */
  verdict: 'no' | 'care' | 'fine' | 'unseen';
  words: string;
  /** Which part of the customer’s page says more. */
  place?: 'bookings' | 'passes' | 'subscriptions' | 'profile';
}

/** What is known; what is missing could not be read, and is said to be unseen. */
export interface CheckState {
  customerId: CustomerId;
  studioClass: StudioClass;
  places?: ClassPlaces | undefined;
  isArchived?: boolean | undefined;
  /** How many other profiles have this name or number. */
  twins?: number | undefined;
  passes?: readonly PassPurchase[] | undefined;
  subscriptions?: readonly SubscriptionMandate[] | undefined;
  bookings?: readonly ClassBooking[] | undefined;
  /** Some of their purchases could not be read: a booking may be in one of them. */
  isBookingUnread?: boolean;
  /** ms since 1970. */
  now: number;
  /** The studio’s. */
  timeZone: string;
}

/** Every rule that can be seen from here, what stops the customer first. */
export function checkBooking(state: CheckState): Finding[] {
  const findings = [
    ...checkClass(state),
    ...checkPlaces(state),
    ...checkProfile(state),
    ...checkPayment(state),
    ...checkSubscriptions(state),
    unseen('Which passes this class accepts, and from when until when it can be booked, Reservie’s API does not tell'),
  ];
  const order = ['no', 'care', 'fine', 'unseen'];
  return findings.toSorted((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict));
}

/** Never says that a customer can book: only that nothing seen from here stops them. */
export function concludeCheck(findings: readonly Finding[]): string {
  const stopping = findings.filter(({ verdict }) => verdict === 'no');
  if (stopping.length > 0)
    return `They cannot book this class: ${stopping.length === 1 ? 'one reason' : `${stopping.length} reasons`} below.`;
  if (findings.some(({ verdict }) => verdict === 'care'))
    return 'Nothing seen here stops them for certain, but something may.';
  return 'Nothing that is visible here stops them.';
}

function checkClass({ studioClass, now }: CheckState): Finding[] {
  return momentOf(studioClass.date) <= now ? [{ verdict: 'no', words: 'The class has begun' }] : [];
}

function checkPlaces({ places, bookings, isBookingUnread = false, studioClass, customerId }: CheckState): Finding[] {
  const findings: Finding[] = [];
  const isBooked = bookings?.some(
    ({ booking }) =>
      !booking.is_cancelled && booking.event.date.id === studioClass.date.id && attendeeOf(booking).id === customerId,
  );
  if (isBooked || places?.customer === 'booked') {
    findings.push({ verdict: 'no', words: 'Already booked on this class', place: 'bookings' });
  }
  if (!places) {
    const booked = bookings && !isBookingUnread ? '' : ', and whether they are booked on it,';
    return [...findings, unseen(`How full the class is${booked} could not be read`)];
  }
  const { capacity, taken, waiting, hasWaitingList } = places;
  if (places.customer === 'waiting') findings.push({ verdict: 'no', words: 'Already on the waiting list' });
  if (places.customer === 'cancelled') {
    findings.push({ verdict: 'care', words: 'Was booked on it and cancelled', place: 'bookings' });
  }
  if (capacity !== null && taken >= capacity) {
    const list = hasWaitingList ? `, ${waiting} waiting` : ', and it has no waiting list';
    findings.push({ verdict: 'no', words: `The class is full: ${taken} of ${capacity} spaces taken${list}` });
  } else {
    const free = capacity === null ? 'no limit' : `${taken} of ${capacity} taken`;
    findings.push({ verdict: 'fine', words: `There is space: ${free}` });
  }
  return findings;
}

function checkProfile({ isArchived, twins }: CheckState): Finding[] {
  const findings: Finding[] = [];
  if (isArchived) findings.push({ verdict: 'no', words: 'The profile is archived in Reservie', place: 'profile' });
  if (isArchived === undefined) findings.push(unseen('Whether the profile is archived could not be read'));
  if (twins === undefined) findings.push(unseen('Whether there is a second profile could not be read'));
  else if (twins > 0) {
    const words = `${plural(twins, 'other profile')} with the same name or number: they may be signed in to the wrong one`;
    findings.push({ verdict: 'care', words, place: 'profile' });
  }
  return findings;
}

type PassFault = 'cancelled' | 'expired' | 'expires before the class' | 'not started' | 'without credits';

/** Why a pass cannot pay for a class at that time, as far as the API tells; nothing when it can. */
function passFault(
  pass: Pick<PassPurchase, 'is_cancelled' | 'expires_at' | 'starts_at' | 'credits_remaining'>,
  now: LocalDateTime,
  classAt: LocalDateTime,
): PassFault | undefined {
  if (pass.is_cancelled) return 'cancelled';
  if (hasExpired(pass.expires_at, now)) return 'expired';
  if (pass.credits_remaining <= 0) return 'without credits';
  if (hasExpired(pass.expires_at, classAt)) return 'expires before the class';
  if (pass.starts_at && pass.starts_at.slice(0, 19) > classAt) return 'not started';
  return undefined;
}

function checkPayment({ passes, studioClass, now, timeZone }: CheckState): Finding[] {
  const takesPasses = studioClass.paymentMethods.length === 0 || studioClass.paymentMethods.includes('PASS');
  const others = studioClass.paymentMethods.filter((method) => method !== 'PASS');
  if (!takesPasses) return [{ verdict: 'care', words: 'This class cannot be paid with a pass', place: 'passes' }];
  if (!passes) return [unseen('Their passes could not be read')];
  const local = toLocalDateTime(now, timeZone);
  const classAt = toLocalDateTime(momentOf(studioClass.date), timeZone);
  const faults = passes.map((pass) => ({ pass, fault: passFault(pass, local, classAt) }));
  const usable = faults.filter(({ fault }) => fault === undefined);
  if (usable.length > 0) {
    const words = `${plural(usable.length, 'pass', 'passes')} with credits at the time of the class`;
    return [{ verdict: 'fine', words, place: 'passes' }];
  }
  const isOnlyWay = studioClass.paymentMethods.length > 0 && others.length === 0;
  const why = [...new Set(faults.map(({ fault }) => fault))].join(', ');
  const last = passes.toSorted((one, other) => other.purchased_at.localeCompare(one.purchased_at))[0];
  const detail = last ? ` (${why}; the latest: ${last.pass.name}, ${creditsLeft(last)}${until(last)})` : '';
  return [
    {
      verdict: isOnlyWay ? 'no' : 'care',
      words:
        passes.length === 0
          ? noPass(isOnlyWay)
          : `No pass can pay for it${detail}${isOnlyWay ? '' : '; it may be paid otherwise'}`,
      place: 'passes',
    },
  ];
}

function noPass(isOnlyWay: boolean): string {
  return isOnlyWay ? 'The class takes passes only, and they have none' : 'They have no pass; it may be paid otherwise';
}

function creditsLeft({ credits_total, credits_remaining }: PassPurchase): string {
  return isUnlimited(credits_total) ? 'unlimited' : `${credits_remaining} left`;
}

function until({ expires_at }: Pick<PassPurchase, 'expires_at'>): string {
  return expires_at === null ? '' : `, until ${formatDate(expires_at)}`;
}

function checkSubscriptions({ subscriptions }: CheckState): Finding[] {
  if (!subscriptions) return [unseen('Their subscriptions could not be read')];
  const findings: Finding[] = [];
  if (subscriptions.some(({ state }) => state === 'SUSPENDED')) {
    findings.push({
      verdict: 'care',
      words: 'A subscription payment failed: its credits may be blocked',
      place: 'subscriptions',
    });
  }
  if (subscriptions.some(({ state }) => state === 'PAUSED')) {
    findings.push({ verdict: 'care', words: 'A subscription is paused', place: 'subscriptions' });
  }
  return findings;
}

function unseen(words: string): Finding {
  return { verdict: 'unseen', words };
}
