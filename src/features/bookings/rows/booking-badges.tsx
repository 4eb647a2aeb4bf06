import '@mantine/core/styles/Badge.layer.css';
import { Badge } from '@mantine/core';
import type { Booking } from '#contract/booking.ts';
import classes from './bookings-table.module.css';
import { bookingStates } from '../history/booking-state.ts';

interface BookingBadgesProps {
  booking: Booking;
  isUpcoming: boolean;
  /** Another booking of the same person is at the same time. */
  isOverlapping: boolean;
}

export function BookingBadges({ booking, isUpcoming, isOverlapping }: BookingBadgesProps) {
  return (
    <span className={classes['badges']}>
      {bookingStates(booking, isUpcoming).map(({ words, color }) => (
        <Badge key={words} color={color}>
          {words}
        </Badge>
      ))}
      {isOverlapping && (
        <Badge color="warn" variant="outline" title="Another booking of the same person is at the same time">
          Overlaps
        </Badge>
      )}
    </span>
  );
}
