import { expect, test } from 'vitest';
import { formatNetPrice, formatPayment, formatPaymentMethod } from './payment.ts';

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

test('keeps the raw name of a method that nobody knows', () => {
  expect(formatPayment({ method: 'GIFT_VOUCHER' })).toBe('GIFT_VOUCHER');
  expect(formatPaymentMethod('GIFT_VOUCHER')).toBe('GIFT_VOUCHER');
  expect(formatPaymentMethod('CARD')).toBe('Card');
});
