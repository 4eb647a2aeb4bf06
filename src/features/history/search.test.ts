import { expect, test } from 'vitest';
import { CustomerId } from '#contract/id.ts';
import { exportUrl } from './queries.ts';
import { isFiltered, readHistorySearch, toHistoryFilter, withFilter, withPage } from './search.ts';

test.each([
  [{}, {}],
  [
    { staff: 'abc-1', changes: true, page: 3 },
    { staff: 'abc-1', changes: true, page: 3 },
  ],
  [
    { staff: 12345, changes: 'true' },
    { staff: '12345', changes: true },
  ],
  [{ staff: { a: 1 }, changes: 'perhaps', page: -1 }, {}],
  [{ staff: '', changes: false, page: 1 }, {}],
  [{ staff: 'x'.repeat(65), changes: null }, {}],
])('%j is read as %j', (raw, search) => {
  expect(readHistorySearch(raw)).toEqual({ staff: undefined, changes: undefined, page: undefined, ...search });
});

test('a change of filter begins at the first page, and keeps the other filter', () => {
  const search = withFilter({ staff: 'abc', page: 4 }, { changes: true });
  expect(search).toEqual({ staff: 'abc', changes: true, page: undefined });
  expect(withPage(search, 2)).toEqual({ staff: 'abc', changes: true, page: 2 });
  expect(withFilter(search, { staff: undefined, changes: undefined })).toEqual(readHistorySearch({}));
});

test('a page is no filter', () => {
  expect(isFiltered({ page: 2 })).toBe(false);
  expect(isFiltered({ staff: 'abc' })).toBe(true);
  expect(isFiltered({ changes: true })).toBe(true);
});

test('the file holds what the list shows', () => {
  expect(exportUrl(toHistoryFilter({ page: 2 }))).toBe('/api/history.csv');
  expect(exportUrl(toHistoryFilter({ staff: 'abc', changes: true }))).toBe(
    '/api/history.csv?staffId=abc&changesOnly=true',
  );
  expect(exportUrl({ customerId: CustomerId.parse('cust_1') })).toBe('/api/history.csv?customerId=cust_1');
});
