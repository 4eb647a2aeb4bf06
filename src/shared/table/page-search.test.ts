import { expect, test } from 'vitest';
import { lastPageOf, pageSearch, toPageQuery, toPageSearch } from './page-search.ts';

test.each([2, '2'])('reads page %j', (page) => {
  expect(pageSearch({ page })).toEqual({ page: 2 });
});

test.each([undefined, null, '', 'abc', '2x', 0, 1, -3, 1.5, Number.NaN, [2, 3], { page: 2 }])(
  'counts %j as the first page, and never lets it through',
  (page) => {
    expect(pageSearch({ page })).toStrictEqual({ page: undefined });
  },
);

test('keeps an absurd page inside what the gateway accepts', () => {
  expect(toPageQuery(pageSearch({ page: 9e15 }).page ?? 1).page).toBe(1_000_000);
});

test('counts from 1 in the URL and from 0 towards Reservie', () => {
  expect(toPageQuery(1)).toEqual({ page: 0, pageSize: 30 });
  expect(toPageSearch(1)).toEqual({ page: undefined });
  expect(toPageSearch(3)).toEqual({ page: 3 });
});

test.each([
  [0, 1],
  [30, 1],
  [31, 2],
  [900, 30],
])('%i rows of 30 a page end on page %i', (total, lastPage) => {
  expect(lastPageOf({ total, pageSize: 30 })).toBe(lastPage);
});
