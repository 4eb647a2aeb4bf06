import type { QueryClient } from '@tanstack/react-query';
import type { Transaction } from '#contract/booking.ts';
import type { CustomerId, TransactionId } from '#contract/id.ts';
import { isReadable } from '../history/arrange-purchases.ts';
import { type BookingsPage, bookingQueries } from '#shared/bookings/booking-queries.ts';

/** A purchase as a list already read it, to be shown while it is read again by itself. */
export function findListedPurchase(
  queryClient: QueryClient,
  customerId: CustomerId,
  transactionId: TransactionId,
): Transaction | undefined {
  const gathered = queryClient.getQueryData(bookingQueries.gathered(customerId).queryKey)?.purchases;
  const found = gathered?.find(({ id }) => id === transactionId);
  if (found) return found;
  return queryClient
    .getQueriesData<BookingsPage>({ queryKey: bookingQueries.listsOf(customerId) })
    .flatMap(([, page]) => page?.data ?? [])
    .filter(isReadable)
    .find((row) => row.id === transactionId);
}
