import { expect, test } from 'vitest';
import { ownPath } from './back-path.ts';

test.each(['/customers', '/customers?q=smith&status=all', '/customers/cust_1/bookings/txn_2#booking_3'])(
  'goes back to %s',
  (path) => {
    expect(ownPath(path)).toBe(path);
  },
);

test.each([
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  '/\t/elsewhere.example',
  '/.//elsewhere.example',
  '/a/..//elsewhere.example',
  'javascript:alert(1)',
  'customers',
  '',
  7,
  undefined,
  null,
  { toString: () => '/customers' },
])('does not go to %j', (value) => {
  expect(ownPath(value)).toBeUndefined();
});

test.each([
  '/sign-in',
  '/sign-in?back=/sign-in',
  '/set-up#x',
  '/join#x',
  '/new-password#x',
  '/api/session',
  '/assets/x.js',
])('does not go round in circles to %s', (path) => {
  expect(ownPath(path)).toBeUndefined();
});
