import { describe, expect, it, vi } from 'vitest';
import type { DirectoryRow, RowWindow } from './directory-protocol.ts';
import { customer } from './customer-fixture.ts';
import { RowStore } from './row-store.ts';

const NO_MARKS = { name: [], email: [], mobile: [] };

function row(index: number): DirectoryRow {
  return { customer: customer(`cust_${index}`, 'Ann', 'Smith'), reason: 'name', marks: NO_MARKS };
}

function rows(from: number, to: number): RowWindow {
  return { from, rows: Array.from({ length: to - from }, (_, at) => row(from + at)) };
}

/** A store of 100,000 rows of which the first 60 are here, and the questions that it has put. */
function openStore() {
  const asked: { from: number; to: number; answer: (window?: RowWindow) => void }[] = [];
  const store = new RowStore(
    100_000,
    rows(0, 60),
    (from, to) =>
      new Promise((resolve) => asked.push({ from, to, answer: (window = rows(from, to)) => resolve(window) })),
  );
  store.show(0, 20);
  async function answer(at: number) {
    asked[at]?.answer();
    await Promise.resolve();
    await Promise.resolve();
  }
  return { store, asked, answer };
}

describe('rows on the page', () => {
  it('are not asked for beyond the screen before the list rests, while a user may still type', () => {
    const { store, asked } = openStore();
    expect(asked).toEqual([]);
    store.lookAhead();
    expect(asked).toMatchObject([{ from: 60, to: 160 }]);
  });

  it('are asked for ahead, one batch after the other, before the screen comes to them', async () => {
    const { store, asked, answer } = openStore();
    store.show(1, 21);
    expect(asked).toMatchObject([{ from: 60, to: 160 }]);
    for (let at = 0; at < 4; at += 1) await answer(at);
    expect(asked.map(({ from }) => from)).toEqual([60, 160, 260]);
    expect(store.rowAt(320)?.customer.id).toBe('cust_320');
    store.show(60, 80);
    expect(asked).toHaveLength(4);
  });

  it('come in the direction of the scrolling', async () => {
    const { store, asked, answer } = openStore();
    store.show(5_000, 5_020);
    await answer(0);
    store.show(4_990, 5_010);
    expect(asked.at(-1)).toMatchObject({ from: 4_900, to: 5_000 });
  });

  it('are asked for at once when they are on screen, whatever else is on its way', () => {
    const { store, asked } = openStore();
    store.show(1, 21);
    store.show(50_000, 50_020);
    expect(asked).toMatchObject([{ from: 60 }, { from: 50_000 }]);
  });

  it('are drawn again only when one on screen was missing', async () => {
    const { store, answer } = openStore();
    const draw = vi.fn<() => void>();
    store.subscribe(draw);
    store.show(1, 21);
    await answer(0);
    expect(draw).not.toHaveBeenCalled();
    store.show(50_000, 50_020);
    await answer(1);
    await answer(2);
    expect(draw).toHaveBeenCalledOnce();
    expect(store.rowAt(50_010)?.customer.id).toBe('cust_50010');
  });

  it('are forgotten far from the screen', async () => {
    const { store, answer } = openStore();
    store.show(50_000, 50_020);
    await answer(0);
    expect(store.rowAt(10)).toBeUndefined();
  });

  it('are asked for again by the next movement, when there was no answer', async () => {
    const ask = vi.fn<() => Promise<undefined>>().mockRejectedValue(new Error('the worker broke'));
    const store = new RowStore(1_000, rows(0, 60), ask);
    store.show(0, 20);
    store.show(1, 21);
    await expect.poll(() => ask).toHaveBeenCalledOnce();
    await Promise.resolve();
    store.show(2, 22);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('are asked for again once their mobiles can be written, and only with the next movement where they could not be', async () => {
    const countries: (string | undefined)[] = [];
    const worker: Pick<DirectoryRow, 'written'> = {};
    const store = new RowStore(100, rows(0, 100), async (from, to, country) => {
      countries.push(country);
      return { from, rows: rows(from, to).rows.map((each) => ({ ...each, ...worker })) };
    });
    store.show(0, 20);
    store.show(0, 20, 'GB');
    await expect.poll(() => countries).toEqual(['GB']);
    await Promise.resolve();
    worker.written = { mobile: '07700 900123', country: 'GB' };
    store.show(0, 20, 'GB');
    await expect.poll(() => store.rowAt(99)?.written).toEqual(worker.written);
    store.show(2, 22, 'GB');
    store.lookAhead();
    expect(countries).toEqual(['GB', 'GB']);
    store.show(2, 22, 'IE');
    expect(countries.at(-1)).toBe('IE');
  });

  it('begin so that another answer leaves nothing on screen blank', () => {
    const { store } = openStore();
    expect(store.around(60)).toEqual({ from: 0, to: 60 });
    store.show(500, 560);
    expect(store.around(60)).toEqual({ from: 487, to: 573 });
  });
});
