import { QueryClient } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { CustomerProfile } from '#contract/customer.ts';
import { followCustomer } from './follow-customer.ts';

const JANE = CustomerProfile.parse({
  id: 'cust_1',
  type: 'customer',
  firstname: 'Jane',
  lastname: 'Smith',
  email: 'jane@example.com',
  mobile: '',
});
const JANET = { ...JANE, firstname: 'Janet' };
const KEY = ['customers', 'profile', JANE.id];

test('a profile that is open follows, one that is not is not made up', () => {
  const queryClient = new QueryClient();
  const patchDirectory = vi.fn<(profile: CustomerProfile) => void>();
  const options = { queryClient, profileKey: KEY, patchDirectory };
  followCustomer({ customer: JANET, by: 'Dee', state: 'saved' }, options);
  expect(queryClient.getQueryData(KEY)).toBeUndefined();
  expect(patchDirectory).toHaveBeenCalledExactlyOnceWith(JANET);
  queryClient.setQueryData(KEY, { data: JANE, staleSince: 0 });
  followCustomer({ customer: JANET, by: null, state: 'confirmed' }, options);
  expect(queryClient.getQueryData(KEY)).toEqual({ data: JANET, staleSince: undefined });
});

test('what was not confirmed changes nothing that is shown', () => {
  const queryClient = new QueryClient();
  const patchDirectory = vi.fn<(profile: CustomerProfile) => void>();
  queryClient.setQueryData(KEY, { data: JANE });
  followCustomer(
    { customer: JANET, by: 'Dee', state: 'not_confirmed' },
    { queryClient, profileKey: KEY, patchDirectory },
  );
  expect(queryClient.getQueryData(KEY)).toEqual({ data: JANE });
  expect(patchDirectory).not.toHaveBeenCalled();
});
