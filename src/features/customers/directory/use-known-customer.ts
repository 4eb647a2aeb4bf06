import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Customer } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import { directory } from './directory.ts';

/** What the directory knows of a customer, as soon as it knows; never what it knew of another. */
export function useKnownCustomer(customerId: CustomerId | undefined): Customer | undefined {
  const version = useSyncExternalStore(directory.subscribe, directory.version);
  const [known, setKnown] = useState<Customer>();
  useEffect(() => {
    if (customerId === undefined) return;
    let isCurrent = true;
    directory.find(customerId).then(
      (customer) => isCurrent && setKnown(customer),
      // The list tells of its own failures; here it only adds to what is shown.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [customerId, version]);
  return known?.id === customerId ? known : undefined;
}
