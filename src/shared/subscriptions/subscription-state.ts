import type { SubscriptionMandate } from '#contract/subscription.ts';
import type { LocalDate } from '#contract/time.ts';
import { plural } from '#shared/format/number.ts';
import { describeCode } from '#shared/format/readable-code.ts';
import type { State } from '#shared/ui/tag.tsx';

interface StateWords extends State {
  /** What it means for the person at the desk. */
  meaning?: string;
}

const STATES: Record<string, StateWords> = {
  ACTIVE: { words: 'Active', tone: 'good' },
  PAUSED: { words: 'Paused', tone: 'warn' },
  // SUSPENDED means a payment failed (docs/reservie-api.md, "The other customer tabs").
  SUSPENDED: {
    words: 'Payment failed',
    tone: 'bad',
    meaning:
      'A payment did not go through, so Reservie has suspended this subscription. Ask the customer to check their payment details.',
  },
};

export function describeState(state: string): StateWords {
  return describeCode(STATES, state);
}

/** "3 days"; "None" without any. */
export function describeGrace(days: number): string {
  return days > 0 ? plural(days, 'day') : 'None';
}

/** The renewal of a suspended subscription can lie behind us. Both days on the studio's clock. */
export function renewalLabel(renewal: LocalDate, today: LocalDate): string {
  return renewal < today ? 'Renewal was due' : 'Renews on';
}

const URGENCY = ['SUSPENDED', 'ACTIVE', 'PAUSED'];

/** Failed payments first, then active, paused and whatever else; latest first among equals. */
export function arrangeSubscriptions<Row extends Pick<SubscriptionMandate, 'state' | 'created'>>(
  rows: readonly Row[],
): Row[] {
  const rank = ({ state }: Row) => (URGENCY.includes(state) ? URGENCY.indexOf(state) : URGENCY.length);
  return rows.toSorted((one, other) => rank(one) - rank(other) || Date.parse(other.created) - Date.parse(one.created));
}
