import type { Customer } from '#contract/customer.ts';
import { groupDuplicatesInSteps } from '../matching/duplicate-groups.ts';
import type { DuplicateGroup } from './duplicate-group.ts';

/** Groups of likely duplicates and everything that two of each have in common; in steps of a few milliseconds. */
export function* findDuplicates(customers: readonly Customer[]): Generator<void, DuplicateGroup[]> {
  const groups = yield* groupDuplicatesInSteps(customers);
  return groups.map(({ customers: alike, pairs }) => ({
    customers: alike,
    reasons: [...new Set(pairs.flatMap(({ reasons }) => reasons))],
  }));
}
