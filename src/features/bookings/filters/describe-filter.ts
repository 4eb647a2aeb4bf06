import { formatDate } from '#shared/format/date-time.ts';
import { formatPaymentMethod } from '#shared/format/payment.ts';
import { type BookingTotals, describeTotals } from '../history/total-bookings.ts';
import { type BookingsSearch, type ChoiceName, type StateName } from '../search.ts';

export const STATE_WORDS: Readonly<Record<StateName, string>> = {
  booked: 'Booked',
  cancelled: 'Cancelled',
  refunded: 'Refunded',
};

/** Names of the people in the rows, by their ids. */
export type NamesById = ReadonlyMap<string, string>;

/** "of classes from 1 Nov 2026 to 31 Jan 2027, upcoming, cancelled": what is shown, for a sentence and for a heading. */
export function describeFilter(search: BookingsSearch, names: NamesById): string {
  const { by, from, to, when } = search;
  const dates =
    from !== undefined && from === to
      ? `on ${formatDate(from)}`
      : [from && `from ${formatDate(from)}`, to && `${from ? 'to' : 'until'} ${formatDate(to)}`]
          .filter(Boolean)
          .join(' ');
  const span = dates === '' ? 'at any time' : dates;
  const base = by === 'purchase' ? `bought ${span}` : `of classes ${span}`;
  const chosen = (['state', 'paid', 'class', 'for'] as const).flatMap((name) => {
    const values = search[name];
    return values ? [values.map((value) => choiceWords(name, value, names)).join(' or ')] : [];
  });
  return [base, when === 'upcoming' ? 'still to come' : when === 'past' ? 'in the past' : '', ...chosen]
    .filter((part) => part !== '')
    .join(', ');
}

/** What is shown, and what it comes to. */
export function describeFound(search: BookingsSearch, names: NamesById, totals: BookingTotals): string {
  return [describeFilter(search, names), totals.bookings > 0 ? describeTotals(totals) : '']
    .filter((part) => part !== '')
    .join(' · ');
}

/** What a choice is called on its chip. */
export function choiceWords(name: ChoiceName, value: string, names: NamesById): string {
  switch (name) {
    case 'state':
      return STATE_WORDS[value as StateName];
    case 'paid':
      return formatPaymentMethod(value);
    case 'class':
      return value;
    case 'for':
      return `for ${names.get(value) ?? value}`;
  }
}
