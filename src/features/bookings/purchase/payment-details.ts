import type { BookingPayment } from '#contract/payment.ts';
import { formatCredits, formatMoney } from '#shared/format/money.ts';
import { formatPaymentMethod, isKnownMethod } from '#shared/format/payment.ts';

export interface PaymentFact {
  name: string;
  value: string;
  /** Reservie's own code, where our words for it are a guess. */
  raw?: string;
}

/** Everything a booking's payment says, fact by fact. */
export function paymentDetails(payment: BookingPayment): PaymentFact[] {
  const { method: code } = payment;
  const method = { name: 'Paid by', value: formatPaymentMethod(code), ...(!isKnownMethod(code) && { raw: code }) };
  if ('base100gross_price' in payment) {
    return [
      method,
      { name: 'Gross price', value: formatMoney(payment.base100gross_price, payment.currency) },
      { name: 'Net price', value: formatMoney(payment.base100net_price, payment.currency) },
    ];
  }
  if ('credits_used' in payment) return [method, { name: 'Credits used', value: formatCredits(payment.credits_used) }];
  return [method];
}
