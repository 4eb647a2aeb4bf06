import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CustomerId } from '#contract/id.ts';
import { type UnreadableRow, isUnreadable } from '#contract/page.ts';
import { isAllowed } from '#contract/role.ts';
import { useSession } from '#shared/api/session.ts';
import type { GatheredPurchases } from '#shared/bookings/gathered-purchases.ts';
import { bookingQueries } from '#shared/bookings/booking-queries.ts';
import { tabQueries } from '#shared/customer/tab-queries.ts';

/** One kind of record, as far as it is known. */
export interface Known<Value> {
  value: Value | undefined;
  /** Why there is none. */
  error: Error | null;
  isLoading: boolean;
  retry: () => void;
}

interface Page<Row> {
  data: (Row | UnreadableRow)[];
  total: number;
}

/**
 * What the summary tells of a customer, without a word that was written about them: those are read, and recorded, where
 * they are shown. Notes are not counted where the role may not read them. Each stands for itself: one that fails takes no
 * other with it. The same object until one of them changes.
 */
export function useCustomerRecords(customerId: CustomerId) {
  const { role } = useSession();
  const mayReadNotes = isAllowed(role, 'desk');
  const passPages = useQuery(tabQueries.passes(customerId));
  const subscriptionPages = useQuery(tabQueries.subscriptions(customerId));
  const appointmentPages = useQuery(tabQueries.appointmentSummary(customerId));
  const noteCount = useQuery({ ...tabQueries.noteCount(customerId), enabled: mayReadNotes });
  const purchases = useKnown(useQuery(bookingQueries.gathered(customerId)), wholePurchases);
  const passes = useKnown(passPages, readable);
  const subscriptions = useKnown(subscriptionPages, readable);
  const appointments = useKnown(appointmentPages, readable);
  const notes = useKnown(noteCount, totalOf, mayReadNotes);
  const pages = [passPages.data, subscriptionPages.data, appointmentPages.data];
  const isPartial = pages.some((page) => page && page.total > page.data.length);
  const [passCount, subscriptionCount, appointmentCount] = pages.map((page) => page?.total);
  return useMemo(
    () => ({
      purchases,
      passes,
      subscriptions,
      appointments,
      notes,
      isPartial,
      totals: {
        passes: passCount,
        subscriptions: subscriptionCount,
        appointments: appointmentCount,
        notes: notes.value,
      },
    }),
    [purchases, passes, subscriptions, appointments, notes, isPartial, passCount, subscriptionCount, appointmentCount],
  );
}

export type CustomerRecords = ReturnType<typeof useCustomerRecords>;

/** `valueOf` tells nothing where what has arrived is not enough. */
function useKnown<Data, Value>(
  { data, error, refetch }: UseQueryResult<Data>,
  valueOf: (data: Data) => Value | undefined,
  isAsked = true,
): Known<Value> {
  return useMemo(() => {
    const value = data === undefined ? undefined : valueOf(data);
    return {
      value,
      // What was read before a failure is still worth showing.
      error: value === undefined ? error : null,
      isLoading: isAsked && value === undefined && !error,
      retry: () => void refetch(),
    };
  }, [data, error, refetch, valueOf, isAsked]);
}

function readable<Row extends object>(page: Page<Row>): Row[] {
  return page.data.filter((row): row is Row => !isUnreadable(row));
}

/** Part of them would tell what is not so. */
function wholePurchases({ isComplete, purchases }: GatheredPurchases) {
  return isComplete ? purchases : undefined;
}

function totalOf({ total }: { total: number }): number {
  return total;
}
