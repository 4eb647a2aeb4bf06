import type { CustomerRef } from '#contract/customer.ts';
import { personName } from '#contract/person-name.ts';
import { hasVisibleCharacter } from '#contract/visible-text.ts';
import {
  formatDate,
  formatDayOfMonth,
  formatDuration,
  formatTime,
  formatWeekday,
  toLocalDate,
} from '#shared/format/date-time.ts';
import type { BookingRow } from '../history/booking-row.ts';
import { classTimeHints } from '../history/class-time.ts';
import type { BookingsSearch } from '../search.ts';

/** Below the date that is filtered by: "tomorrow · 60 min". */
export function describeWhen(row: BookingRow, { by }: BookingsSearch, now: number, timeZone: string): string {
  return by === 'purchase' ? yearNote(row.purchase.purchase_date, now, timeZone) : classNotes(row, now, timeZone);
}

/** The other date, and what else belongs to the purchase: "bought 5 Nov, with 2 more". */
export function describeOrigin(row: BookingRow, { by }: BookingsSearch, now: number, timeZone: string): string {
  const { purchase, purchaseSize, booking } = row;
  const others = purchaseSize > 1 ? `, with ${purchaseSize - 1} more` : '';
  if (by === 'purchase') {
    const { datetime } = booking.event.date;
    const day = `${formatWeekday(datetime)} ${formatDate(datetime)}, ${formatTime(datetime)}`;
    return `${day} · ${classNotes(row, now, timeZone, false)}${others}`;
  }
  const isThisYear = purchase.purchase_date.slice(0, 4) === yearOf(now, timeZone);
  const bought = isThisYear ? formatDayOfMonth(purchase.purchase_date) : formatDate(purchase.purchase_date);
  return `bought ${bought}${others}`;
}

/** The page's own customer by first name: the whole name stands beside the tabs. */
export function nameOnPage(person: CustomerRef, customerId: string): string {
  const isShort = person.id === customerId && hasVisibleCharacter(person.firstname);
  return isShort ? person.firstname.trim() : personName(person);
}

function classNotes({ booking }: BookingRow, now: number, timeZone: string, hasYear = true): string {
  const { date } = booking.event;
  const notes = [...classTimeHints(date, now, timeZone), formatDuration(date.duration)];
  const year = hasYear ? yearNote(date.datetime, now, timeZone) : '';
  return [year, ...notes].filter((note) => note !== '').join(' · ');
}

function yearNote(local: string, now: number, timeZone: string): string {
  return local.slice(0, 4) === yearOf(now, timeZone) ? '' : local.slice(0, 4);
}

function yearOf(now: number, timeZone: string): string {
  return toLocalDate(now, timeZone).slice(0, 4);
}
