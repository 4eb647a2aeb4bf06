import { queryOptions } from '@tanstack/react-query';
import { gateway } from '#contract/gateway.ts';
import type { CustomerId } from '#contract/id.ts';
import { call } from '#shared/api/call.ts';

export const customerQueries = {
  profile: (customerId: CustomerId) =>
    queryOptions({
      queryKey: ['customers', 'profile', customerId],
      queryFn: async ({ signal }) => (await call(gateway.getProfile, { params: { customerId } }, signal)).data,
    }),
};
