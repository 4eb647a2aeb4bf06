import { expect, test } from 'vitest';
import { reservieLink } from './reservie-link.ts';

test('fills in ids, so that none can lead elsewhere', () => {
  const template = 'https://studio.example/{customerId}/sales/{transactionId}';
  expect(reservieLink(template, { customerId: 'cust_1', transactionId: 'a/../b?' })).toBe(
    'https://studio.example/cust_1/sales/a%2F..%2Fb%3F',
  );
  expect(reservieLink(undefined, { customerId: 'cust_1' })).toBeUndefined();
});
