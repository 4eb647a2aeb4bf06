import type { QueryClient } from '@tanstack/react-query';
import type { CustomerProfile } from '#contract/customer.ts';
import type { CustomerEvent } from '#contract/live.ts';
import type { Aged } from '#shared/api/call.ts';
import { noteSaveState } from './save-state.ts';

interface FollowOptions {
  queryClient: QueryClient;
  /** Where the page keeps a customer's profile. */
  profileKey: readonly unknown[];
  patchDirectory: (profile: CustomerProfile) => void;
}

/** Puts a change that was heard of where the page shows it: the list, the profile if it is open, the history. */
export function followCustomer(event: CustomerEvent, { queryClient, profileKey, patchDirectory }: FollowOptions): void {
  noteSaveState(queryClient, event);
  void queryClient.invalidateQueries({ queryKey: ['history', 'list', { customerId: event.customer.id }] });
  // Nothing is new about it: only that it has not been seen yet.
  if (event.state === 'not_confirmed') return;
  queryClient.setQueryData<Aged<{ data: CustomerProfile }>>(
    profileKey,
    (known) => known && { data: event.customer, staleSince: undefined },
  );
  patchDirectory(event.customer);
}
