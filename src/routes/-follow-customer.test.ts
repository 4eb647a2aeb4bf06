import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { CustomerProfile } from '#contract/customer.ts';
import { directory } from '#features/customers/directory/directory.ts';
import { customerQueries } from '#features/customers/queries.ts';
import { historyQueries } from '#features/history/queries.ts';
import { studioQuery } from '#shared/api/studio.ts';
import { followCustomer, readWhatWasMissed } from './-follow-customer.ts';

const JANE = CustomerProfile.parse({
  id: 'cust_1',
  type: 'customer',
  firstname: 'Jane',
  lastname: 'Smith',
  email: 'jane@example.com',
  mobile: '',
});
const JANET = { ...JANE, firstname: 'Janet' };
const { queryKey: PROFILE } = customerQueries.profile(JANE.id);

afterEach(() => vi.restoreAllMocks());

function openPage() {
  const patch = vi.spyOn(directory, 'patch').mockResolvedValue();
  return { queryClient: new QueryClient(), patch };
}

test('a profile that is open follows, one that is not is not made up', () => {
  const { queryClient, patch } = openPage();
  followCustomer(queryClient, { customer: JANET, by: 'Dee', state: 'saved' });
  expect(queryClient.getQueryData(PROFILE)).toBeUndefined();
  expect(patch).toHaveBeenCalledExactlyOnceWith(JANET);
  queryClient.setQueryData(PROFILE, { data: JANE, staleSince: 0 });
  followCustomer(queryClient, { customer: JANET, by: null, state: 'confirmed' });
  expect(queryClient.getQueryData(PROFILE)).toEqual({ data: JANET, staleSince: undefined });
});

test('what was not confirmed changes nothing that is shown', () => {
  const { queryClient, patch } = openPage();
  queryClient.setQueryData(PROFILE, { data: JANE, staleSince: undefined });
  followCustomer(queryClient, { customer: JANET, by: 'Dee', state: 'not_confirmed' });
  expect(queryClient.getQueryData(PROFILE)).toEqual({ data: JANE, staleSince: undefined });
  expect(patch).not.toHaveBeenCalled();
});

test('the history of this customer is read again, no other', () => {
  const { queryClient } = openPage();
  const keys = [JANE.id, CustomerProfile.shape.id.parse('cust_2')].map(
    (id) => historyQueries.ofCustomer(id, { page: 2, changes: true }).queryKey,
  );
  for (const key of keys) queryClient.setQueryData(key, { data: [], page: 1, pageSize: 30, total: 0 });
  followCustomer(queryClient, { customer: JANE, by: 'Dee', state: 'not_confirmed' });
  expect(keys.map((key) => queryClient.getQueryState(key)?.isInvalidated)).toEqual([true, false]);
});

test('after missed events what is open of a customer is read again, and nothing else', async () => {
  const { queryClient } = openPage();
  const keys = { PROFILE, history: historyQueries.versionsOf(JANE.id).queryKey, studio: studioQuery.queryKey };
  const reads = Object.entries(keys).map(([name, queryKey]) => {
    const queryFn = vi.fn<() => Promise<string>>(() => Promise.resolve(name));
    const observer = new QueryObserver(queryClient, { queryKey: [...queryKey], queryFn, staleTime: Infinity });
    onTestFinished(observer.subscribe(() => undefined));
    return queryFn;
  });
  await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0));
  readWhatWasMissed(queryClient);
  await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0));
  expect(reads.map((read) => read.mock.calls.length)).toEqual([2, 2, 1]);
});
