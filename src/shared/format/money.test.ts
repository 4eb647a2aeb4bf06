import { expect, test } from 'vitest';
import { formatCredits, formatMoney } from './money.ts';

test('writes base-100 integers as money', () => {
  expect(formatMoney(1200, 'GBP')).toBe('£12.00');
  expect(formatMoney(-5, 'EUR')).toBe('-€0.05');
  expect(formatMoney(123456789, 'USD')).toBe('US$1,234,567.89');
});

test('writes out an unknown currency', () => {
  expect(formatMoney(1200, 'XQZ')).toBe('XQZ\u00a012.00');
});

test('counts credits in words', () => {
  expect(formatCredits(1)).toBe('1 credit');
  expect(formatCredits(0)).toBe('0 credits');
});
