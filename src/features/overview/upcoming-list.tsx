import { Link } from '@tanstack/react-router';
import type { CustomerId } from '#contract/id.ts';
import { type ClassBooking, attendeeOf } from '#shared/bookings/class-bookings.ts';
import { formatDate, formatDay, nearDay, toLocalDate, zoneNote } from '#shared/format/date-time.ts';
import { formatDuration } from '#shared/format/duration.ts';
import { formatPayment } from '#shared/format/payment.ts';
import { personName } from '#shared/format/person-name.ts';
import classes from './overview.module.css';

interface UpcomingListProps {
  customerId: CustomerId;
  /** The next one first. */
  upcoming: readonly ClassBooking[];
  /** ms since 1970. */
  now: number;
  studioTimeZone: string;
}

const MOST = 5;

/** The classes that are yet to come, each on a line with its day as a block. */
export function UpcomingList({ customerId, upcoming, now, studioTimeZone }: UpcomingListProps) {
  if (upcoming.length === 0) return <p className={classes['quiet']}>Nothing is booked.</p>;
  return (
    <>
      <ol className={classes['upcoming']} aria-label="Coming up">
        {upcoming.slice(0, MOST).map(({ booking, transactionId }) => {
          const { name, date } = booking.event;
          const attendee = attendeeOf(booking);
          const hints = [
            nearDay(date.datetime, toLocalDate(now, date.tz)),
            formatDuration(date.duration),
            zoneNote(date.tz, studioTimeZone),
          ];
          const [month, day] = blockOf(date.datetime);
          return (
            <li key={booking.id} className={classes['row']}>
              <span className={classes['block']} aria-hidden="true">
                <span>{month}</span>
                <strong>{day}</strong>
              </span>
              <span className={classes['cell']}>
                <strong>
                  {formatDay(date.datetime)}, {date.datetime.slice(11, 16)}
                </strong>
                <span className={classes['quiet']}>{hints.filter(Boolean).join(' · ')}</span>
              </span>
              <span className={classes['cell']}>
                <Link to="/customers/$customerId/bookings/$transactionId" params={{ customerId, transactionId }}>
                  {name}
                </Link>
                <span className={classes['quiet']}>
                  {attendee.id === customerId ? '' : `for ${personName(attendee)} · `}
                  {booking.spaces > 1 ? `${booking.spaces} spaces · ` : ''}
                  {formatPayment(booking.payment)}
                </span>
              </span>
            </li>
          );
        })}
      </ol>
      {upcoming.length > MOST && (
        <Link to="/customers/$customerId/bookings" params={{ customerId }}>
          All {upcoming.length} upcoming bookings
        </Link>
      )}
    </>
  );
}

/** "Mar", "3", in the studio’s language. */
function blockOf(datetime: string): [month: string, day: string] {
  const month = formatDate(datetime)
    .replaceAll(/[\d.,/]/g, '')
    .trim();
  return [month.slice(0, 4), String(Number(datetime.slice(8, 10)))];
}
