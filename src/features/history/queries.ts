import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { history } from '#contract/history.ts';
import type { CustomerId } from '#contract/id.ts';
import { call } from '#shared/api/call.ts';
import { keepPreviousOf } from '#shared/api/keep-previous.ts';
import { RECORDED } from '#shared/api/recorded-read.ts';
import { toPageQuery } from '#shared/table/page-search.ts';
import { type HistorySearch, toHistoryFilter } from './search.ts';

/** Opened again, it is read again: what was done meanwhile is what people look for. */
const asOpened = { staleTime: 0, meta: RECORDED } as const;

export const historyQueries = {
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
