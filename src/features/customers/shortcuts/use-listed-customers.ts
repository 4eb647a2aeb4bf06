import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Customer } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import { directory } from '../directory/directory.ts';

/** What the directory knows of these customers, in their order; those who are in it no more are left out. */
export function useListedCustomers(ids: readonly CustomerId[]): readonly Customer[] {
  const version = useSyncExternalStore(directory.subscribe, directory.version);
  const [listed, setListed] = useState<readonly Customer[]>([]);
  const key = ids.join(' ');
  useEffect(() => {
    let isCurrent = true;
    const wanted = key === '' ? [] : (key.split(' ') as CustomerId[]);
    const answer = wanted.length === 0 ? Promise.resolve([]) : directory.take(wanted, 0, wanted.length);
    answer.then(
      (customers) => isCurrent && setListed(customers),
      // The list tells of its own failures.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [key, version]);
  return listed;
}
