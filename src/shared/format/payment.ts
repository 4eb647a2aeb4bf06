import type { AppointmentPayment, BookingPayment, PurchasePayment } from '#contract/payment.ts';
import { formatCredits, formatMoney } from './money.ts';

/**
 * What was paid, in words: "£12.00" (gross where there are two prices); "1 credit"; for a method that nobody knows its
 * raw name ("CASH"). Money and credits are never mixed.
 */
export function formatPayment(payment: BookingPayment | PurchasePayment | AppointmentPayment): string {
  if ('base100gross_price' in payment) return formatMoney(payment.base100gross_price, payment.currency);
  if ('base100_price' in payment) return formatMoney(payment.base100_price, payment.currency);
  if ('credits_used' in payment && payment.credits_used !== undefined) return formatCredits(payment.credits_used);
  return formatPaymentMethod(payment.method);
}

/** "£10.50 net" where it differs from the gross price, otherwise nothing. */
export function formatNetPrice(payment: BookingPayment): string | undefined {
  if (!('base100net_price' in payment) || payment.base100net_price === payment.base100gross_price) return undefined;
  return `${formatMoney(payment.base100net_price, payment.currency)} net`;
}

/** "Card", "Pass", or the raw name of a method that nobody knows. */
export function formatPaymentMethod(method: string): string {
  if (method === 'CARD') return 'Card';
  if (method === 'PASS') return 'Pass';
  return method;
}
