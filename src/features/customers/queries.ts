import { queryOptions } from '@tanstack/react-query';
import { gateway } from '#contract/gateway.ts';
import type { CustomerId } from '#contract/id.ts';
import { RECORDED, callAged } from '#shared/api/call.ts';

export const customerQueries = {
  profile: (customerId: CustomerId) =>
    queryOptions({
      queryKey: ['customers', 'profile', customerId],
      queryFn: (context) => callAged(gateway.getProfile, { params: { customerId } }, context),
      meta: RECORDED,
    }),
};
