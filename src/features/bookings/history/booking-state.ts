import type { Booking } from '#contract/booking.ts';

export interface BookingState {
  words: string;
  color: 'good' | 'warn' | 'info' | 'gray';
}

/**
 * Cancelling and refunding are independent of each other (docs/reservie-api.md, "Bookings"): each has a badge of its own. A
 * booking whose class is over stays "Booked", quietly: Reservie's bookings do not say who came.
 */
export function bookingStates(
  { is_cancelled, is_refunded }: Pick<Booking, 'is_cancelled' | 'is_refunded'>,
  isUpcoming: boolean,
): BookingState[] {
  const refunded: BookingState = { words: 'Refunded', color: 'info' };
  if (is_cancelled) {
    return [{ words: 'Cancelled', color: 'warn' }, is_refunded ? refunded : { words: 'not refunded', color: 'gray' }];
  }
  if (is_refunded) return [refunded];
  return [{ words: 'Booked', color: isUpcoming ? 'good' : 'gray' }];
}
