import { expect, test } from 'vitest';
import type { Customer } from '#contract/customer.ts';
import { customer } from '../directory/customer-fixture.ts';
import type { DuplicateReason } from '../matching/duplicate-evidence.ts';
import { type DuplicateGroup, fingerprintOf, withoutDismissed } from './duplicate-group.ts';
import { findDuplicates } from '../matching/duplicate-groups.ts';

/** All steps at once. */
function found(customers: readonly Customer[]): DuplicateGroup[] {
  const steps = findDuplicates(customers);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function reasons(one: Partial<Customer>, other: Partial<Customer>): DuplicateReason[] | undefined {
  const people = [
    customer('cust_1', 'Jane', 'Smith', { email: 'jane@example.com', mobile: '07700 900123', ...one }),
    customer('cust_2', 'Jane', 'Smith', { email: 'other@example.org', mobile: '', ...other }),
    customer('cust_3', 'Jane', 'Smythe'),
  ];
  return found(people)[0]?.reasons;
}

test.each<[string, Partial<Customer>, Partial<Customer>, DuplicateReason[]]>([
  ['the same address in another case, with a tag', {}, { email: 'Jane+yoga@Example.com' }, ['email', 'name']],
  ['the same mobile, written otherwise', {}, { mobile: '+44 7700 900123' }, ['mobile', 'name']],
  ['swapped names', {}, { firstname: 'Smith', lastname: 'Jane', email: 'jane@example.com' }, ['email', 'swapped']],
  ['a typing error', {}, { firstname: 'Jnae', email: 'jane@example.com' }, ['email', 'similar']],
  ['an initial', {}, { firstname: 'J', mobile: '07700900123' }, ['mobile', 'similar']],
  ['an archived twin', {}, { archived: true }, ['name', 'archived']],
  ['the same mailbox elsewhere', {}, { email: 'jane@mail.test' }, ['similarEmail', 'name']],
])('%s', (_, one, other, expected) => {
  expect(reasons(one, other)?.toSorted()).toEqual(expected.toSorted());
});

test.each<[string, Partial<Customer>]>([
  ['two people of one name', {}],
  ['a family with one address', { firstname: 'Nell', email: 'jane@example.com' }],
  ['a family with one number', { firstname: 'Kit', mobile: '07700 900123' }],
  ['two without an address or a number', { email: '', mobile: '-' }],
])('%s are no duplicates', (_, other) => {
  expect(reasons(_ === 'two without an address or a number' ? { email: '', mobile: '' } : {}, other)).toBeUndefined();
});

test('three of a kind are one group', () => {
  const groups = found([
    customer('cust_1', 'Jane', 'Smith', { email: 'j@x.test', mobile: '07700 900123' }),
    customer('cust_2', 'Jane', 'Smith', { email: 'j@x.test' }),
    customer('cust_3', 'Jane', 'Smith', { mobile: '07700900123', email: 'k@y.test' }),
  ]);
  expect(groups.map(({ customers }) => customers.map(({ id }) => id))).toEqual([['cust_1', 'cust_2', 'cust_3']]);
});

test('masked customers are no duplicates of each other', () => {
  const masked = { email: 'j••••@example.com', mobile: '•••123' };
  expect(found([customer('cust_1', 'Jane', 'S.', masked), customer('cust_2', 'Jane', 'S.', masked)])).toEqual([]);
});

test('a group that staff said is none stays away until its data change', () => {
  const people = [customer('cust_1', 'Jane', 'Smith', { archived: true }), customer('cust_2', 'Jane', 'Smith')];
  const groups = found(people);
  const customerIds = people.map(({ id }) => id).toReversed();
  const dismissed = [{ customerIds, fingerprint: fingerprintOf(people.toReversed()) }];
  expect(withoutDismissed(groups, dismissed)).toEqual([]);
  const changed = found(people.map((person) => ({ ...person, mobile: '07700 900123' })));
  expect(withoutDismissed(changed, dismissed)).toHaveLength(1);
});
