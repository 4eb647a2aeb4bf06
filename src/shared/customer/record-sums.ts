import type { AppointmentPayment, PurchasePayment } from '#contract/payment.ts';
import { formatCredits, formatMoney } from '#shared/format/money.ts';

/** "£12.00, €7.00 and 4 credits": per currency, credits apart; nothing where no payment tells an amount. */
export function describePaid(payments: readonly (AppointmentPayment | PurchasePayment | undefined)[]): string {
  const money = new Map<string, number>();
  let credits = 0;
  for (const payment of payments) {
    if (payment === undefined) continue;
    if ('base100_price' in payment) {
      money.set(payment.currency, (money.get(payment.currency) ?? 0) + payment.base100_price);
    } else if ('credits_used' in payment) credits += payment.credits_used ?? 0;
  }
  const sums = [...money]
    .filter(([, base100]) => base100 !== 0)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, base100]) => formatMoney(base100, currency));
  if (credits !== 0) sums.push(formatCredits(credits));
  return sums.length < 2 ? sums.join('') : `${sums.slice(0, -1).join(', ')} and ${sums.at(-1) ?? ''}`;
}
