import { expect, test } from 'vitest';
import { CustomerId } from '#contract/id.ts';
import { keepPreviousOf } from './keep-previous.ts';

const jane = CustomerId.parse('cust_123');
const john = CustomerId.parse('cust_456');

test('keeps the page before of the same customer', () => {
  expect(keepPreviousOf(jane)('page 1', { queryKey: ['things', 'list', { customerId: jane, page: 1 }] })).toBe(
    'page 1',
  );
});

test('drops what belongs to another customer, or to none', () => {
  expect(
    keepPreviousOf(jane)('page 1', { queryKey: ['things', 'list', { customerId: john, page: 1 }] }),
  ).toBeUndefined();
  expect(keepPreviousOf(jane)('page 1', { queryKey: ['things'] })).toBeUndefined();
  expect(keepPreviousOf(jane)('page 1')).toBeUndefined();
});
