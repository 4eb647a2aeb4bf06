import { queryOptions } from '@tanstack/react-query';
import { gateway } from '#contract/gateway.ts';
import { call } from './call.ts';

/**
 * The first screen of the list, which the gateway answers long before the whole of it can be here. It often comes with
 * the page (src/app/take-at-hand.ts), which is why it stands here and not with the list.
 */
export const firstCustomersQuery = queryOptions({
  queryKey: ['customers', 'first'],
  queryFn: (context) => call(gateway.listFirstCustomers, {}, context),
  // The list itself takes its place within a second, and is kept fresh.
  staleTime: 'static',
  retry: false,
});
