import type { QueryKey } from '@tanstack/react-query';
import type { CustomerId } from '#contract/id.ts';

/**
 * For `placeholderData` of queries keyed `[resource, 'list', { customerId, … }]`: the previous page stays while the next
 * one loads, but one customer's data never stands under another's name.
 */
export function keepPreviousOf(customerId: CustomerId) {
  return function keep<Data>(previous: Data | undefined, query?: { queryKey: QueryKey }): Data | undefined {
    const scope = query?.queryKey[2];
    const isSame =
      typeof scope === 'object' && scope !== null && 'customerId' in scope && scope.customerId === customerId;
    return isSame ? previous : undefined;
  };
}
