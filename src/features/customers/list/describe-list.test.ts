import { expect, test } from 'vitest';
import type { CustomersSearch } from '../search.ts';
import { describeWayBack } from './describe-list.ts';

test.each<[CustomersSearch, number, string]>([
  [{}, 2_000, 'Customers'],
  [{ sort: 'email' }, 2_000, 'Customers'],
  [{ q: ' smith ' }, 15, '15 found for “smith”'],
  [{ q: 'smith', mobile: 'none' }, 1, '1 found for “smith”, No mobile'],
  [{ mobile: 'none', new: 30 }, 1_118, '1,118 customers: No mobile, New in the last 30 days'],
  [{ status: 'archived' }, 1, '1 customer: archived'],
  [{ status: 'all', q: 'x' }, 2, '2 found for “x”, archived included'],
])('%j with %i found is called “%s”', (search, total, words) => {
  expect(describeWayBack(search, total)).toBe(words);
});
