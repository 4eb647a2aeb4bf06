import { expect, test, vi } from 'vitest';
import { Customer } from '#contract/customer.ts';
import { twinsAmong } from './use-twins.ts';

vi.mock('./directory.ts', () => ({ directory: {} }));

function customer(id: string, firstname: string, mobile = ''): Customer {
  return Customer.parse({ id, type: 'customer', firstname, lastname: 'Smith', email: '', mobile, archived: false });
}

test('finds who has the very same name or number, each once, and not the customer', () => {
  const jane = customer('cust_1', 'Jané', '07700 900123');
  const others = [
    jane,
    customer('cust_2', 'jane'),
    customer('cust_3', 'Janet', '+44 7700 900123'),
    customer('cust_3', 'Janet', '+44 7700 900123'),
    customer('cust_4', 'Janet'),
  ];
  expect(twinsAmong(jane, others).map(({ id }) => id)).toEqual(['cust_2', 'cust_3']);
});
