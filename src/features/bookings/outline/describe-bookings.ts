import type { Transaction } from '#contract/booking.ts';
import type { BookingsOutline, BookingsOutlineContext, BookingsOutlineLine } from '#contract/bookings-outline.ts';
import type { CustomerRef } from '#contract/customer.ts';
import { formatMonthShort, formatTime, formatWeekday, toLocalDate } from '#shared/format/date-time.ts';
import { plural } from '#shared/format/number.ts';
import { formatNetPrice, formatPayment } from '#shared/format/payment.ts';
import { setStudioLocale } from '#shared/format/studio-locale.ts';
import { describeFound } from '../filters/describe-filter.ts';
import { type BookingRow, attendeeOf, namesIn, toBookingRows } from '../history/booking-row.ts';
import { bookingStates } from '../history/booking-state.ts';
import { classClockAt } from '../history/class-time.ts';
import { findOverlaps } from '../history/find-overlaps.ts';
import { groupBookings } from '../history/group-bookings.ts';
import { pageBookings } from '../history/page-bookings.ts';
import { describeGroup, totalBookings } from '../history/total-bookings.ts';
import { describeOrigin, describeWhen, nameOnPage } from '../rows/line-words.ts';

/** Neither filtered nor sorted. */
const PLAIN = {};
/** Bookings that fill a screen: each more would be laid out before the first paint, and not be seen. */
const SCREENFUL = { size: 10 } as const;

/**
 * The first screen of bookings as `GatheredBookings` shows it, in words. Built into a file of its own for the gateway
 * (vite.config.ts), which draws it into the outline: the rules stand here once.
 * @param purchases all of the customer's
 */
export function describeBookings(purchases: readonly Transaction[], context: BookingsOutlineContext): BookingsOutline {
  const { now, timeZone, locale } = context;
  setStudioLocale(locale);
  const rows = toBookingRows(purchases, classClockAt(now));
  const overlaps = findOverlaps(rows);
  const totals = totalBookings(rows);
  const { groups, pageCount } = pageBookings(groupBookings(rows, PLAIN, toLocalDate(now, timeZone)), SCREENFUL);
  return {
    count: plural(totals.bookings, 'booking'),
    sentence: describeFound(PLAIN, namesIn(rows), totals),
    isWhole: pageCount === 1,
    groups: groups.map((group) => ({
      title: group.title,
      sums: describeGroup(group.totals),
      lines: group.onPage.map((row) => ({
        ...describeLine(row, context),
        isOverlapping: overlaps.has(row.booking.id),
      })),
    })),
  };
}

function describeLine(
  row: BookingRow,
  { customerId, now, timeZone }: BookingsOutlineContext,
): Omit<BookingsOutlineLine, 'isOverlapping'> {
  const { booking, purchase, isUpcoming } = row;
  const { event, payment, purchased_by, spaces } = booking;
  const { datetime } = event.date;
  const attendee = attendeeOf(booking);
  function person(who: CustomerRef) {
    return {
      name: nameOnPage(who, customerId),
      href: who.id === customerId ? undefined : `/customers/${who.id}/bookings`,
    };
  }
  return {
    month: formatMonthShort(datetime),
    day: String(Number(datetime.slice(8, 10))),
    clock: `${formatWeekday(datetime)} ${formatTime(datetime)}`,
    notes: describeWhen(row, PLAIN, now, timeZone),
    href: `/customers/${customerId}/bookings/${purchase.id}#${booking.id}`,
    name: event.name,
    origin: describeOrigin(row, PLAIN, now, timeZone),
    attendee: person(attendee),
    spaces: spaces === 1 ? undefined : plural(spaces, 'space'),
    buyer: attendee.id === purchased_by.id ? undefined : person(purchased_by),
    paid: formatPayment(payment),
    net: formatNetPrice(payment),
    states: bookingStates(booking, isUpcoming),
    isQuiet: !isUpcoming || booking.is_cancelled,
  };
}
