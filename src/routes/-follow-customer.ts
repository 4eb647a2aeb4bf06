import type { QueryClient } from '@tanstack/react-query';
import type { CustomerEvent } from '#contract/live.ts';
import { patchDirectory } from '#features/customers/directory/directory.ts';
import { customerQueries } from '#features/customers/queries.ts';
import { historyQueries } from '#features/history/queries.ts';
import { noteSaveState } from '#features/live/save-state.ts';
import { renameInBookings } from '#shared/bookings/rename-in-bookings.ts';

/** Shows a change of a customer wherever this page has them: the profile if it is open, bookings, the history, the list. */
export function followCustomer(queryClient: QueryClient, event: CustomerEvent): void {
  const { customer } = event;
  noteSaveState(queryClient, event);
  void queryClient.invalidateQueries({ queryKey: historyQueries.listsOf(customer.id) });
  // Nothing is new about it: only that it has not been seen yet.
  if (event.state === 'not_confirmed') return;
  queryClient.setQueryData(
    customerQueries.profile(customer.id).queryKey,
    (known) => known && { data: customer, staleSince: undefined },
  );
  renameInBookings(queryClient, customer);
  patchDirectory(customer);
}

/**
 * Changes may have gone unheard (the computer slept, the gateway was restarted): what is open of customers is read again,
 * which it would not be by itself. The list is the worker’s.
 */
export function readWhatWasMissed(queryClient: QueryClient): void {
  for (const queryKey of [customerQueries.profiles, historyQueries.all]) {
    void queryClient.invalidateQueries({ queryKey });
  }
}
