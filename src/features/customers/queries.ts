import { queryOptions, skipToken } from '@tanstack/react-query';
import type { Customer } from '#contract/customer.ts';
import { gateway } from '#contract/gateway.ts';
import type { CustomerId } from '#contract/id.ts';
import { RECORDED, call, callAged } from '#shared/api/call.ts';

export const customerQueries = {
  /**
   * The first screen of the list, which the gateway answers long before the whole of it can be here. It often comes with
   * the page (src/app/take-at-hand.ts).
   */
  first: queryOptions({
    queryKey: ['customers', 'first'],
    queryFn: (context) => call(gateway.listFirstCustomers, {}, context),
    // The list itself takes its place within a second, and is kept fresh.
    staleTime: 'static',
    retry: false,
  }),
  /** A row of the list as it was when it was opened: written, never fetched. */
  known: (customerId: CustomerId | undefined) =>
    queryOptions<Customer>({ queryKey: ['customers', 'known', customerId], queryFn: skipToken }),
  /** Begins the key of every profile. */
  profiles: ['customers', 'profile'] as const,
  profile: (customerId: CustomerId) =>
    queryOptions({
      queryKey: ['customers', 'profile', customerId],
      queryFn: (context) => callAged(gateway.getProfile, { params: { customerId } }, context),
      meta: RECORDED,
    }),
};
