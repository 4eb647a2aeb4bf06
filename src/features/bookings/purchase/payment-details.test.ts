import { expect, test } from 'vitest';
import { paymentDetails } from './payment-details.ts';

test('a card payment has a gross and a net price', () => {
  expect(paymentDetails({ method: 'CARD', currency: 'GBP', base100gross_price: 1200, base100net_price: 1050 })).toEqual(
    [
      { name: 'Paid by', value: 'Card' },
      { name: 'Gross price', value: '£12.00' },
      { name: 'Net price', value: '£10.50' },
    ],
  );
});

test('a pass has credits and no price', () => {
  expect(paymentDetails({ method: 'PASS', currency: 'CR', credits_used: 2 })).toEqual([
    { name: 'Paid by', value: 'Pass' },
    { name: 'Credits used', value: '2 credits' },
  ]);
});

test('an unknown method is made legible, and its code is kept', () => {
  expect(paymentDetails({ method: 'BANK_TRANSFER' })).toEqual([
    { name: 'Paid by', value: 'Bank transfer', raw: 'BANK_TRANSFER' },
  ]);
});
