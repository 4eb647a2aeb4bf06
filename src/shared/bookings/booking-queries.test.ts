import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { CustomerId } from '#contract/id.ts';
import { beginRead } from '#shared/api/begin-read.ts';
import type { GatheredPurchases } from './gathered-purchases.ts';
import { bookingQueries } from './booking-queries.ts';
import { renameInBookings } from './rename-in-bookings.ts';

const JANE = CustomerId.parse('cust_1');
const TOTAL = 900;

interface Asked {
  page: number;
  lane: string | undefined;
  answer: () => void;
  refuse: (status: number, body: object) => void;
}

/** Every page that is asked for, answered when the test says so. */
let asked: Asked[];

beforeEach(() => {
  asked = [];
  vi.stubGlobal(
    'fetch',
    (url: string, { headers, signal }: { headers: Record<string, string>; signal: AbortSignal }) => {
      const page = Number(new URL(url, 'http://desk').searchParams.get('page'));
      return new Promise<Response>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        asked.push({
          page,
          lane: headers['x-lane'],
          answer: () => resolve(Response.json(pageOf(page))),
          refuse: (status, body) => resolve(Response.json({ message: 'No', requestId: 'r', ...body }, { status })),
        });
      });
    },
  );
  onTestFinished(() => void vi.unstubAllGlobals());
});

function pageOf(page: number) {
  const ref = { id: JANE, type: 'customer', firstname: 'Jane', lastname: 'Smith', email: 'jane@example.com' };
  const date = { id: 'date_1', type: 'event_date', datetime: '2026-03-03T09:00:00', tz: 'Europe/London', duration: 60 };
  const data = Array.from({ length: 100 }, (_, index) => ({
    id: `txn_${page * 100 + index}`,
    type: 'event-booking',
    purchase_date: '2026-03-01T09:00:00',
    bookings: [
      {
        id: `booking_${page * 100 + index}`,
        type: 'event-booking',
        is_cancelled: false,
        is_refunded: false,
        spaces: 1,
        purchased_by: ref,
        event: { id: 'evt_1', type: 'event', name: 'Yoga', date },
        pricing_option: { id: 'po-1' },
        payment: { method: 'CASH' },
      },
    ],
  }));
  return { data, total: TOTAL, page, pageSize: 100 };
}

function look(queryClient: QueryClient) {
  const observer = new QueryObserver(queryClient, bookingQueries.gathered(JANE));
  const leave = observer.subscribe(() => undefined);
  onTestFinished(leave);
  return { leave, result: () => observer.getCurrentResult() };
}

function newClient(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { retry: false } } });
}

/** Answers whatever is asked until all of it has arrived. */
async function answerAll(result: () => { data: GatheredPurchases | undefined }): Promise<void> {
  await expect
    .poll(() => {
      for (const one of asked) one.answer();
      return result().data?.isComplete;
    })
    .toBe(true);
}

test('what has arrived is there at once; the first page goes before the others', async () => {
  const { result } = look(newClient());
  expect(asked.map(({ page, lane }) => [page, lane])).toEqual([[0, undefined]]);
  asked[0]?.answer();
  await expect.poll(() => asked).toHaveLength(5);
  expect(asked.slice(1).map(({ lane }) => lane)).toEqual(Array.from({ length: 4 }, () => 'background'));
  expect(result().data).toMatchObject({ pagesRead: 1, pageCount: 9, isComplete: false, total: TOTAL });
  await answerAll(result);
  expect(result().data).toMatchObject({ isComplete: true, pagesRead: 9 });
  expect(result().data?.purchases).toHaveLength(TOTAL);
});

test('a reader that leaves interrupts it, and the next one goes on where it was', async () => {
  const queryClient = newClient();
  const first = look(queryClient);
  asked[0]?.answer();
  await expect.poll(() => asked).toHaveLength(5);
  asked[1]?.answer();
  await expect.poll(() => first.result().data?.pagesRead).toBe(2);
  first.leave();
  asked = [];
  const second = look(queryClient);
  expect(second.result().data).toMatchObject({ pagesRead: 2, isComplete: false });
  await expect.poll(() => asked).toHaveLength(4);
  expect(asked.map(({ page }) => page)).toEqual([2, 3, 4, 5]);
  await answerAll(second.result);
});

test('a failure keeps what has arrived, and trying again goes on', async () => {
  const { result } = look(newClient());
  asked[0]?.answer();
  await expect.poll(() => asked).toHaveLength(5);
  asked[1]?.refuse(503, { code: 'reservie_unavailable' });
  for (const one of asked.slice(2)) one.answer();
  await expect.poll(() => result()).toMatchObject({ isError: true, data: { pagesRead: 4, isComplete: false } });
  asked = [];
  const { refetch } = result();
  void refetch();
  await expect.poll(() => asked[0]?.page).toBe(1);
  await answerAll(result);
  await expect.poll(() => result().isError).toBe(false);
});

test('says until when it waits for the budget', async () => {
  const { result } = look(newClient());
  asked[0]?.answer();
  await expect.poll(() => asked).toHaveLength(5);
  asked[1]?.refuse(429, { code: 'rate_limited', retryAfterMs: 300 });
  await expect.poll(() => result().data?.waitMs).toBe(300);
  await answerAll(result);
  expect(result().data).toMatchObject({ isComplete: true, waitMs: undefined });
});

test('a pointer that rests on a link reads the first page only; opening reads the rest', async () => {
  const queryClient = newClient();
  beginRead(queryClient, bookingQueries.gathered(JANE), true);
  expect(asked.map(({ lane }) => lane)).toEqual(['prefetch']);
  asked[0]?.answer();
  await expect.poll(() => queryClient.isFetching()).toBe(0);
  expect(asked).toHaveLength(1);
  const { result } = look(queryClient);
  expect(result().data?.pagesRead).toBe(1);
  await answerAll(result);
  expect(asked.filter(({ page }) => page === 0)).toHaveLength(1);
});

test('what was complete stays whole while it is read again, and takes a new name at once', async () => {
  const queryClient = newClient();
  const { result } = look(queryClient);
  asked[0]?.answer();
  await answerAll(result);
  renameInBookings(queryClient, {
    id: JANE,
    type: 'customer',
    firstname: 'Janet',
    lastname: 'Smith',
    email: 'janet@example.com',
    mobile: '',
  });
  expect(result().data?.purchases.every(({ bookings }) => bookings[0]?.purchased_by.firstname === 'Janet')).toBe(true);
  asked = [];
  void queryClient.invalidateQueries({ queryKey: bookingQueries.all });
  await expect.poll(() => asked).toHaveLength(1);
  asked[0]?.answer();
  await expect.poll(() => asked).toHaveLength(5);
  expect(result().data).toMatchObject({ isComplete: true, pagesRead: 9 });
  expect(result().data?.purchases).toHaveLength(TOTAL);
});
