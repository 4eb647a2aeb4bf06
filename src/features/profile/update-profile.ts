import { mutationOptions } from '@tanstack/react-query';
import type { CustomerProfile, ProfileChanges } from '#contract/customer.ts';
import { gateway } from '#contract/gateway.ts';
import type { CustomerId } from '#contract/id.ts';
import { call } from '#shared/api/call.ts';

/** Answers the profile as it was written, merged with what others changed meanwhile. */
export function updateProfile(customerId: CustomerId) {
  return mutationOptions({
    mutationKey: ['profile', 'update', customerId],
    mutationFn: async (changes: ProfileChanges): Promise<CustomerProfile> =>
      (await call(gateway.updateProfile, { params: { customerId }, body: changes })).data,
  });
}
