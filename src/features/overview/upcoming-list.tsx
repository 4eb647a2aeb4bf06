import '@mantine/core/styles/Text.layer.css';
import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CustomerId } from '#contract/id.ts';
import { type ClassBooking, attendeeOf } from '#shared/bookings/class-bookings.ts';
import { DateBlock } from '#shared/bookings/date-block.tsx';
import { formatDay, formatDuration, formatTime, nearDay, toLocalDate, zoneNote } from '#shared/format/date-time.ts';
import { formatPayment } from '#shared/format/payment.ts';
import { personName } from '#contract/person-name.ts';
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
  if (upcoming.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Nothing is booked.
      </Text>
    );
  }
  return (
    <>
      <ol aria-label="Coming up">
        {upcoming.slice(0, MOST).map(({ booking, transactionId }) => {
          const { name, date } = booking.event;
          const attendee = attendeeOf(booking);
          const hints = [
            nearDay(date.datetime, toLocalDate(now, date.tz)),
            formatDuration(date.duration),
            zoneNote(date.tz, studioTimeZone),
          ];
          const detail = [
            attendee.id !== customerId && `for ${personName(attendee)}`,
            booking.spaces > 1 && `${booking.spaces} spaces`,
            formatPayment(booking.payment),
          ];
          return (
            <li key={booking.id} className={classes['row']}>
              <span aria-hidden="true">
                <DateBlock day={date.datetime} />
              </span>
              <div>
                <Text fw={600}>
                  {formatDay(date.datetime)}, {formatTime(date.datetime)}
                </Text>
                <Text size="sm" c="dimmed">
                  {hints.filter(Boolean).join(' · ')}
                </Text>
              </div>
              <div>
                <Link to="/customers/$customerId/bookings/$transactionId" params={{ customerId, transactionId }}>
                  {name}
                </Link>
                <Text size="sm" c="dimmed">
                  {detail.filter(Boolean).join(' · ')}
                </Text>
              </div>
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
