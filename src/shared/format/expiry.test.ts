import { expect, test } from 'vitest';
import { describeExpiry, hasExpired } from './expiry.ts';

const NOW = '2026-03-10T14:00:00';

test.each([
  ['2026-03-10T14:00:01', 'Expires today'],
  ['2026-03-10T23:59:59', 'Expires today'],
  ['2026-03-11T00:00:00', 'Expires tomorrow'],
  ['2026-03-12T00:00:00', 'Expires in 2 days'],
  ['2026-03-24T23:59:59', 'Expires in 14 days'],
  ['2026-03-25T00:00:00', 'Expires 25 Mar 2026'],
  ['2026-03-10T14:00:00', 'Expired 10 Mar 2026'],
  ['2026-03-09T23:59:59', 'Expired 9 Mar 2026'],
])('says of %s: %s', (expiresAt, words) => {
  expect(describeExpiry(expiresAt, NOW).words).toBe(words);
});

test('counts calendar days over the night the clocks change', () => {
  expect(describeExpiry('2026-03-30T00:30:00', '2026-03-28T23:30:00').words).toBe('Expires in 2 days');
});

test('gives the hour of an expiry that is near, so that "tomorrow" at midnight does not mislead', () => {
  expect(describeExpiry('2026-03-11T00:00:00', NOW).detail).toBe('11 Mar 2026, 00:00');
  expect(describeExpiry('2026-05-01T00:00:00', NOW).detail).toBeUndefined();
});

test('is urgent in the last week only', () => {
  expect(describeExpiry('2026-03-17T23:59:59', NOW).isUrgent).toBe(true);
  expect(describeExpiry('2026-03-18T00:00:00', NOW).isUrgent).toBe(false);
  expect(describeExpiry('2026-03-01T00:00:00', NOW).isUrgent).toBe(false);
});

test('counts no days down to the expiry of what is over anyway', () => {
  expect(describeExpiry('2026-03-12T00:00:00', NOW, true)).toEqual({ words: 'Expires 12 Mar 2026', isUrgent: false });
});

test('what has no end never expires', () => {
  expect(hasExpired(null, NOW)).toBe(false);
  expect(describeExpiry(null, NOW)).toEqual({ words: 'Never expires', isUrgent: false });
});
