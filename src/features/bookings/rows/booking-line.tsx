import { Badge } from '@mantine/core';
import { Suspense, memo } from 'react';
import type { CustomerRef } from '#contract/customer.ts';
import type { BookingId, CustomerId } from '#contract/id.ts';
import { DateBlock } from '#shared/bookings/date-block.tsx';
import { formatDateTime, formatTime, formatWeekday } from '#shared/format/date-time.ts';
import { plural } from '#shared/format/number.ts';
import { formatNetPrice, formatPayment, isKnownMethod } from '#shared/format/payment.ts';
import { personName } from '#contract/person-name.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { lazyPart } from '#shared/ui/lazy-part.tsx';
import base from '#shared/table/data-table.module.css';
import { BookingBadges } from './booking-badges.tsx';
import type { BookingLinks } from '../bookings-panel-props.ts';
import { type BookingRow, attendeeOf } from '../history/booking-row.ts';
import classes from './bookings-table.module.css';
import { describeOrigin, describeWhen, nameOnPage } from './line-words.ts';
import type { BookingsSearch } from '../search.ts';

const BookingDetails = lazyPart(async () => (await import('./booking-details.tsx')).BookingDetails);

/** What every line needs. */
export interface LineProps extends BookingLinks {
  customerId: CustomerId;
  search: BookingsSearch;
  overlaps: ReadonlySet<BookingId>;
  /** ms since 1970. */
  now: number;
  timeZone: string;
  onOpen: (bookingId: BookingId | undefined) => void;
}

interface BookingLineProps extends LineProps {
  row: BookingRow;
}

/** One booking on one line; its details open below it. Drawn again only when it changes: there may be a hundred. */
export const BookingLine = memo(function BookingLine({ row, search, overlaps, ...props }: BookingLineProps) {
  const { booking, purchase, isUpcoming } = row;
  const { event } = booking;
  const isOpen = search.open === booking.id;
  const isQuiet = !isUpcoming || booking.is_cancelled;
  const day = formatDateTime(event.date.datetime);
  return (
    <>
      <tr className={classes['line']} data-quiet={isQuiet || undefined} data-open={isOpen || undefined}>
        <td>
          <When row={row} search={search} now={props.now} timeZone={props.timeZone} />
        </td>
        <td className={classes['class']}>
          <div className={classes['name']} data-plain-links>
            {props.renderPurchaseLink({ transactionId: purchase.id, bookingId: booking.id }, <bdi>{event.name}</bdi>)}
          </div>
          <div className={classes['quiet']}>{describeOrigin(row, search, props.now, props.timeZone)}</div>
        </td>
        <td className={classes['for']}>
          <ForWhom row={row} customerId={props.customerId} renderCustomerLink={props.renderCustomerLink} />
        </td>
        <td className={classes['paid']} data-numeric>
          <Paid row={row} />
        </td>
        <td>
          <BookingBadges booking={booking} isUpcoming={isUpcoming} isOverlapping={overlaps.has(booking.id)} />
        </td>
        <td className={base['more']} data-no-print>
          {/* A plain one: a hundred lines each have it. */}
          <button
            type="button"
            className={classes['opener']}
            aria-label={`Details of ${event.name}, ${day}`}
            aria-expanded={isOpen}
            aria-controls={isOpen ? `details-${booking.id}` : undefined}
            onPointerEnter={BookingDetails.preload}
            onFocus={BookingDetails.preload}
            onClick={() => props.onOpen(isOpen ? undefined : booking.id)}
          >
            <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} size={16} />
          </button>
        </td>
      </tr>
      {isOpen && (
        <tr data-details id={`details-${booking.id}`}>
          <td colSpan={6}>
            <Suspense>
              <BookingDetails
                booking={booking}
                headingOrder={2}
                isHighlighted={false}
                customerId={props.customerId}
                renderCustomerLink={props.renderCustomerLink}
                isUpcoming={isUpcoming}
                now={props.now}
                timeZone={props.timeZone}
              />
            </Suspense>
          </td>
        </tr>
      )}
    </>
  );
});

type TimeProps = Pick<BookingLineProps, 'row' | 'search' | 'now' | 'timeZone'>;

/** The date that is filtered by: of the class, or of the purchase. */
function When({ row, search, now, timeZone }: TimeProps) {
  const isPurchase = search.by === 'purchase';
  const local = isPurchase ? row.purchase.purchase_date : row.booking.event.date.datetime;
  return (
    <div className={classes['time']}>
      <DateBlock day={local} />
      <div>
        <div className={classes['clock']}>
          <time dateTime={local}>
            {formatWeekday(local)} {formatTime(local)}
          </time>
        </div>
        <div className={classes['quiet']}>{describeWhen(row, search, now, timeZone)}</div>
      </div>
    </div>
  );
}

type ForWhomProps = Pick<BookingLineProps, 'row' | 'customerId' | 'renderCustomerLink'>;

function ForWhom({ row: { booking }, customerId, renderCustomerLink }: ForWhomProps) {
  const { purchased_by, spaces } = booking;
  const attendee = attendeeOf(booking);
  function name(person: CustomerRef) {
    const isOwn = person.id === customerId;
    const text = <bdi title={isOwn ? personName(person) : undefined}>{nameOnPage(person, customerId)}</bdi>;
    return isOwn ? text : renderCustomerLink(person.id, text);
  }
  return (
    <>
      <div>
        {name(attendee)} {spaces !== 1 && <Badge color="info">{plural(spaces, 'space')}</Badge>}
      </div>
      {attendee.id !== purchased_by.id && <div className={classes['quiet']}>bought by {name(purchased_by)}</div>}
    </>
  );
}

function Paid({ row: { booking } }: { row: BookingRow }) {
  const { payment } = booking;
  const net = formatNetPrice(payment);
  return (
    <>
      <span title={isKnownMethod(payment.method) ? undefined : payment.method}>{formatPayment(payment)}</span>
      {net && <div className={classes['quiet']}>{net}</div>}
    </>
  );
}
