import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Transaction } from '#contract/booking.ts';
import { HttpError, NetworkError } from '#shared/api/errors.ts';
import { gatherPages } from './gather-pages.ts';
import { type PurchasesPage, type ReadPage, assemblePages } from './gathered-purchases.ts';

function purchase(number: number): Transaction {
  return Transaction.parse({
    id: `txn_${number}`,
    type: 'event-booking',
    purchase_date: '2026-03-01T09:00:00',
    bookings: [],
  });
}

function pageOf(ids: number[], number: number, pageSize: number): PurchasesPage {
  const data = ids.slice(number * pageSize, (number + 1) * pageSize).map(purchase);
  return { data, total: ids.length, page: number, pageSize };
}

function limited(retryAfterMs?: number): HttpError {
  return new HttpError(429, {
    code: 'rate_limited',
    message: 'Slow down',
    requestId: 'r',
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

interface Run {
  known?: ReadonlyMap<number, ReadPage>;
  signal?: AbortSignal;
  read: (number: number) => Promise<PurchasesPage>;
}

/** Gathers with a clock that only waiting and reading move. */
async function run({ known = new Map(), signal = new AbortController().signal, read }: Run) {
  let now = 0;
  let underWay = 0;
  const seen = { asked: [] as number[], most: 0, waits: [] as number[], progress: [] as number[] };
  let kept: ReadonlyMap<number, ReadPage> = known;
  const end = gatherPages({
    known,
    signal,
    clock: () => (now += 1),
    wait: (ms) => {
      seen.waits.push(ms);
      return Promise.resolve();
    },
    onProgress: (pages) => {
      kept = pages;
      seen.progress.push(pages.size);
    },
    readPage: async (number) => {
      seen.asked.push(number);
      underWay += 1;
      seen.most = Math.max(seen.most, underWay);
      try {
        await Promise.resolve();
        return await read(number);
      } finally {
        underWay -= 1;
      }
    },
  });
  const failure: unknown = await end.then(
    () => undefined,
    (error: unknown) => error,
  );
  return { ...seen, kept, failure, gathered: assemblePages(kept) };
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

test('reads the first page alone, then at most four at a time, and tells of each', async () => {
  const ids = range(1_050);
  const { asked, most, progress, gathered } = await run({ read: async (number) => pageOf(ids, number, 100) });
  expect(asked.toSorted((a, b) => a - b)).toEqual(range(11));
  expect(asked[0]).toBe(0);
  expect(most).toBe(4);
  expect(progress).toEqual(range(12).slice(1));
  expect(gathered).toMatchObject({ isComplete: true, total: 1_050, pagesRead: 11, pageCount: 11, hasDrifted: false });
  expect(gathered.purchases).toHaveLength(1_050);
});

test('a customer without purchases costs one call', async () => {
  const { asked, gathered } = await run({ read: async (number) => pageOf([], number, 100) });
  expect(asked).toEqual([0]);
  expect(gathered).toMatchObject({ isComplete: true, total: 0, pageCount: 1 });
});

describe('when the budget is used up', () => {
  test('waits as long as it is told and goes on with the same page', async () => {
    const ids = range(300);
    const refusals = new Map([
      [1, 1],
      [2, 2],
    ]);
    const { waits, gathered } = await run({
      read: async (number) => {
        const left = refusals.get(number) ?? 0;
        refusals.set(number, left - 1);
        if (left > 0) throw limited(1_500);
        return pageOf(ids, number, 100);
      },
    });
    expect(waits).toEqual([1_500, 1_500, 1_500]);
    expect(gathered).toMatchObject({ isComplete: true, pagesRead: 3 });
  });

  test('says so at once while there is nothing to look at', async () => {
    const { failure, waits } = await run({ read: () => Promise.reject(limited(40_000)) });
    expect([failure, waits]).toEqual([limited(40_000), []]);
  });

  test('gives up when it is refused for ever, and keeps what has arrived', async () => {
    const ids = range(300);
    const { failure, gathered } = await run({
      read: async (number) => {
        if (number > 0) throw limited();
        return pageOf(ids, number, 100);
      },
    });
    expect(failure).toBeInstanceOf(HttpError);
    expect(gathered).toMatchObject({ isComplete: false, pagesRead: 1, pageCount: 3 });
  });
});

test('a failure ends it after what is under way has arrived; going on reads only what is missing', async () => {
  const ids = range(900);
  const first = await run({
    read: async (number) => {
      if (number === 3) throw new NetworkError('gone');
      return pageOf(ids, number, 100);
    },
  });
  expect(first.failure).toBeInstanceOf(NetworkError);
  expect(first.gathered.isComplete).toBe(false);
  expect(first.gathered.pagesRead).toBeGreaterThan(1);
  const second = await run({ known: first.kept, read: async (number) => pageOf(ids, number, 100) });
  expect([...first.kept.keys(), ...second.asked].toSorted((a, b) => a - b)).toEqual(range(9));
  expect(second.gathered).toMatchObject({ isComplete: true, pagesRead: 9 });
});

test('a reader that leaves stops it: nothing more is asked or told', async () => {
  const ids = range(900);
  const leave = new AbortController();
  const { asked, progress, failure } = await run({
    signal: leave.signal,
    read: async (number) => {
      if (number === 4) leave.abort();
      return pageOf(ids, number, 100);
    },
  });
  expect(failure).toMatchObject({ name: 'AbortError' });
  expect(asked.length).toBeLessThan(9);
  expect(progress.length).toBeLessThan(asked.length);
});

test('a total that grows meanwhile: the new page is read, and a purchase that moved past is noticed', async () => {
  const before = range(200);
  const added = [999, ...before];
  const whole = await run({ read: async (number) => pageOf(number === 0 ? before : added, number, 100) });
  // 999 came first and pushed 99 to the second page: it counts once, and 999 is missing.
  expect(whole.asked).toEqual([0, 1, 2]);
  expect(whole.gathered).toMatchObject({ isComplete: true, total: 201, hasDrifted: true });
  expect(whole.gathered.purchases).toHaveLength(200);
});

test('a total that changes without anything lost is not worth a word', async () => {
  const before = range(200);
  const after = [...before, 999];
  const { gathered } = await run({ read: async (number) => pageOf(number === 0 ? before : after, number, 100) });
  expect(gathered).toMatchObject({ isComplete: true, total: 201, hasDrifted: false });
});

function broken(id: string | null) {
  return { unreadable: true as const, id, problems: ['bookings'] };
}

function readPage(page: number, data: PurchasesPage['data'], readAt: number): [number, ReadPage] {
  return [page, { page: { data, total: 4, page, pageSize: 2 }, readAt }];
}

test('rows that cannot be read stay, unless another page had them readable', () => {
  const gathered = assemblePages(
    new Map([readPage(0, [broken('txn_1'), broken(null)], 1), readPage(1, [purchase(1), broken('txn_2')], 2)]),
  );
  expect(gathered.unreadable.map(({ id }) => id)).toEqual([null, 'txn_2']);
  expect(gathered.purchases.map(({ id }) => id)).toEqual(['txn_1']);
});

test('whatever fails on the way, going on until it is complete has every purchase once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 7 }),
      fc.infiniteStream(fc.constantFrom('good', 'good', 'good', 'limited', 'broken')),
      async (count, pageSize, fates) => {
        const ids = range(count);
        let known: ReadonlyMap<number, ReadPage> = new Map();
        let gathered = assemblePages(known);
        for (let round = 0; round < 500 && !gathered.isComplete; round += 1) {
          const ended = await run({
            known,
            read: async (number) => {
              const fate = fates.next().value;
              if (fate === 'limited') throw limited(1);
              if (fate === 'broken') throw new NetworkError('gone');
              return pageOf(ids, number, pageSize);
            },
          });
          known = ended.kept;
          gathered = ended.gathered;
        }
        expect(gathered.isComplete).toBe(true);
        expect(gathered.purchases.map(({ id }) => id).toSorted()).toEqual(ids.map((id) => `txn_${id}`).toSorted());
      },
    ),
    { numRuns: 60 },
  );
});
