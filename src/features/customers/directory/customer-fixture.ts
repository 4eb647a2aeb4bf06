import type { Customer } from '#contract/customer.ts';
import { CustomerId } from '#contract/id.ts';

/** A customer for tests: what matters is given, the rest is unremarkable. */
export function customer(id: string, firstname: string, lastname: string, rest: Partial<Customer> = {}): Customer {
  const email = `${id.replace('cust_', 'person')}@example.com`;
  return {
    id: CustomerId.parse(id),
    type: 'customer',
    firstname,
    lastname,
    email,
    mobile: '',
    archived: false,
    ...rest,
  };
}
