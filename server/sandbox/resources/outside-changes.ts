import { type CustomerEdit, createCustomerStore } from '../db/customers.ts';
import type { Database } from '../db/open.ts';

/**
 * What another user does to a customer in Reservie meanwhile: the control interface plays them. Both answer false for
 * a customer that does not exist.
 */
export function createOutsideChanges(database: Database): {
  editCustomer: (id: string, fields: CustomerEdit) => boolean;
  deleteCustomer: (id: string) => boolean;
} {
  const customers = createCustomerStore(database);
  return { editCustomer: customers.edit, deleteCustomer: customers.remove };
}
