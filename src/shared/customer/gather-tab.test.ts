import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { gatherTab } from './gather-tab.ts';

const PAGE_SIZE = 4;

function pagesOf(ids: readonly string[]) {
  return (page: number) =>
    Promise.resolve({
      data: ids.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE).map((id) => ({ id })),
      total: ids.length,
      pageSize: PAGE_SIZE,
    });
}

test('any number of rows arrives once, in order, in no more calls than there are pages', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 30 }), async (ids) => {
      const read = vi.fn<ReturnType<typeof pagesOf>>(pagesOf(ids));
      const { data, total } = await gatherTab(read);
      expect(data).toEqual(ids.map((id) => ({ id })));
      expect(total).toBe(ids.length);
      expect(read).toHaveBeenCalledTimes(Math.max(1, Math.ceil(ids.length / PAGE_SIZE)));
    }),
  );
});

test('a row that moves to the next page meanwhile is there once', async () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const { data } = await gatherTab((page) => pagesOf(page === 0 ? ids : ['new', ...ids])(page));
  expect(data).toEqual(ids.map((id) => ({ id })));
});

test('rows that could not be read are kept, with and without an id', async () => {
  const rows = [null, null, 'pkg_1', 'pkg_2', 'pkg_2', null].map((id) => ({
    unreadable: true as const,
    id,
    problems: [],
  }));
  const { data } = await gatherTab((page) =>
    Promise.resolve({ data: rows.slice(page * 4, page * 4 + 4), total: 6, pageSize: 4 }),
  );
  expect(data.map(({ id }) => id)).toEqual([null, null, 'pkg_1', 'pkg_2', null]);
});

test('what fails later leaves what has arrived; what fails at once fails', async () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const { data, total } = await gatherTab((page) => (page === 0 ? pagesOf(ids)(0) : Promise.reject(new Error('503'))));
  expect([data.length, total]).toEqual([4, 5]);
  await expect(gatherTab(() => Promise.reject(new Error('503')))).rejects.toThrow('503');
});

test('a total that is never reached ends', async () => {
  const read = vi.fn<ReturnType<typeof pagesOf>>((page) =>
    Promise.resolve({ data: [{ id: `${page}` }], total: 1e9, pageSize: 1 }),
  );
  await gatherTab(read);
  expect(read).toHaveBeenCalledTimes(50);
});
