import { type QueryClient, replaceEqualDeep, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Customer } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import { personName } from '#contract/person-name.ts';
import { useAfterFirstScreen } from '#shared/ui/use-after-first-screen.ts';
import { customerQueries } from '../queries.ts';
import { directory } from './directory.ts';

/** The row that a user is about to open: its page shows it before anything is read. */
export function noteKnownCustomer(queryClient: QueryClient, customer: Customer): void {
  queryClient.setQueryData(customerQueries.known(customer.id).queryKey, customer);
}

/** What the directory knows of a customer, as soon as it knows; never what it knew of another. */
export function useKnownCustomer(customerId: CustomerId | undefined): Customer | undefined {
  const queryClient = useQueryClient();
  const [known, setKnown] = useState<Customer>();
  // The list adds to what is shown: nothing on the first screen waits for it.
  const isReady = useAfterFirstScreen(0) || directory.isInUse();
  useEffect(() => {
    if (customerId === undefined || !isReady) return;
    // The list tells of its own failures; here it only adds to what is shown. The page is drawn again for news alone.
    return directory.follow(
      () => directory.find(customerId),
      (customer) => setKnown((before) => replaceEqualDeep(before, customer)),
    );
  }, [customerId, isReady]);
  return known?.id === customerId ? known : queryClient.getQueryData(customerQueries.known(customerId).queryKey);
}

/** A customer's name as the list has it; until then, and for a customer who is in it no more, the id. */
export function KnownName({ customerId }: { customerId: CustomerId }) {
  const known = useKnownCustomer(customerId);
  return <bdi>{known ? personName(known) : customerId}</bdi>;
}
