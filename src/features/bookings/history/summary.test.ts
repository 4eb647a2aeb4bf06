import { expect, test } from 'vitest';
import { summarise } from './summary.ts';

test('counts bookings when all of them are on this page', () => {
  expect(summarise({ total: 42, purchases: 42, unreadable: 0, bookings: 57 })).toBe('57 bookings in 42 purchases');
  expect(summarise({ total: 1, purchases: 1, unreadable: 0, bookings: 1 })).toBe('1 booking in 1 purchase');
});

test('says nothing of nothing in figures', () => {
  expect(summarise({ total: 0, purchases: 0, unreadable: 0, bookings: 0 })).toBe('No bookings');
});

test('never claims to know how many bookings stand on other pages', () => {
  expect(summarise({ total: 42, purchases: 30, unreadable: 0, bookings: 38 })).toBe(
    '42 purchases, 38 bookings on this page',
  );
  expect(summarise({ total: 42, purchases: 12, unreadable: 0, bookings: 12 })).toBe(
    '42 purchases, 12 bookings on this page',
  );
});

test('a purchase that could not be read may hold any number of bookings', () => {
  expect(summarise({ total: 2, purchases: 1, unreadable: 1, bookings: 3 })).toBe(
    '2 purchases, 3 bookings on this page',
  );
});
