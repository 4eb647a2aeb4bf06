import { type QueryFunctionContext, queryOptions } from '@tanstack/react-query';
import { ALL_TIME } from '#contract/booking.ts';
import type { Answer, Call } from '#contract/endpoint.ts';
import { gateway } from '#contract/gateway.ts';
import type { CustomerId, TransactionId } from '#contract/id.ts';
import { call, callAged } from '#shared/api/call.ts';
import { gatherPages } from './gather-pages.ts';
import { type GatheredPurchases, type ReadPage, assemblePages } from './gathered-purchases.ts';

/** Reservie's limit. */
const PAGE_SIZE = 100;
const FRESH_MS = 60_000;
/** After an interruption, pages younger than this are not read again. */
const RESUMABLE_MS = 120_000;

export type BookingsPage = Answer<typeof gateway.listBookings>;
type BookingsRequest = Call<typeof gateway.listBookings>['query'];

/** All that is read of bookings: pages as Reservie filters them, one purchase, and everything a customer bought. */
export const bookingQueries = {
  /** Begins every key of these. */
  all: ['bookings'] as const,
  /** Begins the key of every page of one customer, whatever the filter. */
  listsOf: (customerId: CustomerId) => ['bookings', 'list', customerId] as const,
  list: (customerId: CustomerId, request: BookingsRequest) =>
    queryOptions({
      queryKey: [...bookingQueries.listsOf(customerId), request],
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
  /** Begins the key of what was gathered, of all customers. */
  allGathered: ['bookings', 'gathered'] as const,
  /**
   * Every purchase of a customer since 2000. What has arrived is in the cache at once; a reader that leaves interrupts the
   * gathering, and it goes on where it was. One that was complete stays whole while it is read again.
   */
  gathered: (customerId: CustomerId) =>
    queryOptions({
      queryKey: [...bookingQueries.allGathered, customerId],
      queryFn: (context) => gather(customerId, context),
      staleTime: ({ state: { data } }) => (data?.isComplete ? FRESH_MS : 0),
      // Progress of thousands of rows must not be compared row by row.
      structuralSharing: false,
      retryOnMount: false,
    }),
};

async function gather(
  customerId: CustomerId,
  { client, queryKey, signal, meta }: QueryFunctionContext,
): Promise<GatheredPurchases> {
  const before = client.getQueryData<GatheredPurchases>(queryKey);
  const known = before && !before.isComplete ? stillFresh(before.pages) : new Map<number, ReadPage>();
  if (meta?.isAhead) {
    const first = known.get(0) ?? { page: await readPage(customerId, 0, { signal, meta }), readAt: Date.now() };
    return assemblePages(new Map([[0, first]]));
  }
  const pages = await gatherPages({
    known,
    // Without the first page there is nothing to look at; the others come behind all who wait for a screen.
    readPage: (number) => readPage(customerId, number, { signal, meta: { isInBackground: number > 0 } }),
    onProgress: (read, waitMs) => {
      if (before?.isComplete || signal.aborted) return;
      client.setQueryData<GatheredPurchases>(queryKey, assemblePages(read, waitMs));
    },
    wait,
    clock: Date.now,
    signal,
  });
  return assemblePages(pages);
}

function readPage(customerId: CustomerId, page: number, asker: Parameters<typeof call>[2]) {
  const query = { startDate: ALL_TIME, page, pageSize: PAGE_SIZE };
  return call(gateway.listBookings, { params: { customerId }, query }, asker);
}

function stillFresh(pages: ReadonlyMap<number, ReadPage>): Map<number, ReadPage> {
  return new Map([...pages].filter(([, { readAt }]) => Date.now() - readAt < RESUMABLE_MS));
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
  });
}
