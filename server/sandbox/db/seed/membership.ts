import { DAY } from './calendar.ts';
import { type Plan, TERM_DAYS } from './pass-catalogue.ts';
import type { Records } from './records.ts';
import type { Wallet } from './wallet.ts';

export type MandateState = 'ACTIVE' | 'PAUSED' | 'SUSPENDED';

export interface Membership {
  plan: Plan;
  state: MandateState;
  /** Terms paid for so far. */
  terms: number;
  /** Days into the current term; where a payment failed or was paused, days since then. */
  days: number;
}

const TERM = TERM_DAYS * DAY;

/**
 * A mandate and the passes that its terms gave. An active one has a pass that lives today; a suspended one's last pass
 * ran out when the payment failed; a paused one gives none until it goes on.
 */
export function seedMembership(
  customer: number,
  membership: Membership,
  wallet: Wallet,
  records: Records,
  now: number,
): void {
  const { plan, state, terms, days } = membership;
  const isActive = state === 'ACTIVE';
  const createdAt = now - (isActive ? terms - 1 : terms) * TERM - days * DAY;
  for (let term = 0; term < terms; term += 1) wallet.add(plan.pass, createdAt + term * TERM, TERM_DAYS);
  const renewsAt = state === 'PAUSED' ? null : createdAt + terms * TERM;
  records.mandate(customer, { plan, state, createdAt, renewsAt });
}
