import type { Appointment } from '#contract/appointment.ts';
import type { Transaction } from '#contract/booking.ts';
import type { TransactionId } from '#contract/id.ts';
import type { PassPurchase } from '#contract/pass.ts';
import type { LocalDateTime } from '#contract/time.ts';
import { classBookings } from '#shared/bookings/class-bookings.ts';

/** Credits that left a pass, at a moment on the studio’s clock. Which pass, Reservie does not say. */
export interface CreditUse {
  id: string;
  at: LocalDateTime;
  credits: number;
  /** Refunded: the credits were given back. */
  isGivenBack: boolean;
  isCancelled: boolean;
  words: string;
  transactionId?: TransactionId;
}

type PassFacts = Pick<PassPurchase, 'id' | 'credits_total' | 'credits_remaining' | 'purchased_at' | 'expires_at'>;

interface StatementLine {
  use: CreditUse;
  /** Only this pass was there to pay with at that moment. */
  isCertain: boolean;
}

export interface PassStatement {
  total: number;
  left: number;
  /** What is gone, as Reservie counts: total less left. */
  gone: number;
  /** Earliest first. */
  lines: StatementLine[];
  /** Net of what was given back, over the certain lines. */
  certain: number;
  /** Net, over the lines that may belong to another pass. */
  possible: number;
  /** Gone, less the certain lines: what those alone do not explain. Negative where they are more than what is gone. */
  unexplained: number;
}

/** Everything that a customer paid for in credits and of which the API tells how many. */
export function creditUses(purchases: readonly Transaction[], appointments: readonly Appointment[]): CreditUse[] {
  return [
    ...classBookings(purchases).flatMap(({ booking, purchaseDate, transactionId }): CreditUse[] => {
      const { payment, event } = booking;
      if (!('credits_used' in payment)) return [];
      return [
        {
          id: booking.id,
          at: purchaseDate,
          credits: payment.credits_used,
          isGivenBack: booking.is_refunded,
          isCancelled: booking.is_cancelled,
          words: event.name,
          transactionId,
        },
      ];
    }),
    ...appointments.flatMap(({ id, created_at, payment, service, status }): CreditUse[] =>
      'credits_used' in payment
        ? [
            {
              id,
              at: created_at,
              credits: payment.credits_used,
              isGivenBack: false,
              isCancelled: status === 'CANCELLED',
              words: service.name,
            },
          ]
        : [],
    ),
  ];
}

/**
 * A statement for each pass, by dates: a pass can only have paid from its purchase until its expiry. A use is certain where
 * just one pass was there at the moment, and all passes are known; counts decide nothing, as the studio may have changed
 * them by hand. Whatever is not certain is shown as possible with every pass that it may belong to.
 */
export function passStatements(
  passes: readonly PassFacts[],
  uses: readonly CreditUse[],
  /** There are more passes than these. */
  isPartial: boolean,
): Map<string, PassStatement> {
  const linesOf = new Map<string, StatementLine[]>(passes.map(({ id }) => [id, []]));
  for (const use of uses) {
    const candidates = passes.filter((pass) => couldPay(pass, use.at));
    const isCertain = candidates.length === 1 && !isPartial;
    for (const { id } of candidates) linesOf.get(id)?.push({ use, isCertain });
  }
  return new Map(
    passes.map((pass) => {
      const lines = (linesOf.get(pass.id) ?? []).toSorted(
        (one, other) => compare(one.use.at, other.use.at) || compare(one.use.id, other.use.id),
      );
      const certain = netOf(lines.filter(({ isCertain }) => isCertain));
      const gone = pass.credits_total - pass.credits_remaining;
      return [
        pass.id,
        {
          total: pass.credits_total,
          left: pass.credits_remaining,
          gone,
          lines,
          certain,
          possible: netOf(lines.filter(({ isCertain }) => !isCertain)),
          unexplained: gone - certain,
        },
      ];
    }),
  );
}

/** Cancelled or used up ones count too: when that happened is not told. */
function couldPay({ purchased_at, expires_at }: PassFacts, at: LocalDateTime): boolean {
  const moment = at.slice(0, 19);
  return purchased_at.slice(0, 19) <= moment && (expires_at === null || moment <= expires_at.slice(0, 19));
}

function netOf(lines: readonly StatementLine[]): number {
  return lines.reduce((sum, { use }) => sum + (use.isGivenBack ? 0 : use.credits), 0);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What the remainder means, in a sentence. */
export function describeRemainder({ gone, certain, possible, unexplained }: PassStatement): string {
  if (unexplained === 0) return `All ${gone} used credits are explained by these lines.`;
  if (unexplained < 0) {
    return `These lines use ${certain} credits, ${-unexplained} more than Reservie counts: credits may have been added or given back by hand.`;
  }
  const maybe =
    possible > 0 ? ` The lines marked “perhaps” could explain up to ${Math.min(possible, unexplained)}.` : '';
  return `${unexplained} of ${gone} used credits are not explained for certain.${maybe}`;
}
