import { QueryClient, QueryObserver, type QueryFunctionContext } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { beginRead } from './begin-read.ts';

/** Reads that end when the test says so. */
function startReads() {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: 2, retryDelay: 1, staleTime: 30_000 } } });
  const asked: { isAhead: boolean; signal: AbortSignal; answer: (value: string) => void; fail: () => void }[] = [];
  const options = {
    queryKey: ['thing'],
    queryFn: ({ signal, meta }: QueryFunctionContext) =>
      new Promise<string>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        asked.push({ isAhead: meta?.isAhead ?? false, signal, answer: resolve, fail: () => reject(new Error('busy')) });
      }),
  };
  const state = () => queryClient.getQueryState(options.queryKey);
  return { queryClient, options, asked, state };
}

test('what is read ahead is there when it is opened', async () => {
  const { queryClient, options, asked, state } = startReads();
  beginRead(queryClient, options, true);
  expect(asked.map(({ isAhead }) => isAhead)).toEqual([true]);
  asked[0]?.answer('ahead');
  await expect.poll(() => state()).toMatchObject({ data: 'ahead', fetchStatus: 'idle' });
  beginRead(queryClient, options, false);
  beginRead(queryClient, options, true);
  expect(asked).toHaveLength(1);
});

test('opening what is still being read ahead asks anew, in the lane of waiting users', async () => {
  const { queryClient, options, asked, state } = startReads();
  beginRead(queryClient, options, true);
  beginRead(queryClient, options, false);
  await expect.poll(() => asked.map(({ isAhead }) => isAhead)).toEqual([true, false]);
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  // Another pointer that passes by joins the one who waits.
  beginRead(queryClient, options, true);
  asked[1]?.answer('now');
  await expect.poll(() => state()).toMatchObject({ data: 'now', error: null });
  expect(asked).toHaveLength(2);
});

test('a read ahead that fails is not repeated, and opening the page asks anew', async () => {
  const { queryClient, options, asked, state } = startReads();
  beginRead(queryClient, options, true);
  asked[0]?.fail();
  await expect.poll(() => state()).toMatchObject({ status: 'error', fetchStatus: 'idle' });
  expect(asked).toHaveLength(1);
  beginRead(queryClient, options, false);
  asked[1]?.fail();
  // A user waits for this one: it is.
  await expect.poll(() => asked.map(({ isAhead }) => isAhead)).toEqual([true, false, false]);
  asked[2]?.answer('now');
  await expect.poll(() => state()).toMatchObject({ status: 'success', data: 'now' });
});

test('what is on the screen is not read ahead', async () => {
  const { queryClient, options, asked, state } = startReads();
  const leave = new QueryObserver(queryClient, options).subscribe(() => undefined);
  asked[0]?.fail();
  await expect.poll(() => asked).toHaveLength(2);
  asked[1]?.fail();
  await expect.poll(() => asked).toHaveLength(3);
  asked[2]?.fail();
  await expect.poll(() => state()).toMatchObject({ status: 'error', fetchStatus: 'idle' });
  beginRead(queryClient, options, true);
  expect(state()).toMatchObject({ status: 'error', fetchStatus: 'idle' });
  leave();
  beginRead(queryClient, options, true);
  expect(asked.map(({ isAhead }) => isAhead)).toEqual([false, false, false, true]);
  queryClient.clear();
});

test('what is recorded as a look is not read ahead', async () => {
  const { queryClient, options, asked, state } = startReads();
  beginRead(queryClient, { ...options, meta: { isRecorded: true } }, true);
  expect([asked, state()]).toEqual([[], undefined]);
  beginRead(queryClient, { ...options, meta: { isRecorded: true } }, false);
  await expect.poll(() => asked.map(({ isAhead }) => isAhead)).toEqual([false]);
});
