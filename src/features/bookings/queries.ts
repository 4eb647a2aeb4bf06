import { queryOptions } from '@tanstack/react-query';
import type { Answer } from '#contract/endpoint.ts';
import { gateway } from '#contract/gateway.ts';
import type { CustomerId, TransactionId } from '#contract/id.ts';
import { call, callAged } from '#shared/api/call.ts';
import type { BookingsRequest } from './search.ts';

export type BookingsPage = Answer<typeof gateway.listBookings>;

export const bookingQueries = {
  /** Begins the key of every page of one customer, whatever the filter. */
  listsOf: (customerId: CustomerId) => ['bookings', 'list', customerId] as const,
  list: (customerId: CustomerId, request: BookingsRequest) =>
    queryOptions({
      queryKey: ['bookings', 'list', customerId, request],
      queryFn: (context) => call(gateway.listBookings, { params: { customerId }, query: request }, context),
      // The route's loader asked a moment ago: a screen that mounts on its error must not ask again.
      retryOnMount: false,
      placeholderData: (previous, previousQuery) => (previousQuery?.queryKey[2] === customerId ? previous : undefined),
    }),
  purchase: (customerId: CustomerId, transactionId: TransactionId) =>
    queryOptions({
      queryKey: ['bookings', 'purchase', customerId, transactionId],
      queryFn: (context) => callAged(gateway.getTransaction, { params: { customerId, transactionId } }, context),
      retryOnMount: false,
    }),
};
