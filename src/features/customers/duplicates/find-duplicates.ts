import type { Customer } from '#contract/customer.ts';
import { groupDuplicates } from '../matching/duplicate-groups.ts';
import type { DuplicateGroup } from './duplicate-group.ts';

/** Groups of likely duplicates, each with its customers and everything that two of them have in common. */
export function findDuplicates(customers: readonly Customer[]): DuplicateGroup[] {
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  return groupDuplicates(customers).map(({ customerIds, pairs }) => ({
    customers: customerIds.flatMap((id) => byId.get(id) ?? []),
    reasons: [...new Set(pairs.flatMap(({ reasons }) => reasons))],
  }));
}
