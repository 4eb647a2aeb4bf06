import type { Booking } from '#contract/booking.ts';
import type { Tone } from '#shared/ui/tag.tsx';

export interface BookingState {
  words: string;
  tone: Tone;
}

/**
 * Cancelling and refunding are independent of each other (docs/reservie-api.md, "Bookings"). A booking whose class is
 * over stays "Booked": Reservie's bookings do not say who came.
 */
export function bookingState({
  is_cancelled,
  is_refunded,
}: Pick<Booking, 'is_cancelled' | 'is_refunded'>): BookingState {
  if (is_cancelled && is_refunded) return { words: 'Cancelled and refunded', tone: 'bad' };
  if (is_cancelled) return { words: 'Cancelled', tone: 'bad' };
  if (is_refunded) return { words: 'Refunded', tone: 'warn' };
  return { words: 'Booked', tone: 'good' };
}
