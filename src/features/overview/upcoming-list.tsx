import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Box, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CustomerId } from '#contract/id.ts';
import { type ClassBooking, attendeeOf } from '#shared/bookings/class-bookings.ts';
import { DateBlock } from '#shared/bookings/date-block.tsx';
import { formatDay, formatDuration, formatTime, nearDay, toLocalDate, zoneNote } from '#shared/format/date-time.ts';
import { formatPayment } from '#shared/format/payment.ts';
import { personName } from '#contract/person-name.ts';

interface UpcomingListProps {
  customerId: CustomerId;
  /** The next one first. */
  upcoming: readonly ClassBooking[];
  /** All purchases have been read. */
  isComplete: boolean;
  /** ms since 1970. */
  now: number;
  studioTimeZone: string;
}

const MOST = 5;

/** The classes that are yet to come, each on a line with its day as a block. */
export function UpcomingList({ customerId, upcoming, isComplete, now, studioTimeZone }: UpcomingListProps) {
  if (upcoming.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {isComplete ? 'Nothing is booked.' : 'Nothing in what has been read so far.'}
      </Text>
    );
  }
  return (
    <>
      <ol aria-label="Coming up" data-lines>
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
            <Group component="li" key={booking.id} gap="0.875rem" wrap="nowrap" py="xs">
              <span aria-hidden="true">
                <DateBlock day={date.datetime} />
              </span>
              <Group flex={1} gap="0.125rem 0.875rem">
                <Box w="13rem">
                  <Text fw={600}>
                    {formatDay(date.datetime)}, {formatTime(date.datetime)}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {hints.filter(Boolean).join(' · ')}
                  </Text>
                </Box>
                <Box flex="1 1 13rem">
                  <Text fw={600}>
                    <Link to="/customers/$customerId/bookings/$transactionId" params={{ customerId, transactionId }}>
                      {name}
                    </Link>
                  </Text>
                  <Text size="sm" c="dimmed">
                    {detail.filter(Boolean).join(' · ')}
                  </Text>
                </Box>
              </Group>
            </Group>
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
