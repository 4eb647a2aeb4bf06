import { useQuery } from '@tanstack/react-query';
import type { CustomerId } from '#contract/id.ts';
import { type UnreadableRow, isUnreadable } from '#contract/page.ts';
import { isAllowed } from '#contract/role.ts';
import { useSession } from '#shared/api/session.ts';
import { gatheredPurchases } from '#shared/bookings/purchase-queries.ts';
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
 * What the summary tells of a customer: five answers that the tabs share. Notes are not asked for where the role may not
 * read them. Each stands for itself: one that fails takes no other with it.
 */
export function useCustomerRecords(customerId: CustomerId) {
  const { role } = useSession();
  const mayReadNotes = isAllowed(role, 'desk');
  const gathered = useQuery(gatheredPurchases(customerId));
  const passes = useQuery(tabQueries.passes(customerId));
  const subscriptions = useQuery(tabQueries.subscriptions(customerId));
  const appointments = useQuery(tabQueries.appointments(customerId));
  const notes = useQuery({ ...tabQueries.notes(customerId), enabled: mayReadNotes });
  const purchases = gathered.data?.isComplete ? gathered.data.purchases : undefined;
  return {
    purchases: { ...stateOf(gathered), value: purchases, isLoading: purchases === undefined && !gathered.error },
    passes: { ...stateOf(passes), value: readable(passes.data) },
    subscriptions: { ...stateOf(subscriptions), value: readable(subscriptions.data) },
    appointments: { ...stateOf(appointments), value: readable(appointments.data) },
    notes: { ...stateOf(notes), value: notes.data?.total, isLoading: mayReadNotes && notes.isPending && !notes.error },
    /** Only the first page of each is read. */
    isPartial: [passes.data, subscriptions.data, appointments.data].some(
      (page) => page && page.total > page.data.length,
    ),
    totals: {
      passes: passes.data?.total,
      subscriptions: subscriptions.data?.total,
      appointments: appointments.data?.total,
      notes: notes.data?.total,
    },
  };
}

export type CustomerRecords = ReturnType<typeof useCustomerRecords>;

interface QueryState {
  error: Error | null;
  isPending: boolean;
  data: unknown;
  refetch: () => unknown;
}

function stateOf({ error, isPending, data, refetch }: QueryState): Omit<Known<never>, 'value'> {
  // What failed in the background is still worth showing.
  return {
    error: data === undefined ? error : null,
    isLoading: isPending && !error,
    retry: () => void refetch(),
  };
}

function readable<Row extends object>(page: Page<Row> | undefined): Row[] | undefined {
  return page?.data.filter((row): row is Row => !isUnreadable(row));
}
