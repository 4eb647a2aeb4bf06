import { expect, test } from 'vitest';
import { bookingState } from './booking-state.ts';

test.each([
  [false, false, 'Booked'],
  [true, false, 'Cancelled'],
  [false, true, 'Refunded'],
  [true, true, 'Cancelled and refunded'],
])('cancelled %s and refunded %s is "%s"', (is_cancelled, is_refunded, words) => {
  expect(bookingState({ is_cancelled, is_refunded }).words).toBe(words);
});
