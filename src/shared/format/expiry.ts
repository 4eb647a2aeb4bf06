import type { LocalDateTime } from '#contract/time.ts';
import { daysBetween, formatDate, formatTime } from './date-time.ts';

/** From this many days on a date says more than a count. */
const COUNTED_DAYS = 14;
/** Near enough to speak to the customer about it. */
const URGENT_DAYS = 7;

export interface Expiry {
  words: string;
  /** What the words leave out, such as the day and the hour of "Expires tomorrow". */
  detail?: string;
  isUrgent: boolean;
}

/** Both times on the studio's clock; `null` never expires. At the very second of its expiry something has expired. */
export function hasExpired(expiresAt: LocalDateTime | null, now: LocalDateTime): boolean {
  return expiresAt !== null && expiresAt.slice(0, 19) <= now;
}

/**
 * "Expires in 3 days", "Expired 12 Mar 2026", "Never expires". Both times on the studio's clock. What is over for another
 * reason (cancelled, used up) counts no days down: there is no hurry.
 */
export function describeExpiry(expiresAt: LocalDateTime | null, now: LocalDateTime, isOver = false): Expiry {
  if (expiresAt === null) return { words: 'Never expires', isUrgent: false };
  if (hasExpired(expiresAt, now)) return { words: `Expired ${formatDate(expiresAt)}`, isUrgent: false };
  const days = daysBetween(now.slice(0, 10), expiresAt.slice(0, 10));
  if (isOver || days > COUNTED_DAYS) return { words: `Expires ${formatDate(expiresAt)}`, isUrgent: false };
  return {
    words: days === 0 ? 'Expires today' : days === 1 ? 'Expires tomorrow' : `Expires in ${days} days`,
    detail: `${formatDate(expiresAt)}, ${formatTime(expiresAt)}`,
    isUrgent: days <= URGENT_DAYS,
  };
}
