import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { toUrl } from '#contract/endpoint.ts';
import { history } from '#contract/history.ts';
import type { CustomerId } from '#contract/id.ts';
import { RECORDED, call } from '#shared/api/call.ts';
import { keepPreviousOf } from '#shared/api/keep-previous.ts';
import { toPageQuery } from '#shared/table/page-search.ts';
import { type HistoryFilter, type HistorySearch, toHistoryFilter } from './search.ts';

/** Opened again, it is read again: what was done meanwhile is what people look for. */
const asOpened = { staleTime: 0, meta: RECORDED } as const;

export const historyQueries = {
  /** Begins the key of all of them. */
  all: ['history'] as const,
  /** Begins the key of every page of one customer, whatever the filter. */
  listsOf: (customerId: CustomerId) => ['history', 'list', { customerId }] as const,
  /** `page` is 1-based. */
  ofCustomer: (customerId: CustomerId, { page = 1, changes }: HistorySearch) => {
    const query = { ...toPageQuery(page), ...toHistoryFilter({ changes }), customerId };
    return queryOptions({
      queryKey: ['history', 'list', query],
      queryFn: (context) => call(history.listHistory, { query }, context),
      placeholderData: keepPreviousOf(customerId),
      ...asOpened,
    });
  },
  /** By all staff, or by one member of staff. */
  ofStudio: ({ page = 1, ...filters }: HistorySearch) => {
    const query = { ...toPageQuery(page), ...toHistoryFilter(filters) };
    return queryOptions({
      queryKey: ['history', 'studio', query],
      queryFn: (context) => call(history.listHistory, { query }, context),
      placeholderData: keepPreviousData,
      ...asOpened,
    });
  },
  /** Every version of a profile that was seen, the newest first. */
  versionsOf: (customerId: CustomerId) =>
    queryOptions({
      queryKey: ['history', 'versions', customerId],
      queryFn: async (context) => (await call(history.listProfileVersions, { params: { customerId } }, context)).data,
      ...asOpened,
    }),
};

/** Where the same entries are to be had as a CSV file. */
export function exportUrl(filter: HistoryFilter): string {
  return toUrl(history.exportHistory.path, {}, { ...filter });
}

/** Where a browser finds everything that is kept of one customer. */
export function keptUrl(customerId: CustomerId): string {
  return toUrl(history.exportPerson.path, { customerId });
}
