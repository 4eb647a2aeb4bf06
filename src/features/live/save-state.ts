import { type QueryClient, queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import type { CustomerProfile } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import type { CustomerEvent, SaveState } from '#contract/live.ts';

/** Written by events only, never fetched. */
function saveStateQuery(customerId: CustomerId) {
  return queryOptions<CustomerEvent>({ queryKey: ['live', 'save-state', customerId], queryFn: skipToken });
}

/** Keeps what was last heard of a customer. */
export function noteSaveState(queryClient: QueryClient, event: CustomerEvent): void {
  queryClient.setQueryData(saveStateQuery(event.customer.id).queryKey, event);
}

/** What has become of saving a profile as it stands here; nothing when what was heard is about other values. */
export function useSaveState(customerId: CustomerId, profile: CustomerProfile | undefined): SaveState | undefined {
  const { data: event } = useQuery(saveStateQuery(customerId));
  return profile && event && isSameProfile(event.customer, profile) ? event.state : undefined;
}

function isSameProfile(one: CustomerProfile, other: CustomerProfile): boolean {
  return (
    one.firstname === other.firstname &&
    one.lastname === other.lastname &&
    one.email === other.email &&
    one.mobile === other.mobile
  );
}
