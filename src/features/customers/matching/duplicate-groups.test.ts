import { expect, test } from 'vitest';
import type { Customer } from '#contract/customer.ts';
import { customer } from '../directory/customer-fixture.ts';
import { groupDuplicates, normaliseAddress } from './duplicate-groups.ts';
import { plantDuplicates } from './planted-duplicates.ts';
import { scoreDuplicates } from './score-duplicates.ts';

function reasonsOf(...customers: Customer[]): string[] {
  return groupDuplicates(customers).flatMap(({ pairs }) => pairs.flatMap(({ reasons }) => reasons));
}

const JANE = customer('cust_1', 'Jane', 'Greatorex', { email: 'jane.g77@example.com', mobile: '07700 900111' });

test.each<[string, Partial<Customer>, string[]]>([
  ['the address in other case', { email: 'Jane.G77@Example.com' }, ['email', 'name']],
  ['the address with a tag', { email: 'jane.g77+yoga@example.com' }, ['email', 'name']],
  ['the mobile in another format', { mobile: '+44 (0)7700 900111' }, ['mobile', 'name']],
  ['names swapped', { firstname: 'Greatorex', lastname: 'Jane', mobile: '07700900111' }, ['mobile', 'swapped']],
  ['a short form', { firstname: 'Janey', mobile: '07700900111' }, ['mobile', 'similar']],
  ['a typing error', { lastname: 'Greatorx', mobile: '07700900111' }, ['mobile', 'similar']],
  ['a married name', { lastname: 'Hall', email: 'jane.g77@example.com' }, ['email']],
  ['one digit of the number', { mobile: '07700 900171' }, ['similarMobile', 'name']],
  ['one letter of the address', { email: 'jnae.g77@example.com' }, ['similarEmail', 'name']],
  ['the address at another provider', { email: 'jane.g77@icloud.com' }, ['similarEmail', 'name']],
])('a twin by %s', (_, twin, reasons) => {
  const other = customer('cust_2', 'Jane', 'Greatorex', { email: 'another@elsewhere.test', ...twin });
  expect(reasonsOf(JANE, other, ...crowd())).toEqual(reasons);
});

test.each<[string, Partial<Customer>]>([
  ['a child with the parent’s number', { firstname: 'Otis', mobile: '07700900111' }],
  ['a child with the parent’s address', { firstname: 'Otis', email: 'jane.g77+otis@example.com' }],
  ['a name alone', {}],
  ['an empty address and number', { email: '', mobile: '' }],
  ['masked contacts', { email: 'j••••@example.com', mobile: '•••111' }],
  ['another person with the number', { firstname: 'Bob', lastname: 'Hall', mobile: '07700900111' }],
])('no twin by %s', (_, other) => {
  const second = customer('cust_2', 'Jane', 'Greatorex', { email: 'another@elsewhere.test', ...other });
  expect(reasonsOf(JANE, second, ...crowd())).toEqual([]);
});

test('an archived customer of a rare name is a twin, one of a common name is not', () => {
  const archived = { archived: true, email: 'another@elsewhere.test' };
  expect(reasonsOf(JANE, customer('cust_2', 'Jane', 'Greatorex', archived), ...crowd())).toEqual(['name', 'archived']);
  const smith = customer('cust_1', 'Anna', 'Smith');
  expect(reasonsOf(smith, customer('cust_2', 'Anna', 'Smith', archived), ...crowd())).toEqual([]);
});

test('three of one address are one group', () => {
  const email = JANE.email;
  const groups = groupDuplicates([
    JANE,
    customer('cust_2', 'J.', 'Greatorex', { email }),
    customer('cust_3', 'Jane', '', { email }),
  ]);
  expect(groups.map(({ customers }) => customers.map(({ id }) => id))).toEqual([['cust_1', 'cust_2', 'cust_3']]);
});

test.each([
  ['Jane.Smith@GMail.com', 'janesmith@gmail.com'],
  ['jane.smith@googlemail.com', 'janesmith@gmail.com'],
  ['jane.smith@example.com', 'jane.smith@example.com'],
  ['+tag@example.com', '+tag@example.com'],
  ['no address', 'no address'],
  ['', ''],
])('the mailbox of %s', (email, mailbox) => {
  expect(normaliseAddress(email)).toBe(mailbox);
});

test('finds planted twins and little else', () => {
  const { customers, pairs } = plantDuplicates(3_000, 90, 7);
  const { precision, recall } = scoreDuplicates(groupDuplicates(customers), pairs);
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.95);
});

/** So that some names are common. */
function crowd(): Customer[] {
  return Array.from({ length: 60 }, (_, at) =>
    customer(`cust_9${at}`, at % 2 ? 'Anna' : 'Kim', at % 3 ? 'Smith' : `Other${at}`, {
      email: `p${at * 7}@mail.test`,
    }),
  );
}
