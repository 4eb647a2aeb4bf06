import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { type SavedView, type Shortcuts, shortcutApi } from '#contract/shortcuts.ts';
import type { CustomerId } from '#contract/id.ts';
import { call } from '#shared/api/call.ts';

export const shortcutQueries = {
  /** Views, pins, recent customers: the reader's own, kept by the gateway, so that nothing stays on a shared computer. */
  all: queryOptions({
    queryKey: ['shortcuts'],
    queryFn: (context) => call(shortcutApi.getShortcuts, {}, context),
    staleTime: 60_000,
  }),
  news: queryOptions({
    queryKey: ['customer-news'],
    queryFn: (context) => call(shortcutApi.getCustomerNews, {}, context),
    staleTime: 60_000,
  }),
};

/** Changes what is known of them at once; the gateway is asked again behind it. */
async function change(
  queryClient: QueryClient,
  next: (shortcuts: Shortcuts) => Shortcuts,
  ask: () => Promise<unknown>,
) {
  const { queryKey } = shortcutQueries.all;
  await queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData(queryKey, (shortcuts) => shortcuts && next(shortcuts));
  try {
    await ask();
  } finally {
    void queryClient.invalidateQueries({ queryKey });
  }
}

export function setPinned(queryClient: QueryClient, customerId: CustomerId, isPinned: boolean): Promise<void> {
  return change(
    queryClient,
    (shortcuts) => {
      const others = shortcuts.pinned.filter((id) => id !== customerId);
      return { ...shortcuts, pinned: isPinned ? [...others, customerId] : others };
    },
    () => call(isPinned ? shortcutApi.pinCustomer : shortcutApi.unpinCustomer, { params: { customerId } }),
  );
}

export async function saveView(
  queryClient: QueryClient,
  values: { name: string; search: string; isShared: boolean },
): Promise<SavedView> {
  const view = await call(shortcutApi.createView, { body: values });
  await change(
    queryClient,
    (shortcuts) => ({ ...shortcuts, views: [...shortcuts.views, view] }),
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
    (shortcuts) => ({
      ...shortcuts,
      views: shortcuts.views.map((view) => (view.id === viewId ? { ...view, ...values } : view)),
    }),
    () => call(shortcutApi.changeView, { params: { viewId }, body: values }),
  );
}

export function removeView(queryClient: QueryClient, viewId: string): Promise<void> {
  return change(
    queryClient,
    (shortcuts) => ({ ...shortcuts, views: shortcuts.views.filter(({ id }) => id !== viewId) }),
    () => call(shortcutApi.removeView, { params: { viewId } }),
  );
}

/** A look at a customer: first among the recent ones, before the gateway says so. */
export function noteRecent(queryClient: QueryClient, customerId: CustomerId): void {
  queryClient.setQueryData(shortcutQueries.all.queryKey, (shortcuts) => {
    if (!shortcuts || shortcuts.recent[0]?.customerId === customerId) return shortcuts;
    const others = shortcuts.recent.filter((entry) => entry.customerId !== customerId);
    return { ...shortcuts, recent: [{ customerId, at: new Date().toISOString() }, ...others].slice(0, 12) };
  });
  queryClient.setQueryData(shortcutQueries.news.queryKey, (news) =>
    news?.changed.includes(customerId) ? { ...news, changed: news.changed.filter((id) => id !== customerId) } : news,
  );
}

/** Who signs in next has their own. */
export function forgetShortcuts(queryClient: QueryClient): void {
  queryClient.removeQueries({ queryKey: shortcutQueries.all.queryKey });
  queryClient.removeQueries({ queryKey: shortcutQueries.news.queryKey });
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
    (shortcuts) => {
      const others = shortcuts.notDuplicates.filter((entry) => entry.customerIds.toSorted().join(' ') !== key);
      const entry = { customerIds, fingerprint, by: 'you', at: new Date().toISOString() };
      return { ...shortcuts, notDuplicates: isDuplicate ? others : [entry, ...others] };
    },
    () => call(shortcutApi.markNotDuplicates, { body: values }),
  );
}
