import { expect, test } from 'vitest';
import { formatNetPrice, formatPayment, formatPaymentMethod, isKnownMethod } from './payment.ts';

test('says the net price only where it differs from the gross', () => {
  const card = { method: 'CARD', currency: 'GBP', base100gross_price: 1200 } as const;
  expect(formatPayment({ ...card, base100net_price: 1050 })).toBe('£12.00');
  expect(formatNetPrice({ ...card, base100net_price: 1050 })).toBe('£10.50 net');
  expect(formatNetPrice({ ...card, currency: 'EUR', base100net_price: 0 })).toBe('€0.00 net');
  expect(formatNetPrice({ ...card, base100net_price: 1200 })).toBeUndefined();
  expect(formatNetPrice({ method: 'PASS', currency: 'CR', credits_used: 1 })).toBeUndefined();
});

test('says one price where there is only one', () => {
  expect(formatPayment({ method: 'CARD', currency: 'GBP', base100_price: 500 })).toBe('£5.00');
  expect(formatPayment({ method: 'CARD', currency: 'USD', base100_price: 4500, status: 'PENDING' })).toBe('US$45.00');
});

test('counts credits, which are not money', () => {
  expect(formatPayment({ method: 'PASS', currency: 'CR', credits_used: 1 })).toBe('1 credit');
  expect(formatPayment({ method: 'PASS', currency: 'CR', credits_used: 0 })).toBe('0 credits');
  expect(formatPayment({ method: 'PASS' })).toBe('Pass');
});

test.each([
  ['CARD', 'Card'],
  ['PASS', 'Pass'],
  ['CASH', 'Cash'],
  ['SUBSCRIPTION', 'Subscription'],
  ['GIFT_VOUCHER', 'Gift voucher'],
  ['KLARNA_LATER', 'Klarna later'],
  ['  ', 'Unknown'],
])('the code %j reads as %j', (method, words) => {
  expect(formatPaymentMethod(method)).toBe(words);
});

test('a method without an amount is shown by its words', () => {
  expect(formatPayment({ method: 'KLARNA_LATER' })).toBe('Klarna later');
});

test('knows whose words are certain', () => {
  expect([isKnownMethod('CASH'), isKnownMethod('KLARNA_LATER')]).toEqual([true, false]);
});
