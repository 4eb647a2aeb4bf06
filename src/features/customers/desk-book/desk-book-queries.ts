import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { type DeskBook, type SavedView, deskBook } from '#contract/desk-book.ts';
import type { CustomerId } from '#contract/id.ts';
import { call } from '#shared/api/call.ts';

export const deskBookQueries = {
  /** Views, pins, recent customers: the reader's own, kept by the gateway, so that nothing stays on a shared computer. */
  book: queryOptions({
    queryKey: ['desk-book'],
    queryFn: (context) => call(deskBook.getDeskBook, {}, context),
    staleTime: 60_000,
  }),
  news: queryOptions({
    queryKey: ['customer-news'],
    queryFn: (context) => call(deskBook.getCustomerNews, {}, context),
    staleTime: 60_000,
  }),
};

/** Changes what is known of the book at once; the gateway is asked again behind it. */
async function change(queryClient: QueryClient, next: (book: DeskBook) => DeskBook, ask: () => Promise<unknown>) {
  const { queryKey } = deskBookQueries.book;
  await queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData(queryKey, (book) => book && next(book));
  try {
    await ask();
  } finally {
    void queryClient.invalidateQueries({ queryKey });
  }
}

export function setPinned(queryClient: QueryClient, customerId: CustomerId, isPinned: boolean): Promise<void> {
  return change(
    queryClient,
    (book) => {
      const others = book.pinned.filter((id) => id !== customerId);
      return { ...book, pinned: isPinned ? [...others, customerId] : others };
    },
    () => call(isPinned ? deskBook.pinCustomer : deskBook.unpinCustomer, { params: { customerId } }),
  );
}

export async function saveView(
  queryClient: QueryClient,
  values: { name: string; search: string; isShared: boolean },
): Promise<SavedView> {
  const view = await call(deskBook.createView, { body: values });
  await change(
    queryClient,
    (book) => ({ ...book, views: [...book.views, view] }),
    () => Promise.resolve(),
  );
  return view;
}

export function changeView(
  queryClient: QueryClient,
  viewId: string,
  values: { name?: string; search?: string; isShared?: boolean },
): Promise<void> {
  return change(
    queryClient,
    (book) => ({ ...book, views: book.views.map((view) => (view.id === viewId ? { ...view, ...values } : view)) }),
    () => call(deskBook.changeView, { params: { viewId }, body: values }),
  );
}

export function removeView(queryClient: QueryClient, viewId: string): Promise<void> {
  return change(
    queryClient,
    (book) => ({ ...book, views: book.views.filter(({ id }) => id !== viewId) }),
    () => call(deskBook.removeView, { params: { viewId } }),
  );
}

/** A look at a customer: first among the recent ones, before the gateway says so. */
export function noteRecent(queryClient: QueryClient, customerId: CustomerId): void {
  queryClient.setQueryData(deskBookQueries.book.queryKey, (book) => {
    if (!book || book.recent[0]?.customerId === customerId) return book;
    const others = book.recent.filter((entry) => entry.customerId !== customerId);
    return { ...book, recent: [{ customerId, at: new Date().toISOString() }, ...others].slice(0, 12) };
  });
  queryClient.setQueryData(deskBookQueries.news.queryKey, (news) =>
    news?.changed.includes(customerId) ? { ...news, changed: news.changed.filter((id) => id !== customerId) } : news,
  );
}

/** Who signs in next has a book of their own. */
export function forgetDeskBook(queryClient: QueryClient): void {
  queryClient.removeQueries({ queryKey: deskBookQueries.book.queryKey });
  queryClient.removeQueries({ queryKey: deskBookQueries.news.queryKey });
}

/** Remembers, or forgets, for all staff that customers are no duplicates of each other. */
export function markNotDuplicates(
  queryClient: QueryClient,
  values: { customerIds: CustomerId[]; fingerprint: string; isDuplicate: boolean },
): Promise<void> {
  const { customerIds, fingerprint, isDuplicate } = values;
  const key = customerIds.toSorted().join(' ');
  return change(
    queryClient,
    (book) => {
      const others = book.notDuplicates.filter((entry) => entry.customerIds.toSorted().join(' ') !== key);
      const entry = { customerIds, fingerprint, by: 'you', at: new Date().toISOString() };
      return { ...book, notDuplicates: isDuplicate ? others : [entry, ...others] };
    },
    () => call(deskBook.markNotDuplicates, { body: values }),
  );
}
