import type { Customer } from '#contract/customer.ts';
import { fold, mobileDigits, nameHaystack } from './normalise.ts';

/** Everyone, prepared for searching: the arrays run in parallel, one place for each customer. */
export interface CustomerIndex {
  customers: Customer[];
  names: string[];
  emails: string[];
  mobiles: string[];
  archived: boolean[];
  places: Map<string, number>;
}

export function buildIndex(customers: readonly Customer[]): CustomerIndex {
  const index: CustomerIndex = { customers: [], names: [], emails: [], mobiles: [], archived: [], places: new Map() };
  for (const customer of customers) putCustomer(index, customer);
  return index;
}

/** Adds a customer, or replaces the one with the same id. Ids are found in any case. */
export function putCustomer(index: CustomerIndex, customer: Customer): void {
  const key = customer.id.toLowerCase();
  const place = index.places.get(key) ?? index.customers.length;
  index.places.set(key, place);
  index.customers[place] = customer;
  index.names[place] = nameHaystack(customer.firstname, customer.lastname);
  index.emails[place] = fold(customer.email);
  index.mobiles[place] = mobileDigits(customer.mobile);
  index.archived[place] = customer.archived;
}
