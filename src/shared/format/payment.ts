import type { AppointmentPayment, BookingPayment, PurchasePayment } from '#contract/payment.ts';
import { formatCredits, formatMoney } from './money.ts';
import { readableCode } from './readable-code.ts';

/**
 * What was paid, in words: "£12.00" (gross where there are two prices); "1 credit"; for a method that tells no
 * amount its name ("Cash"). Money and credits are never mixed.
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

/** "Card", "Pass"; a code that we do not know is made legible: "KLARNA_LATER" → "Klarna later". */
export function formatPaymentMethod(method: string): string {
  return readableCode(method);
}

/** Methods whose words are certain; of any other the code itself is worth showing too. */
export function isKnownMethod(method: string): boolean {
  return ['CARD', 'PASS', 'CASH', 'SUBSCRIPTION'].includes(method);
}
