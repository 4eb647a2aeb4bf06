import { queryOptions } from '@tanstack/react-query';
import { gateway } from '#contract/gateway.ts';
import type { CustomerId } from '#contract/id.ts';
import { call } from '#shared/api/call.ts';
import { keepPreviousOf } from '#shared/api/keep-previous.ts';
import { RECORDED } from '#shared/api/recorded-read.ts';
import { toPageQuery } from '#shared/table/page-search.ts';

export const appointmentQueries = {
  /** `page` is 1-based. */
  list: (customerId: CustomerId, page: number) =>
    queryOptions({
      queryKey: ['appointments', 'list', { customerId, page }],
      queryFn: (context) =>
        call(gateway.listAppointments, { params: { customerId }, query: toPageQuery(page) }, context),
      placeholderData: keepPreviousOf(customerId),
      meta: RECORDED,
    }),
};
