import type { PassPurchase } from '#contract/pass.ts';
import type { LocalDateTime } from '#contract/time.ts';
import { formatDate } from '#shared/format/date-time.ts';
import { hasExpired } from '#shared/format/expiry.ts';
import { isUnlimited } from '#shared/format/money.ts';
import type { State } from '#shared/ui/tag.tsx';

type PassFacts = Pick<
  PassPurchase,
  'credits_total' | 'credits_remaining' | 'purchased_at' | 'starts_at' | 'expires_at' | 'is_cancelled'
>;

type PassState = 'usable' | 'notStarted' | 'usedUp' | 'expired' | 'cancelled';

/** `now` on the studio's clock, like the times of a pass. What ended it for good comes before what would have anyway. */
export function passState(pass: PassFacts, now: LocalDateTime): PassState {
  if (pass.is_cancelled) return 'cancelled';
  if (hasExpired(pass.expires_at, now)) return 'expired';
  if (pass.credits_remaining <= 0) return 'usedUp';
  if (pass.starts_at && pass.starts_at.slice(0, 19) > now) return 'notStarted';
  return 'usable';
}

export function isCurrent(pass: PassFacts, now: LocalDateTime): boolean {
  const state = passState(pass, now);
  return state === 'usable' || state === 'notStarted';
}

/** "Starts 12 Mar 2026", where that is another day than the purchase. */
export function describeStart({ starts_at, purchased_at }: PassFacts, now: LocalDateTime): string | undefined {
  if (!starts_at || starts_at.slice(0, 10) === purchased_at.slice(0, 10)) return undefined;
  return `${starts_at.slice(0, 19) > now ? 'Starts' : 'Started'} ${formatDate(starts_at)}`;
}

/** What to say beside a pass's name; nothing where its credits and its expiry say it all. */
export function passTag(pass: PassFacts, now: LocalDateTime): State | undefined {
  switch (passState(pass, now)) {
    case 'cancelled':
      return { words: 'Cancelled', tone: 'bad' };
    case 'usedUp':
      return { words: 'Used up', tone: 'neutral' };
    case 'notStarted':
      return { words: 'Not started yet', tone: 'info' };
    case 'usable':
      return pass.credits_remaining === 1 && pass.credits_total > 1
        ? { words: 'Last credit', tone: 'warn' }
        : undefined;
    case 'expired':
      return undefined;
  }
}

/** "3 of 10 credits left"; "Unlimited", with the numbers apart. */
export function describeCredits({ credits_total: total, credits_remaining: left }: PassFacts): {
  words: string;
  detail?: string;
} {
  const words = `${left} of ${total} ${total === 1 ? 'credit' : 'credits'} left`;
  return isUnlimited(total) ? { words: 'Unlimited', detail: words } : { words };
}

/** The passes that can be used or will be, soonest expiry first; and those that are over, latest purchase first. */
export function arrangePasses<Pass extends PassFacts>(
  passes: readonly Pass[],
  now: LocalDateTime,
): { current: Pass[]; past: Pass[] } {
  return {
    current: passes.filter((pass) => isCurrent(pass, now)).toSorted(compareExpiry),
    past: passes
      .filter((pass) => !isCurrent(pass, now))
      .toSorted((one, other) => other.purchased_at.localeCompare(one.purchased_at)),
  };
}

function compareExpiry(one: PassFacts, other: PassFacts): number {
  if (one.expires_at === other.expires_at) return other.purchased_at.localeCompare(one.purchased_at);
  if (one.expires_at === null) return 1;
  if (other.expires_at === null) return -1;
  return one.expires_at.localeCompare(other.expires_at);
}
