import { expect, test } from 'vitest';
import { makePurchase } from '#shared/customer/record-fixtures.ts';
import { toBookingRows } from '../history/booking-row.ts';
import { classClockAt } from '../history/class-time.ts';
import { describeOrigin, describeWhen } from './line-words.ts';

test.each([
  ['Pacific/Auckland', '2026-12-31T12:00:00Z', '2027', ''],
  ['America/Los_Angeles', '2027-01-01T04:00:00Z', '2027', '2027'],
  ['Europe/London', '2027-01-01T04:00:00Z', '2027', ''],
])('in %s at %s a purchase of %s says its year only when it is another one', (timeZone, at, year, said) => {
  const now = Date.parse(at);
  const purchase = makePurchase(1, { at: `${year}-01-01T00:30:00` });
  const [row] = toBookingRows([purchase], classClockAt(now));
  if (!row) throw new Error('no row');
  expect(describeWhen(row, { by: 'purchase' }, now, timeZone)).toBe(said);
  expect(describeOrigin(row, {}, now, timeZone)).toBe(said === '' ? 'bought 1 Jan' : 'bought 1 Jan 2027');
});
