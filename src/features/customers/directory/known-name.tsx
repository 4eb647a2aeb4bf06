import type { CustomerId } from '#contract/id.ts';
import { personName } from '#shared/format/person-name.ts';
import { useKnownCustomer } from './use-known-customer.ts';

/** A customer's name as the list has it; until then, and for a customer who is in it no more, the id. */
export function KnownName({ customerId }: { customerId: CustomerId }) {
  const known = useKnownCustomer(customerId);
  return <bdi>{known ? personName(known) : customerId}</bdi>;
}
