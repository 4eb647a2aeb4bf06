import { expect, test } from 'vitest';
import { bookingStates } from './booking-state.ts';

test.each([
  [false, false, ['Booked']],
  [true, false, ['Cancelled', 'not refunded']],
  [false, true, ['Refunded']],
  [true, true, ['Cancelled', 'Refunded']],
])('cancelled %s and refunded %s is %j', (is_cancelled, is_refunded, words) => {
  expect(bookingStates({ is_cancelled, is_refunded }, true).map((state) => state.words)).toEqual(words);
});

test('what is over is quieter than what is to come', () => {
  const booked = { is_cancelled: false, is_refunded: false };
  expect([bookingStates(booked, true)[0]?.color, bookingStates(booked, false)[0]?.color]).toEqual(['good', 'gray']);
});
