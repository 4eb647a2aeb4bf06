import { formatPaymentMethod } from '#shared/format/payment.ts';
import { personName } from '#contract/person-name.ts';
import { type BookingRow, attendeeOf } from '../history/booking-row.ts';

const COLUMNS = [
  'Class date',
  'Class time',
  'Time zone',
  'Minutes',
  'Class',
  'For',
  'Bought by',
  'Spaces',
  'Cancelled',
  'Refunded',
  'Paid by',
  'Gross',
  'Net',
  'Currency',
  'Credits',
  'Purchase date',
  'Purchase time',
  'Purchase',
  'Booking',
] as const;

/**
 * The rows as a file for spreadsheets, with what they were filtered by in its first line. UTF-8 with a byte order mark and
 * CRLF (RFC 4180), ISO dates, money in units with a point; no cell can begin a formula.
 */
export function bookingsCsv(heading: string, rows: readonly BookingRow[]): string {
  const lines = [[heading], [...COLUMNS], ...rows.map(cellsOf)];
  return `\uFEFF${lines.map((cells) => `${cells.map(quote).join(',')}\r\n`).join('')}`;
}

function cellsOf({ booking, purchase }: BookingRow): string[] {
  const { event, payment, purchased_by } = booking;
  const { datetime, tz, duration } = event.date;
  const hasPrice = 'base100gross_price' in payment;
  return [
    datetime.slice(0, 10),
    datetime.slice(11, 16),
    tz,
    String(duration),
    event.name,
    personName(attendeeOf(booking)),
    personName(purchased_by),
    String(booking.spaces),
    booking.is_cancelled ? 'yes' : 'no',
    booking.is_refunded ? 'yes' : 'no',
    formatPaymentMethod(payment.method),
    hasPrice ? decimal(payment.base100gross_price) : '',
    hasPrice ? decimal(payment.base100net_price) : '',
    hasPrice ? payment.currency : '',
    'credits_used' in payment ? String(payment.credits_used) : '',
    purchase.purchase_date.slice(0, 10),
    purchase.purchase_date.slice(11, 16),
    purchase.id,
    booking.id,
  ];
}

function decimal(base100: number): string {
  const digits = String(Math.abs(base100)).padStart(3, '0');
  return `${base100 < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A cell that a spreadsheet would run begins with an apostrophe; negative amounts are no formulas. */
function quote(cell: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(cell) && !/^-\d+\.\d\d$/.test(cell);
  const safe = isFormula ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
