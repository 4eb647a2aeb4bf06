import { QueryObserver, focusManager, onlineManager } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { gateway } from '#contract/gateway.ts';
import { CustomerId } from '#contract/id.ts';
import { RECORDED, call } from '#shared/api/call.ts';
import { queryClient } from './query-client.ts';

const RECORDED_NAMES = Object.entries(gateway)
  .filter(([, definition]) => 'isRecorded' in definition)
  .map(([name]) => name);

afterEach(() => {
  queryClient.unmount();
  queryClient.clear();
  vi.unstubAllGlobals();
});

/** How often a query on the screen reads when the window is left and comes back, and when the network does. */
async function countReads(meta?: typeof RECORDED): Promise<number> {
  const read = vi.fn<() => Promise<string>>(() => Promise.resolve('read'));
  queryClient.mount();
  const options = { queryKey: ['thing', meta ?? {}], queryFn: read, staleTime: 0, ...(meta && { meta }) };
  const stop = new QueryObserver(queryClient, options).subscribe(() => undefined);
  await expect.poll(() => queryClient.isFetching()).toBe(0);
  for (const [leave, comeBack] of [
    [() => focusManager.setFocused(false), () => focusManager.setFocused(true)],
    [() => onlineManager.setOnline(false), () => onlineManager.setOnline(true)],
  ] as const) {
    leave();
    comeBack();
    await expect.poll(() => queryClient.isFetching()).toBe(0);
  }
  stop();
  return read.mock.calls.length;
}

test('coming back to the window reads again what is not recorded', async () => {
  expect(await countReads()).toBeGreaterThan(1);
});

test('what is recorded is read when it is opened, and not for coming back to it', async () => {
  expect(await countReads(RECORDED)).toBe(1);
});

test('without a network a read fails and a write is not kept for later', async () => {
  onlineManager.setOnline(false);
  const write = vi.fn<() => Promise<never>>(() => Promise.reject(new Error('no network')));
  try {
    await expect(
      queryClient.query({ queryKey: ['out of reach'], queryFn: () => Promise.reject(new Error('no network')) }),
    ).rejects.toThrow('no network');
    const mutation = queryClient.getMutationCache().build(queryClient, { mutationFn: write });
    await expect(mutation.execute(undefined)).rejects.toThrow('no network');
  } finally {
    onlineManager.setOnline(true);
  }
  await queryClient.resumePausedMutations();
  expect(write).toHaveBeenCalledOnce();
});

test('a recorded endpoint cannot be read by a query that does not say so', async () => {
  expect(RECORDED_NAMES).toEqual(expect.arrayContaining(['getProfile', 'listNotes', 'listAppointments']));
  const fetched = vi.fn<() => Promise<never>>(() => Promise.reject(new Error('not reached')));
  vi.stubGlobal('fetch', fetched);
  const input = { params: { customerId: CustomerId.parse('cust_1') } };
  await expect(call(gateway.getProfile, input, {})).rejects.toThrow('is recorded');
  expect(fetched).not.toHaveBeenCalled();
  await expect(call(gateway.getProfile, input, { meta: RECORDED })).rejects.toThrow('did not answer');
});
