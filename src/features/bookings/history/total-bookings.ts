import { formatCredits, formatMoney } from '#shared/format/money.ts';
import { plural } from '#shared/format/number.ts';
import type { BookingRow } from './booking-row.ts';

export interface BookingTotals {
  bookings: number;
  spaces: number;
  purchases: number;
  /** Gross, in hundredths, by currency; credits are apart and never added to it. */
  money: ReadonlyMap<string, number>;
  credits: number;
  /** What of `money` was refunded. */
  refunded: ReadonlyMap<string, number>;
  refundedCredits: number;
  /** Bookings whose payment tells no amount. */
  untold: number;
}

export function totalBookings(rows: readonly BookingRow[]): BookingTotals {
  const money = new Map<string, number>();
  const refunded = new Map<string, number>();
  const purchases = new Set<string>();
  let [spaces, credits, refundedCredits, untold] = [0, 0, 0, 0];
  for (const { booking, purchase } of rows) {
    const { payment, is_refunded } = booking;
    purchases.add(purchase.id);
    spaces += booking.spaces;
    if ('base100gross_price' in payment) {
      add(money, payment.currency, payment.base100gross_price);
      if (is_refunded) add(refunded, payment.currency, payment.base100gross_price);
    } else if ('credits_used' in payment) {
      credits += payment.credits_used;
      if (is_refunded) refundedCredits += payment.credits_used;
    } else {
      untold += 1;
    }
  }
  return {
    bookings: rows.length,
    spaces,
    purchases: purchases.size,
    money,
    credits,
    refunded,
    refundedCredits,
    untold,
  };
}

function add(sums: Map<string, number>, currency: string, base100: number): void {
  sums.set(currency, (sums.get(currency) ?? 0) + base100);
}

/** "7 spaces · 5 purchases · £37.00 and 4 credits", without what says nothing. */
export function describeTotals(totals: BookingTotals): string {
  const paid = describeSums(totals.money, totals.credits);
  const back = describeSums(totals.refunded, totals.refundedCredits);
  return [
    totals.spaces === totals.bookings ? '' : plural(totals.spaces, 'space'),
    totals.purchases === totals.bookings ? '' : plural(totals.purchases, 'purchase'),
    back === '' ? paid : `${paid}, of which ${back} refunded`,
    totals.untold > 0 && paid !== '' ? `${plural(totals.untold, 'booking')} paid otherwise` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** "5 bookings · £14.00 and 4 credits": what a group comes to. */
export function describeGroup(totals: BookingTotals): string {
  return [plural(totals.bookings, 'booking'), describeTotals(totals)].filter((part) => part !== '').join(' · ');
}

/** "£12.00, €7.00 and 4 credits"; nothing where there is neither. */
function describeSums(money: ReadonlyMap<string, number>, credits: number): string {
  const amounts = [...money]
    .filter(([, base100]) => base100 !== 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, base100]) => formatMoney(base100, currency));
  const sums = credits === 0 ? amounts : [...amounts, formatCredits(credits)];
  return sums.length < 2 ? sums.join('') : `${sums.slice(0, -1).join(', ')} and ${sums.at(-1) ?? ''}`;
}
