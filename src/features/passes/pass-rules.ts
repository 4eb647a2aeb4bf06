import type { PassPurchase } from '#contract/pass.ts';
import type { LocalDateTime } from '#contract/time.ts';
import type { RecordGroup, RecordView } from '#shared/customer/filter-records.ts';
import { describePaid } from '#shared/customer/record-sums.ts';
import { formatCredits, isUnlimited } from '#shared/format/money.ts';
import { arrangePasses, passState, passTag } from '#shared/passes/pass-state.ts';
import type { State } from '#shared/ui/tag.tsx';

/** `now` on the studio’s clock. */
export function passViews(now: LocalDateTime): RecordView<PassPurchase>[] {
  return [
    { name: 'live', label: 'Live', includes: (pass) => ['usable', 'notStarted'].includes(passState(pass, now)) },
    { name: 'used-up', label: 'Used up', includes: (pass) => passState(pass, now) === 'usedUp' },
    { name: 'expired', label: 'Expired', includes: (pass) => passState(pass, now) === 'expired' },
    { name: 'cancelled', label: 'Cancelled', includes: ({ is_cancelled }) => is_cancelled === true, isRare: true },
  ];
}

export function groupPasses(rows: readonly PassPurchase[], now: LocalDateTime): RecordGroup<PassPurchase>[] {
  const { current, past } = arrangePasses(rows, now);
  return [
    { title: 'Current', rows: current },
    { title: 'Over', rows: past, isPast: true },
  ];
}

/** "19 credits left · £160.00 paid": what is left of passes that can be used now. Unlimited ones have no number. */
export function describePassTotals(rows: readonly PassPurchase[], now: LocalDateTime): string {
  const usable = rows.filter((pass) => passState(pass, now) === 'usable');
  const counted = usable.filter(({ credits_total }) => !isUnlimited(credits_total));
  const left = counted.reduce((sum, { credits_remaining }) => sum + credits_remaining, 0);
  const parts = [
    counted.length > 0 && `${formatCredits(left)} left`,
    usable.length > counted.length && (counted.length > 0 ? 'and unlimited' : 'unlimited credits'),
  ];
  const paid = describePaid(rows.filter(({ is_cancelled }) => !is_cancelled).map(({ payment }) => payment));
  return [parts.filter(Boolean).join(' '), paid && `${paid} paid`].filter(Boolean).join(' · ');
}

/** Each pass says its state in a word. */
export function describePassState(pass: PassPurchase, now: LocalDateTime): State {
  const tag = passTag(pass, now);
  if (tag) return tag;
  return passState(pass, now) === 'expired' ? { words: 'Expired', tone: 'neutral' } : { words: 'Live', tone: 'good' };
}
