import { queryOptions } from '@tanstack/react-query';
import { history } from '#contract/history.ts';
import type { CustomerId } from '#contract/id.ts';
import { call } from '#shared/api/call.ts';
import { keepPreviousOf } from '#shared/api/keep-previous.ts';
import { toPageQuery } from '#shared/table/page-search.ts';

export const historyQueries = {
  /** `page` is 1-based. */
  ofCustomer: (customerId: CustomerId, page: number) =>
    queryOptions({
      queryKey: ['history', 'list', { customerId, page }],
      queryFn: ({ signal }) => call(history.listHistory, { query: { ...toPageQuery(page), customerId } }, signal),
      placeholderData: keepPreviousOf(customerId),
    }),
};
